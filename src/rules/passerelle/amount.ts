import { type Confidence, dated, type DatedValue, type ParameterId, series } from "../../parameters";
import type { Day } from "../calendar";
import { inForce, lastVerified } from "../figures";
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
  if (entry === undefined || verified === undefined || entry === verified || entry !== series(id).at(-1)) {
    const { value, confidence } = inForce(id, month);
    return { amount: value!, confidence, parameters: [id] };
  }
  if (indexSteps === undefined) throw notVerified(entry, month, verified);
  return { ...projected(id, indexSteps, month), confidence: "projection" };
}

function notVerified({ id, note = "" }: DatedValue, month: Day, verified: DatedValue): Refusal {
  return new Refusal("amount-not-verified", { parameter: id, day: { day: month }, ...lastVerified(verified), note });
}
