import { day, type Day } from "../../rules/calendar";

/** A local date as a day of the law. */
export const dayOf = (date: Date): Day => day(date.getFullYear(), date.getMonth() + 1, date.getDate());
