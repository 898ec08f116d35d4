export { adoption, adoptionWeeks } from "./adoption";
export { bereavement, bereavementEnd } from "./bereavement";
export { birthAid, birthLeave, birthLeaveDeadline, birthLeaveWindowEnd } from "./birth-leave";
export {
  caregiver,
  effectiveInterruption,
  firstCaregiverMonth,
  lastCaregiverMonthAfterDeath,
  type Share,
  SHARES,
} from "./caregiver";
export { catchUpPrime } from "./catch-up-prime";
export { certificateDeadline, firstRecognisedDay, latestPostmark } from "./certificate";
export { entitlement, type EntitlementBenefit, ENTITLEMENTS } from "./entitlement";
export {
  END_KINDS,
  type EndKind,
  EXEMPT_BENEFITS,
  type ExemptBenefit,
  exemptQuarters,
  type ExemptQuestion,
} from "./exempt-quarters";
export {
  maternity,
  type MaternityQuestion,
  maternityRest,
  maternityWindow,
  type Vouchers,
  VOUCHERS,
} from "./maternity";
export { benefitRate, FAMILIES, type Family, RATE_BENEFITS, type RateBenefit, type Variant, VARIANTS } from "./rate";
export { sickness, type SicknessQuestion } from "./sickness";
