export { earliestPension, pensionAge } from "./article-3";
export { accrual, accrualLaw } from "./article-6";
export { estimate } from "./estimate";
export { minimumPension } from "./minimum";
export {
  INCOME_BASES,
  type IncomeBasis,
  type PremiumKind,
  PREMIUM_KINDS,
  plci,
  premiumIncomeWithoutN3,
  premiumLaw,
} from "./plci";
export { QUARTER_GROUNDS, quarterCounts, type QuarterGround } from "./quarter-counts";
export { needsFullContributions } from "./who";
