export { parametersOf, scale, type Band, type Part, type Scale, type Segment } from "./scale";
export { annualExact, marginalRate, quarterly, roundedQuarter } from "./evaluate";
export { explain, type Step, STEP_UNIT } from "./explain";
export { incomeFor, type Inverse, type Point } from "./inverse";
