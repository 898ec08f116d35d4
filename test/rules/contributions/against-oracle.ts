import { type Category, contribution, type QuarterRule, scaleRows, askedRule } from "../../../src/rules/contributions";
import * as oracle from "../../oracle";

/** The incomes on which a mistake of a cent would show: each threshold, the cent below and the cent above. */
export function thresholdsOf(rule: QuarterRule): number[] {
  return scaleRows(rule)
    .value.flatMap(({ from, to }) => [from, to ?? from])
    .flatMap((threshold) => [threshold - 1, threshold, threshold + 1]);
}

/** The first income, in cents, on which rules and oracle differ; nothing where they agree on all. */
export function firstDifference(category: Category, year: number, incomes: Iterable<number>): string | undefined {
  const rule = askedRule({ category, year });
  for (const income of incomes) {
    const ours = contribution(income, rule);
    const theirs = oracle.quarterlyFor(BigInt(income), category, year);
    if (theirs !== BigInt(ours))
      return `${category} ${year}, income ${income} cents: ${ours}, oracle ${oracle.isRefusal(theirs) ? theirs.refusal : theirs}`;
  }
  return undefined;
}

export function* wholeEuros(most: number): Generator<number> {
  for (let euros = 0; euros <= most; euros++) yield euros * 100;
}
