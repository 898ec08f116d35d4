/** Royal decree of 25/11/1991, article 130 §2: what an activity takes off a daily unemployment benefit. */
import { type Answer, NOT_AVAILABLE } from "./answer";
import { coefficientOn, UNKNOWN_FROM } from "./indexed-benefits";
import { decimal, rational, roundHalfUp, times, toCents } from "./rational";

/** In euro a day, at pivot 103.14. */
const BASE = decimal("10.18");
/** Days of a year in the week of six days. */
const DAYS = 312n;

export function springboard(annualIncome: bigint, day: string, result = "reduction"): Answer {
  if (day < "2016-07-01" || day >= UNKNOWN_FROM) return NOT_AVAILABLE;
  const ceiling = toCents(times(BASE, coefficientOn(day)));
  if (result === "daily-ceiling") return ceiling;
  if (result === "annual-ceiling") return ceiling * DAYS;
  const { numerator, denominator } = rational(annualIncome, DAYS);
  const excess = roundHalfUp(numerator, denominator) - ceiling;
  return excess > 0n ? excess : 0n;
}
