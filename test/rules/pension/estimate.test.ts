import { tell } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { accrual, estimate } from "../../../src/rules/pension";
import { exactly } from "../../../src/rules/trace";
import "../../setup/lines";

const question = {
  firstYear: 2018,
  incomes: [25_000_00, undefined, 30_000_00],
  household: false,
  pensionDate: undefined,
  revaluation: undefined,
  acquired: 5000_00,
  acquiredYears: 28,
  indexation: undefined,
};

test("the years, what was acquired, and the sums of what is not rounded", () => {
  const { value } = estimate(question);
  expect(value.map(({ year, pension }) => [year, pension])).toEqual([
    [2018, 228_60],
    [2019, 0],
    [2020, 286_02],
    ["acquired", 5000_00],
    ["total-not-revalued", 5514_62],
    ["per-month-not-revalued", 459_55],
    // 1,881.91 × 30 / 45.
    ["minimum-per-month", 1254_61],
  ]);
});

test("three years whose halves of a cent add up are rounded once", () => {
  // 33.75 × 60 % / 45 = 0.45, 1.05 gives 0.4725: five times 0.47 are 2.35, and 2.3625 is 2.36.
  const incomes = [33_75, 33_75, 33_75, 33_75, 33_75];
  const revaluation = incomes.map(() => ({ units: 1_050_000, scale: 1_000_000 }));
  const { value } = estimate({ ...question, firstYear: 2021, incomes, revaluation, acquired: 0 });
  expect(value.slice(0, 5).map(({ pension }) => pension)).toEqual([47, 47, 47, 47, 47]);
  expect(value.slice(6, 8).map(({ pension }) => pension)).toEqual([236, 20]);
});

test("a cell is told by its own way", () => {
  const { way } = estimate(question);
  const told = (row: number) => way({ row, column: 4 }).map(tell);
  const year = {
    income: 25_000_00,
    year: 2018,
    household: false,
    quarters: 4,
    revaluation: undefined,
    indexation: undefined,
  };
  expect(told(0)).toEqual(accrual(year).way().map(tell));
  expect(told(1)).toEqual(["A blank year does not count"]);
  expect(told(3)).toEqual(["Built up before, for 28 career years: as given"]);
  const mixed = "Not revalued: each year stands in its own prices, and the sum mixes them";
  const sum = [
    "Career year 2018, before rounding",
    "Career year 2020, before rounding",
    "Built up before, for 28 career years: as given",
    "Sum of what was built up and of the years before rounding, rounded once",
  ];
  expect(told(4)).toEqual([...sum, mixed]);
  expect(told(5)).toEqual([...sum, "A twelfth of the sum before rounding, rounded once", mixed]);
  expect(told(6)[0]).toMatch(/^30\/45 of €1,881\.91/);
  expect(way().map(tell)).toEqual([...told(5).slice(0, -1), mixed, ...told(6)]);
  // 25,000 × 0.663250 × 60 % / 45 × 1.034, in cents: 22,860.01666…
  expect(way({ row: 4, column: 4 })[0]!.amount).toBe(Math.round(exactly(1) * 22_860.0166666667));
  expect(way({ row: 4, column: 4 }).at(-2)!.base).toBe(5514_62);
});

test("a year without an answer leaves its own cells and the sums without one; the rest stands", () => {
  const { value, way } = estimate({ ...question, firstYear: 2010, incomes: [40_000_00, 20_000_00] });
  const refused = { key: "accrual-not-settled" };
  expect(value[0]).toMatchObject({ income: 40_000_00, coefficient: refused, revaluation: refused, pension: refused });
  expect(value[1]!.pension).toBeGreaterThan(0);
  expect(value.slice(3, 5).map(({ pension }) => pension)).toEqual([
    expect.objectContaining(refused),
    expect.objectContaining(refused),
  ]);
  expect(value.at(-1)!.pension).toBe(1254_61);
  expect(way({ row: 0, column: 4 })).toMatchObject([{ step: "estimate-year", refusal: refused }]);
  expect(way({ row: 3, column: 4 }).filter(({ refusal }) => refusal !== undefined)).toHaveLength(2);
});

test("a minimum that is not held is refused in its own cell", () => {
  const { value, way } = estimate({ ...question, household: true, pensionDate: day(2026, 9, 1) });
  expect(value.at(-1)!.pension).toMatchObject({ key: "figure-unknown" });
  expect(value.at(-2)!.pension).toBeGreaterThan(0);
  expect(way({ row: 6, column: 4 })).toMatchObject([{ step: "estimate-minimum", refusal: { key: "figure-unknown" } }]);
});
