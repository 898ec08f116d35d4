import { addMonths, type Day } from "../calendar";

/** Days between which something can be done, both included. */
export interface Period {
  readonly from: Day;
  readonly lastDay: Day;
}

export const monthsFrom = (from: Day, months: number): Period => ({ from, lastDay: addMonths(from, months) - 1 });
