import { fromProfit } from "../../../src/rules/contributions";
import { attempt } from "../../../src/rules/refusal";

const complementary = (profit: number) => fromProfit(profit, { category: "complementary", year: 2026 });

test("a profit that owes nothing is the income", () => {
  expect(complementary(1_922_15).value).toEqual({ income: 1_922_15, contributions: 0, fee: 0, residue: 0 });
});

// law/contributions.md, section 11: the jump at 1922.16 is to 394.04; a residue of 0.08 at most is rounding.
test("a profit of up to 0.08 above what owes nothing is rounding", () => {
  const nothing = { income: 1_922_15, contributions: 0, fee: 0 };
  expect(complementary(1_922_16).value).toEqual({ ...nothing, residue: 1 });
  expect(complementary(1_922_23).value).toEqual({ ...nothing, residue: 8 });
  expect(attempt(() => complementary(1_922_24))).toMatchObject({
    key: "no-fixed-point",
    facts: {
      below: { cents: 1_922_15 },
      owedBelow: { cents: 0 },
      above: { cents: 1_922_16 },
      owedAbove: { cents: 394_04 },
    },
  });
});

test("the way tells the residue where there is one", () => {
  const residue = (profit: number) =>
    complementary(profit)
      .way()
      .filter(({ step }) => step === "profit-residue")
      .map(({ facts }) => facts["amount"]);
  expect(residue(1_922_15)).toEqual([]);
  expect(residue(1_922_16)).toEqual([{ cents: 1 }]);
});

// Section 2: a student owes 445.21 a quarter just below 17 374.08, and the principal minimum of 890.42 from there on.
test("both sides of a jump are named to the cent", () => {
  const student = (profit: number) => fromProfit(profit, { category: "student", year: 2026 });
  const sides = {
    below: { cents: 17_374_07 },
    owedBelow: { cents: 4 * 445_21 },
    above: { cents: 17_374_08 },
    owedAbove: { cents: 4 * 890_42 },
  };
  expect(attempt(() => student(20_000_00))).toMatchObject({ key: "no-fixed-point", facts: sides });
  // A cent less than what the upper side takes, and what it takes.
  expect(attempt(() => student(17_374_08 + 4 * 890_42 - 1))).toMatchObject({ facts: sides });
  expect(student(17_374_08 + 4 * 890_42).value).toEqual({
    income: 17_374_08,
    contributions: 4 * 890_42,
    fee: 0,
    residue: 0,
  });
});
