import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { quarter, quarterOfYear, type QuarterOfYear, QUARTERS_OF_YEAR, yearOf } from "../../src/rules/calendar";
import {
  CATEGORIES,
  type Category,
  contribution,
  FIRST_YEAR,
  LAST_YEAR,
  provisionalQuarter,
  provisionalQuarterRule,
  quarterRule,
  type QuarterRule,
} from "../../src/rules/contributions";
import { Refusal } from "../../src/rules/refusal";
import * as oracle from "../oracle";
import { thresholdsOf, wholeEuros } from "../rules/contributions/against-oracle";

const MOST_EUROS = 120_000;
const RANDOM_INCOMES = 1_000_000;
const SEED = 20_150_101;

/** A quarter that owes by a law of its own, and the incomes on which rules and oracle are compared. */
export interface Regime {
  readonly name: string;
  readonly incomes: readonly Iterable<number>[];
  readonly ours: (income: number) => number;
  readonly theirs: (income: number) => oracle.Answer;
}

/** The years that rules and oracle share: the oracle types its figures itself. */
export const lastYear = Math.min(LAST_YEAR, oracle.LAST_YEAR);

const years = Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

export const regimes = (): Regime[] => {
  const texts = CATEGORIES.flatMap((category) => years.flatMap((year) => textsOf(category, year)));
  return [...texts.map(inYear), ...texts.flatMap(beforeStop), ...onEarlierIncome(), ...afterSickness()];
};

/** A quarter whose text differs from that of the quarter before it in the year. */
interface Text {
  readonly category: Category;
  readonly year: number;
  readonly quarter: QuarterOfYear;
  readonly rule: QuarterRule;
}

function textsOf(category: Category, year: number): Text[] {
  const quarters = QUARTERS_OF_YEAR.flatMap((n) => {
    const rule = ruleOrNothing(category, year, n);
    return rule ? [{ category, year, quarter: n, rule }] : [];
  });
  return quarters.filter(({ rule }, index) => index === 0 || text(rule) !== text(quarters[index - 1]!.rule));
}

const text = ({ scale }: QuarterRule): string => JSON.stringify(scale);

function ruleOrNothing(category: Category, year: number, n: QuarterOfYear): QuarterRule | undefined {
  try {
    return quarterRule({ category, quarter: quarter(year, n) });
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Every law of a quarter that exists without a start: whole euros, each threshold to the cent, and a million random incomes in cents. */
const inYear = ({ category, year, quarter: n, rule }: Text): Regime => ({
  name: `${category} ${year} from Q${n}`,
  incomes: [wholeEuros(MOST_EUROS), thresholdsOf(rule), randomIncomes(SEED + year * 4 + n)],
  ours: (income) => contribution(income, rule),
  theirs: (income) => oracle.quarterlyFor(BigInt(income), category, year, n),
});

function* randomIncomes(seed: number): Generator<number> {
  const generator = xoroshiro128plus(seed);
  for (let count = 0; count < RANDOM_INCOMES; count++) yield uniformInt(generator, 0, MOST_EUROS * 100);
}

const LAST_DAYS = ["03-31", "06-30", "09-30"] as const;

/** The same where the activity ends in one of the first three quarters: what is owed by the income of one, two or three. */
const beforeStop = ({ category, year, quarter: n, rule }: Text): Regime[] =>
  LAST_DAYS.flatMap((day, index) => {
    const last = (index + 1) as QuarterOfYear;
    if (last < n) return [];
    const stopping = quarterRule({ category, quarter: quarter(year, n), stop: quarter(year, last) });
    const thresholds = thresholdsOf(rule).map((threshold) => Math.floor((threshold * last) / 4));
    return {
      name: `${category} ${year}Q${n}, stop in Q${last}`,
      incomes: [wholeEuros(MOST_EUROS), thresholds],
      ours: (income) => contribution(income, stopping),
      theirs: (income) => oracle.quarterlyFor(BigInt(income), category, year, n, { stop: `${year}-${day}` }),
    };
  });

const FIRST_INCOME_YEAR = 2013;

/** Provisional contributions on the income of year N-3 and of each year before it; the categories take turns. */
function onEarlierIncome(): Regime[] {
  const pairs = years.flatMap((year) =>
    Array.from({ length: Math.max(0, year - 2 - FIRST_INCOME_YEAR) }, (_, index) => [year, year - 3 - index] as const),
  );
  return pairs.map(([year, incomeYear], turn) => {
    const inForce = CATEGORIES.filter((category) => ruleOrNothing(category, year, 4) !== undefined);
    const category = inForce[turn % inForce.length]!;
    const rule = provisionalQuarterRule({ category, quarter: quarter(year, 4) }, incomeYear);
    return {
      name: `${category} ${year}Q4, income of ${incomeYear}`,
      incomes: [wholeEuros(MOST_EUROS)],
      ours: (incomeN3) => provisionalQuarter(rule, { incomeN3 }).value,
      theirs: (incomeN3) => oracle.provisional(BigInt(incomeN3), category, year, 4, { incomeYear }),
    };
  });
}

/**
 * Who resumed after sickness, in 2022 or since: quarters and provisional quarters after a reduction, from the first to the one after the
 * last of the four.
 */
function afterSickness(): Regime[] {
  const category = "primostarter-after-sickness";
  const starts = years.filter((year) => year >= 2022).flatMap((year) => [quarter(year, 1), quarter(year, 3)]);
  const asked = starts.flatMap((start) => [0, 1, 3, 4].map((rank) => ({ start, q: start + rank })));
  return asked
    .filter(({ q }) => yearOf(q) <= lastYear)
    .flatMap(({ start, q }) => {
      const [year, n] = [yearOf(q), quarterOfYear(q)];
      const since = `${yearOf(start)}-${quarterOfYear(start) === 1 ? "01-10" : "07-15"}`;
      const name = `${category} since ${since}, ${year}Q${n}`;
      const rule = quarterRule({ category, quarter: q, start });
      const provisional = provisionalQuarterRule({ category, quarter: q, start });
      return [
        {
          name,
          incomes: [wholeEuros(MOST_EUROS)],
          ours: (income: number) => contribution(income, rule),
          theirs: (income: number) => oracle.quarterlyFor(BigInt(income), category, year, n, { start: since }),
        },
        {
          name: `${name}, provisional on an estimate`,
          incomes: [wholeEuros(MOST_EUROS)],
          ours: (estimate: number) => provisionalQuarter(provisional, { estimate }).value,
          theirs: (estimate: number) =>
            oracle.provisional(null, category, year, n, { start: since, estimate: BigInt(estimate) }),
        },
      ];
    });
}

export interface Outcome {
  readonly compared: number;
  readonly differences: readonly string[];
}

export function prove({ name, incomes, ours, theirs }: Regime): Outcome {
  const differences: string[] = [];
  let compared = 0;
  for (const some of incomes) {
    for (const income of some) {
      compared++;
      if (theirs(income) !== BigInt(ours(income))) differences.push(`${name}: ${income}`);
    }
  }
  return { compared, differences };
}
