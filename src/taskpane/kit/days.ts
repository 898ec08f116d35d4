import { civilDate, day, type Day } from "../../rules/calendar";

/** A local date as a day of the law. */
export const dayOf = (date: Date): Day => day(date.getFullYear(), date.getMonth() + 1, date.getDate());

/** The value of a date field. */
export function isoDate(serial: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(serial);
  return [String(year), ...[month, dayOfMonth].map((part) => String(part).padStart(2, "0"))].join("-");
}
