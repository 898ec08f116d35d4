import Decimal from "decimal.js";
import fc from "fast-check";
import { tell } from "../../../src/i18n";
import { dated, type ParameterId, series } from "../../../src/parameters";
import { day, quarter, type Quarter } from "../../../src/rules/calendar";
import { type Category, LAST_YEAR } from "../../../src/rules/contributions";
import {
  INCOME_BASES,
  minimumPension,
  needsFullContributions,
  plci,
  type PremiumKind,
  PREMIUM_KINDS,
  premiumIncomeWithoutN3,
  quarterCounts,
  type QuarterGround,
} from "../../../src/rules/pension";
import { attempt } from "../../../src/rules/refusal";
import "../../setup/lines";

const years = Array.from({ length: LAST_YEAR - 2015 }, (_, index) => 2016 + index);

const highestPremium = (year: number, kind: PremiumKind) =>
  dated(`pension.plci.maximum.${kind}`, day(year, 1, 1))!.value!;

describe("article 44: the highest premium", () => {
  test.each(years.flatMap((year) => PREMIUM_KINDS.map((kind) => [year, kind] as const)))(
    "%i, %s: the published maximum",
    (year, kind) => {
      expect(plci({ income: 150_000_00, year, kind }).value).toBe(highestPremium(year, kind));
    },
  );

  test.each(years)("%i: the cap that is shown", (year) => {
    const cap = plci({ income: 0, year })
      .way()
      .find(({ step }) => step === "plci-cap")!;
    expect(cap.facts["amount"]).toEqual({ cents: dated("pension.plci.income-cap", day(year, 1, 1))!.value });
  });

  // Royal decree of 12/01/2007, article 2 §2: the minimum income on request, the half of it for a spouse (2026: 17,374.08; 2016: 5,715.58).
  test.each([
    ["principal", 10_000_00, 2026, 17_374_08],
    ["primostarter", 0, 2026, 17_374_08],
    ["spouse-maxi", 1_000_00, 2016, 5_715_58],
    ["principal", 30_000_00, 2026, 30_000_00],
    ["complementary", 10_000_00, 2026, 10_000_00],
  ] as const)("without an income of year N-3: %s, %i in %i", (category, income, year, counted) => {
    expect(premiumIncomeWithoutN3(income, year, category)).toBe(counted);
  });

  // Law of 18/07/2025, article 241: complementary only with contributions as of a main occupation, students likewise.
  test.each([
    ["principal", false],
    ["complementary", true],
    ["student", true],
    ["pensioner", false],
  ] as const)("%s needs full contributions: %p", (category, needed) => {
    expect(needsFullContributions(category, 2026)).toBe(needed);
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
          const [one, two] = [low, low + more].map((cents) => plci({ income: cents, year, kind, basis }).value);
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
    expect(plci({ income, year, kind, basis: "contribution" }).value).toBe(amount);
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
    const rate = (year: number) =>
      plci({ income: 30_000_00, year })
        .way()
        .find(({ step }) => step === "plci-premium")!.figures[0];
    expect(rate(2026)).toMatchObject({ confidence: "derived", note: "plci-rate-2026" });
    expect(rate(2025)!.confidence).toBe("official");
  });

  test("the way names the income, the cap, the premium and the minimum", () => {
    const steps = (income: number) =>
      plci({ income, year: 2025 })
        .way()
        .map(({ step }) => step);
    expect(steps(30_000_00)).toEqual(["plci-revalued", "plci-cap", "plci-premium"]);
    expect(steps(0)).toEqual(["plci-revalued", "plci-cap", "plci-premium", "plci-minimum"]);
    // 8.17 % of 1223.99 is the minimum itself, 100.00.
    const lines = plci({ income: 1_223_99, year: 2025, basis: "contribution" }).way();
    expect(lines.map(({ step }) => step)).toEqual(["plci-income", "plci-cap", "plci-premium"]);
    expect(lines[2]).toMatchObject({ facts: { rate: { rate: 0.0817 }, amount: { cents: 100_00 } } });
  });
});

