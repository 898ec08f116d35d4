import { day, firstDay, quarter } from "../../../src/rules/calendar";
import {
  complementaryFrom,
  prescription,
  principalFrom,
  provisionalDispense,
  regularisationDispense,
} from "../../../src/rules/status";

describe("dispense: twelve months", () => {
  test("from the quarter after that of the contribution", () => {
    expect(provisionalDispense(quarter(2025, 2))).toEqual({ from: day(2025, 7, 1), lastDay: day(2026, 6, 30) });
  });

  test("a starter's first three quarters open with the fifth; so does the fourth, by the ordinary rule", () => {
    const first = quarter(2025, 1);
    const opens = [0, 1, 2, 3, 4].map((later) => provisionalDispense(first + later, first).from);
    expect(opens).toEqual([day(2026, 1, 1), day(2026, 1, 1), day(2026, 1, 1), day(2026, 1, 1), day(2026, 4, 1)]);
  });

  test("a regularisation counts from its statement, not from its year", () => {
    expect(regularisationDispense(day(2026, 6, 30)).from).toBe(day(2026, 7, 1));
    expect(regularisationDispense(day(2026, 7, 1)).from).toBe(day(2026, 10, 1));
  });

  test("the rules before 2019 are not held", () => {
    expect(() => provisionalDispense(quarter(2018, 1))).toThrow("parameter-not-in-force");
  });
});

describe("article 39: a change of status", () => {
  test("to complementary on the first day of a quarter, else from the next one", () => {
    expect(firstDay(complementaryFrom(day(2026, 4, 1)))).toBe(day(2026, 4, 1));
    expect(firstDay(complementaryFrom(day(2026, 4, 2)))).toBe(day(2026, 7, 1));
    expect(firstDay(complementaryFrom(day(2014, 2, 15)))).toBe(day(2014, 4, 1));
  });

  test("to principal from the quarter of the event", () => {
    expect(firstDay(principalFrom(day(2014, 2, 15)))).toBe(day(2014, 1, 1));
  });
});

test("prescription: five years from the 1 January after, or of the third year after", () => {
  expect(prescription(2020, "provisional")).toEqual({ from: day(2021, 1, 1), lastDay: day(2025, 12, 31) });
  expect(prescription(2020, "regularisation")).toEqual({ from: day(2023, 1, 1), lastDay: day(2027, 12, 31) });
  expect(prescription(2020, "refund-undue")).toEqual({ from: day(2021, 1, 1), lastDay: day(2025, 12, 31) });
  expect(prescription(2020, "refund-provisional")).toEqual({ from: day(2023, 1, 1), lastDay: day(2027, 12, 31) });
});
