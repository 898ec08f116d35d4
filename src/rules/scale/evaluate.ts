import { type Cents, divideHalfUp, type Rate, RATE_UNIT } from "../money";
import type { Scale, Segment } from "./scale";

const QUARTERS_IN_YEAR = 4;

export function segmentAt(scale: Scale, income: Cents): Segment {
  let index = scale.length - 1;
  while (index > 0 && income < scale[index]!.from) index--;
  return scale[index]!;
}

/** Annual contribution, not rounded, in cents × 10,000. */
export function annualExact(scale: Scale, income: Cents): number {
  const { from, base, rate } = segmentAt(scale, income);
  return rate === 0 ? base : base + rate * (income - from);
}

/** A quarter of the annual contribution, rounded half up to the cent. The annual amount itself is never rounded. */
export function quarterly(scale: Scale, income: Cents): Cents {
  return divideHalfUp(annualExact(scale, income), RATE_UNIT * QUARTERS_IN_YEAR);
}

/** Slope of the annual scale just above the income. A jump is not a rate. */
export function marginalRate(scale: Scale, income: Cents): Rate {
  return segmentAt(scale, income).rate;
}
