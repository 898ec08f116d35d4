export { CATEGORIES, type Category, isPrimostarter } from "./category";
export { isPrimostarterQuarter } from "./article-12";
export { starterYear } from "./article-13bis";
export { breakdown, type BreakdownRow } from "./breakdown";
export { type Sureness, surenessOfScale, weakest } from "./confidence";
export { dueDate } from "./due-date";
export { provisionalBreakdown, type ProvisionalRow } from "./provisional-breakdown";
export { type FixedPoint, fromProfit } from "./from-profit";
export { FIRST_YEAR, type Indexation, LAST_YEAR, QuarterLaw } from "./law";
export {
  type ProvisionalIncomes,
  type ProvisionalRule,
  paysFlatBase,
  provisionalContribution,
  provisionalQuarterRule,
  provisionalRule,
  provisionalYearRule,
} from "./provisional";
export {
  annualContribution,
  annualised,
  annualisedIncome,
  contribution,
  inQuarter,
  quarterRule,
  type QuarterQuestion,
  type QuarterRule,
  ruleOf,
  yearRule,
  type YearQuestion,
} from "./quarter-rule";
export { provisionalRemarks, remarks } from "./remarks";
export { revalue, revaluationParameters } from "./revaluation";
export { scaleRows, type ScaleRow } from "./scale-rows";
export {
  type Payment,
  reductionBase,
  reductionSurcharge,
  reductionSurchargeSteps,
  surcharge,
  surchargeSteps,
  type SurchargeStep,
} from "./surcharges";