describe("article 42: who may pay", () => {
  const premium = (category: Category, year: number, income: number) =>
    plci({ income, year, basis: "contribution", category });

  test.each([
    // 8.17 % of 16,861.46 is 1,377.58; the minimum income of 2024.
    ["complementary at the minimum", "complementary", 2024, 16_861_46, 1377_58],
    ["complementary a cent below", "complementary", 2024, 16_861_45, 0],
    ["principal without income", "principal", 2024, 0, 100_00],
    ["primostarter after sickness, as primostarter", "primostarter-after-sickness", 2026, 20_000_00, 1634_00],
    ["student before the change", "student", 2024, 30_000_00, 0],
    ["student after it", "student", 2026, 30_000_00, 2451_00],
    ["student after it, below the minimum", "student", 2026, 17_374_07, 0],
    ["pension age before the change", "pension-age", 2024, 1_000_00, 0],
    ["pension age after it", "pension-age", 2026, 1_000_00, 100_00],
    ["no minimum contribution, at the minimum", "pension-age-opt-out", 2026, 17_374_08, 1419_46],
    ["no minimum contribution, a cent below", "pension-age-opt-out", 2026, 17_374_07, 0],
    ["mini spouse", "spouse-mini", 2026, 30_000_00, 0],
    ["pension in payment", "pensioner", 2026, 30_000_00, 0],
    // The article asks for the minimum of a principal activity, of which half is not enough.
    ["spouse at pension age before the change", "pension-age-spouse", 2024, 10_000_00, 0],
  ] as const)("%s", (_, category, year, income, amount) => {
    expect(premium(category, year, income).value).toBe(amount);
  });

  test.each([
    ["student", 2025, "right-changes-in-year"],
    ["pension-age", 2025, "right-changes-in-year"],
    ["pension-age", 2018, "entitlement-open"],
    ["pension-age-opt-out", 2025, "entitlement-not-begun"],
    ["principal", 2017, "entitlement-before"],
  ] as const)("%s in %i: no answer", (category, year, key) => {
    expect(attempt(() => premium(category, year, 30_000_00))).toMatchObject({ code: "notAvailable", key });
  });

  test("an income of year N-3 is revalued before it is held against the minimum", () => {
    // Revalued by the fraction of 2024 it lies above 16,861.46.
    expect(plci({ income: 15_000_00, year: 2024, category: "complementary" }).value).toBeGreaterThan(0);
    expect(premium("complementary", 2024, 15_000_00).value).toBe(0);
  });

  test("a condition is told with the income that it asks for, a refusal with its reason", () => {
    const told = (category: Category, income: number) =>
      premium(category, 2024, income)
        .way()
        .map((line) => [tell(line), line.met]);
    expect(told("complementary", 16_861_45)).toEqual([
      ["Income on which the contributions are computed: €16,861.45", undefined],
      [expect.stringMatching(/^Entitled under a condition: .* minimum income of a main occupation/), undefined],
      ["Contributions on €16,861.45; the minimum income of €16,861.46 is needed", false],
      ["This category may pay no premium for the year", undefined],
    ]);
    expect(told("pensioner", 30_000_00).map(([text]) => text)).toEqual([
      "Income on which the contributions are computed: €30,000.00",
      "No right of one’s own",
      "This category may pay no premium for the year",
    ]);
    expect(told("principal", 30_000_00).map(([text]) => text)).toEqual([
      "Income on which the contributions are computed: €30,000.00",
      "Entitled, under the general conditions of the benefit",
      expect.stringMatching(/^Counted up to/),
      expect.stringMatching(/^Premium at a rate/),
    ]);
  });
});

