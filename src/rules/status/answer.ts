import type { Day } from "../calendar";
import type { Cents } from "../money";
import { type Answer, step } from "../trace";
import type { Occupation } from "./occupation";

/** The other occupation, as it covers a whole quarter. */
export interface Situation {
  readonly occupation: Occupation;
  /** Share of the full-time monthly hours of the same company or sector. */
  readonly workShare?: number | undefined;
  readonly daysPerYear?: number | undefined;
  readonly monthsPerYear?: number | undefined;
  /** Gross benefit or pension of a month. */
  readonly replacementIncome?: Cents | undefined;
  readonly date?: Day | undefined;
}

export interface Status {
  /** `article-37` means: possible on request, while the income stays below the ceiling of the year. */
  readonly status: "complementary" | "article-37" | "principal";
  /** Its word among the categories of the contributions. */
  readonly category: "complementary" | "article-37" | "article-37-mandate" | "principal";
}

/** The way has the conditions that decide, met or not, and what follows from them. */
export type StatusAnswer = Answer<Status>;

/** Whether a condition is met. */
export type Condition = Answer<boolean>;

/** A condition that the occupation meets by itself. */
export const ground = (key: string, article: string): Condition => ({
  value: true,
  way: () => [step(key, {}, article, { met: true })],
});

export const complementary = (article: string, conditions: readonly Condition[]): StatusAnswer =>
  answer({ status: "complementary", category: "complementary" }, article, conditions);

export const principal = (conditions: readonly Condition[]): StatusAnswer =>
  answer({ status: "principal", category: "principal" }, "AR38 12 §1", conditions);

export const answer = (value: Status, article: string, conditions: readonly Condition[]): StatusAnswer => ({
  value,
  way: () => [...conditions.flatMap(({ way }) => way()), step(`status-${value.status}`, {}, article)],
});
