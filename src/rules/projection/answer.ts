import { Refusal } from "../refusal";

/** A figure of a table, or why there is none: the other figures of the table stand. */
export type Answer<T = number> = T | Refusal;

/** The figure, or its refusal thrown on. */
export function figure<T>(given: Answer<T>): T {
  if (given instanceof Refusal) throw given;
  return given;
}
