import fc from "fast-check";
import { tell } from "../../../src/i18n";
import { pensionerCeiling, suspendedShare } from "../../../src/rules/status";
import { exactly } from "../../../src/rules/trace";
import "../../setup/lines";

const early = (year: number) => pensionerCeiling({ year, situation: "early", children: 0 });
const share = (income: number) => suspendedShare(income, { year: 2024, situation: "early", children: 0 });

describe("article 107: income beside a pension", () => {
  test("ceilings where one is known", () => {
    expect(early(2024).value).toBe(788_000);
    expect(pensionerCeiling({ year: 2025, situation: "after-age-survival", children: 1 }).value).toBe(2_843_500);
    expect(() => early(2026)).toThrow("figure-unknown");
    expect(() => pensionerCeiling({ year: 2025, situation: "after-age-survival", children: 0 })).toThrow(
      "figure-unknown",
    );
    // The decree of 2023 doubled the supplement of the first child: 1.5 × the ceiling without one, within the euro of each rounding.
    for (const year of [2023, 2024, 2025]) {
      const [none, one] = [0, 1].map((children) => pensionerCeiling({ year, situation: "survival", children }).value);
      expect(Math.abs(Number(one) - 1.5 * Number(none))).toBeLessThanOrEqual(100);
    }
  });

  test("each further child counts for a survivor from 2023 on, and for nobody else", () => {
    // 28,266 + 2 × 4,711.
    expect(pensionerCeiling({ year: 2025, situation: "survival", children: 3 }).value).toBe(37_688_00);
    expect(pensionerCeiling({ year: 2022, situation: "survival", children: 3 }).value).toBe(20_102_00);
    expect(pensionerCeiling({ year: 2025, situation: "early", children: 3 }).value).toBe(12_140_00);
  });

  test("one's own pension from the legal age has no ceiling, and loses nothing", () => {
    const question = { year: 2026, situation: "unlimited", children: 0 } as const;
    expect(pensionerCeiling(question).value).toBe("unlimited");
    expect(suspendedShare(100_000_00, question).value).toBe(0);
    expect(pensionerCeiling(question).way().map(tell)).toEqual([expect.stringMatching(/no ceiling$/)]);
  });

  test("the excess is rounded to the hundredth, then to the unit", () => {
    expect(share(788_000).value).toBe(0);
    expect(share(985_000).value).toBe(2500);
    // 10.4949 % is 10.49 to the hundredth, and 10 to the unit; 10.4950 % is 10.50, and 11.
    expect(share(870_699).value).toBe(1000);
    expect(share(870_700).value).toBe(1000);
    expect(share(870_701).value).toBe(1100);
  });

  test("nothing up to the ceiling, everything from its double", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (more) => {
        expect(share(788_000 - more).value).toBe(0);
        expect(share(1_576_000 + more).value).toBe(10_000);
      }),
    );
  });
});

test("the way of an excess, to the hundredth and to the unit", () => {
  // INASTI: 10,953.20 on 7,880.00 suspends 39 %.
  expect(share(1_095_320).way().map(tell)).toEqual([
    "Ceiling of 2024 for self-employed income beside the pension",
    "€10,953.20 on a ceiling of €7,880.00: excess of 39%",
    "Suspended share of the pension, to the whole per cent: 39%",
  ]);
  expect(early(2024).way()[0]!.amount).toBe(exactly(788_000));
  const lines = pensionerCeiling({ year: 2025, situation: "survival", children: 2 }).way();
  expect(lines.map((line) => [tell(line), line.amount])).toEqual([
    ["Ceiling of 2025 for self-employed income beside the pension", exactly(28_266_00)],
    ["1 × the supplement of a further child", exactly(4_711_00)],
  ]);
});
