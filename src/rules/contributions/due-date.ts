import { civilDate, type Day, lastDay, quarter, quarterOf, type QuarterOfYear } from "../calendar";
import { type Answer, step } from "../trace";
import { requireSystem } from "./law";

/** Royal decree of 19/12/1967, article 42: the last day of the quarter, weekend or not. Open-ended: later years answer too. */
export function dueDate(year: number, quarterOfYear: QuarterOfYear): Answer<Day> {
  requireSystem(year);
  const value = lastDay(quarter(year, quarterOfYear));
  return { value, way: () => [step("due-date", { day: { day: value } }, "AR67 42")] };
}

/** Article 44 §3: a supplement is due on the last day of the quarter after the one in which its statement was sent. */
export function settlementDueDate(sent: Day): Answer<Day> {
  requireSystem(civilDate(sent).year);
  const value = lastDay(quarterOf(sent) + 1);
  return { value, way: () => [step("settlement-due", { sent: { day: sent }, day: { day: value } }, "AR67 44 §3")] };
}
