export { AFTER_SICKNESS, CATEGORIES, type Category, isPrimostarter } from "./category";
export { isPrimostarterQuarter } from "./article-12";
export { LAST_STARTER_RATE_YEAR, starterYear } from "./article-13bis";
export { activity } from "./article-15";
export { breakdown, type BreakdownRow, finalQuarter } from "./breakdown";
export { surenessOfScale } from "./confidence";
export { dueDate, settlementDueDate } from "./due-date";
export { fromProfit, owedOnProfit } from "./from-profit";
export {
  FIRST_YEAR,
  growth,
  type Indexation,
  LAST_YEAR,
  lastKnownYear,
  type Quantity,
  requireLaw,
  requireSystem,
} from "./law";
export { wayOfMany } from "./many";
export {
  askedProvisionalRule,
  paysFlatBase,
  PROVISIONAL_ARTICLE,
  provisionalContribution,
  provisionalQuarterRule,
  provisionalRule,
  readsIncomeN3,
} from "./provisional";
export { provisionalQuarter } from "./provisional-way";
export {
  annualContribution,
  annualised,
  annualisedIncome,
  askedRule,
  contribution,
  type ContributionQuestion,
  countsQuarters,
  inQuarter,
  quarterRule,
  type QuarterQuestion,
  type QuarterRule,
  ruleOf,
  type YearQuestion,
} from "./quarter-rule";
export { effective, marginal, smallestIncome } from "./rates";
export { REVALUATION_INDICES, revaluationFraction, revalue, revaluedIncome } from "./revaluation";
export { inverseOf, lawOf, scaleRows, type ScaleRow } from "./scale-rows";
export { type Payment, reductionSurcharge, surcharge } from "./surcharges";
export {
  byQuarter,
  FINAL_ARTICLE,
  finalYear,
  type OwedQuarter,
  QUARTERS_ARTICLE,
  quartersOf,
  settlement,
} from "./year";
