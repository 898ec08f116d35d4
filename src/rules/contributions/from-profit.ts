import type { Cents } from "../money";
import { Refusal } from "../refusal";

/** One cent of income moves four quarters and four fees by a cent each at most. */
const LARGEST_RESIDUE: Cents = 8;

export interface FixedPoint {
  readonly income: Cents;
  /** What the income owes. */
  readonly total: Cents;
  /** What rounding leaves of the profit: 0 to 8 cents. */
  readonly residue: Cents;
}

/**
 * The income that leaves the profit once its own contributions are added: the largest one with income + owed ≤ profit. Inside a jump of
 * the law no income does, and both sides are named.
 */
export function fromProfit(profit: Cents, owed: (income: Cents) => Cents): FixedPoint {
  let income = profit - owed(profit);
  let tooMuch = profit + 1;
  while (tooMuch - income > 1) {
    const middle = Math.floor((income + tooMuch) / 2);
    if (middle + owed(middle) <= profit) income = middle;
    else tooMuch = middle;
  }
  const total = owed(income);
  const residue = profit - income - total;
  if (residue <= LARGEST_RESIDUE) return { income, total, residue };
  throw new Refusal("no-fixed-point", {
    below: { cents: income },
    owedBelow: { cents: total },
    above: { cents: income + 1 },
    owedAbove: { cents: owed(income + 1) },
  });
}
