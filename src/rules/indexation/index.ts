export { type AmountInForce, amountInForce, ownAmount } from "./amount";
export { lastKnown } from "./index-steps";
