import fc from "fast-check";
import { quarter } from "../../../src/rules/calendar";
import { CATEGORIES, provisionalQuarter, provisionalQuarterRule } from "../../../src/rules/contributions";
import { attempt, Refusal } from "../../../src/rules/refusal";
import { STEP_UNIT } from "../../../src/rules/trace";

describe("a provisional quarter with an estimate, step by step", () => {
  const start = quarter(2026, 1);
  const inSecondQuarter = quarter(2026, 2);

  const informing = (of: Parameters<typeof provisionalQuarterRule>[0], estimate?: number, incomeN3?: number) =>
    provisionalQuarter(provisionalQuarterRule(of), { incomeN3, estimate })
      .way()
      .filter(({ amount }) => amount === undefined)
      .map(({ step, base }) => [step, base]);

  test("without an estimate nothing is said of one", () => {
    expect(informing({ category: "principal", quarter: inSecondQuarter, start })).toEqual([["flat-base", 17_374_08]]);
  });

  test("a lower contribution on the estimate", () => {
    expect(informing({ category: "student", quarter: inSecondQuarter, start }, 9_000_00)).toEqual([
      ["flat-base", 1_922_16],
      ["estimate", 9_000_00],
    ]);
  });

  test("an estimate that asks for more names the quarter that may be paid", () => {
    expect(informing({ category: "complementary", quarter: inSecondQuarter, start }, 20_000_00)).toEqual([
      ["flat-base", 1_922_16],
      ["estimate-idle", 20_000_00],
      ["estimate-higher", 1_025_00],
    ]);
    // 20,000 × 20.5 % / 4, less the 118.52 of the first quarter.
    expect(informing({ category: "primostarter", quarter: start, start }, 20_000_00).at(-1)).toEqual([
      "estimate-higher",
      906_48,
    ]);
  });

  test("a primostarter's estimate below the minimum pays on the lower one, the first quarter less its reduction", () => {
    const paid = (q: number) =>
      provisionalQuarter(provisionalQuarterRule({ category: "primostarter", quarter: q, start }), { estimate: 0 })
        .value;
    // 8,972.07 × 20.5 % / 4; article 12 §1bis al. 2 takes 118.52 off.
    expect([start, inSecondQuarter].map(paid)).toEqual([341_30, 459_82]);
  });

  test("a quarter before the start is one line of nothing", () => {
    const of = { category: "principal", quarter: quarter(2025, 4), start } as const;
    const { value, way } = provisionalQuarter(provisionalQuarterRule(of), {
      incomeN3: 40_000_00,
      estimate: 9_000_00,
    });
    expect(value).toBe(0);
    expect(way().map(({ step, amount, article }) => [step, amount, article])).toEqual([
      ["before-start", 0, "AR38 15 §2"],
    ]);
  });

  test("an estimate that asks for the same", () => {
    expect(informing({ category: "principal", quarter: inSecondQuarter, start }, 0).at(-1)).toEqual([
      "estimate-idle",
      0,
    ]);
  });

  test("before 2022 the step that covers it", () => {
    const of = { category: "principal", quarter: quarter(2019, 1) } as const;
    expect(informing(of, 25_000_00, 40_000_00).slice(-2)).toEqual([
      ["estimate", 25_000_00],
      ["estimate-step", 27_694_78],
    ]);
    // 26 044.44 × 539.18 / 507.05 = 27 694.79, whose quarter is that of the step: 1419.36.
    expect(informing(of, 25_000_00, 26_044_44).at(-1)).toEqual(["estimate-idle", 25_000_00]);
    // An estimate of a step itself.
    expect(informing(of, 27_694_78, 40_000_00).at(-1)).toEqual(["estimate-step", 27_694_78]);
  });

  test("the amounts add up to the contribution, which no estimate raises", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CATEGORIES),
        fc.integer({ min: quarter(2016, 1), max: quarter(2026, 4) }),
        fc.option(fc.integer({ min: quarter(2013, 1), max: quarter(2026, 4) }), { nil: undefined }),
        fc.integer({ min: -1_000_00, max: 130_000_00 }),
        fc.integer({ min: 0, max: 130_000_00 }),
        (category, q, begin, incomeN3, estimate) => {
          const rule = attempt(() => provisionalQuarterRule({ category, quarter: q, start: begin }));
          if (rule instanceof Refusal) return;
          const reduced = attempt(() => provisionalQuarter(rule, { incomeN3, estimate }));
          if (reduced instanceof Refusal) return;
          const { value, way } = reduced;
          expect(way().reduce((sum, { amount = 0 }) => sum + amount, 0)).toBe(value * STEP_UNIT);
          expect(value).toBeLessThanOrEqual(provisionalQuarter(rule, { incomeN3 }).value);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
