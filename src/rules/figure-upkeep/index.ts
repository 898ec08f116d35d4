/** What the user is told of his figures and of those that are missing. No cell asks for it. */
export { awaited, type AwaitedFigure, type AwaitedKind, unsettled } from "./awaited";
export { type CaughtUp, caughtUp, implausible, merged, withoutKnown } from "./caught-up";
export { followers } from "./followers";
