import { tell } from "../../../src/i18n";
import { day, quarter } from "../../../src/rules/calendar";
import { prescription, provisionalDispense, regularisationDispense } from "../../../src/rules/status";
import "../../setup/lines";

describe("dispense: twelve months", () => {
  test("from the quarter after that of the contribution", () => {
    const { value, way } = provisionalDispense(quarter(2025, 2));
    expect(value).toEqual({ from: day(2025, 7, 1), lastDay: day(2026, 6, 30) });
    expect(way().map(tell)).toEqual([
      "Request from the quarter after that of the contribution: Q3 2025",
      "12 months for the request: 01/07/2025 to 30/06/2026",
    ]);
  });

  test("a starter's first three quarters open with the fifth; so does the fourth, by the ordinary rule", () => {
    const first = quarter(2025, 1);
    const opens = [0, 1, 2, 3, 4].map((later) => provisionalDispense(first + later, first).value.from);
    expect(opens).toEqual([day(2026, 1, 1), day(2026, 1, 1), day(2026, 1, 1), day(2026, 1, 1), day(2026, 4, 1)]);
    expect(tell(provisionalDispense(first + 2, first).way()[0]!)).toBe(
      "Start of the activity: request after 4 quarters subject to the scheme, from Q1 2026",
    );
  });

  test("a regularisation counts from its statement, not from its year", () => {
    expect(regularisationDispense(day(2026, 6, 30)).value.from).toBe(day(2026, 7, 1));
    expect(regularisationDispense(day(2026, 7, 1)).value.from).toBe(day(2026, 10, 1));
    expect(tell(regularisationDispense(day(2026, 7, 1)).way()[0]!)).toBe(
      "Settlement statement sent on 01/07/2026: request from the next quarter, Q4 2026",
    );
  });

  test("the rules before 2019 are not held", () => {
    expect(() => provisionalDispense(quarter(2018, 1))).toThrow("parameter-not-in-force");
  });
});

test("prescription: five years from the 1 January after, or of the third year after", () => {
  expect(prescription(2020, "provisional").value).toEqual({ from: day(2021, 1, 1), lastDay: day(2025, 12, 31) });
  expect(prescription(2020, "regularisation").value).toEqual({ from: day(2023, 1, 1), lastDay: day(2027, 12, 31) });
  expect(prescription(2020, "refund-undue").value).toEqual({ from: day(2021, 1, 1), lastDay: day(2025, 12, 31) });
  expect(prescription(2020, "refund-provisional").value).toEqual({ from: day(2023, 1, 1), lastDay: day(2027, 12, 31) });
  expect(prescription(2020, "regularisation").way().map(tell)).toEqual([
    "Prescription: 5 years, from 01/01/2023 to 31/12/2027",
  ]);
});
