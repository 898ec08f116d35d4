export { affiliation, lastDayToChoose } from "./affiliation";
export { compareFunds, type FundComparison, type FundComparisonRow } from "./compare";
export { explainFee, otherPrint } from "./explain";
export { fee, feeRate, LARGEST_FEE_RATE, latestFeeFigure, latestFeeRate, tableRate } from "./fee";
export { type FundId, FUNDS } from "./funds";
export { Members } from "./scenario";
export { type FundSwitch, fundSwitch, SWITCH_KINDS, type SwitchKind, type SwitchQuestion } from "./switch";
