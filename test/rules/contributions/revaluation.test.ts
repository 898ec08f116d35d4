import { day, quarter } from "../../../src/rules/calendar";
import {
  askedProvisionalRule,
  type Indexation,
  provisionalQuarter,
  provisionalQuarterRule,
  revaluedIncome,
} from "../../../src/rules/contributions";
import { attempt } from "../../../src/rules/refusal";

describe("article 11 §3: the income of year N-3", () => {
  const last = (year: number, indexation?: Indexation) => {
    const { step, base, confidence, figures } = revaluedIncome(40_000_00, year, indexation).way().at(-1)!;
    return { step, base, confidence, figures: figures.map(({ id }) => id) };
  };

  test("is brought to the year by the fraction of two indices, which are named", () => {
    // 40,000 × 676.50 / 630.85.
    expect(revaluedIncome(40_000_00, 2026).value).toBe(42_894_51);
    expect(last(2026)).toEqual({
      step: "revalued",
      base: 42_894_51,
      figures: ["contributions.index.numerator", "contributions.revaluation.denominator"],
    });
  });

  test("follows three years of assumed growth beyond the last decree: no index is held there, so none is named", () => {
    expect(revaluedIncome(40_000_00, 2027, "0.02").value).toBe(42_448_32);
    expect(last(2027, "0.02")).toEqual({
      step: "revalued-assumed",
      base: 42_448_32,
      confidence: "projection",
      figures: [],
    });
  });

  test("has no fraction in 2015, from its first day on", () => {
    expect(attempt(() => revaluedIncome(40_000_00, 2015))).toMatchObject({
      code: "notAvailable",
      facts: { day: { day: day(2015, 1, 1) } },
    });
  });
});

// law/contributions.md, section 6: the income of 2022 for 2026 by 676.50 / 606.30, the mean index of 2022.
describe("article 11 §3: the income of N-3 was not known on 1 January", () => {
  const lines = (incomeYear: number, year: number, indexation?: Indexation) =>
    revaluedIncome(30_000_00, year, indexation, incomeYear)
      .way()
      .map(({ step, facts, base, figures }) => [step, Object.values(facts), base, figures.map(({ from }) => from)]);

  test("an earlier year counts, with its own mean index", () => {
    expect(revaluedIncome(30_000_00, 2026, undefined, 2022).value).toBe(33_473_53);
    expect(lines(2022, 2026)).toEqual([
      ["income-of-year", [2022], 30_000_00, []],
      ["revalued", [], 33_473_53, [day(2026, 1, 1), day(2025, 1, 1)]],
    ]);
    expect(lines(2023, 2026)[0]![0]).toBe("income-n-3");
  });

  test("in a year without law as many years of growth as lie between", () => {
    // 30,000 × 1.02 ^ 5.
    expect(lines(2023, 2028, "0.02")).toEqual([
      ["income-of-year", [2023], 30_000_00, []],
      ["revalued-assumed", [5], 33_122_42, []],
    ]);
    expect(lines(2025, 2028, "0.02")[1]!.slice(0, 2)).toEqual(["revalued-assumed", [3]]);
  });

  test("a later year than N-3 is no such year, one before 2013 has no index", () => {
    const asked = (incomeYear: number, year = 2026, indexation?: Indexation) =>
      attempt(() => revaluedIncome(30_000_00, year, indexation, incomeYear));
    expect(asked(2024)).toMatchObject({
      key: "income-year-too-late",
      facts: { given: 2024, latest: 2023, year: 2026 },
    });
    // 30,000 × 676.50 / 492.78.
    expect(asked(2013)).toMatchObject({ value: 41_184_71 });
    const held = { code: "notAvailable", key: "income-year-not-held", facts: { given: 2012, first: 2013 } };
    expect(asked(2012)).toMatchObject(held);
    expect(asked(2012, 2028, "0.02")).toMatchObject(held);
  });

  test("the provisional quarter rests on it; a year before the start has no income", () => {
    const since = (start: number) => ({ category: "principal" as const, year: 2026, start: quarter(start, 1) });
    const paid = (incomeYear: number, question: ReturnType<typeof since>) =>
      attempt(() => provisionalQuarter(askedProvisionalRule(question, incomeYear), { incomeN3: 30_000_00 }).value);
    // 33,473.53 × 20.5 % / 4.
    expect(paid(2022, since(2022))).toBe(1_715_52);
    expect(paid(2021, since(2022))).toMatchObject({
      key: "income-year-before-start",
      facts: { given: 2021, first: 2022 },
    });
    expect(paid(2024, since(2022))).toMatchObject({ key: "income-year-too-late" });
    // Flat: no income is read, but a year that cannot be is refused all the same.
    expect(paid(2023, since(2024))).toMatchObject({ key: "income-year-before-start" });
  });

  test("of an incomplete first year all four quarters are counted", () => {
    const of = { category: "principal", quarter: quarter(2026, 1), start: quarter(2021, 3) } as const;
    const { value, way } = provisionalQuarter(provisionalQuarterRule(of, 2021), { incomeN3: 10_000_00 });
    // 10,000 in two quarters are 20,000; × 676.50 / 553.21 = 24,457.26, the mean index of 2021.
    expect(
      way()
        .slice(0, 3)
        .map(({ base }) => base),
    ).toEqual([10_000_00, 20_000_00, 24_457_26]);
    expect(value).toBe(1_253_43);
  });

  test("a quarter outside the activity owes nothing, whatever the year", () => {
    const of = { category: "principal", quarter: quarter(2026, 4), stop: quarter(2026, 2) } as const;
    expect(provisionalQuarter(provisionalQuarterRule(of, 2012), {}).value).toBe(0);
  });
});
