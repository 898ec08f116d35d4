import { type Confidence, dated, type DatedValue, type ParameterId, series } from "../../parameters";
import type { Day } from "../calendar";
import { inForce } from "../figures";
import { projected } from "../indexation";
import type { Cents } from "../money";
import { Refusal } from "../refusal";

/** The full benefit of a month. */
export interface MonthlyAmount {
  readonly amount: Cents;
  readonly confidence: Confidence | "projection";
  readonly parameters: readonly ParameterId[];
  /** How it was projected, where the law can be read in more than one way: key in i18n/<language>/notes.json. */
  readonly note?: string;
}

/** Article 196 §1 (before 2023: article 10 §1): the amount in force. Index steps always fall on the first of a month. */
export function monthlyAmount(month: Day, dependants: boolean, indexSteps?: number): MonthlyAmount {
  const beneficiary = dependants ? "with-dependants" : "without-dependants";
  const id = `passerelle.amount.${beneficiary}` as const;
  const entry = dated(id, month);
  const verified = series(id).findLast(({ from, value }) => value !== null && from <= month);
  if (entry === undefined || verified === undefined || entry === verified) {
    const { value, confidence } = inForce(id, month);
    return { amount: value!, confidence, parameters: [id] };
  }
  if (entry !== series(id).at(-1)) throw notVerified("amount-unknown", entry, month, verified);
  if (indexSteps === undefined) throw notVerified("amount-not-verified", entry, month, verified);
  return { ...projected(id, indexSteps, month), confidence: "projection" };
}

function notVerified(
  key: "amount-unknown" | "amount-not-verified",
  { id, note }: DatedValue,
  month: Day,
  { value, to }: DatedValue,
): Refusal {
  const last = { amount: { cents: value! }, last: { day: to! } };
  return new Refusal(key, { parameter: id, day: { day: month }, ...last, note: note ?? "" });
}
