export { adoption } from "./adoption";
export { bereavement } from "./bereavement";
export { birthLeave } from "./birth-leave";
export { caregiver, type Share, SHARES } from "./caregiver";
export { entitlement, type EntitlementBenefit, ENTITLEMENTS } from "./entitlement";
export {
  END_KINDS,
  type EndKind,
  EXEMPT_BENEFITS,
  type ExemptBenefit,
  exemptQuarters,
  type ExemptQuestion,
  firstSickQuarter,
  lastSickQuarter,
} from "./exempt-quarters";
export { maternity, type MaternityQuestion, maternityVouchers, type Vouchers, VOUCHERS } from "./maternity";
export {
  benefitRate,
  FAMILIES,
  type Family,
  RATE_BENEFITS,
  RATE_UNITS,
  type RateBenefit,
  type RateUnit,
  type Variant,
  VARIANTS,
} from "./rate";
export { sickness, type SicknessQuestion } from "./sickness";
