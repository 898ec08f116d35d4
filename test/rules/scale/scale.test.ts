import type { ParameterId } from "../../../src/parameters";
import { day } from "../../../src/rules/calendar";
import { figuresOn } from "../../../src/rules/figures";
import { attempt, type Refusal } from "../../../src/rules/refusal";
import { annualExact, incomeFor, marginalRate, type Part, quarterly, scale, scaleWay } from "../../../src/rules/scale";
import { STEP_UNIT } from "../../../src/rules/trace";

/** A made-up law with every feature: 10 % to 1,000.00, 5 % to 2,000.00, nothing above; nothing due below 100.00. */
const part = (step: Part["step"], from: number, to: number, rate: number): Part => ({
  step,
  from,
  to,
  rate,
  rateId: `contributions.rate.${step === "bracket-1" ? "bracket1" : "bracket2"}`,
  toId: `contributions.${step === "bracket-1" ? "bracket1" : "bracket2"}.ceiling`,
});
const parts = [part("bracket-1", 0, 100_000, 1000), part("bracket-2", 100_000, 200_000, 500)];
const jump = scale([
  {
    from: -Infinity,
    article: "1 §1",
    parts: [],
    exempt: { below: 10_000, id: "contributions.complementary.threshold" },
  },
  { from: 10_000, article: "1 §2", parts },
]);
const floor = scale([
  { from: -Infinity, article: "2", parts, presumed: { income: 50_000, id: "contributions.principal.minimum-income" } },
  { from: 50_000, article: "2", parts },
]);

const euro = (annual: number) => annual / 1_000_000;

describe("a scale", () => {
  test("is cut where the rate changes and where the law jumps", () => {
    expect(jump.map(({ from, base, rate }) => [from, euro(base), rate])).toEqual([
      [-Infinity, 0, 0],
      [10_000, 10, 1000],
      [100_000, 100, 500],
      [200_000, 150, 0],
    ]);
    // Below the presumed minimum nothing changes, so nothing is cut there.
    expect(floor.map(({ from, base, rate }) => [from, euro(base), rate])).toEqual([
      [-Infinity, 50, 0],
      [50_000, 50, 1000],
      [100_000, 100, 500],
      [200_000, 150, 0],
    ]);
  });

  test.each([
    [-5_000, 0],
    [0, 0],
    [9_999, 0],
    [10_000, 10],
    [100_000, 100],
    [150_000, 125],
    [200_000, 150],
    [1_000_000_000, 150],
  ])("annual contribution of %d cents with a threshold: %d euro", (income, annual) => {
    expect(euro(annualExact(jump, income))).toBe(annual);
  });

  test.each([
    [-5_000, 50],
    [0, 50],
    [49_999, 50],
    [50_000, 50],
    [50_001, 50.001],
  ])("annual contribution of %d cents with a presumed minimum: %d euro", (income, annual) => {
    expect(euro(annualExact(floor, income))).toBe(annual);
  });

  test("a quarter is rounded once, half up", () => {
    // 100.02 at 10 % is 10.002 a year, 2.5005 a quarter.
    expect(quarterly(jump, 10_002)).toBe(250);
    // 100.20 is 10.02 a year, 2.505 a quarter.
    expect(quarterly(jump, 10_020)).toBe(251);
  });

  test("the marginal rate is the slope to the right; a jump is none", () => {
    expect([9_999, 10_000, 99_999, 100_000, 200_000].map((income) => marginalRate(jump, income))).toEqual([
      0, 1000, 1000, 500, 0,
    ]);
    expect(marginalRate(floor, 49_999)).toBe(0);
  });
});

