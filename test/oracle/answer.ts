/** An answer of the oracle is a value, or the Excel error that stands for a refusal. */
export type ErrorCode = "#N/A" | "#VALUE!" | "#NUM!";

export interface Refusal {
  readonly refusal: ErrorCode;
}

export type Answer<T = bigint> = T | Refusal;

/** No text or figure for that date. */
export const NOT_AVAILABLE: Refusal = { refusal: "#N/A" };
/** A bad, missing or ambiguous argument. */
export const BAD_VALUE: Refusal = { refusal: "#VALUE!" };
/** No result exists. */
export const NO_RESULT: Refusal = { refusal: "#NUM!" };

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === "object" && answer !== null && "refusal" in answer;
}

/** Applies a calculation to values; the first refusal among them is the answer. */
export function combine(parts: readonly Answer[], calculation: (...values: bigint[]) => bigint): Answer {
  return parts.find(isRefusal) ?? calculation(...(parts as bigint[]));
}

export function total(parts: readonly Answer[]): Answer {
  return combine(parts, (...values) => values.reduce((sum, value) => sum + value, 0n));
}
