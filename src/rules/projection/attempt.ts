import type { Cents } from "../money";
import { type Facts, Refusal } from "../refusal";
import { type Details, type Line, step } from "../trace";

/** A figure of a table, or why there is none: the other figures of the table stand. */
export type Attempt<T = Cents> = T | Refusal;

/** The figure, or its refusal thrown on. */
export function figure<T>(given: Attempt<T>): T {
  if (given instanceof Refusal) throw given;
  return given;
}

/** A line with the figure, or with the reason why there is none. */
export const attemptLine = (
  key: string,
  facts: Facts,
  article: string,
  given: Attempt,
  details: (cents: Cents) => Details,
): Line => step(key, facts, article, given instanceof Refusal ? { refusal: given } : details(given));

/** The same answer to the same number, found once. */
export function remembered<T>(answer: (of: number) => T): (of: number) => T {
  const known = new Map<number, T>();
  return (of) => {
    if (!known.has(of)) known.set(of, answer(of));
    return known.get(of)!;
  };
}
