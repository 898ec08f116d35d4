import { type Day, lastDay, quarter, type QuarterOfYear } from "../calendar";

/** Royal decree of 19/12/1967, article 42: the last day of the quarter, weekend or not. */
export const dueDate = (year: number, quarterOfYear: QuarterOfYear): Day => lastDay(quarter(year, quarterOfYear));
