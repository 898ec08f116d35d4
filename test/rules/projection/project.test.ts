import { quarter } from "../../../src/rules/calendar";
import { Incomes, project } from "../../../src/rules/projection";

const euros = (cents: unknown): unknown => (typeof cents === "number" ? cents / 100 : cents);

// law/contributions.md, section 10: principal from 01/01/2026, indexation 0.02, profit 60 000 a year, no fee.
test("a steady profit is taxed in a saw-tooth: settlements come two years late, and lower the income of their year", () => {
  const profits = new Incomes(2026, Array<number>(8).fill(60_000_00));
  const { value } = project(profits, {
    category: "principal",
    start: quarter(2026, 1),
    indexation: "0.02",
    basis: "profit",
  });
  expect(value.map(({ cashOut }) => euros(cashOut))).toEqual([
    3561.68, 3632.92, 11_713.76, 20_200.36, 18_455.6, 6385.44, 4912.4, 9524.32,
  ]);
  expect(value.map(({ income }) => euros(income))).toEqual([
    56_438.32, 56_367.08, 48_286.24, 39_799.64, 41_544.4, 53_614.56, 55_087.6, 50_475.68,
  ]);
  expect(new Set(value.map(({ profit }) => profit))).toEqual(new Set([60_000_00]));
});

test("a refund raises the income of the year in which it comes", () => {
  const profits = new Incomes(2026, [0], [80_000_00, 80_000_00, 80_000_00, 10_000_00, 10_000_00]);
  const [row] = project(profits, { category: "complementary", basis: "profit" }).value;
  expect(row!.settledNow).toBeLessThan(0);
  expect(row!.income).toBe(-(row!.cashOut as number));
});

test("a payment that is not known leaves the income of its year open, and what rests on it", () => {
  const profits = new Incomes(2024, [40_000_00, 40_000_00, 40_000_00, 40_000_00], [20_000_00, 20_000_00, 20_000_00]);
  const rows = project(profits, { category: "principal", indexation: "0", basis: "profit" }).value;
  // The settlements of 2022 and 2023 rest on 2019 and 2020; that of 2024 on the income of 2024, which is open then.
  for (const { income, final, profit } of rows) {
    expect([income, final]).toEqual([
      expect.objectContaining({ key: "reference-income-not-given" }),
      expect.objectContaining({ key: "reference-income-not-given" }),
    ]);
    expect(profit).toBe(40_000_00);
  }
});

// Section 10: a student of 2026, income 7000: without an estimate 394.04 provisional, with 7000 nothing.
test("an estimate lowers the provisional quarters of its own year alone", () => {
  const own = (...estimates: (number | undefined)[]) =>
    project(new Incomes(2026, [7000_00, 7000_00], [], estimates), {
      category: "student",
      start: quarter(2026, 1),
      indexation: "0",
    }).value.map(({ provisional }) => euros(provisional));
  expect(own()).toEqual([394.04, 394.04]);
  expect(own(7000_00, undefined)).toEqual([0, 394.04]);
  expect(own(undefined, 7000_00)).toEqual([394.04, 0]);
});
