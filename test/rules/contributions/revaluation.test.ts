import { day } from "../../../src/rules/calendar";
import { type Indexation, revaluedIncome } from "../../../src/rules/contributions";
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
