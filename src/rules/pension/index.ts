export { minimumPension } from "./minimum";
export {
  INCOME_BASES,
  type IncomeBasis,
  highestPremium,
  incomeCap,
  type PremiumKind,
  PREMIUM_KINDS,
  plci,
} from "./plci";
export { quarterCounts, type QuarterGround } from "./quarter-counts";
export { mayContribute } from "./who";
