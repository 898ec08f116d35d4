export { complementaryFrom, type Direction, DIRECTIONS, principalFrom, statusFrom } from "./article-39";
export { DISPENSE_KINDS, dispenseFrom, type DispenseKind, dispenseUntil } from "./dispense";
export { type Occupation, OCCUPATIONS } from "./occupation";
export { otherOccupationStatus } from "./other-occupation";
export { PENSIONER_SITUATIONS, pensionerCeiling, type PensionerSituation, suspendedShare } from "./pensioner";
export { type Claim, CLAIMS, prescription } from "./prescription";
export { springboard, SPRINGBOARD_RESULTS, type SpringboardResult } from "./unemployment";