describe("quarters that open pension rights", () => {
  test("a reduced complementary quarter does not, from 2025Q4 on", () => {
    expect(quarterCounts(quarter(2025, 4), "paid-complementary-full").value).toBe(true);
    expect(quarterCounts(quarter(2025, 4), "paid-complementary-reduced").value).toBe(false);
  });

  test("bridging quarters of the pandemic count from 2020Q4 on", () => {
    expect(quarterCounts(quarter(2020, 3), "bridging-covid").value).toBe(false);
    expect(quarterCounts(quarter(2020, 4), "bridging-covid").value).toBe(true);
    expect(attempt(() => quarterCounts(quarter(2016, 4), "bridging-covid"))).toMatchObject({ code: "notAvailable" });
  });

  test("the way names the article of the ground", () => {
    const told = (q: Quarter, ground: QuarterGround) => {
      const [line, ...more] = quarterCounts(q, ground).way();
      expect(more).toEqual([]);
      return [tell(line!), line!.article, line!.met];
    };
    const text = (q: string) => `${q}: contribution or assimilation that opens pension rights`;
    expect(told(quarter(2025, 4), "paid-pensioner")).toEqual([text("Q4 2025"), "AR 21/09/2025 4", false]);
    expect(told(quarter(2020, 3), "bridging-covid")).toEqual([text("Q3 2020"), "AR 22/12/1967 37ter", false]);
    expect(told(quarter(2024, 1), "exempt-maternity")).toEqual([text("Q1 2024"), "AR38 15 §2bis", true]);
  });

  test("other bridging quarters are not settled", () => {
    expect(attempt(() => quarterCounts(quarter(2024, 1), "bridging-other"))).toMatchObject({ code: "notAvailable" });
  });
});

