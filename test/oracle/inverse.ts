/** The contribution read backwards, by definition and bisection: it never falls when the income rises. */
import { threshold } from "./amounts";
import { NO_RESULT, isRefusal, total, type Answer } from "./answer";
import { quarterlyFor, quartersOf, type Options } from "./contributions";
import { feeOf } from "./fund";
import type { Category } from "./subjection";

/** Smallest whole number above `below` for which the test holds; it holds for `holds` and everything after. */
function smallest(below: bigint, holds: bigint, test: (value: bigint) => boolean): bigint {
  let [no, yes] = [below, holds];
  while (yes - no > 1n) {
    const middle = (no + yes) >> 1n;
    if (test(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** Smallest income of 0 or more with exactly this quarterly contribution. */
export function incomeFor(
  quarterly: bigint,
  category: Category,
  year: number,
  quarter?: number,
  indexation?: string,
): Answer {
  // Nothing rises above the second ceiling.
  const ceiling = threshold("bracket2", year, indexation);
  if (isRefusal(ceiling)) return ceiling;
  const contribution = (income: bigint): Answer => quarterlyFor(income, category, year, quarter, { indexation });
  const highest = contribution(ceiling);
  if (isRefusal(highest)) return highest;
  if (quarterly > highest) return NO_RESULT;
  const income = smallest(-1n, ceiling, (candidate) => (contribution(candidate) as bigint) >= quarterly);
  return contribution(income) === quarterly ? income : NO_RESULT;
}

export interface FixedPoint {
  readonly income: bigint;
  readonly contribution: bigint;
  readonly fee: bigint;
}

/** Four quarters and four fees move by a cent each at most for a cent of income: more is a jump of the law. */
const LARGEST_RESIDUE = 8n;

/** The largest income that, with its contribution and fee, does not exceed the profit. */
export function fixedPoint(
  profit: bigint,
  category: Category,
  year: number,
  options: Options & { readonly fund?: string | undefined } = {},
): Answer<FixedPoint> {
  const charged = (income: bigint): Answer<FixedPoint> => {
    const quarters = quartersOf(income, category, year, options);
    const contribution = total(quarters);
    const fee = total(quarters.map((quarter) => feeOf(quarter, options.fund)));
    if (isRefusal(contribution)) return contribution;
    return isRefusal(fee) ? fee : { income, contribution, fee };
  };
  const needed = (point: FixedPoint): bigint => point.income + point.contribution + point.fee;

  const highest = charged(profit);
  if (isRefusal(highest)) return highest;
  // Contributions are not negative and do not fall: the income lies between these two.
  const certain = profit - highest.contribution - highest.fee;
  const tooMuch = smallest(certain, profit + 1n, (income) => needed(charged(income) as FixedPoint) > profit);
  const found = charged(tooMuch - 1n) as FixedPoint;
  return profit - needed(found) <= LARGEST_RESIDUE ? found : NO_RESULT;
}

/** Contribution and fee of the year for a profit before both. */
export function fromProfit(
  profit: bigint,
  category: Category,
  year: number,
  options: Options & { readonly fund?: string | undefined } = {},
): Answer {
  const point = fixedPoint(profit, category, year, options);
  return isRefusal(point) ? point : point.contribution + point.fee;
}
