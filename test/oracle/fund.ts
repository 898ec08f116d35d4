/** AR38 art. 20 §4: the management fee of a fund on the contribution of a quarter. `rate` is a fraction, "0.0305". */
import { combine, type Answer } from "./answer";
import { decimal, roundHalfUp } from "./rational";

export function fee(quarter: bigint, rate: string): bigint {
  const { numerator, denominator } = decimal(rate);
  return roundHalfUp(quarter * numerator, denominator);
}

export function totalWithFee(quarter: bigint, rate: string): bigint {
  return quarter + fee(quarter, rate);
}

/** Fee of an answer; no fund, no fee. */
export function feeOf(quarter: Answer, rate: string | undefined): Answer {
  return combine([quarter], (value) => (rate === undefined ? 0n : fee(value, rate)));
}