describe("minimum pension", () => {
  test.each([
    [day(2025, 3, 1), 29, false, 0],
    [day(2025, 3, 1), 30, false, 1205_85],
    [day(2025, 3, 1), 35, false, 1406_82],
    // 1236.55 × 31.5 / 45 = 865.585.
    [day(2018, 10, 1), 31.5, false, 865_59],
    [day(2025, 3, 1), 45, false, 1808_77],
    [day(2025, 3, 1), 47, false, 1808_77],
    // Acerta, 2019: 40/45 of the amount of incomplete careers, not of 1253.83 and 1566.79.
    [day(2019, 4, 1), 40, false, 1099_16],
    [day(2019, 4, 1), 40, true, 1373_51],
    [day(2019, 4, 1), 45, false, 1253_83],
    [day(2019, 8, 1), 40, false, 1125_66],
    [day(2026, 9, 1), 45, false, 1881_91],
    // 1,844.93 × 30.25 / 45 = 1,240.2030
    [day(2026, 5, 1), 30.25, false, 1240_20],
  ] as const)("on day %i, %d years, household %s", (on, careerYears, household, amount) => {
    expect(minimumPension({ day: on, careerYears, household }).value).toBe(amount);
  });

  test.each([
    [day(2017, 12, 31), false],
    // The limited step of 01/09/2026 leaves the household minimum open.
    [day(2026, 9, 1), true],
    [day(2026, 12, 1), false],
  ] as const)("on day %i, household %s: no figure", (on, household) => {
    const asked = () => minimumPension({ day: on, careerYears: 40, household });
    expect(attempt(asked)).toMatchObject({ code: "notAvailable" });
  });

  test("is told as the fraction of a full career, or the amount of one", () => {
    const told = (careerYears: number) =>
      minimumPension({ day: day(2026, 5, 1), careerYears, household: false })
        .way()
        .map(tell);
    const open =
      "Pensions that start from 2025 also ask for quarters of effective work, by the year of birth: not checked";
    expect([29, 30.25, 45].flatMap(told)).toEqual([
      "Career of 29 years: below 30 years there is no minimum pension",
      "30.25/45 of €1,844.93, the amount for incomplete careers: minimum pension a month",
      open,
      "Career of 45 years, full from 45: minimum pension a month",
      open,
    ]);
  });

  describe("effective work, for pensions from 2025", () => {
    const asked = (birthYear: number, effectiveQuarters: number, on = day(2026, 5, 1)) =>
      minimumPension({ day: on, careerYears: 31, household: false, birth: day(birthYear, 6, 1), effectiveQuarters });
    /** Law of 15/05/1984, article 131sexies: the quarters that a birth of each year asks for. */
    const NEEDED = [
      [1962, 0],
      [1963, 16],
      [1964, 19],
      [1965, 23],
      [1966, 29],
      [1967, 35],
      [1968, 45],
      [1969, 55],
      [1970, 64],
      [1985, 64],
    ] as const;

    // 1,844.93 × 31 / 45.
    test.each(NEEDED)("birth in %i: %i quarters are enough", (year, needed) => {
      expect(asked(year, needed).value).toBe(1270_95);
    });

    test.each(NEEDED.slice(1))("birth in %i: one fewer than %i is not", (year, needed) => {
      const found = attempt(() => asked(year, needed - 1).value);
      if (year <= 1968) expect(found).toMatchObject({ key: "minimum-work-unseen", code: "notAvailable" });
      else expect(found).toBe(0);
    });

    test("nothing is asked of earlier days; without a birth it cannot be said", () => {
      expect(asked(1970, 0, day(2024, 12, 31)).value).toBeGreaterThan(0);
      const question = { day: day(2026, 5, 1), careerYears: 20, household: false, effectiveQuarters: 64 };
      expect(attempt(() => minimumPension(question))).toMatchObject({ key: "missing", facts: { argument: "birth" } });
    });

    test("is told", () => {
      expect(asked(1969, 54).way().map(tell)).toEqual(["Quarters of effective work: 54; 55 are needed"]);
    });
  });

  /** Yearly bases, single and household: the royal decrees on welfare, and the law of 25/04/2024. */
  const BASES = [
    [day(2021, 1, 1), "11140.61", "13921.37"],
    [day(2021, 7, 1), "11363.42", "14199.80"],
    [day(2022, 1, 1), "11664.55", "14576.09"],
    [day(2023, 1, 1), "11973.66", "14962.36"],
    [day(2023, 7, 1), "12213.12", "15261.61"],
    [day(2024, 1, 1), "12467.14", "15579.02"],
  ] as const;
  /** First days of the index ranks from 18 on. */
  const STEPS = [
    day(2020, 3, 1),
    day(2021, 9, 1),
    day(2022, 1, 1),
    day(2022, 3, 1),
    day(2022, 5, 1),
    day(2022, 8, 1),
    day(2022, 11, 1),
    day(2022, 12, 1),
    day(2023, 11, 1),
    day(2024, 5, 1),
    day(2025, 2, 1),
    day(2026, 3, 1),
    day(2026, 9, 1),
  ];

  test.each(["isolated", "household"] as const)("%s from 2021: base × coefficient / 12", (rate) => {
    const entries = series(`pension.minimum.${rate}`).filter(
      ({ from, value, note }) => value !== null && from >= BASES[0][0] && note !== "minimum-by-pivots",
    );
    expect(entries.length).toBeGreaterThanOrEqual(15);
    for (const { from, value } of entries) {
      const [, isolated, household] = BASES.findLast(([since]) => since <= from)!;
      const rank = 18 + STEPS.findLastIndex((step) => step <= from);
      const coefficient = new Decimal("1.02").pow(rank).toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
      const month = coefficient
        .times(rate === "household" ? household : isolated)
        .times(100)
        .div(12);
      // From May 2024 on the prints are cut, not rounded: 1,808.77 and 2,260.25 of 02/2025.
      const cut = from >= day(2024, 5, 1);
      expect(month.toDecimalPlaces(0, cut ? Decimal.ROUND_DOWN : Decimal.ROUND_HALF_UP).toNumber()).toBe(value);
    }
  });

  test("03/2026: the prints of 02/2025 × the quotient of the pivots", () => {
    const pivots = new Decimal("183.17").div("179.58");
    const march = (rate: "isolated" | "household") => dated(`pension.minimum.${rate}`, day(2026, 3, 1))!.value;
    expect([march("isolated"), march("household")]).toEqual(
      [1808_77, 2260_25].map((print) => pivots.times(print).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()),
    );
  });

  test.each(["isolated", "household"] as const)("%s: incomplete careers caught up on 01/07/2019", (rate) => {
    const since = (id: ParameterId) => series(id).filter(({ from }) => from >= day(2019, 7, 1));
    const amounts = (id: ParameterId) => since(id).map(({ from, to, value }) => [from, to, value]);
    expect(amounts(`pension.minimum.incomplete.${rate}`)).toEqual(amounts(`pension.minimum.${rate}`));
  });
});
