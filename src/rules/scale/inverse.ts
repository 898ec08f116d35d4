import { type Cents, LARGEST_AMOUNT } from "../money";
import { attempt, Refusal } from "../refusal";
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

/** From a quarterly amount on, the smallest income is the largest whole number up to (amount × QUARTER_UNIT + constant) / rate, or refused. */
export interface InverseStep {
  readonly from: Cents;
  readonly constant: number | Refusal;
  readonly rate: number | Refusal;
}

/** The inverse of a scale as steps: `incomeFor` at the first amount of each decides what holds in it. */
export function inverseSteps(scale: Scale): InverseStep[] {
  const amounts = scale.flatMap(({ from, base, rate }, index) => {
    const first = Math.max(0, from);
    const end = scale[index + 1]?.from ?? Infinity;
    const lowest = quarterly(scale, first);
    const highest = rate === 0 ? lowest : quarterly(scale, end - 1);
    // An income that is one by itself, then those of the rate, then none.
    return [
      { from: lowest, constant: first - lowest * QUARTER_UNIT, rate: 1 },
      { from: lowest + 1, to: highest, constant: -QUARTER_UNIT / 2 - base + rate - 1 + from * rate, rate },
    ].filter(({ from: amount, to = amount }) => amount <= to);
  });
  const steps: InverseStep[] = [];
  const isOf = ({ constant, rate }: (typeof amounts)[number], amount: Cents, income: Cents) =>
    Math.floor((amount * QUARTER_UNIT + constant) / rate) === income;
  const bounds = [-LARGEST_AMOUNT, ...amounts.flatMap(({ from, to = from }) => [from, to + 1])];
  for (const from of [...new Set(bounds)].sort((a, b) => a - b)) {
    const income = attempt(() => incomeFor(scale, from));
    const found =
      income instanceof Refusal
        ? undefined
        : amounts.find((one) => from >= one.from && from <= (one.to ?? one.from) && isOf(one, from, income));
    if (income instanceof Refusal) steps.push({ from, constant: income, rate: income });
    else steps.push({ from, constant: found!.constant, rate: found!.rate });
  }
  return steps;
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
