import { tell } from "../../../src/i18n";
import { CATEGORIES, type Category } from "../../../src/rules/contributions";
import { day, type Day } from "../../../src/rules/calendar";
import { CLAIMS, dispenseFrom, dispenseUntil, prescription } from "../../../src/rules/status";
import "../../setup/lines";

type Question = Parameters<typeof dispenseFrom>[0];

/** The first and the last day to ask. */
const windowOf = (question: Question): [Day, Day] => [dispenseFrom(question).value, dispenseUntil(question).value];
const provisional = (date: Day, start?: Day): Question => ({ kind: "provisional", date, start });
const told = (question: Question): string[] => dispenseUntil(question).way().map(tell);

describe("article 17: dispense, twelve months", () => {
  test("from the quarter after that of the contribution, by any of its days", () => {
    for (const date of [day(2025, 4, 1), day(2025, 6, 30)])
      expect(windowOf(provisional(date))).toEqual([day(2025, 7, 1), day(2026, 6, 30)]);
    expect(told(provisional(day(2025, 4, 1)))).toEqual([
      "Request from the quarter after that of the contribution: Q3 2025",
      "12 months for the request: 01/07/2025 to 30/06/2026",
      "What is already claimed may be asked for before that first day; a coming quarter not",
      "Admissible after 4 complete quarters subject to the scheme, or once the activity has ended",
    ]);
  });

  test("a starter's first three quarters open with the fifth; so does the fourth, by the ordinary rule", () => {
    const start = day(2025, 1, 15);
    const opens = [day(2025, 1, 1), day(2025, 5, 1), day(2025, 9, 30), day(2025, 12, 31), day(2026, 1, 1)].map(
      (date) => dispenseFrom(provisional(date, start)).value,
    );
    expect(opens).toEqual([day(2026, 1, 1), day(2026, 1, 1), day(2026, 1, 1), day(2026, 1, 1), day(2026, 4, 1)]);
    expect(told(provisional(day(2025, 9, 30), start))[0]).toBe(
      "Start of the activity: request after 4 quarters subject to the scheme, from Q1 2026",
    );
    expect(() => dispenseFrom(provisional(day(2024, 12, 31), start))).toThrow("date-before");
  });

  test("a settlement counts from its statement, not from its year, nor from the start", () => {
    const from = (date: Day, start?: Day) => dispenseFrom({ kind: "settlement", date, start }).value;
    expect(from(day(2026, 6, 30))).toBe(day(2026, 7, 1));
    expect(from(day(2026, 7, 1))).toBe(day(2026, 10, 1));
    expect(from(day(2026, 7, 1), day(2026, 7, 1))).toBe(day(2026, 10, 1));
    expect(told({ kind: "settlement", date: day(2026, 7, 1) })[0]).toBe(
      "Settlement statement sent on 01/07/2026: request from the next quarter, Q4 2026",
    );
  });

  test("a window that opens before 2019 is not held, an earlier quarter of a later one is", () => {
    expect(() => dispenseFrom(provisional(day(2018, 9, 30)))).toThrow("parameter-not-in-force");
    expect(windowOf(provisional(day(2018, 10, 1)))).toEqual([day(2019, 1, 1), day(2019, 12, 31)]);
    expect(windowOf(provisional(day(2018, 4, 1), day(2018, 4, 1)))).toEqual([day(2019, 4, 1), day(2020, 3, 31)]);
  });

  test("never for a complementary contribution, and for some only as a main occupation", () => {
    const of = (category: Category, kind: Question["kind"] = "provisional") =>
      dispenseUntil({ kind, date: day(2025, 2, 15), category });
    expect(() => of("complementary")).toThrow("dispense-complementary");
    for (const category of CATEGORIES.filter((one) => one !== "complementary"))
      expect(of(category).value).toBe(day(2026, 3, 31));
    const remark = (category: Category, kind?: Question["kind"]) => {
      const { facts, figures } = of(category, kind).way().at(-1)!;
      return [facts["parameter"], figures.map(({ value }) => value)];
    };
    expect(remark("student")).toEqual(["contributions.principal.minimum-income", [1_700_888]]);
    expect(remark("article-37")).toEqual(["contributions.article-37.ceiling", [890_995]]);
    expect(remark("article-37-mandate")).toEqual(["contributions.article-37.political-mandate-ceiling", [188_176]]);
    // The statement says nothing of the year that it settles.
    expect(remark("student", "settlement")).toEqual(["contributions.principal.minimum-income", []]);
    expect(tell(of("spouse-mini").way().at(-1)!)).toBe(
      "Assisting spouse, mini statute: only together with the person helped",
    );
    expect(tell(of("student").way().at(-1)!)).toBe(
      "Only where the contribution is at least that of a main occupation, from this income on: Minimum income, main occupation",
    );
  });
});

describe("article 16: prescription", () => {
  test("five years from the 1 January after, or of the third year after", () => {
    expect(CLAIMS.map((claim) => prescription(2020, claim).value)).toEqual([
      day(2025, 12, 31),
      day(2027, 12, 31),
      day(2025, 12, 31),
      day(2027, 12, 31),
    ]);
    expect(prescription(2020, "settlement").way().map(tell)).toEqual([
      "Prescription: 5 years, from 01/01/2023 to 31/12/2027",
      expect.stringMatching(/^If nothing interrupts it: a summons, .* makes the time begin again$/),
    ]);
  });

  test("years before 2015 are not covered", () => {
    expect(() => prescription(2014, "settlement")).toThrow("year-before-system");
    expect(prescription(2015, "contribution").value).toBe(day(2020, 12, 31));
  });
});
