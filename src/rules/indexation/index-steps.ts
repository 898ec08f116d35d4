import Decimal from "decimal.js";
import {
  dated,
  type DatedValue,
  type IndexRule,
  indexRule,
  type ParameterId,
  published,
  series,
} from "../../parameters";
import type { Day } from "../calendar";
import { type Cents, divideHalfUp } from "../money";
import { Refusal } from "../refusal";

const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });

const RANK = "benefits.index.rank";
const LIMITED_STEP = "benefits.index.limited-step";

/** An amount some index steps after the last one held. */
export interface AfterSteps {
  readonly amount: Cents;
  /** The last day for which the law's rule is known. */
  readonly to: Day;
  /** What it is computed from. */
  readonly parameters: readonly ParameterId[];
  /** Key in i18n/<language>/notes.json. */
  readonly note?: string;
}

/** The last value of a series that the data have. */
export const lastKnown = (id: ParameterId): DatedValue => published(id).findLast(({ value }) => value !== null)!;

/** What somebody holds of the index after the data: how many steps came until a day, and the figure that says so. */
export interface OwnSteps {
  readonly steps: number;
  readonly rank: DatedValue;
}

export function ownSteps(day: Day): OwnSteps | undefined {
  const rank = dated(RANK, day);
  return rank?.confidence === "own" ? { steps: rank.value! - lastKnown(RANK).value!, rank } : undefined;
}

/**
 * The amount of a day after the last one held, by the number of index steps since, its base unchanged. Each series has its own rule; the
 * methods give different cents.
 */
export function afterIndexSteps(id: ParameterId, indexSteps: number, day: Day): AfterSteps {
  const rule = indexRule(id)!;
  if (rule.heldBack) return afterLimit(id, indexSteps, day);
  switch (rule.rule) {
    case "half-of-rounded":
      return halfOf(afterIndexSteps(rule.of, indexSteps, day));
    case "half-base-by-coefficient":
      return indexRule(rule.of)?.heldBack
        ? halfOf(afterIndexSteps(rule.of, indexSteps, day))
        : byRule(rule, byCoefficient(rule.base, indexSteps).div(2));
    case "base-by-coefficient":
      return byRule(rule, byCoefficient(rule.base, indexSteps));
    case "base-by-pivots":
      return byRule(rule, lastFigure(rule.base).times(lastPivot(rule.pivots, indexSteps)).div(rule.tied));
  }
}

function byRule(rule: Exclude<IndexRule, { rule: "half-of-rounded" }>, euro: Decimal): AfterSteps {
  const parameters: ParameterId[] = rule.rule === "base-by-pivots" ? [rule.base, rule.pivots] : [rule.base, RANK];
  const amount = euro.times(100).toDecimalPlaces(0).toNumber();
  return { amount, to: Infinity, parameters, ...(rule.note !== undefined && { note: rule.note }) };
}

const halfOf = ({ amount, ...whole }: AfterSteps): AfterSteps => ({ ...whole, amount: divideHalfUp(amount, 2) });

/**
 * Programme law of 30/05/2026, article 85: the steps after the limited one are whole (read: on the amount that it held back), until the
 * first one of the next period, of which the rise is not known.
 */
function afterLimit(id: ParameterId, indexSteps: number, day: Day): AfterSteps {
  const amount = risen(lastKnown(id).value!, indexSteps);
  const next = series(LIMITED_STEP).find(({ value }) => value === null);
  if (indexSteps === 0 || next === undefined) return { amount, to: Infinity, parameters: [id] };
  if (day >= next.from) throw new Refusal("figure-unknown", { parameter: id, day: { day }, note: next.note ?? "" });
  return { amount, to: next.from - 1, parameters: [id], note: "formula/after-limited-step" };
}

function lastFigure(id: ParameterId): Decimal {
  const { value, decimals } = lastKnown(id);
  return new Exact(value!).div(10 ** decimals);
}

/** Law of 02/08/1971, article 4 §1: an amount tied to pivot 103.14 follows 1.02 to the power of the rank, four decimals. */
const byCoefficient = (base: ParameterId, indexSteps: number): Decimal =>
  lastFigure(base).times(new Exact("1.02").pow(lastKnown(RANK).value! + indexSteps).toDecimalPlaces(4));

/** Article 2: each pivot is the one before × 1.02, rounded to two decimals; in hundredths. */
const lastPivot = (id: ParameterId, indexSteps: number): number => risen(lastKnown(id).value!, indexSteps);

/** Hundredths that rise by 2 % at each step, rounded each time. */
function risen(hundredths: number, steps: number): number {
  let value = hundredths;
  for (let step = 0; step < steps; step += 1) value = divideHalfUp(value * 102, 100);
  return value;
}
