import type { Cents } from "../money";
import { Refusal } from "../refusal";
import { QUARTER_UNIT, quarterly } from "./evaluate";
import type { Scale } from "./scale";

interface Point {
  readonly income: Cents;
  readonly amount: Cents;
}

/** The smallest income from 0 on whose rounded quarter is the amount; refused with the amounts on either side where the scale has none. */
export function incomeFor(scale: Scale, amount: Cents): Cents {
  let below: Point | undefined;
  for (const [index, { from, base, rate }] of scale.entries()) {
    const first = Math.max(0, from);
    const end = scale[index + 1]?.from ?? Infinity;
    const lowest = { income: first, amount: quarterly(scale, first) };
    if (amount < lowest.amount) throw noIncome(below, lowest);
    const highest = rate === 0 ? lowest : { income: end - 1, amount: quarterly(scale, end - 1) };
    if (amount <= highest.amount) {
      if (amount === lowest.amount) return first;
      // Half up reaches the amount from half a cent below it on.
      const needed = amount * QUARTER_UNIT - QUARTER_UNIT / 2 - base;
      return from + Math.ceil(needed / rate);
    }
    below = { income: rate === 0 ? end - 1 : highest.income, amount: highest.amount };
  }
  const top = scale.at(-1)!.from;
  throw new Refusal("no-income-above", { highest: { cents: quarterly(scale, top) }, income: { cents: top } });
}

/** Below the lowest contribution, or inside a jump. */
function noIncome(below: Point | undefined, above: Point): Refusal {
  if (below === undefined) return new Refusal("no-income-below", { lowest: { cents: above.amount } });
  return new Refusal("no-income-in-jump", {
    below: { cents: below.income },
    owedBelow: { cents: below.amount },
    above: { cents: above.income },
    owedAbove: { cents: above.amount },
  });
}
