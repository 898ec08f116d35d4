// A host that sandboxes scripts makes every look-up of a global slow; the hot path keeps its own.
const { floor } = Math;
const { isSafeInteger } = Number;

/** Whole euro cents. */
export type Cents = number;

/** A rate in ten-thousandths: 20.5 % is 2050. */
export type Rate = number;

/** Unit of `Rate`, and of amounts that are not rounded yet: cents × 10,000. */
export const RATE_UNIT = 10_000;

/** Amounts beyond this are refused on entry, so that cents × rate, and cents × index, stay exact integers. */
export const LARGEST_AMOUNT: Cents = 1e11;

/**
 * Integer division, half up (away from zero for a negative numerator), as article 53 of the royal decree of 19/12/1967 rounds.
 * The double quotient is at most one off; the remainder, exact on safe integers, decides.
 */
export function divideHalfUp(numerator: number, denominator: number): number {
  if (numerator < 0) return 0 - divideHalfUp(-numerator, denominator); // never −0
  const raised = numerator + floor(denominator / 2);
  const quotient = floor(raised / denominator);
  const remainder = raised - quotient * denominator;
  if (remainder < 0) return quotient - 1;
  return remainder < denominator ? quotient : quotient + 1;
}

/** An exact fraction: `units` / `scale`, `scale` a power of ten. A table's rate is units of 1/10,000; a user's own may be finer. */
export interface Fraction {
  readonly units: number;
  readonly scale: number;
}

/** `amount` × a fraction, rounded to the cent. */
export function applyFraction(amount: Cents, { units, scale }: Fraction): Cents {
  const product = amount * units;
  if (isSafeInteger(product) && isSafeInteger(scale * 2)) return divideHalfUp(product, scale);
  return applyLargeFraction(BigInt(amount), BigInt(units), BigInt(scale));
}

function applyLargeFraction(amount: bigint, units: bigint, scale: bigint): Cents {
  const product = amount * units;
  const magnitude = product < 0n ? -product : product;
  const rounded = Number((magnitude * 2n + scale) / (scale * 2n));
  return product < 0n ? 0 - rounded : rounded;
}
