import Decimal from "decimal.js";
import fc from "fast-check";
import { series } from "../../../src/parameters";
import { day, quarter } from "../../../src/rules/calendar";
import { dailyReduction, pensionCategory, pensionerCeiling, pensionerExcess } from "../../../src/rules/status";

describe("article 107: income beside a pension", () => {
  test("ceilings where one is known", () => {
    expect(pensionerCeiling("early", 2024)).toBe(788_000);
    expect(pensionerCeiling("after-age-survival-child", 2025)).toBe(2_843_500);
    expect(() => pensionerCeiling("early", 2026)).toThrow("figure-unknown");
    // The decree of 2023 doubled the supplement of the first child: 1.5 × the ceiling without one, within the euro of each rounding.
    for (const year of [2023, 2024, 2025])
      expect(
        Math.abs(pensionerCeiling("survival-child", year) - 1.5 * pensionerCeiling("survival", year)),
      ).toBeLessThanOrEqual(100);
  });

  test("the excess is rounded to the hundredth, then to the unit", () => {
    expect(pensionerExcess(985_000, 788_000)).toEqual({ excess: 2500, suspended: 25 });
    // 10.495 % is 10.50 to the hundredth, and 11 to the unit.
    expect(pensionerExcess(110_495, 100_000)).toEqual({ excess: 1050, suspended: 11 });
    expect(pensionerExcess(110_494, 100_000)).toEqual({ excess: 1049, suspended: 10 });
  });

  test("nothing up to the ceiling, everything from its double", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.nat(1e9), (ceiling, more) => {
        expect(pensionerExcess(Math.max(0, ceiling - more), ceiling).suspended).toBe(0);
        expect(pensionerExcess(2 * ceiling + more, ceiling).suspended).toBe(100);
      }),
    );
  });
});

describe("article 13: categories from pension age on", () => {
  const [before, since] = [quarter(2025, 3), quarter(2025, 4)];

  test.each([
    ["pension-paid", "pensioner", "pensioner", undefined],
    ["survival-only", "pensioner", "pension-age", "pensioner"],
    ["no-pension", "pension-age", "pension-age", "pension-age-opt-out"],
    ["early-wholly-suspended", "pension-age", "pension-age-opt-out", undefined],
  ] as const)("%s: %s, from 2025Q4 %s", (situation, old, current, onRequest) => {
    expect(pensionCategory(situation, before)).toMatchObject({ category: old });
    expect(pensionCategory(situation, since)).toMatchObject({ category: current });
    expect(pensionCategory(situation, since).onRequest).toBe(onRequest);
    expect(pensionCategory(situation, before).onRequest).toBeUndefined();
  });
});

describe("unemployment with an accessory activity", () => {
  test("what exceeds the daily ceiling is taken off", () => {
    expect(dailyReduction(468_000, day(2016, 7, 1))).toEqual({ dailyIncome: 1500, reduction: 130 });
    expect(dailyReduction(427_440, day(2017, 5, 31)).reduction).toBe(0);
  });

  test.each([
    [day(2017, 6, 1), 102],
    [day(2020, 3, 1), 46],
    [day(2026, 9, 1), 0],
  ])("the ceiling follows the index from 06/2017: on day %i", (on, reduction) => {
    expect(dailyReduction(468_000, on).reduction).toBe(reduction);
  });

  test("every daily ceiling is the base × the coefficient of its index rank", () => {
    const base = series("status.onem.daily-ceiling-base")[0]!.value!;
    const ceilings = series("status.onem.daily-ceiling").filter(({ value }) => value !== null);
    expect(ceilings.length).toBe(16);
    ceilings.forEach(({ value }, position) => {
      const coefficient = new Decimal("1.02").pow(15 + position).toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
      expect(coefficient.times(base).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()).toBe(value);
    });
  });

  test("after the last day whose index is known there is none", () => {
    expect(() => dailyReduction(468_000, day(2026, 12, 1))).toThrow("figure-unknown");
  });
});