describe("the income of an amount", () => {
  test.each([
    // Any income up to the presumed minimum: 50.00 a year.
    [floor, 12_50, 0],
    [jump, 0, 0],
    [jump, 2_50, 10_000],
    // 10.02 a year is 2.505 a quarter.
    [jump, 2_51, 10_020],
    // 149.98 a year is 37.495 a quarter.
    [jump, 37_50, 199_960],
  ])("is the first that rounds to it", (of, amount, income) => {
    expect(incomeFor(of, amount)).toBe(income);
    expect(quarterly(of, income)).toBe(amount);
  });

  test("below the least, that is named", () => {
    expect(attempt(() => incomeFor(floor, 12_49))).toMatchObject({
      key: "no-income-below",
      facts: { lowest: { cents: 12_50 } },
    });
  });

  /** Nothing below 100.00; 10 % of the whole from there, 20 % of the whole from 1,000.00, to 2,000.00. */
  const jumps = scale([
    {
      from: -Infinity,
      article: "3",
      parts: [],
      exempt: { below: 10_000, id: "contributions.complementary.threshold" },
    },
    { from: 10_000, article: "3", parts: [part("bracket-1", 0, 100_000, 1000)] },
    { from: 100_000, article: "3", parts: [part("bracket-1", 0, 200_000, 2000)] },
  ]);
  const refused = (amount: number) => attempt(() => incomeFor(jumps, amount)) as Refusal;

  test("a band ends where the next one begins", () => {
    expect(jumps.map(({ from }) => from)).toEqual([-Infinity, 10_000, 100_000, 200_000]);
  });

  test("inside a jump both sides are named, to the cent", () => {
    // 999.99 × 10 % / 4 = 24.99975.
    expect(refused(30_00)).toMatchObject({
      key: "no-income-in-jump",
      facts: {
        below: { cents: 99_999 },
        owedBelow: { cents: 25_00 },
        above: { cents: 100_000 },
        owedAbove: { cents: 50_00 },
      },
    });
    expect(refused(1_00)).toMatchObject({
      key: "no-income-in-jump",
      facts: { below: { cents: 9_999 }, owedBelow: { cents: 0 }, above: { cents: 10_000 }, owedAbove: { cents: 2_50 } },
    });
  });

  test("above the most, the income from which it is due is named", () => {
    expect(refused(100_01)).toMatchObject({
      key: "no-income-above",
      facts: { highest: { cents: 100_00 }, income: { cents: 200_000 } },
    });
  });

  test("the last cent before the rate changes can be the first that owes it", () => {
    // 10 % to 0.21: 0.19 owes 0.475 cents a quarter, 0.20 half a cent.
    const early = scale([
      { from: -Infinity, article: "4", parts: [part("bracket-1", 0, 21, 1000), part("bracket-2", 21, 1_000, 500)] },
    ]);
    expect(incomeFor(early, 1)).toBe(20);
  });
});

describe("the way to a quarter", () => {
  const law = { figure: (id: ParameterId) => figuresOn([id], day(2026, 1, 1))[0]! };
  const way = (of: typeof jump, income: number) => scaleWay(of, income, law);
  const total = (income: number, of = jump) => way(of, income).reduce((sum, { amount = 0 }) => sum + amount, 0);
  /** The figures by their names. */
  const named = (income: number) =>
    way(jump, income).map((line) => ({ ...line, figures: line.figures.map(({ id }) => id) }));

  test("names bracket, base and rate, and shows the rounding", () => {
    expect(named(150_010)).toEqual([
      {
        step: "bracket-1",
        facts: {},
        base: 100_000,
        rate: 1000,
        quarter: true,
        amount: 100_000_000,
        article: "1 §2",
        figures: ["contributions.rate.bracket1", "contributions.bracket1.ceiling"],
      },
      {
        step: "bracket-2",
        facts: {},
        base: 50_010,
        rate: 500,
        quarter: true,
        amount: 25_005_000,
        article: "1 §2",
        figures: ["contributions.rate.bracket2"],
      },
      // 125.005 a year is 31.25125 a quarter.
      { step: "rounding", facts: {}, amount: -5_000, article: "AR67 53", figures: [] },
    ]);
  });

  test("names a bracket from its first cent on", () => {
    expect(way(jump, 100_001).map(({ step, base }) => [step, base])).toEqual([
      ["bracket-1", 100_000],
      ["bracket-2", 1],
      ["rounding", undefined],
    ]);
  });

  test("says that nothing is due, and below which income", () => {
    expect(named(5_000)).toEqual([
      {
        step: "exempt",
        facts: {},
        base: 10_000,
        amount: 0,
        article: "1 §1",
        figures: ["contributions.complementary.threshold"],
      },
    ]);
  });

  test("shows the minimum that replaces the income", () => {
    expect(way(floor, -1).map(({ step, base }) => [step, base])).toEqual([
      ["floor", 50_000],
      ["bracket-1", 50_000],
    ]);
  });

  test.each([-1, 0, 9_999, 10_000, 10_001, 33_333, 100_000, 150_010, 200_000, 300_000])(
    "adds up at %d cents",
    (income) => {
      expect(total(income)).toBe(quarterly(jump, income) * STEP_UNIT);
      expect(total(income, floor)).toBe(quarterly(floor, income) * STEP_UNIT);
    },
  );
});
