export { parametersOf, scale, type Band, type Part, type Scale, type Segment } from "./scale";
export { annualExact, marginalRate, QUARTER_UNIT, quarterly, roundedQuarter, segmentAt } from "./evaluate";
export { incomeFor, type InverseStep, inverseSteps } from "./inverse";
export { bracketLine, roundingLines, scaleWay } from "./way";
