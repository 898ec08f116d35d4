import { effective, marginal, askedRule } from "../../../src/rules/contributions";
import { attempt } from "../../../src/rules/refusal";

// The year 2026 of law/contributions.md, section 4: complementary up to 1,922.16 nothing, then 20.5 %, 14.16 % from 75,024.54, nothing from 110,562.42.
const complementary = askedRule({ category: "complementary", year: 2026 });
const steps = (income: number) =>
  marginal(income, complementary)
    .way()
    .map(({ step }) => step);

describe("four quarters as a share of the income", () => {
  const share = (income: number) => attempt(() => effective(income, { category: "principal", year: 2026 }).value);

  test("needs an income", () => {
    for (const income of [0, -1]) expect(share(income)).toMatchObject({ key: "income-not-positive" });
    // 20.5 % of 40,000.00 is 8,200.00.
    expect(share(40_000_00)).toBe(0.205);
    expect(share(1)).toBeGreaterThan(1);
  });
});

describe("the rate on the next euro", () => {
  test("names the stretch, and the last one as such", () => {
    expect(steps(50_000_00)).toEqual(["segment"]);
    expect(steps(110_562_42)).toEqual(["segment-last"]);
  });

  test("says that a jump is ahead, within a euro of it and no sooner", () => {
    expect(steps(1_922_15)).toEqual(["segment", "jump-ahead"]);
    expect(steps(1_921_16)).toEqual(["segment", "jump-ahead"]);
    expect(steps(1_921_15)).toEqual(["segment"]);
    expect(steps(1_922_16)).toEqual(["segment"]);
  });
});
