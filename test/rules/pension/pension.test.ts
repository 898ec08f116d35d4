import fc from "fast-check";
import { dated } from "../../../src/parameters";
import { day, quarter } from "../../../src/rules/calendar";
import { LAST_YEAR } from "../../../src/rules/contributions";
import {
  highestPremium,
  INCOME_BASES,
  incomeCap,
  mayContribute,
  minimumPension,
  plci,
  PREMIUM_KINDS,
  quarterCounts,
} from "../../../src/rules/pension";
import { attempt } from "../../../src/rules/refusal";

const years = Array.from({ length: LAST_YEAR - 2015 }, (_, index) => 2016 + index);

describe("article 44: the highest premium", () => {
  test.each(years.flatMap((year) => PREMIUM_KINDS.map((kind) => [year, kind] as const)))(
    "%i, %s: the published maximum",
    (year, kind) => {
      expect(highestPremium(year, kind)).toBe(dated(`pension.plci.maximum.${kind}`, day(year, 1, 1))!.value);
      expect(plci({ income: 150_000_00, year, kind }).amount).toBe(highestPremium(year, kind));
    },
  );

  test.each(years)("%i: the cap that is shown", (year) => {
    expect(incomeCap(year)).toBe(dated("pension.plci.income-cap", day(year, 1, 1))!.value);
  });

  test("never falls as the income rises, and stays between minimum and maximum", () => {
    const income = fc.integer({ min: -50_000_00, max: 150_000_00 });
    fc.assert(
      fc.property(
        income,
        fc.nat(20_000_00),
        fc.constantFrom(...years),
        fc.constantFrom(...PREMIUM_KINDS),
        fc.constantFrom(...INCOME_BASES),
        (low, more, year, kind, basis) => {
          const [one, two] = [low, low + more].map((cents) => plci({ income: cents, year, kind, basis }).amount);
          expect(two).toBeGreaterThanOrEqual(one!);
          expect(one).toBeGreaterThanOrEqual(kind === "ordinary" ? 100_00 : 111_12);
          expect(two).toBeLessThanOrEqual(highestPremium(year, kind));
        },
      ),
    );
  });

  test.each([
    ["minimum income of 2026, starters", 17_374_08, 2026, "ordinary", 1419_46],
    ["minimum income of 2016", 13_010_66, 2016, "ordinary", 1062_97],
    ["starting spouse of 2016, social", 5_715_58, 2016, "social", 537_26],
    ["maximum of 2015", 60_000_00, 2015, "ordinary", 3027_09],
    ["loss, social", -1_00, 2025, "social", 111_12],
  ] as const)("%s", (_, income, year, kind, amount) => {
    expect(plci({ income, year, kind, basis: "contribution" }).amount).toBe(amount);
  });

  test.each([
    [2014, "contribution"],
    [2015, "n-3"],
  ] as const)("%i, %s: no figure", (year, basis) => {
    expect(attempt(() => plci({ income: 30_000_00, year, basis }))).toMatchObject({ code: "notAvailable" });
  });

  test.each(INCOME_BASES)("after the last published year, %s: the reason", (basis) => {
    expect(attempt(() => plci({ income: 30_000_00, year: LAST_YEAR + 1, basis }))).toMatchObject({
      key: "premium-not-published",
      facts: { year: LAST_YEAR + 1, last: LAST_YEAR },
    });
  });

  test("the reservation on the rate of 2026 comes with the answer", () => {
    expect(plci({ income: 30_000_00, year: 2026 })).toMatchObject({ confidence: "derived", note: "plci-rate-2026" });
    expect(plci({ income: 30_000_00, year: 2025 }).confidence).toBe("official");
  });

  test("the trace names the income, the cap, the premium and the minimum", () => {
    const steps = (income: number) => plci({ income, year: 2025 }).trace.map(({ step }) => step);
    expect(steps(30_000_00)).toEqual(["plci-revalued", "plci-cap", "plci-premium"]);
    expect(steps(0)).toEqual(["plci-revalued", "plci-cap", "plci-premium", "plci-minimum"]);
  });
});

describe("article 42: who may pay", () => {
  const [old, now] = [day(2025, 9, 30), day(2025, 10, 1)];
  test.each([
    ["complementary at the minimum of 2024", "complementary", day(2024, 12, 31), 16_861_46, true],
    ["complementary a cent below", "complementary", day(2024, 12, 31), 16_861_45, false],
    ["principal without income", "principal", now, 0, true],
    ["student before the change", "student", old, 30_000_00, false],
    ["student after it", "student", now, 30_000_00, true],
    ["pension age before the change", "pension-age", old, 1_000_00, false],
    ["pension age after it", "pension-age", now, 1_000_00, true],
    ["mini spouse", "spouse-mini", now, 30_000_00, false],
    ["pension in payment", "pensioner", now, 30_000_00, false],
    // Half the minimum of a principal activity is enough for a spouse.
    ["spouse at pension age before the change", "pension-age-spouse", old, 10_000_00, true],
  ] as const)("%s", (_, category, on, income, expected) => {
    expect(mayContribute(category, on, income)).toBe(expected);
  });
});

describe("quarters that open pension rights", () => {
  test("a reduced complementary quarter does not, from 2025Q4 on", () => {
    expect(quarterCounts(quarter(2025, 4), "paid-complementary-full")).toBe(true);
    expect(quarterCounts(quarter(2025, 4), "paid-complementary-reduced")).toBe(false);
  });

  test("bridging quarters of the pandemic count from 2020Q4 on", () => {
    expect(quarterCounts(quarter(2020, 3), "bridging-covid")).toBe(false);
    expect(quarterCounts(quarter(2020, 4), "bridging-covid")).toBe(true);
  });

  test("other bridging quarters are not settled", () => {
    expect(attempt(() => quarterCounts(quarter(2024, 1), "bridging-other"))).toMatchObject({ code: "notAvailable" });
  });
});

describe("minimum pension", () => {
  const on = { day: day(2025, 3, 1), household: false };
  test.each([
    [29, undefined],
    [35, 1406_82],
    [45, 1808_77],
    [47, 1808_77],
  ])("%i years", (careerYears, amount) => {
    expect(minimumPension({ ...on, careerYears })).toBe(amount);
  });
});
