import fc from "fast-check";
import {
  annualContribution,
  breakdown,
  CATEGORIES,
  contribution,
  FIRST_YEAR,
  LAST_YEAR,
  quarterRule,
  scaleRows,
  askedRule,
} from "../../../src/rules/contributions";
import { quarter } from "../../../src/rules/calendar";
import { STEP_UNIT } from "../../../src/rules/trace";
import type { Refusal } from "../../../src/rules/refusal";

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
const cents = fc.integer({ min: -10_000_00, max: 300_000_00 });
const anyYear = fc.constantFrom(...years);
const steady = fc.constantFrom("principal" as const, "complementary" as const);

const refusal = (ask: () => unknown): Pick<Refusal, "code" | "key"> => {
  try {
    ask();
  } catch (error) {
    const { code, key } = error as Refusal;
    return { code, key };
  }
  throw new Error("expected a refusal");
};

describe("a quarter's contribution", () => {
  test("is never negative and never above the maximum", () => {
    fc.assert(
      fc.property(cents, steady, anyYear, (income, category, year) => {
        const rule = askedRule({ category, year });
        const amount = contribution(income, rule);
        expect(amount).toBeGreaterThanOrEqual(0);
        expect(amount).toBeLessThanOrEqual(contribution(300_000_00, rule));
      }),
    );
  });

  test("never falls as the income rises", () => {
    fc.assert(
      fc.property(cents, fc.nat(50_000_00), steady, anyYear, (income, more, category, year) => {
        const rule = askedRule({ category, year });
        expect(contribution(income + more, rule)).toBeGreaterThanOrEqual(contribution(income, rule));
      }),
    );
  });

  test("one euro more never costs more than a cent above the rate, but for the legal jump", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150_000 }), steady, anyYear, (euros, category, year) => {
        const rule = askedRule({ category, year });
        const jump = category === "complementary" ? scaleRows(rule).value[1]!.from : -1;
        const [from, to] = [euros * 100, euros * 100 + 100];
        fc.pre(!(from < jump && jump <= to));
        // 22 % of one euro is 5.5 cents a quarter.
        expect(contribution(to, rule) - contribution(from, rule)).toBeLessThanOrEqual(6);
      }),
    );
  });

  test("is what its breakdown adds up to", () => {
    fc.assert(
      fc.property(cents, steady, anyYear, (income, category, year) => {
        const rule = askedRule({ category, year });
        const sum = breakdown(income, rule).value.reduce((total, { amount = 0 }) => total + amount, 0);
        expect(sum).toBe(contribution(income, rule) * STEP_UNIT);
      }),
    );
  });

  test("worked example of the rule book: principal 2026, income 100,000", () => {
    const rows = breakdown(100_000_00, askedRule({ category: "principal", year: 2026 })).value;
    const euros = rows.map(({ step, base, rate, amount }) => [
      step,
      base,
      rate,
      amount === undefined ? undefined : amount / (STEP_UNIT * 100),
    ]);
    expect(euros).toEqual([
      ["income", 100_000_00, undefined, undefined],
      ["bracket-1", 75_024_54, 2050, 3845.007675],
      ["bracket-2", 24_975_46, 1416, 884.131284],
      ["rounding", undefined, undefined, 0.001041],
    ]);
  });

  test("at the ceiling of a bracket, and a cent above it", () => {
    const rows = (income: number) =>
      breakdown(income, askedRule({ category: "principal", year: 2026 }))
        .value.filter(({ step }) => step.startsWith("bracket"))
        .map(({ base, figures }) => [base, figures.some(({ id }) => id === "contributions.bracket1.ceiling")]);
    expect(rows(75_024_53)).toEqual([[75_024_53, false]]);
    expect(rows(75_024_54)).toEqual([[75_024_54, true]]);
    expect(rows(75_024_55)).toEqual([
      [75_024_54, true],
      [1, true],
    ]);
  });

  test("a quarter before the start owes nothing", () => {
    const rule = quarterRule({ category: "principal", quarter: quarter(2025, 4), start: quarter(2026, 1) });
    expect(contribution(40_000_00, rule)).toBe(0);
    expect(breakdown(40_000_00, rule).value.map(({ step, base, amount }) => [step, base, amount])).toEqual([
      ["income", 40_000_00, undefined],
      ["before-start", undefined, 0],
    ]);
  });

  test("a year is the sum of four rounded quarters, not a rounded year", () => {
    // Pensioner 2019, 65,000: 2381.72 a quarter; one rounding of the year would give 9526.90.
    const question = { category: "pensioner" as const, year: 2019 };
    expect(contribution(65_000_00, askedRule(question))).toBe(238172);
    expect(annualContribution(65_000_00, question)).toBe(952688);
  });
});

test("the segments of every scale rise, and none overlaps the next", () => {
  for (const category of CATEGORIES) {
    const froms = quarterRule({ category, quarter: quarter(LAST_YEAR, 4) }).scale.map(({ from }) => from);
    expect(froms[0]).toBe(-Infinity);
    expect(froms.every((from, index) => index === 0 || from > froms[index - 1]!)).toBe(true);
  }
});

describe("the text in force", () => {
  test("years outside the published ones are refused, each with its reason", () => {
    expect(refusal(() => askedRule({ category: "principal", year: FIRST_YEAR - 1 }))).toEqual({
      code: "notAvailable",
      key: "year-before-system",
    });
    expect(refusal(() => askedRule({ category: "principal", year: LAST_YEAR + 1 }))).toEqual({
      code: "notAvailable",
      key: "year-not-published",
    });
  });

  test("a year whose quarters differ asks for the quarter", () => {
    for (const [category, year] of [
      ["primostarter", 2018],
      ["primostarter-artist", 2022],
      ["pension-age", 2025],
      ["pension-age-spouse", 2025],
      ["pension-age-opt-out", 2025],
    ] as const) {
      expect(refusal(() => askedRule({ category, year }))).toEqual({ code: "value", key: "quarter-needed" });
    }
  });

  test("every other category and year has one law for its quarters, or no text at all", () => {
    const differing = CATEGORIES.flatMap((category) =>
      years
        .filter((year) => {
          try {
            askedRule({ category, year });
            return false;
          } catch (error) {
            return (error as Refusal).key === "quarter-needed";
          }
        })
        .map((year) => `${category} ${year}`),
    );
    expect(differing).toEqual([
      "primostarter 2018",
      "primostarter-artist 2022",
      "pension-age 2025",
      "pension-age-opt-out 2025",
      "pension-age-spouse 2025",
    ]);
  });

  test("a quarter before the text exists is refused", () => {
    for (const [category, q] of [
      ["student", quarter(2016, 4)],
      ["primostarter", quarter(2018, 1)],
      ["primostarter-artist", quarter(2022, 3)],
      ["primostarter-after-sickness", quarter(2022, 4)],
      ["pension-age-opt-out", quarter(2025, 3)],
    ] as const) {
      expect(refusal(() => quarterRule({ category, quarter: q }))).toEqual({
        code: "notAvailable",
        key: "no-text-before",
      });
      expect(quarterRule({ category, quarter: q + 1 }).scale.length).toBeGreaterThan(1);
    }
  });
});
