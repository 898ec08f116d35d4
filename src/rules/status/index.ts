export type { Situation } from "./answer";
export { complementaryFrom, principalFrom } from "./article-39";
export { provisionalDispense, regularisationDispense } from "./dispense";
export { type Occupation, OCCUPATIONS } from "./occupation";
export { otherOccupationCategory, otherOccupationStatus } from "./other-occupation";
export { pensionCategory } from "./pension-age";
export { PENSIONER_SITUATIONS, pensionerCeiling, type PensionerSituation, suspendedShare } from "./pensioner";
export { type Claim, prescription } from "./prescription";
export { springboard, SPRINGBOARD_RESULTS, type SpringboardResult } from "./unemployment";
