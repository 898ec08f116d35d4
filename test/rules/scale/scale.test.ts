import { annualExact, explain, marginalRate, quarterly, scale, type Part, STEP_UNIT } from "../../../src/rules/scale";

/** A made-up law with every feature: 10 % to 1,000.00, 5 % to 2,000.00, nothing above; nothing due below 100.00. */
const part = (step: Part["step"], from: number, to: number, rate: number): Part => ({
  step,
  from,
  to,
  rate,
  rateId: step,
  toId: `${step}.ceiling`,
});
const parts = [part("bracket-1", 0, 100_000, 1000), part("bracket-2", 100_000, 200_000, 500)];
const jump = scale([
  { from: -Infinity, article: "1 §1", parts: [], exempt: { below: 10_000, id: "threshold" } },
  { from: 10_000, article: "1 §2", parts },
]);
const floor = scale([
  { from: -Infinity, article: "2", parts, presumed: { income: 50_000, id: "minimum" } },
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

describe("an explanation", () => {
  const total = (income: number, of = jump) => explain(of, income).reduce((sum, { amount = 0 }) => sum + amount, 0);

  test("names bracket, base and rate, and shows the rounding", () => {
    expect(explain(jump, 150_010)).toEqual([
      {
        step: "bracket-1",
        base: 100_000,
        rate: 1000,
        amount: 100_000_000,
        article: "1 §2",
        parameters: ["bracket-1", "bracket-1.ceiling"],
      },
      { step: "bracket-2", base: 50_010, rate: 500, amount: 25_005_000, article: "1 §2", parameters: ["bracket-2"] },
      // 125.005 a year is 31.25125 a quarter.
      { step: "rounding", amount: -5_000, article: "AR67 53", parameters: [] },
    ]);
  });

  test("says that nothing is due, and below which income", () => {
    expect(explain(jump, 5_000)).toEqual([
      { step: "exempt", base: 10_000, amount: 0, article: "1 §1", parameters: ["threshold"] },
    ]);
  });

  test("shows the minimum that replaces the income", () => {
    expect(explain(floor, -1).map(({ step, base }) => [step, base])).toEqual([
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
