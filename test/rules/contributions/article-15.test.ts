import fc from "fast-check";
import { day, quarter, QUARTERS_OF_YEAR } from "../../../src/rules/calendar";
import {
  activity,
  annualContribution,
  askedRule,
  breakdown,
  CATEGORIES,
  type Category,
  contribution,
  finalYear,
  LAST_YEAR,
  provisionalQuarter,
  provisionalQuarterRule,
  quarterRule,
} from "../../../src/rules/contributions";
import { attempt } from "../../../src/rules/refusal";

/** The four quarters of a year on an income, in cents. */
const quarters = (
  category: Category,
  income: number,
  year: number,
  start: number | undefined,
  stop: number,
): number[] =>
  QUARTERS_OF_YEAR.map((n) =>
    contribution(income, quarterRule({ category, quarter: quarter(year, n), ...activity(start, stop) })),
  );

describe("a stop", () => {
  // Easypay: 15 000 from 01/10/2014 to 30/09/2015 stand for 20 000, at the starter's 20.5 %.
  test("leaves its quarter due, whole, and nothing after it", () => {
    const owed = [1025_00, 1025_00, 1025_00, 0];
    expect(quarters("principal", 15_000_00, 2015, day(2014, 10, 1), day(2015, 9, 30))).toEqual(owed);
    expect(quarters("principal", 15_000_00, 2015, day(2014, 10, 1), day(2015, 7, 1))).toEqual(owed);
    // The day before: two quarters, 30 000 × 20.5 % / 4.
    expect(quarters("principal", 15_000_00, 2015, day(2014, 10, 1), day(2015, 6, 30))).toEqual([
      1537_50, 1537_50, 0, 0,
    ]);
    // On the day after: four quarters again, 15 000 × 20.5 % / 4.
    expect(quarters("principal", 15_000_00, 2015, day(2014, 10, 1), day(2015, 10, 1))).toEqual(Array(4).fill(768_75));
  });

  test("in the year of the start leaves the quarters from the one to the other", () => {
    // 4000 in three quarters are 5333.33, below the minimum.
    expect(quarters("principal", 4_000_00, 2026, day(2026, 2, 1), day(2026, 8, 31))).toEqual([
      890_42, 890_42, 890_42, 0,
    ]);
    // 10 000 in one quarter are 40 000.
    expect(quarters("principal", 10_000_00, 2026, day(2026, 4, 1), day(2026, 4, 1))).toEqual([0, 2050_00, 0, 0]);
    expect(quarters("principal", 10_000_00, 2026, day(2026, 4, 1), day(2026, 6, 30))).toEqual([0, 2050_00, 0, 0]);
  });

  test("before the start is refused, also in one quarter; on the same day it is not", () => {
    expect(attempt(() => activity(day(2025, 4, 10), day(2025, 4, 9)))).toMatchObject({
      key: "date-before",
      facts: { argument: "stop", other: "start", given: { day: day(2025, 4, 9) }, limit: { day: day(2025, 4, 10) } },
    });
    const q = quarter(2025, 2);
    expect(activity(day(2025, 4, 10), day(2025, 4, 10))).toEqual({ start: q, stop: q });
    expect(activity(undefined, day(2025, 4, 10))).toEqual({ stop: q });
    expect(activity(day(2025, 4, 10), undefined)).toEqual({ start: q });
  });

  test("makes the quarters of its year differ, those of other years not", () => {
    const asked = (year: number, stop: number) =>
      attempt(() => contribution(25_000_00, askedRule({ category: "principal", year, ...activity(undefined, stop) })));
    expect(asked(2025, day(2025, 9, 30))).toMatchObject({ key: "quarter-needed" });
    // 25 000 × 20.5 % / 4.
    expect(asked(2025, day(2025, 10, 1))).toBe(1281_25);
    expect(asked(2024, day(2025, 3, 31))).toBe(1281_25);
    // After the end no law is needed.
    expect(asked(2026, day(2025, 12, 31))).toBe(0);
    expect(asked(LAST_YEAR + 5, day(2025, 12, 31))).toBe(0);
  });

  test("is told where it leaves a quarter without contribution", () => {
    const rule = quarterRule({ category: "principal", quarter: quarter(2025, 3), stop: quarter(2025, 2) });
    expect(
      breakdown(25_000_00, rule).value.map(({ step, base, amount, article }) => [step, base, amount, article]),
    ).toEqual([
      ["income", 25_000_00, undefined, "AR38 11 §2"],
      ["after-stop", undefined, 0, "AR38 15 §2"],
    ]);
    const lines = finalYear(25_000_00, { category: "principal", year: 2025, stop: quarter(2025, 2) }).way();
    expect(lines.map(({ steps }) => steps!.map(({ step }) => step))).toEqual([
      ["income", "annualised", "bracket-1"],
      ["income", "after-stop"],
    ]);
  });

  test("brings an estimate of its year to a full one", () => {
    // A starting student of 2026: 4500 in two quarters are 9000, (9000 - 8687.04) × 20.5 % / 4.
    const of = {
      category: "student",
      quarter: quarter(2026, 1),
      ...activity(day(2026, 1, 1), day(2026, 5, 31)),
    } as const;
    expect(provisionalQuarter(provisionalQuarterRule(of), { estimate: 4_500_00 }).value).toBe(16_04);
  });
});

const cents = fc.integer({ min: -10_000_00, max: 130_000_00 });
const category = fc.constantFrom(...CATEGORIES);
const years = fc.integer({ min: 2015, max: LAST_YEAR });
const starts = fc.option(fc.integer({ min: day(2013, 1, 1), max: day(LAST_YEAR, 12, 31) }), { nil: undefined });

test("a stop in the last quarter of a year, or later, changes nothing in it", () => {
  const later = fc.integer({ min: 0, max: 2000 });
  fc.assert(
    fc.property(cents, category, years, starts, later, (income, who, year, start, days) => {
      const stop = day(year, 10, 1) + days;
      fc.pre(start === undefined || start <= stop);
      const question = { category: who, year };
      const plain = attempt(() => finalYear(income, { ...question, ...activity(start, undefined) }).value);
      expect(attempt(() => finalYear(income, { ...question, ...activity(start, stop) }).value)).toEqual(plain);
    }),
  );
});

/** Whose law does not count the quarters since the start, in the years of one rate for all. */
const LASTING = CATEGORIES.filter((one) => !one.startsWith("primostarter"));

test("two spans that share a year and its income evenly owe what the whole year owes", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -2_500_00, max: 30_000_00 }),
      fc.constantFrom(...LASTING),
      fc.integer({ min: 2018, max: LAST_YEAR }),
      fc.constantFrom(1, 2, 3),
      (aQuarter, who, year, last) => {
        const stop = quarter(year, last as 1 | 2 | 3);
        const owed = (count: number, question: object) =>
          attempt(() => annualContribution(count * aQuarter, { category: who, year, ...question }));
        const whole = owed(4, {});
        // A category that begins in the year has no sum, nor has one of its parts.
        if (typeof whole !== "number") return;
        expect(Number(owed(last, { stop })) + Number(owed(4 - last, { start: stop + 1 }))).toBe(whole);
      },
    ),
  );
});
