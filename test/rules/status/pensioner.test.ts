import fc from "fast-check";
import { tell } from "../../../src/i18n";
import { quarter } from "../../../src/rules/calendar";
import { pensionCategory, pensionerCeiling, pensionerExcess } from "../../../src/rules/status";
import { exactly } from "../../../src/rules/trace";
import "../../setup/lines";

describe("article 107: income beside a pension", () => {
  test("ceilings where one is known", () => {
    expect(pensionerCeiling("early", 2024).value).toBe(788_000);
    expect(pensionerCeiling("after-age-survival-child", 2025).value).toBe(2_843_500);
    expect(() => pensionerCeiling("early", 2026)).toThrow("figure-unknown");
    // The decree of 2023 doubled the supplement of the first child: 1.5 × the ceiling without one, within the euro of each rounding.
    for (const year of [2023, 2024, 2025])
      expect(
        Math.abs(pensionerCeiling("survival-child", year).value - 1.5 * pensionerCeiling("survival", year).value),
      ).toBeLessThanOrEqual(100);
  });

  test("the excess is rounded to the hundredth, then to the unit", () => {
    expect(pensionerExcess(788_000, 788_000).value).toEqual({ excess: 0, suspended: 0 });
    expect(pensionerExcess(985_000, 788_000).value).toEqual({ excess: 2500, suspended: 25 });
    // 10.495 % is 10.50 to the hundredth, and 11 to the unit.
    expect(pensionerExcess(110_495, 100_000).value).toEqual({ excess: 1050, suspended: 11 });
    expect(pensionerExcess(110_494, 100_000).value).toEqual({ excess: 1049, suspended: 10 });
  });

  test("nothing up to the ceiling, everything from its double", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.nat(1e9), (ceiling, more) => {
        expect(pensionerExcess(Math.max(0, ceiling - more), ceiling).value.suspended).toBe(0);
        expect(pensionerExcess(2 * ceiling + more, ceiling).value.suspended).toBe(100);
      }),
    );
  });
});

test("the way of an excess, to the hundredth and to the unit", () => {
  // INASTI: 10,953.20 on 7,880.00 suspends 39 %.
  expect(pensionerExcess(1_095_320, 788_000).way().map(tell)).toEqual([
    "€10,953.20 on a ceiling of €7,880.00: excess of 39%",
    "Suspended share of the pension, to the whole per cent: 39%",
  ]);
  const [ceiling] = pensionerCeiling("early", 2024).way();
  expect(tell(ceiling!)).toBe("Ceiling of 2024 for self-employed income beside the pension");
  expect(ceiling!.amount).toBe(exactly(788_000));
});

describe("article 13: categories from pension age on", () => {
  const [before, since] = [quarter(2025, 3), quarter(2025, 4)];

  test.each([
    ["pension-paid", "pensioner", "pensioner", undefined],
    ["survival-only", "pensioner", "pension-age", "pensioner"],
    ["no-pension", "pension-age", "pension-age", "pension-age-opt-out"],
    ["early-wholly-suspended", "pension-age", "pension-age-opt-out", undefined],
  ] as const)("%s: %s, from 2025Q4 %s", (situation, old, current, onRequest) => {
    expect(pensionCategory(situation, before).value).toMatchObject({ category: old });
    expect(pensionCategory(situation, since).value).toMatchObject({ category: current });
    expect(pensionCategory(situation, since).value.onRequest).toBe(onRequest);
    expect(pensionCategory(situation, before).value.onRequest).toBeUndefined();
  });
});

test("article 13 names the category, and what a request gives instead", () => {
  const told = (quarterOfYear: 3 | 4) =>
    pensionCategory("no-pension", quarter(2025, quarterOfYear))
      .way()
      .map((line) => [tell(line), line.article]);
  const category = "Contribution category: legal pension age, no pension";
  expect(told(3)).toEqual([[category, "AR38 13"]]);
  expect(told(4)).toEqual([
    [category, "AR38 13 §2"],
    ["On request: legal pension age, no minimum contribution", "AR38 13 §4"],
  ]);
});
