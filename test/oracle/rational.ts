/** Exact rationals on BigInt, and the one rounding rule of the oracle. */
export interface Rational {
  readonly numerator: bigint;
  /** Always positive. */
  readonly denominator: bigint;
}

export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError("division by zero");
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Figures are read over and over. */
const decimals = new Map<string, Rational>();

/** "0.0305" as the fraction 305 / 10000. */
export function decimal(text: string): Rational {
  const known = decimals.get(text);
  if (known) return known;
  const read = readDecimal(text);
  decimals.set(text, read);
  return read;
}

function readDecimal(text: string): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`not a decimal number: ${text}`);
  const [, sign, whole, fraction = ""] = match;
  return rational(BigInt(`${sign}${whole}${fraction}`), 10n ** BigInt(fraction.length));
}

export function plus(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function over(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function power(base: Rational, exponent: number): Rational {
  return { numerator: base.numerator ** BigInt(exponent), denominator: base.denominator ** BigInt(exponent) };
}

/** Nearest integer of a fraction; a half goes away from zero (AR67 art. 53). `denominator` is positive. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  return numerator < 0n
    ? -((denominator - 2n * numerator) / (2n * denominator))
    : (2n * numerator + denominator) / (2n * denominator);
}

/** Euro to whole cents. */
export function toCents(euro: Rational): bigint {
  return roundHalfUp(euro.numerator * 100n, euro.denominator);
}

/** "12870.43" to 1287043. */
export function cents(euro: string): bigint {
  return toCents(decimal(euro));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
