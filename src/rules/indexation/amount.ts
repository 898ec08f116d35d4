import { dated, type DatedValue, indexRule, type ParameterId } from "../../parameters";
import type { Day } from "../calendar";
import { type Figure, figuresOn, inForce, lastVerified } from "../figures";
import type { Cents } from "../money";
import { Refusal } from "../refusal";
import { afterIndexSteps, lastKnown, type OwnSteps, ownSteps } from "./index-steps";

/** An amount of a benefit on a day. */
export interface AmountInForce {
  readonly amount: Cents;
  /** The last day on which it holds. */
  readonly to: Day;
  /** The amount as a figure; a projected one has the source of the last one held. */
  readonly figure: Figure;
  /** What it comes from: the figure itself, or those that it is projected from. */
  readonly basis: readonly Figure[];
}

/**
 * The amount in force on a day. After the last one held there is none, unless somebody holds figures of his own, or knows how many index
 * steps came since: that one number then stands for every later day, for the days of the steps are not known.
 */
export function amountInForce(id: ParameterId, day: Day, indexSteps?: number): AmountInForce {
  const last = lastKnown(id);
  if (indexRule(id) && last.to !== null && day > last.to && dated(id, day)?.confidence !== "own") {
    const own = ownSteps(day);
    if (own !== undefined) return afterOwnSteps(last, own, day);
    if (indexSteps === undefined) throw notVerified(last, day);
    return stepped(last, indexSteps, day, "projection");
  }
  const figure = inForce(id, day);
  return { amount: figure.value!, to: figure.to ?? Infinity, figure, basis: [figure] };
}

function afterOwnSteps(last: DatedValue, { steps, rank }: OwnSteps, day: Day): AmountInForce {
  const amount = stepped(last, steps, day, "own");
  return { ...amount, to: Math.min(amount.to, rank.to!), basis: [...amount.basis, rank] };
}

function stepped(last: DatedValue, steps: number, day: Day, confidence: "own" | "projection"): AmountInForce {
  const { amount, to, parameters, note } = afterIndexSteps(last.id, steps, day);
  const assumed = { confidence, ...(note !== undefined && { note }) } as const;
  const basis = figuresOn(parameters, undefined).map((figure) => ({ ...figure, ...assumed }));
  return { amount, to, figure: { ...last, value: amount, ...assumed }, basis };
}

function notVerified(last: DatedValue, day: Day): Refusal {
  const note = dated(last.id, day)?.note ?? "";
  return new Refusal("amount-not-verified", { parameter: last.id, day: { day }, ...lastVerified(last), note });
}
