import { type Day, lastDay, quarter, type QuarterOfYear } from "../calendar";
import { requireSystem } from "./law";

/** Royal decree of 19/12/1967, article 42: the last day of the quarter, weekend or not. Open-ended: later years answer too. */
export function dueDate(year: number, quarterOfYear: QuarterOfYear): Day {
  requireSystem(year);
  return lastDay(quarter(year, quarterOfYear));
}
