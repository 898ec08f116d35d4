import { type Day, lastDay, quarter, type QuarterOfYear } from "../calendar";
import { type Answer, step } from "../trace";
import { requireSystem } from "./law";

/** Royal decree of 19/12/1967, article 42: the last day of the quarter, weekend or not. Open-ended: later years answer too. */
export function dueDate(year: number, quarterOfYear: QuarterOfYear): Answer<Day> {
  requireSystem(year);
  const value = lastDay(quarter(year, quarterOfYear));
  return { value, way: () => [step("due-date", { day: { day: value } }, "AR67 42")] };
}
