export { affiliation } from "./affiliation";
export { contributionWithFee, feeRateOf, managementFee } from "./article-20";
export { compareFunds, type FundComparison, type FundComparisonRow } from "./compare";
export { fee, FEE_ARTICLE, feeFraction, feeOn, type FundOrRate, LARGEST_FEE_RATE, latestFeeFigure } from "./fee";
export { type FundId, FUNDS } from "./funds";
export { feeScenario, incomeAt, isRate, Members, ratioOf, type RefusedRate, type TriedRate } from "./scenario";
export { fundChange, fundChangeRequest, SWITCH_KINDS, type SwitchKind, type SwitchQuestion } from "./switch";
