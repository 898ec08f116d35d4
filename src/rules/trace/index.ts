import type { ParameterId } from "../../parameters";
import type { Facts } from "../refusal";

/**
 * One line of the way to an answer that is no sum of amounts: a date, a status, yes or no. The text of a line belongs to i18n:
 * `i18n/<language>/messages.json`, `trace/<step>`.
 */
export interface TraceLine {
  readonly step: string;
  readonly facts: Facts;
  readonly article: string;
  /** The figures that the line rests on. */
  readonly parameters: readonly ParameterId[];
}

export const line = (
  step: string,
  facts: Facts,
  article: string,
  ...parameters: readonly ParameterId[]
): TraceLine => ({ step, facts, article, parameters });

/** A condition of the law, as asked for and as given. */
export interface Condition extends TraceLine {
  readonly met: boolean;
}

export const condition = (met: boolean, ...rest: Parameters<typeof line>): Condition => ({ ...line(...rest), met });
