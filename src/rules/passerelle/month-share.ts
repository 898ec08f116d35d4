import { type Day, firstDayOfMonth } from "../calendar";
import { type Rate, RATE_UNIT } from "../money";
import type { Refusal } from "../refusal";
import type { Line } from "../trace";

/** The part of the monthly amount that a civil month gives, before other income, and why. */
export interface MonthShare {
  /** First day of the month. */
  readonly month: Day;
  readonly share: Rate | Refusal;
  readonly reason: Line;
}

/** The months of a fact, oldest first without gaps, and beside them how long the right runs and how the law was read. */
export interface Schedule {
  readonly months: readonly MonthShare[];
  readonly readings: readonly Line[];
}

/** A fact as the schedules need it. */
export interface Interruption {
  readonly fact: Day;
  /** Last day without activity; absent: none until the right ends. */
  readonly until: Day | undefined;
  /** Months of right. */
  readonly months: number;
}

export const FULL: Rate = RATE_UNIT;

/** The first days of the months from one to another, both included. */
export function monthsFromTo(first: Day, last: Day): Day[] {
  const months: Day[] = [];
  for (let month = firstDayOfMonth(first); month <= last; month = firstDayOfMonth(month, 1)) months.push(month);
  return months;
}
