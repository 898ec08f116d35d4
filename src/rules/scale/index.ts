export { parametersOf, scale, type Band, type Part, type Scale, type Segment } from "./scale";
export { annualExact, marginalRate, quarterly, roundedQuarter, segmentAt } from "./evaluate";
export { explain, roundingSteps, type Step, STEP_UNIT } from "./explain";
export { incomeFor, type Inverse, type Point } from "./inverse";
