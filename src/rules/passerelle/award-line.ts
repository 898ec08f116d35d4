import type { Day } from "../calendar";
import { type Figure, inForce } from "../figures";
import { type Facts, Refusal } from "../refusal";
import { type Line, step } from "../trace";
import type { Ground } from "./grounds";
import type { Counter } from "./rights-table";

/** What the articles on the length of the right are asked. */
export interface Asked {
  readonly counter: Counter;
  readonly quarters: number | undefined;
  readonly fact: Day;
  readonly ground: Ground | undefined;
  readonly used: number;
}

/** Quarters that the law needs here. */
export function givenQuarters(quarters: number | undefined): number {
  if (quarters === undefined) throw new Refusal("missing", { argument: "quarters" });
  return quarters;
}

/** Months or quarters that a figure of the law gives. */
export const granted = (figure: Figure, key: string, facts: Facts, article: string): Line =>
  step(key, facts, article, { figures: [figure], count: figure.value! });

/** Lines with a count add up to the right; the others inform. */
export const sum = (lines: readonly Line[]): number => lines.reduce((right, { count = 0 }) => right + count, 0);

/** The line that brings the sum down to a maximum or up to zero; none where it lies between. */
export function cut(lines: readonly Line[], most: number, key: string, article: string, figure: Figure): Line[] {
  const right = sum(lines);
  if (right > most) return [step(key, { most }, article, { figures: [figure], count: most - right })];
  return right < 0 ? [step("passerelle-nothing-left", {}, article, { count: -right })] : [];
}

/** The most that one fact gives. */
export const perFact = (counter: Counter, fact: Day): Figure => inForce(`passerelle.per-fact.${counter}`, fact);
