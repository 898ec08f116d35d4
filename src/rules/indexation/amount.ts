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
  if (isAfterLast(id, last, day)) {
    const own = ownSteps(day);
    if (own !== undefined) return afterOwnSteps(last, own, day);
    if (indexSteps === undefined) throw notVerified(last, day);
    return assumed(last, indexSteps, day);
  }
  const figure = inForce(id, day);
  return { amount: figure.value!, to: figure.to ?? Infinity, figure, basis: [figure] };
}

/** The amount that follows on a day from index steps of the user's own, as a figure among the others; undefined where none does. */
export function ownAmount(id: ParameterId, day: Day): Figure | undefined {
  if (indexRule(id) === undefined) return undefined;
  const last = lastKnown(id);
  const own = isAfterLast(id, last, day) ? ownSteps(day) : undefined;
  return own && afterOwnSteps(last, own, day).figure;
}

/** A day after the last figure of an amount that follows the index. */
const isAfterLast = (id: ParameterId, { to }: DatedValue, day: Day): boolean =>
  indexRule(id) !== undefined && to !== null && day > to && dated(id, day)?.confidence !== "own";

/** What it is computed from stays what it is; only the number of steps is the user's. */
function afterOwnSteps(last: DatedValue, { steps, rank }: OwnSteps, day: Day): AmountInForce {
  const { amount, to, parameters, note } = afterIndexSteps(last.id, steps, day);
  const until = Math.min(to, rank.to!);
  const figure: Figure = {
    ...last,
    value: amount,
    confidence: "own",
    from: rank.from,
    to: until,
    source: { ...rank.source, article: last.source.article },
    ...(note !== undefined && { note }),
  };
  return { amount, to: until, figure, basis: [...figuresOn(parameters, undefined), rank] };
}

function assumed(last: DatedValue, steps: number, day: Day): AmountInForce {
  const { amount, to, parameters, note } = afterIndexSteps(last.id, steps, day);
  const assumption = { confidence: "projection", ...(note !== undefined && { note }) } as const;
  const basis = figuresOn(parameters, undefined).map((figure) => ({ ...figure, ...assumption }));
  return { amount, to, figure: { ...last, value: amount, ...assumption }, basis };
}

function notVerified(last: DatedValue, day: Day): Refusal {
  const note = dated(last.id, day)?.note ?? "";
  return new Refusal("amount-not-verified", { parameter: last.id, day: { day }, ...lastVerified(last), note });
}
