/**
 * The independent oracle of the contributions: written from the articles, on exact arithmetic, with its own figures.
 * It shares no code and no data with src/; the tests hold the product against it.
 */
export { springboard } from "./accessory-activity";
export { revalue, threshold, annualise } from "./amounts";
export { isRefusal, type Answer, type ErrorCode, type Refusal } from "./answer";
export { cashflow, type CashflowOptions, type CashflowRow } from "./cashflow";
export { client, type ClientOptions, type ClientRow } from "./client";
export { career, holdsFrom, type CareerCategory, type CareerEvent, type CareerOptions, type CareerRow } from "./career";
export {
  annual,
  effectiveRate,
  marginalRate,
  quarterlyFor,
  quartersOf,
  settlement,
  type Options,
} from "./contributions";
export { companyExemption, type Exemption, indexedCompanyAmount } from "./company";
export {
  affiliation,
  companyPrescription,
  dispense,
  type DispenseKind,
  prescription,
  settlementDue,
  statusFrom,
} from "./deadlines";
export { LAST_YEAR, type ThresholdName } from "./figures";
export { fee, totalWithFee } from "./fund";
export { incapacityBenefit, type Incapacity } from "./incapacity";
export { fixedPoint, fromProfit, incomeFor, type FixedPoint } from "./inverse";
export * as pension from "./pension";
export { project, type ProjectOptions, type ProjectRow } from "./project";
export { provisional, provisionalQuarters, type ProvisionalOptions } from "./provisional";
export { cents } from "./rational";
export { scenario, type MemberClass, type Trial } from "./scenario";
export { MINIMUM_YEARS, type OtherOccupation, status } from "./status";
export type { Category } from "./subjection";
export {
  dueDate,
  type DueDateOptions,
  quarterEnds,
  reductionBase,
  reductionSurcharge,
  surcharge,
  type Payment,
  type SurchargeOptions,
} from "./surcharges";
