import type { ParameterId } from "../../parameters";
import { type Quarter, yearOf } from "../calendar";
import type { Cents } from "../money";
import { Refusal } from "../refusal";
import { type Part, quarterly, roundedQuarter } from "../scale";
import { NEW_ARTICLE_13 } from "./article-13";
import type { Category } from "./category";
import type { QuarterLaw } from "./law";
import {
  annualised,
  annualisedIncome,
  type ContributionQuestion,
  inQuarter,
  type QuarterQuestion,
  quarterRule,
  type QuarterRule,
  sharedBy,
} from "./quarter-rule";
import { activityYear, firstWholeYear, type IsReferenceYear, sinceStart } from "./article-13bis";
import { quartersOfSubjection } from "./article-15";
import { reducedIncome } from "./reduced-provisional";
import { incomeYearOf, revalue } from "./revaluation";

export const PROVISIONAL_ARTICLE = "AR38 11 §3";

/** What a provisional quarter rests on. */
export interface ProvisionalRule {
  readonly rule: QuarterRule;
  /** The starter's flat base (article 13bis §2); absent for who pays on the income of year N-3. */
  readonly flat?: { readonly income: Cents; readonly parameter: ParameterId };
  /** The year whose income counts: N-3, or an earlier one. */
  readonly incomeYear: number;
  /** Quarters of subjection in it. */
  readonly referenceQuarters: number;
}

/** Whether an income decides: not while the base is flat, nor outside the activity. */
export const readsIncomeN3 = ({ rule, flat }: ProvisionalRule): boolean => flat === undefined && !rule.outside;

const MINIMUM = "contributions.principal.minimum-income";
const SPOUSE = "contributions.spouse-maxi.minimum-income";
const COMPLEMENTARY = "contributions.complementary.threshold";
const PENSIONER = "contributions.pensioner.threshold";

/** Article 13bis §2: the income that a starter is presumed to have. A primostarter pays on the full minimum until a reduction is granted. */
function flatParameter(category: Category, { quarter: q }: QuarterLaw): ParameterId {
  switch (category) {
    case "principal":
    case "primostarter":
    case "primostarter-artist":
    case "primostarter-after-sickness":
    case "spouse-mini":
      return MINIMUM;
    case "spouse-maxi":
      return SPOUSE;
    case "complementary":
    case "article-37":
    case "article-37-mandate":
    case "student":
      return COMPLEMENTARY;
    case "pensioner":
    case "pension-age-opt-out":
      return PENSIONER;
    case "pension-age":
      return q < NEW_ARTICLE_13 ? PENSIONER : MINIMUM;
    case "pension-age-spouse":
      return q < NEW_ARTICLE_13 ? PENSIONER : SPOUSE;
  }
}

/** The provisional rule of a quarter, once known whether it is a starter's. */
export function provisionalRule(
  rule: QuarterRule,
  starter: boolean,
  referenceQuarters: number,
  incomeYear = incomeYearOf(rule.law.year, undefined),
): ProvisionalRule {
  if (!starter || rule.outside) return { rule, referenceQuarters, incomeYear };
  const parameter = flatParameter(rule.category, rule.law);
  return { rule, flat: { income: rule.law.amount(parameter), parameter }, referenceQuarters, incomeYear };
}

/**
 * Article 13bis §2: a starter pays on the flat base, to 2025Q3 while year N-3 had no activity, from 2025Q4 (PL25 238, 246) to the end of
 * the third whole calendar year and longer while there is no reference year. A start in the second to fourth quarter of 2022 thus pays on
 * its annualised first year in 2025Q1 to Q3, for the old text accepts an incomplete reference year (a reading), and on the flat base in Q4.
 */
export function paysFlatBase(q: Quarter, start: Quarter, isReferenceYear: IsReferenceYear): boolean {
  if (q < NEW_ARTICLE_13) return activityYear(q, start, isReferenceYear) !== undefined;
  return yearOf(q) <= firstWholeYear(start) + 2 || !isReferenceYear(yearOf(q) - 3);
}

/** The provisional rule of the quarter that is asked for, or that of all four. */
export const askedProvisionalRule = (question: ContributionQuestion, incomeYear?: number): ProvisionalRule =>
  question.quarter === undefined
    ? sharedBy(question, (of) => provisionalQuarterRule(of, incomeYear), provisionalText)
    : provisionalQuarterRule(inQuarter(question, question.quarter), incomeYear);

export function provisionalQuarterRule(question: QuarterQuestion, named?: number): ProvisionalRule {
  const { quarter: q, start } = question;
  const incomeYear = incomeYearOf(yearOf(q), named, start);
  const rule = quarterRule(question);
  const starter = start !== undefined && paysFlatBase(q, start, sinceStart(start));
  return provisionalRule(rule, starter, quartersOfSubjection(incomeYear, { start }), incomeYear);
}

function provisionalText({ rule, flat }: ProvisionalRule): unknown[] {
  return [rule.scale, rule.quarters, rule.reduction, rule.outside, flat];
}

/** The rate of the first bracket: it also runs on the flat base, which always lies inside that bracket. */
export const bracket1 = ({ scale }: QuarterRule): Part => scale.at(-1)!.band.parts[0]!;

export interface ProvisionalIncomes {
  /** Income of year N-3, or of the year named in its place, as it was; needed where it is read. */
  readonly incomeN3?: Cents | undefined;
  /** Expected income of the year, to pay less than on the base. */
  readonly estimate?: Cents | undefined;
}

/** Article 11 §3: the provisional contribution of a quarter. */
export function provisionalContribution(of: ProvisionalRule, { incomeN3, estimate }: ProvisionalIncomes): Cents {
  const { rule } = of;
  if (rule.outside) return 0;
  const unreduced = withoutEstimate(of, incomeN3);
  const reduced = estimate === undefined ? undefined : reducedIncome(rule, unreduced, annualised(estimate, rule));
  return (reduced === undefined ? unreduced : quarterly(rule.scale, reduced.income)) - rule.reduction;
}

/** The quarter on the flat base or on year N-3, before the first quarter's reduction. */
export function withoutEstimate(of: ProvisionalRule, incomeN3: Cents | undefined): Cents {
  const { rule, flat } = of;
  if (flat) return roundedQuarter(flat.income * bracket1(rule).rate);
  return quarterly(rule.scale, establishedBase(of, incomeN3));
}

/** The income that is known, of four quarters, revalued. */
function establishedBase(of: ProvisionalRule, incomeN3: Cents | undefined): Cents {
  return revaluedBase(of, annualisedIncome(requiredIncome(incomeN3), of.referenceQuarters));
}

export const revaluedBase = ({ rule: { law }, incomeYear }: ProvisionalRule, wholeYear: Cents): Cents =>
  revalue(wholeYear, law.year, law.indexation, incomeYear);

export function requiredIncome(incomeN3: Cents | undefined): Cents {
  if (incomeN3 === undefined) throw new Refusal("missing", { argument: "incomeN3" });
  return incomeN3;
}
