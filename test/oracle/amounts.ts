import { BAD_VALUE, NOT_AVAILABLE, isRefusal, type Answer } from "./answer";
import type { YearFigures } from "./articles";
import * as figures from "./figures";
import type { ThresholdName } from "./figures";
import { cents, decimal, over, plus, power, rational, roundHalfUp, times, toCents, type Rational } from "./rational";

/**
 * Numerator of the year; for a year without a decree, the last one grown by `indexation` a year, not rounded.
 * `indexation` is the text of a decimal: 0.02.
 */
function numeratorOf(year: number, indexation: string | undefined): Answer<Rational> {
  if (year < figures.FIRST_YEAR) return NOT_AVAILABLE;
  const published = figures.NUMERATORS[year];
  if (published !== undefined) return decimal(published);
  const growth = growthOf(indexation);
  if (isRefusal(growth)) return growth;
  const last = decimal(figures.NUMERATORS[figures.LAST_YEAR]!);
  return times(last, power(growth, year - figures.LAST_YEAR));
}

function growthOf(indexation: string | undefined): Answer<Rational> {
  if (indexation === undefined) return NOT_AVAILABLE;
  const growth = plus(rational(1n), decimal(indexation));
  return growth.numerator > 0n ? growth : BAD_VALUE;
}

/** AR38 art. 14 §1: base amount x numerator / 142.75, to the cent. */
function indexed(base: string, numerator: Rational): bigint {
  return toCents(over(times(decimal(base), numerator), decimal(figures.BASE_INDEX)));
}

function amount(name: ThresholdName, numerator: Rational): bigint {
  const { base } = figures.BASE_AMOUNTS[name];
  // The student's threshold is half of the rounded minimum income (AR38 art. 12bis).
  return base === null ? roundHalfUp(amount("minimum", numerator), 2n) : indexed(base, numerator);
}

/** An amount of the law in a year, in cents. */
export function threshold(name: ThresholdName, year: number, indexation?: string): Answer {
  const { from, to = Infinity } = figures.BASE_AMOUNTS[name];
  const numerator = numeratorOf(year, indexation);
  if (isRefusal(numerator)) return numerator;
  if (year < from || year > to) return NOT_AVAILABLE;
  const printed = figures.PRINTED_AMOUNTS[name]?.[year];
  return printed === undefined ? amount(name, numerator) : cents(printed);
}

/** What the articles read of a year. `activityYear` is that of a starter (1 to 3), if he is one. */
export function figuresOf(
  year: number,
  activityYear: 1 | 2 | 3 | undefined,
  indexation: string | undefined,
): Answer<YearFigures> {
  const numerator = numeratorOf(year, indexation);
  if (isRefusal(numerator)) return numerator;
  const ordinaryRate = figures.FIRST_BRACKET_RATES[year] ?? figures.FIRST_BRACKET_RATE_FROM_2018;
  const starterRate = activityYear && figures.STARTER_RATES[year]?.[activityYear - 1];
  return {
    bracket1: amount("bracket1", numerator),
    bracket2: amount("bracket2", numerator),
    minimum: amount("minimum", numerator),
    primostarterFloor: amount("primostarterFloor", numerator),
    firstQuarterReduction: amount("firstQuarterReduction", numerator),
    complementary: amount("complementary", numerator),
    article37: amount("article37", numerator),
    mandate: amount("mandate", numerator),
    student: amount("student", numerator),
    spouse: amount("spouse", numerator),
    pensioner: amount("pensioner", numerator),
    rate1: starterRate ?? ordinaryRate,
  };
}

/** AR38 art. 11 §3 al. 1: the income is that of the third year before; of an earlier one where that was not known on 1 January. */
export function isKnownIncome(incomeYear: number, year: number): boolean {
  return year - incomeYear >= 3;
}

/** AR38 art. 11 §3 al. 3: the income of the year N-3, or of an earlier one, at the price level of the year. */
export function revalue(income: bigint, year: number, indexation?: string, incomeYear = year - 3): Answer {
  if (!isKnownIncome(incomeYear, year)) return BAD_VALUE;
  const fraction = revaluationOf(year, incomeYear, indexation);
  return isRefusal(fraction) ? fraction : roundHalfUp(income * fraction.numerator, fraction.denominator);
}

function revaluationOf(year: number, incomeYear: number, indexation: string | undefined): Answer<Rational> {
  const numerator = numeratorOf(year, indexation);
  if (isRefusal(numerator)) return numerator;
  if (incomeYear < figures.FIRST_INCOME_YEAR) return NOT_AVAILABLE;
  if (year > figures.LAST_YEAR) {
    const growth = growthOf(indexation);
    return isRefusal(growth) ? growth : power(growth, year - incomeYear);
  }
  return over(numerator, decimal(figures.DENOMINATORS[incomeYear + 3]!));
}

/** AR38 art. 11 §3 al. 4, §5 al. 3: income of `quarters` quarters, for a whole year. */
export function annualise(income: bigint, quarters: number): bigint {
  return quarters === 4 ? income : roundHalfUp(income * 4n, BigInt(quarters));
}
