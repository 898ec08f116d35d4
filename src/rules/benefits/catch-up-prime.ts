import { dateToDate, day, type Day, lastDayOfYear } from "../calendar";
import { amountInForce } from "../indexation";
import type { Cents } from "../money";

interface CatchUpQuestion {
  readonly year: number;
  readonly incapacityStart: Day;
  /** Last day of incapacity; absent while it lasts. */
  readonly incapacityEnd?: Day | undefined;
  readonly invalidInMay: boolean;
  readonly indexSteps?: number | undefined;
}

/** Article 12bis: after a year of incapacity on 31 December, the prime is paid with May to who is invalid in that month. */
export function catchUpPrime({
  year,
  incapacityStart,
  incapacityEnd,
  invalidInMay,
  indexSteps,
}: CatchUpQuestion): Cents {
  const yearEnd = lastDayOfYear(year - 1);
  const lasts = incapacityEnd === undefined || incapacityEnd >= yearEnd;
  const due = invalidInMay && lasts && dateToDate(incapacityStart, 12) <= yearEnd;
  return due ? amountInForce("benefits.catch-up-prime", day(year, 5, 31), indexSteps).amount : 0;
}
