// A host that sandboxes scripts makes every look-up of a global slow; the hot path keeps its own.
const { abs, floor } = Math;
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
 * Integer division, half up (away from zero for a negative numerator), as article 53 of the royal decree of 19/12/1967 rounds. Exact where
 * numerator + denominator is a safe integer: then no quotient below a whole number is so near to it that its double is that number.
 */
export function divideHalfUp(numerator: number, denominator: number): number {
  if (numerator < 0) return 0 - divideHalfUp(-numerator, denominator); // never −0
  return floor((numerator + floor(denominator / 2)) / denominator);
}

/** An exact fraction: `units` / `scale`, `scale` a power of ten. A table's rate is units of 1/10,000; a user's own may be finer. */
export interface Fraction {
  readonly units: number;
  readonly scale: number;
}

/** Plain decimal text as a fraction: "0.0305". */
export function fractionOf(text: string): Fraction {
  const [whole = "", decimals = ""] = text.split(".");
  return { units: Number(whole + decimals), scale: 10 ** decimals.length };
}

/** `amount` × a fraction, rounded to the cent. */
export function applyFraction(amount: Cents, { units, scale }: Fraction): Cents {
  const product = amount * units;
  if (isSafeInteger(abs(product) + scale)) return divideHalfUp(product, scale);
  return applyLargeFraction(BigInt(amount), BigInt(units), BigInt(scale));
}

/** The same where the product is no safe integer. */
export function applyLargeFraction(amount: bigint, units: bigint, scale: bigint): Cents {
  const product = amount * units;
  const magnitude = product < 0n ? -product : product;
  const rounded = Number((magnitude * 2n + scale) / (scale * 2n));
  return product < 0n ? 0 - rounded : rounded;
}
