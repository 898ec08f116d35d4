import { type Cents, divideHalfUp, type Rate, RATE_UNIT } from "../money";
import type { Scale, Segment } from "./scale";

/** A cent of a quarter in the unit of annual amounts, cents × 10,000. */
export const QUARTER_UNIT = RATE_UNIT * 4;

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

/** A quarter of an annual amount, rounded half up to the cent. The annual amount itself is never rounded. */
export const roundedQuarter = (annual: number): Cents => divideHalfUp(annual, QUARTER_UNIT);

/** The contribution of a quarter on an annual income. */
export function quarterly(scale: Scale, income: Cents): Cents {
  return roundedQuarter(annualExact(scale, income));
}

/** Slope of the annual scale just above the income. A jump is not a rate. */
export function marginalRate(scale: Scale, income: Cents): Rate {
  return segmentAt(scale, income).rate;
}
