import Decimal from "decimal.js";
import fc from "fast-check";
import { tell } from "../../../src/i18n";
import { series } from "../../../src/parameters";
import { civilDate, day, type Day } from "../../../src/rules/calendar";
import { attempt } from "../../../src/rules/refusal";
import { springboard, SPRINGBOARD_RESULTS } from "../../../src/rules/status";
import { exactly } from "../../../src/rules/trace";
import * as oracle from "../../oracle";
import "../../setup/lines";

const reduction = (annualIncome: number, date: Day): number => springboard({ annualIncome, date }).value;

test("what exceeds the daily ceiling is taken off", () => {
  expect(reduction(468_000, day(2016, 7, 1))).toBe(130);
  expect(reduction(427_440, day(2017, 5, 31))).toBe(0);
  // 13.70 × 312 = 4,274.40; half a cent a day, 1.56 a year, is the first that counts.
  expect(reduction(427_595, day(2017, 5, 31))).toBe(0);
  expect(reduction(427_596, day(2017, 5, 31))).toBe(1);
});

test.each([0, -1, -500_000])("an income of %i takes nothing off", (income) => {
  expect(reduction(income, day(2026, 5, 1))).toBe(0);
});

test("the ceilings of a day and of a year", () => {
  const of = (result: (typeof SPRINGBOARD_RESULTS)[number]) =>
    springboard({ annualIncome: 0, date: day(2020, 3, 1), result }).value;
  expect(SPRINGBOARD_RESULTS.map(of)).toEqual([0, 14_54, 4536_48]);
});

test("in words", () => {
  // 4,680 a year: 15.00 a day, 1.30 above 13.70; 312 times 13.70 are 4,274.40.
  const lines = SPRINGBOARD_RESULTS.flatMap((result) =>
    springboard({ annualIncome: 468_000, date: day(2016, 7, 1), result }).way(),
  );
  expect(lines.map(tell)).toEqual([
    "€4,680.00 a year, divided by 312: €15.00 a day",
    "What exceeds €13.70 a day is taken off the benefit",
    "Ceiling of the day, on 01/07/2016",
    "312 times the ceiling of €13.70 a day",
  ]);
  expect(lines.map(({ amount }) => amount)).toEqual([undefined, exactly(130), exactly(1370), exactly(427_440)]);
});

test.each([
  [day(2017, 6, 1), 102],
  [day(2020, 3, 1), 46],
  [day(2026, 9, 1), 0],
])("the ceiling follows the index from 06/2017: on day %i", (on, taken) => {
  expect(reduction(468_000, on)).toBe(taken);
});

test("every daily ceiling is the base × the coefficient of its index rank", () => {
  const base = series("status.onem.daily-ceiling-base")[0]!.value!;
  const ceilings = series("status.onem.daily-ceiling").filter(({ value }) => value !== null);
  expect(ceilings.length).toBe(16);
  ceilings.forEach(({ value }, position) => {
    const coefficient = new Decimal("1.02").pow(15 + position).toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
    expect(coefficient.times(base).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()).toBe(value);
  });
});

test.each([
  ["before the first ceiling", day(2016, 6, 30), "parameter-not-in-force"],
  ["after the last day whose index is known", day(2026, 12, 1), "figure-unknown"],
])("there is none %s", (_, date, key) => {
  for (const result of SPRINGBOARD_RESULTS)
    expect(attempt(() => springboard({ annualIncome: 0, date, result }))).toMatchObject({ code: "notAvailable", key });
});

const iso = (serial: Day): string => {
  const { year, month, day: ofMonth } = civilDate(serial);
  return new Date(Date.UTC(year, month - 1, ofMonth)).toISOString().slice(0, 10);
};

test("as the oracle answers", () => {
  const date = fc.integer({ min: day(2016, 6, 1), max: day(2027, 1, 31) });
  const income = fc.integer({ min: -1_000_00, max: 40_000_00 });
  fc.assert(
    fc.property(income, date, fc.constantFrom(...SPRINGBOARD_RESULTS), (annualIncome, on, result) => {
      const expected = oracle.springboard(BigInt(annualIncome), iso(on), result);
      const answer = attempt(() => springboard({ annualIncome, date: on, result }));
      expect("value" in answer ? answer.value : "#N/A").toBe(
        oracle.isRefusal(expected) ? expected.refusal : Number(expected),
      );
    }),
  );
});
