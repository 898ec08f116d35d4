import type { Day } from "../calendar";
import { Refusal } from "../refusal";

/** Refuses a second day that lies before the first. */
export function checkOrder(earlierName: string, earlier: Day, laterName: string, later: Day): void {
  if (later < earlier) {
    const facts = { argument: laterName, given: { day: later }, other: earlierName, limit: { day: earlier } };
    throw new Refusal("date-before", facts);
  }
}
