import Decimal from "decimal.js";
import { tell } from "../../../src/i18n";
import { dated, series } from "../../../src/parameters";
import { day, firstDayOfYear } from "../../../src/rules/calendar";
import { accrual } from "../../../src/rules/pension";
import { attempt } from "../../../src/rules/refusal";
import { exactly } from "../../../src/rules/trace";
import "../../setup/lines";

type Question = Parameters<typeof accrual>[0];

const of = (income: number, year: number, more: Partial<Question> = {}) =>
  accrual({ income, year, household: false, quarters: 4, revaluation: undefined, indexation: undefined, ...more });

describe("articles 4 to 6: the pension of a career year", () => {
  test.each([
    // Liantis: income × 60 % / 45.
    [30_000_00, 2021, {}, 400_00],
    [30_000_00, 2021, { household: true }, 500_00],
    [30_000_00, 2024, { quarters: 1 }, 100_00],
    // L'Echo: no more than 61,865.94 of 2021.
    [100_000_00, 2021, {}, 824_88],
    [61_865_94, 2021, {}, 824_88],
    [30_000_00, 2020, {}, 286_02],
    [30_000_00, 2018, {}, 274_32],
    [30_000_00, 2010, { revaluation: { units: 994_321, scale: 1_000_000 } }, 272_76],
    [25_000_00, 1999, {}, 195_72],
    [0, 2024, {}, 0],
  ] as const)("%i in %i %j", (income, year, more, amount) => {
    expect(of(income, year, more).value).toBe(amount);
  });

  test.each([
    [1997, 34_265_74],
    [2002, 34_265_74],
    [2003, 31_820_77],
    [2018, 31_820_77],
    [2019, 59_243_06],
    [2020, 59_243_06],
  ])("%i: sure up to an income of %i, and not a cent above", (year, income) => {
    expect(of(income, year).value).toBeGreaterThan(0);
    expect(attempt(() => of(income + 1, year))).toMatchObject({ key: "accrual-not-settled", code: "notAvailable" });
  });

  test.each([1956, 1957, 1983, 1984, 1996])("%i: not held", (year) => {
    expect(attempt(() => of(10_000_00, year))).toMatchObject({ code: "notAvailable" });
  });

  test("after the last ceiling only an assumed growth of the index gives one", () => {
    expect(attempt(() => of(40_000_00, 2027))).toMatchObject({ key: "accrual-ceiling-not-published" });
    // 80,627.22 × 1.02² = 83,884.559688 × 60 % / 45 = 1,118.4608; below the ceiling the income itself counts.
    expect(of(90_000_00, 2028, { indexation: "0.02" }).value).toBe(1118_46);
    expect(of(40_000_00, 2028, { indexation: "0.02" }).value).toBe(533_33);
    const [line] = of(90_000_00, 2028, { indexation: "0.02" }).way();
    expect(line!.figures[0]).toMatchObject({ confidence: "projection", value: 83_884_56 });
    expect(attempt(() => of(40_000_00, 2100, { indexation: "1" }))).toMatchObject({ key: "projection-too-large" });
  });

  test("the years before 2021 have the welfare coefficient, the later ones a ceiling", () => {
    const told = (year: number, more: Partial<Question> = {}) => of(30_000_00, year, more).way().map(tell);
    expect(told(2020, { quarters: 3 })).toEqual([
      "Income of 2020, below the ceiling: €30,000.00",
      "Not revalued: in the prices of 2020",
      "Coefficient of the career year: 0.691542",
      "Career year before 2021: × 1.034, for pensions that start from 01/07/2023",
      "3 of the 4 quarters of the year count",
      "60% of it, divided by the 45 years of a full career: gross pension a year",
    ]);
    expect(told(2021, { household: true, revaluation: { units: 1_050_000, scale: 1_000_000 } })).toEqual([
      "Income of 2021, below the ceiling: €30,000.00",
      "Revalued by the coefficient that you give: 1.05",
      "Coefficient of the career year: 1",
      "75% of it, divided by the 45 years of a full career: gross pension a year",
    ]);
    expect(of(100_000_00, 2021).way().map(tell)[0]).toBe("Income of 2021, counted up to the ceiling: €61,865.94");
    expect(of(30_000_00, 2021).way().at(-1)!.amount).toBe(exactly(400_00));
  });
});

test("article 5 §2: each ceiling is the base × its rise × the index coefficient of 1 January", () => {
  const RISES: Readonly<Record<number, string>> = { 2021: "1.0238", 2022: "1.0482" };
  /** First days of the index ranks from 18 on, by the day on which the pivot was passed: the month before. */
  const PASSED = [18, 20, 25, 26, 27, 29];
  const years = [2021, 2022, 2023, 2024, 2025, 2026];
  years.forEach((year, index) => {
    const coefficient = new Decimal("1.02").pow(PASSED[index]!).toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
    const ceiling = coefficient
      .times("42310.43")
      .times(RISES[year] ?? "1.0731")
      .times(100);
    expect(dated("pension.accrual.ceiling", firstDayOfYear(year))!.value).toBe(
      ceiling.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(),
    );
  });
  expect(series("pension.accrual.ceiling").at(-1)).toMatchObject({ from: day(2027, 1, 1), value: null });
});
