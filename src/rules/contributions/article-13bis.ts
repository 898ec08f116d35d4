import { type Quarter, quarterOfYear, yearOf } from "../calendar";
import type { Standing } from "./standing";

/** The last year in which article 13bis §2 gave starters a rate of their own. */
export const LAST_STARTER_RATE_YEAR = 2017;

/** Whether a year counts as reference year N-3 for later provisional contributions: a year with activity. */
export type IsReferenceYear = (year: number) => boolean;

/** The first calendar year of four quarters of subjection. */
export const firstWholeYear = (start: Quarter): number =>
  quarterOfYear(start) === 1 ? yearOf(start) : yearOf(start) + 1;

/**
 * Article 13bis §2, text to 30/09/2025: activity year 1 ends with the first whole calendar year, year 2 is the next one, and year 3 lasts
 * while year N-3 had no activity.
 */
export function activityYear(q: Quarter, start: Quarter, isReferenceYear: IsReferenceYear): 1 | 2 | 3 | undefined {
  const years = yearOf(q) - firstWholeYear(start);
  if (years <= 0) return 1;
  if (years === 1) return 2;
  return isReferenceYear(yearOf(q) - 3) ? undefined : 3;
}

/** The activity year whose rate a starter pays; none once rates are the same for all. */
export function starterYear(q: Quarter, start: Quarter, isReferenceYear: IsReferenceYear): Standing["starterYear"] {
  return yearOf(q) > LAST_STARTER_RATE_YEAR ? undefined : activityYear(q, start, isReferenceYear);
}

/** Of an activity without interruption every year is a reference year from its start on. */
export const sinceStart =
  (start: Quarter): IsReferenceYear =>
  (year) =>
    year >= yearOf(start);
