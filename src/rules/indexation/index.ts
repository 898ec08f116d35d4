export { type AmountInForce, amountInForce } from "./amount";
export { afterIndexSteps, lastKnown } from "./index-steps";
