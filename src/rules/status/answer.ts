import type { Day } from "../calendar";
import type { Sureness } from "../figures";
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
  /** Hours worked or paid in the quarter, on a week of 38 hours. */
  readonly hoursPerQuarter?: number | undefined;
  /** The interruption builds the pension of the other scheme. */
  readonly keepsPensionRights?: boolean | undefined;
  /** Share of incapacity after an accident at work or an occupational disease. */
  readonly incapacity?: number | undefined;
}

/** `article-37` means: possible on request, while the income stays below the ceiling of the year. */
type Status = "complementary" | "article-37" | "principal";

/** The way has the conditions that decide, met or not, and what follows from them. */
export type StatusAnswer = Answer<Status>;

/** Whether a condition is met. */
export type Condition = Answer<boolean>;

/** A condition that the occupation meets, or not, by itself. */
export const ground = (
  key: string,
  article: string,
  details: { met?: boolean; confidence?: Sureness } = {},
): Condition => {
  const { met = true } = details;
  return { value: met, way: () => [step(key, {}, article, { ...details, met })] };
};

/** What is read so, or not judged here. */
export const remark = (key: string, article: string): Condition => ({
  value: true,
  way: () => [step(key, {}, article)],
});

export const complementary = (article: string, conditions: readonly Condition[]): StatusAnswer =>
  answer("complementary", article, conditions);

export const principal = (conditions: readonly Condition[]): StatusAnswer =>
  answer("principal", "AR38 12 §1", conditions);

export const answer = (value: Status, article: string, conditions: readonly Condition[]): StatusAnswer => ({
  value,
  way: () => [...conditions.flatMap(({ way }) => way()), step(`status-${value}`, {}, article)],
});
