import type { Day } from "../calendar";
import type { Cents } from "../money";
import type { Condition } from "../trace";
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

export interface StatusAnswer {
  /** `article-37` means: possible on request, while the income stays below the ceiling of the year. */
  readonly status: "complementary" | "article-37" | "principal";
  /** Its word among the categories of the contributions. */
  readonly category: "complementary" | "article-37" | "article-37-mandate" | "principal";
  readonly article: string;
  /** The conditions that decide, met or not. */
  readonly conditions: readonly Condition[];
}

export const complementary = (article: string, conditions: readonly Condition[]): StatusAnswer => ({
  status: "complementary",
  category: "complementary",
  article,
  conditions,
});

export const principal = (conditions: readonly Condition[]): StatusAnswer => ({
  status: "principal",
  category: "principal",
  article: "AR38 12 §1",
  conditions,
});
