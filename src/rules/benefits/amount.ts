import { type Confidence, dated, type DatedValue, indexRule, type ParameterId } from "../../parameters";
import type { Day } from "../calendar";
import { inForce, lastVerified } from "../figures";
import { lastKnown, projected } from "../indexation";
import type { Cents } from "../money";
import { Refusal } from "../refusal";

/** An amount of a benefit and the last day on which it holds. */
export interface AmountInForce {
  readonly parameter: ParameterId;
  readonly amount: Cents;
  readonly to: Day;
  readonly confidence: Confidence | "projection";
  /** Key in i18n/<language>/notes.json. */
  readonly note?: string;
}

/**
 * The amount in force on a day. After the last one held there is none, unless somebody knows how many index steps came since: that
 * one number then stands for every later day, for the days of the steps are not known.
 */
export function amountInForce(id: ParameterId, day: Day, indexSteps?: number): AmountInForce {
  const last = lastKnown(id);
  if (indexRule(id) && last.to !== null && day > last.to) {
    if (indexSteps === undefined) throw notVerified(last, day);
    const { amount, to, note } = projected(id, indexSteps, day);
    return { parameter: id, amount, to, confidence: "projection", ...(note !== undefined && { note }) };
  }
  const { value, to, confidence, note } = inForce(id, day);
  return { parameter: id, amount: value!, to: to ?? Infinity, confidence, ...(note !== undefined && { note }) };
}

function notVerified(last: DatedValue, day: Day): Refusal {
  const note = dated(last.id, day)?.note ?? "";
  return new Refusal("amount-not-verified", { parameter: last.id, day: { day }, ...lastVerified(last), note });
}
