import { type Day, type Quarter, quarterOf, quarterOfYear, yearOf } from "../calendar";
import { Refusal } from "../refusal";
import { type Line, step } from "../trace";

/** First and last quarter of an activity of one category, as far as they are given. */
export interface Activity {
  readonly start?: Quarter | undefined;
  readonly stop?: Quarter | undefined;
}

/** A quarter in which there is no activity. */
export type Outside = "before-start" | "after-stop";

/** Without a day, an activity long established that goes on. */
const LASTING: Activity = {};

/** The quarters of the first and the last day of an activity. */
export function activity(start: Day | undefined, stop: Day | undefined): Activity {
  if (stop === undefined) return start === undefined ? LASTING : { start: quarterOf(start) };
  if (start === undefined) return { stop: quarterOf(stop) };
  if (stop < start)
    throw new Refusal("date-before", { argument: "stop", given: { day: stop }, other: "start", limit: { day: start } });
  return { start: quarterOf(start), stop: quarterOf(stop) };
}

/** Article 15 §2, 1°: nothing is due before the quarter of the start, nor after that of the end. Both are due whole, for even one day. */
export function outside(q: Quarter, { start, stop }: Activity): Outside | undefined {
  if (start !== undefined && q < start) return "before-start";
  return stop !== undefined && q > stop ? "after-stop" : undefined;
}

export const outsideLine = (where: Outside): Line => step(where, {}, "AR38 15 §2", { amount: 0 });

/** Quarters of subjection in a year that has some. */
export function quartersOfSubjection(year: number, { start, stop }: Activity): number {
  const first = start !== undefined && yearOf(start) === year ? quarterOfYear(start) : 1;
  const last = stop !== undefined && yearOf(stop) === year ? quarterOfYear(stop) : 4;
  return last - first + 1;
}
