import { type Line, step } from "../trace";
import { AFTER_SICKNESS_SINCE, FIRST_QUARTER_REDUCTION_SINCE, isPrimostarterQuarter } from "./article-12";
import { NEW_ARTICLE_13 } from "./article-13";
import { AFTER_SICKNESS } from "./category";
import { type ProvisionalRule, readsIncomeN3 } from "./provisional";
import type { QuarterLaw } from "./law";
import { FIRST_QUARTER_REDUCTION, type QuarterRule } from "./quarter-rule";
import type { Standing } from "./standing";

/** What an answer rests on beside its figures: how a text is read, or a condition that nobody is asked about. */
export function remarks({ category, law, standing, outside }: QuarterRule): Line[] {
  if (outside) return [];
  if (category === "spouse-mini") return [step("mini-births", {}, "AR38 7bis §3")];
  if (category === AFTER_SICKNESS)
    return isPrimostarterQuarter(category, law, standing) ? afterSickness(law, standing) : [];
  const starts = standing.rank === 0 && law.quarter >= FIRST_QUARTER_REDUCTION_SINCE;
  if (category !== "spouse-maxi" || !starts) return [];
  return [notDeducted("maxi-starter", law)];
}

/** What the first of a primostarter's quarters would be reduced by. */
function notDeducted(key: string, law: QuarterLaw): Line {
  const amount = { cents: law.amount(FIRST_QUARTER_REDUCTION) };
  return step(key, { amount }, "AR38 12 §1bis al. 2", { figures: [law.figure(FIRST_QUARTER_REDUCTION)] });
}

/** Paragraph 3 has no reduction; a resumption before the text keeps what is left of its four quarters. */
function afterSickness(law: QuarterLaw, { rank }: Standing): Line[] {
  if (rank === 0) return [notDeducted("after-sickness-unreduced", law)];
  const isOlder = rank !== undefined && law.quarter - rank < AFTER_SICKNESS_SINCE;
  return isOlder ? [step("after-sickness-left", {}, "AR38 12 §1bis al. 3")] : [];
}

/** To 2025Q3 a first year that is not whole already counts as year N-3. */
export function provisionalRemarks(of: ProvisionalRule): Line[] {
  const { rule, referenceQuarters } = of;
  const short = readsIncomeN3(of) && referenceQuarters < 4 && rule.law.quarter < NEW_ARTICLE_13;
  return [...(short ? [step("short-reference-year", {}, "AR38 13bis §2")] : []), ...remarks(rule)];
}
