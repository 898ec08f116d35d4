import type {
  adoption,
  benefitRate,
  bereavement,
  birthLeave,
  caregiver,
  ExemptQuestion,
  MaternityQuestion,
  SicknessQuestion,
} from "../rules/benefits";
import {
  count,
  date,
  exemptBenefit,
  family,
  type Given,
  indexSteps,
  optionalCount,
  optionalDate,
  optionalEndKind,
  optionalFlag,
  optionalShare,
  optionalVariant,
  optionalVouchers,
  optionalWhole,
  rateBenefit,
} from "./cells";

// What the functions of the benefits ask of the rules, from the cells that they are given; the explanations ask the same.

type QuestionOf<Rule extends (question: never) => unknown> = Parameters<Rule>[0];

export const rateQuestion = (
  of: Given<"benefit" | "date" | "variant" | "indexSteps">,
): QuestionOf<typeof benefitRate> => ({
  benefit: rateBenefit("benefit", of.benefit),
  day: date("date", of.date),
  variant: optionalVariant("variant", of.variant),
  indexSteps: indexSteps("indexSteps", of.indexSteps),
});

export const sicknessQuestion = (of: Given<keyof SicknessQuestion>): SicknessQuestion => ({
  start: date("start", of.start),
  end: date("end", of.end),
  family: family("family", of.family),
  assimilated: optionalFlag("assimilated", of.assimilated),
  primaryStart: optionalDate("primaryStart", of.primaryStart),
  indexSteps: indexSteps("indexSteps", of.indexSteps),
});

const MOST_CHILDREN = 20;

export const maternityQuestion = (of: Given<keyof MaternityQuestion>): MaternityQuestion => ({
  start: date("start", of.start),
  weeks: count("weeks", of.weeks),
  halfWeeks: optionalCount("halfWeeks", of.halfWeeks),
  children: optionalWhole("children", of.children, 1, MOST_CHILDREN),
  vouchers: optionalVouchers("vouchers", of.vouchers),
  indexSteps: indexSteps("indexSteps", of.indexSteps),
});

export const birthLeaveQuestion = (
  of: Given<"birth" | "halfDays" | "from" | "indexSteps">,
): QuestionOf<typeof birthLeave> => ({
  birth: date("birth", of.birth),
  halfDays: count("halfDays", of.halfDays),
  from: optionalDate("from", of.from),
  indexSteps: indexSteps("indexSteps", of.indexSteps),
});

export const adoptionQuestion = (
  of: Given<"start" | "weeks" | "maxWeeks" | "indexSteps">,
): QuestionOf<typeof adoption> => ({
  start: date("start", of.start),
  weeks: count("weeks", of.weeks),
  maxWeeks: optionalCount("maxWeeks", of.maxWeeks),
  indexSteps: indexSteps("indexSteps", of.indexSteps),
});

export const caregiverQuestion = (
  of: Given<"start" | "months" | "share" | "monthsUsed" | "indexSteps">,
): QuestionOf<typeof caregiver> => ({
  start: date("start", of.start),
  months: count("months", of.months),
  share: optionalShare("share", of.share),
  monthsUsed: optionalCount("monthsUsed", of.monthsUsed),
  indexSteps: indexSteps("indexSteps", of.indexSteps),
});

export const bereavementQuestion = (of: Given<"from" | "days" | "indexSteps">): QuestionOf<typeof bereavement> => ({
  from: date("from", of.from),
  days: count("days", of.days),
  indexSteps: indexSteps("indexSteps", of.indexSteps),
});

export const exemptQuestion = (of: Given<keyof ExemptQuestion>): ExemptQuestion => ({
  benefit: exemptBenefit("benefit", of.benefit),
  date: date("date", of.date),
  until: optionalDate("until", of.until),
  endKind: optionalEndKind("endKind", of.endKind),
  share: optionalShare("share", of.share),
});
