import type { Cents } from "../money";
import { QUARTER_UNIT, quarterly } from "./evaluate";
import type { Scale } from "./scale";

export interface Point {
  readonly income: Cents;
  readonly amount: Cents;
}

/** The income of a quarterly amount, or the amounts on either side where the scale has none. */
export type Inverse =
  | { readonly found: true; readonly income: Cents }
  | { readonly found: false; readonly below?: Point; readonly above?: Point };

/** The smallest income from 0 on whose rounded quarter is the amount. */
export function incomeFor(scale: Scale, amount: Cents): Inverse {
  let below: Point | undefined;
  for (const [index, { from, base, rate }] of scale.entries()) {
    const first = Math.max(0, from);
    const end = scale[index + 1]?.from ?? Infinity;
    const lowest = { income: first, amount: quarterly(scale, first) };
    if (amount < lowest.amount) return { found: false, ...(below && { below }), above: lowest };
    const highest = rate === 0 ? lowest : { income: end - 1, amount: quarterly(scale, end - 1) };
    if (amount <= highest.amount) {
      if (amount === lowest.amount) return { found: true, income: first };
      // Half up reaches the amount from half a cent below it on.
      const needed = amount * QUARTER_UNIT - QUARTER_UNIT / 2 - base;
      const income = from + Math.ceil(needed / rate);
      return { found: true, income };
    }
    below = { income: rate === 0 ? end - 1 : highest.income, amount: highest.amount };
  }
  const top = scale.at(-1)!.from;
  return { found: false, below: { income: top, amount: quarterly(scale, top) } };
}
