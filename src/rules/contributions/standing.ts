import { type Quarter } from "../calendar";
import { Refusal } from "../refusal";
import type { Category } from "./category";
import type { QuarterLaw } from "./law";

/** What a beginning adds to category and quarter. Empty for someone long established. */
export interface Standing {
  /** Year of activity with a starter's rate (article 13bis §2); absent once the ordinary rate applies. */
  readonly starterYear?: 1 | 2 | 3 | undefined;
  /** Quarters since the first one in the category, from 0; absent when nobody gave a start. */
  readonly rank?: number | undefined;
}

/** Refuses a quarter before the text exists. */
export function requireText(law: QuarterLaw, since: Quarter, category: Category): void {
  if (law.quarter < since) {
    throw new Refusal("no-text-before", { category, quarter: { quarter: law.quarter }, since: { quarter: since } });
  }
}
