import fc from "fast-check";
import { fee, Members } from "../../../src/rules/funds";
import { LARGEST_AMOUNT } from "../../../src/rules/money";

const members = (contributions: readonly number[]) => new Members(Float64Array.from(contributions));

/** Half up, away from zero, on exact integers and one by one. */
function slowIncome(contributions: readonly number[], units: number, scale: number): number {
  const exact = (contribution: number): bigint => {
    const product = BigInt(Math.abs(contribution)) * BigInt(units);
    const rounded = (2n * product + BigInt(scale)) / (2n * BigInt(scale));
    return contribution < 0 ? -rounded : rounded;
  };
  return Number(contributions.reduce((sum, contribution) => sum + exact(contribution), 0n));
}

const contribution = fc.oneof(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.integer({ min: -1e11, max: 1e11 }));
const contributions = fc.array(contribution, { minLength: 1, maxLength: 40 });
/** Rates up to 0.1, with two to fifteen decimals. */
const rate = fc
  .integer({ min: 2, max: 15 })
  .chain((decimals) =>
    fc.integer({ min: 0, max: 10 ** (decimals - 1) }).map((units) => ({ units, scale: 10 ** decimals })),
  );

test("a contribution at a time, by hand", () => {
  // Acerta 2025: 26.59 on 871.71, 3.91 on 128.13.
  expect(members([87_171, 12_813]).feeIncome({ units: 305, scale: 10_000 })).toEqual({
    feeIncome: 2659 + 391,
    feePerMember: 1525,
  });
});

test("half a cent goes up, and for a refund away from zero", () => {
  // 0.5 × 1 cent.
  expect(members([1]).feeIncome({ units: 1, scale: 2 })).toEqual({ feeIncome: 1, feePerMember: 1 });
  expect(members([-1]).feeIncome({ units: 1, scale: 2 })).toEqual({ feeIncome: -1, feePerMember: -1 });
});

test("equals the slow exact computation", () => {
  fc.assert(
    fc.property(contributions, rate, (list, { units, scale }) => {
      expect(members(list).feeIncome({ units, scale }).feeIncome).toBe(slowIncome(list, units, scale));
    }),
    { numRuns: 500 },
  );
});

test("is linear: the income of two groups is that of both together", () => {
  fc.assert(
    fc.property(contributions, contributions, rate, (some, others, one) => {
      const income = (list: readonly number[]) => members(list).feeIncome(one).feeIncome;
      expect(income([...some, ...others])).toBe(income(some) + income(others));
    }),
  );
});

test("each member pays what FUND.FEE says", () => {
  fc.assert(
    fc.property(contribution, rate, (one, at) => {
      expect(members([one]).feeIncome(at)).toEqual({ feeIncome: fee(one, at), feePerMember: fee(one, at) });
    }),
  );
});

test("the order of the members does not count", () => {
  fc.assert(
    fc.property(contributions, rate, (list, at) => {
      expect(members([...list].reverse()).feeIncome(at)).toEqual(members(list).feeIncome(at));
    }),
  );
});

test("contributions that do not add up exactly are refused", () => {
  const count = Math.floor(Number.MAX_SAFE_INTEGER / LARGEST_AMOUNT);
  expect(() => members(Array<number>(count).fill(LARGEST_AMOUNT))).not.toThrow();
  expect(() => members(Array<number>(count + 1).fill(LARGEST_AMOUNT))).toThrow("too-large");
});
