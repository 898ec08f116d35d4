import fc from "fast-check";
import { describe as inWords, tell } from "../../../src/i18n";
import { feeScenario, managementFee, Members } from "../../../src/rules/funds";
import { LARGEST_AMOUNT } from "../../../src/rules/money";
import { attempt, Refusal } from "../../../src/rules/refusal";
import "../../setup/lines";

const members = (contributions: readonly number[], heads?: readonly number[]) =>
  new Members(Float64Array.from(contributions), heads && Float64Array.from(heads));

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
      const { value: fee } = managementFee({ contribution: one, fund: at, year: 2026 });
      expect(members([one]).feeIncome(at)).toEqual({ feeIncome: fee, feePerMember: fee });
    }),
  );
});

test("heads are members with one contribution", () => {
  const heads = fc.array(fc.tuple(contribution, fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(heads, rate, (classes, at) => {
      const one = members(
        classes.map(([amount]) => amount),
        classes.map(([, count]) => count),
      );
      const all = classes.flatMap(([amount, count]) => Array<number>(count).fill(amount));
      expect(one.count).toBe(all.length);
      if (all.length > 0) expect(one.feeIncome(at)).toEqual(members(all).feeIncome(at));
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

test("a rate so fine that a double cannot tell which side of half a cent the fee lies on", () => {
  // 82 021 793 030 × 3 795 895 346 815 / 10^15 = 311 346 142.49999…; the product of doubles gives .5.
  expect(members([82_021_793_030]).feeIncome({ units: 3_795_895_346_815, scale: 1e15 }).feeIncome).toBe(311_346_142);
  expect(members([82_021_793_030, -1]).feeIncome({ units: 3_795_895_346_815, scale: 1e15 }).feeIncome).toBe(
    311_346_142,
  );
  expect(members([1, -82_021_793_030]).feeIncome({ units: 3_795_895_346_815, scale: 1e15 }).feeIncome).toBe(
    -311_346_142,
  );
});

describe("how many fees one call works out", () => {
  const list = members(Array<number>(1000).fill(1_000_00));
  const rates = (count: number, fine = 0) => [
    ...Array<{ units: number; scale: number }>(count).fill({ units: 305, scale: 10_000 }),
    ...Array<{ units: number; scale: number }>(fine).fill({ units: 305e12, scale: 1e16 }),
  ];

  test.each([
    ["a hundred million", 100_000, 0],
    ["two million of them at a rate too fine for whole numbers", 98_000, 2_000],
  ])("%s at most", (_, count, fine) => {
    expect(() => list.requireFew(rates(count, fine))).not.toThrow();
  });

  test.each([
    ["one rate more", 100_001, 0, 100_000_000],
    ["one fine rate more", 0, 2_001, 2_000_000],
    ["one rate more, some of them fine", 100_000, 1, 100_000_000],
  ])("%s is refused, with the limit", (_, count, fine, most) => {
    expect(attempt(() => list.requireFew(rates(count, fine)))).toMatchObject({
      key: "too-many-cells",
      facts: { most },
    });
  });
});

test("contributions that do not add up exactly are refused", () => {
  expect(() => members([Number.MAX_SAFE_INTEGER])).not.toThrow();
  expect(() => members([Number.MAX_SAFE_INTEGER, 1])).toThrow("too-large");
  const count = Math.floor(Number.MAX_SAFE_INTEGER / LARGEST_AMOUNT);
  expect(() => members(Array<number>(count).fill(LARGEST_AMOUNT))).not.toThrow();
  expect(() => members(Array<number>(count + 1).fill(LARGEST_AMOUNT))).toThrow("too-large");
});

describe("several rates", () => {
  const rate = (percent: number) => ({ units: percent, scale: 100 });
  const reason = new Refusal("rate-not-fraction", { argument: "rates", given: "3" });
  const refused = { refusal: reason, shown: 3 };

  test("each against the first one", () => {
    // 3 % of 1,000.00 and 2,000.00; 4 % of them.
    const { value, way } = feeScenario(members([100_000, 200_000]), [{ rate: rate(3) }, { rate: rate(4) }]);
    expect(value).toEqual([
      { rate: 0.03, feeIncome: 9000, feePerMember: 4500, difference: 0 },
      { rate: 0.04, feeIncome: 12_000, feePerMember: 6000, difference: 3000 },
    ]);
    expect(way({ row: 1, column: 0 }).map(tell)).toEqual([
      "4% of 2 contributions, each fee rounded: €120.00, €60.00 per member",
    ]);
  });

  test("a rate that is none keeps its row, with the reason", () => {
    const { value, way } = feeScenario(members([100_000]), [{ rate: refused }, { rate: rate(3) }]);
    expect(value).toEqual([
      { rate: 3, feeIncome: reason, feePerMember: reason, difference: reason },
      { rate: 0.03, feeIncome: 3000, feePerMember: 3000, difference: reason },
    ]);
    expect(way().map(tell)).toEqual([
      inWords(reason),
      "3% of 1 contributions, each fee rounded: €30.00, €30.00 per member",
    ]);
  });

  test("what is left once some have gone, and the share at which a rise breaks even", () => {
    // 3 % and 4 % of 100 × 1,000.00 and 50 × 2,000.00; a tenth goes: 8,000.00 less 800.00, and 1 − 6,000 / 8,000.
    const two = members([100_000, 200_000], [100, 50]);
    const [nobody, tenth] = [
      { units: 0, scale: 1 },
      { units: 1, scale: 10 },
    ];
    const tried = [
      { rate: rate(3), leave: nobody },
      { rate: rate(4), leave: tenth },
    ];
    const { value, way } = feeScenario(two, tried);
    expect(value).toEqual([
      { rate: 0.03, feeIncome: 600_000, feePerMember: 4000, difference: 0, leave: 0, breakEvenLeave: 0 },
      { rate: 0.04, feeIncome: 720_000, feePerMember: 5333, difference: 120_000, leave: 0.1, breakEvenLeave: 0.25 },
    ]);
    expect(way({ row: 1, column: 0 }).map(tell)).toEqual([
      "4% of 150 contributions, each fee rounded: €8,000.00, €53.33 per member",
      "10% of the members leave: €7,200.00 is left",
      "Break-even with the first rate: 25% of the members leave",
    ]);
  });

  test("nobody pays anything: no fee per member without members, no break-even without income", () => {
    const { value, way } = feeScenario(members([100_000], [0]), [{ rate: rate(3), leave: { units: 0, scale: 1 } }]);
    expect(value).toEqual([
      { rate: 0.03, feeIncome: 0, feePerMember: undefined, difference: 0, leave: 0, breakEvenLeave: undefined },
    ]);
    expect(way().map(tell)).toEqual(["3%: no members, €0.00", "0% of the members leave: €0.00 is left"]);
  });
});
