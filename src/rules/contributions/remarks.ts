import { type Line, step } from "../trace";
import { FIRST_QUARTER_REDUCTION_SINCE } from "./article-12";
import { NEW_ARTICLE_13 } from "./article-13";
import { type ProvisionalRule, readsIncomeN3 } from "./provisional";
import { FIRST_QUARTER_REDUCTION, type QuarterRule } from "./quarter-rule";

/** What an answer rests on beside its figures: how a text is read, or a condition that nobody is asked about. */
export function remarks({ category, law, standing, beforeStart }: QuarterRule): Line[] {
  if (beforeStart) return [];
  if (category === "spouse-mini") return [step("mini-births", {}, "AR38 7bis §3")];
  const starts = standing.rank === 0 && law.quarter >= FIRST_QUARTER_REDUCTION_SINCE;
  if (category !== "spouse-maxi" || !starts) return [];
  const amount = { cents: law.amount(FIRST_QUARTER_REDUCTION) };
  return [step("maxi-starter", { amount }, "AR38 12 §1bis al. 2", { figures: [law.figure(FIRST_QUARTER_REDUCTION)] })];
}

/** To 2025Q3 a first year that is not whole already counts as year N-3. */
export function provisionalRemarks(of: ProvisionalRule): Line[] {
  const { rule, referenceQuarters } = of;
  const short = readsIncomeN3(of) && referenceQuarters < 4 && rule.law.quarter < NEW_ARTICLE_13;
  return [...(short ? [step("short-reference-year", {}, "AR38 13bis §2")] : []), ...remarks(rule)];
}
