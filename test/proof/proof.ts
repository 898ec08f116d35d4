import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { quarter, type QuarterOfYear, QUARTERS_OF_YEAR } from "../../src/rules/calendar";
import {
  CATEGORIES,
  type Category,
  contribution,
  FIRST_YEAR,
  LAST_YEAR,
  quarterRule,
  type QuarterRule,
} from "../../src/rules/contributions";
import { Refusal } from "../../src/rules/refusal";
import * as oracle from "../oracle";
import { thresholdsOf, wholeEuros } from "../rules/contributions/against-oracle";

const MOST_EUROS = 120_000;
const RANDOM_INCOMES = 1_000_000;
const SEED = 20_150_101;

/** A quarter whose law differs from that of the quarter before it in the year. */
export interface Regime {
  readonly category: Category;
  readonly year: number;
  readonly quarter: QuarterOfYear;
  readonly rule: QuarterRule;
}

/** The years that rules and oracle share: the oracle types its figures itself. */
export const lastYear = Math.min(LAST_YEAR, oracle.LAST_YEAR);

/** Every law of a quarter that exists without a start: each year, quarter regime and category. */
export function regimes(): Regime[] {
  const years = Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  return CATEGORIES.flatMap((category) => years.flatMap((year) => regimesOfYear(category, year)));
}

function regimesOfYear(category: Category, year: number): Regime[] {
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

function* randomIncomes(seed: number): Generator<number> {
  const generator = xoroshiro128plus(seed);
  for (let count = 0; count < RANDOM_INCOMES; count++) yield uniformInt(generator, 0, MOST_EUROS * 100);
}

export interface Outcome {
  readonly compared: number;
  readonly differences: readonly string[];
}

/** Compares rules and oracle on every whole euro, each threshold to the cent, and a million random incomes in cents. */
export function prove({ category, year, quarter: n, rule }: Regime): Outcome {
  const differences: string[] = [];
  let compared = 0;
  for (const incomes of [wholeEuros(MOST_EUROS), thresholdsOf(rule), randomIncomes(SEED + year * 4 + n)]) {
    for (const income of incomes) {
      compared++;
      const ours = contribution(income, rule);
      if (oracle.quarterlyFor(BigInt(income), category, year, n) !== BigInt(ours))
        differences.push(`${category} ${year}Q${n} ${income}`);
    }
  }
  return { compared, differences };
}
