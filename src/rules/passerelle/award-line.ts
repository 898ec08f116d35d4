import type { Confidence, ParameterId } from "../../parameters";
import type { Day } from "../calendar";
import { type Facts, Refusal } from "../refusal";
import { line, type TraceLine } from "../trace";
import type { Counter } from "./career";
import type { Ground } from "./grounds";

/** A line of the way to the right. Lines with an amount add up to it; the others inform. */
export interface AwardLine extends TraceLine {
  readonly amount?: number;
  readonly confidence?: Confidence;
}

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

export const counted = (
  amount: number,
  step: string,
  facts: Facts,
  article: string,
  ...parameters: readonly ParameterId[]
): AwardLine => ({ ...line(step, facts, article, ...parameters), amount });

export const sum = (lines: readonly AwardLine[]): number => lines.reduce((right, { amount = 0 }) => right + amount, 0);

/** The line that brings the sum down to a maximum or up to zero; none where it lies between. */
export function cut(
  lines: readonly AwardLine[],
  most: number,
  step: string,
  article: string,
  id: ParameterId,
): AwardLine[] {
  const right = sum(lines);
  if (right > most) return [counted(most - right, step, { most }, article, id)];
  return right < 0 ? [counted(-right, "passerelle-nothing-left", {}, article)] : [];
}

/** The most that one fact gives. */
export const perFact = (counter: Counter) => `passerelle.per-fact.${counter}` as const;
