export { type AmountInForce, amountInForce } from "./amount";
export { lastKnown } from "./index-steps";
