import type { ParameterId } from "../../parameters";
import { civilDate, day, type Day, lastDay, quarterOf } from "../calendar";
import { applyFraction, type Cents, type Rate, RATE_UNIT } from "../money";
import { Refusal } from "../refusal";
import { figureInForce } from "../figures";
import { requireSystem } from "./law";

export interface Payment {
  readonly on: Day;
  readonly amount: Cents;
}

export interface SurchargeOptions {
  /** Day on which the fund first claimed the contribution, where that was in a later year than the due date. */
  readonly firstClaimed?: Day | undefined;
  /** Day of the summons or of the service of a constraint. */
  readonly summoned?: Day | undefined;
}

/** One surcharge: what was open on a day, and the rate on it. The amounts of the steps add up. */
export interface SurchargeStep {
  readonly on: Day;
  readonly open: Cents;
  readonly rate: Rate;
  readonly parameter: ParameterId;
  readonly article: string;
  readonly amount: Cents;
}

const sum = (steps: readonly SurchargeStep[]): Cents => steps.reduce((total, { amount }) => total + amount, 0);

/**
 * Royal decree of 19/12/1967, articles 44 and 44bis: 3 % of the open balance at each quarter end from the due date on, each rounded, and 7 %
 * once of what is still open after the year. A payment of the day itself counts as paid. Never a surcharge on a surcharge.
 */
export const surcharge = (...question: Parameters<typeof surchargeSteps>): Cents => sum(surchargeSteps(...question));

export function surchargeSteps(
  amount: Cents,
  due: Day,
  payments: readonly Payment[],
  options: SurchargeOptions = {},
): SurchargeStep[] {
  requireSystem(civilDate(due).year);
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0);
  if (paid < amount) throw new Refusal("payments-too-small", { amount: { cents: amount }, paid: { cents: paid } });
  const paidTo = paidBy(payments);
  const open = (on: Day) => Math.max(0, amount - paidTo(on));
  return [...article44(due, open, options), ...article44bis(due, open, options)];
}

/** What was paid up to a day, that day included. */
function paidBy(payments: readonly Payment[]): (on: Day) => Cents {
  const byDay = [...payments].sort((a, b) => a.on - b.on);
  let total: Cents = 0;
  const totals = byDay.map((payment) => (total += payment.amount));
  return (on) => {
    let [low, high] = [0, byDay.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byDay[middle]!.on <= on) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : totals[low - 1]!;
  };
}

function article44(due: Day, open: (on: Day) => Cents, { summoned }: SurchargeOptions): SurchargeStep[] {
  // Article 44 §1, paragraph 4: after a summons the last one is at the end of the quarter before it.
  const last = summoned === undefined ? Infinity : lastDay(quarterOf(summoned) - 1);
  const steps: SurchargeStep[] = [];
  for (let q = quarterOf(due), end = lastDay(q); end <= last && open(end) > 0; end = lastDay(++q)) {
    steps.push(step(end, open(end), "contributions.surcharge.quarterly-rate", "AR67 44"));
  }
  return steps;
}

function article44bis(
  due: Day,
  open: (on: Day) => Cents,
  { firstClaimed, summoned }: SurchargeOptions,
): SurchargeStep[] {
  const year = Math.max(...[due, firstClaimed ?? due].map((on) => civilDate(on).year));
  const endOfYear = day(year, 12, 31);
  if (summoned !== undefined && summoned <= endOfYear) return [];
  return [step(endOfYear, open(endOfYear), "contributions.surcharge.yearly-rate", "AR67 44bis")];
}

function step(on: Day, open: Cents, parameter: ParameterId, article: string): SurchargeStep {
  const rate = figureInForce(parameter, on);
  return { on, open, rate, parameter, article, amount: applyFraction(open, { units: rate, scale: RATE_UNIT }) };
}

/** Amounts of the whole year, without fee. */
export interface ReducedYear {
  readonly final: Cents;
  readonly reduced: Cents;
  readonly provisionalN3: Cents;
}

/**
 * Article 11bis §1: the surcharge on a reduction that the final account does not justify. `paid` is the day of payment or of the
 * statement, whichever comes first. Whether the cap on the base governs the 7 % too is not said, so where it would matter both are named.
 */
export const reductionSurcharge = (...question: Parameters<typeof reductionSurchargeSteps>): Cents =>
  sum(reductionSurchargeSteps(...question));

/** None where the reduction was justified or paid in time. */
export function reductionSurchargeSteps(of: ReducedYear, year: number, paid: Day): SurchargeStep[] {
  const { final, reduced, provisionalN3 } = of;
  requireSystem(year);
  const base = reductionBase(of);
  const due = day(year, 12, 31);
  if (base <= 0 || paid <= due) return [];
  const steps = surchargeSteps(base, due, [{ on: paid, amount: base }]);
  if (final <= provisionalN3) return steps;
  const capped = sum(steps);
  const once = (amount: Cents) =>
    step(due, amount, "contributions.reduction-surcharge.once-rate", ARTICLE_11BIS).amount;
  const uncapped = capped - once(base) + once(final - reduced);
  throw new Refusal("reduction-cap-unsettled", { capped: { cents: capped }, uncapped: { cents: uncapped } });
}

/** What was paid too little because of the reduction: never more than without it. */
export const reductionBase = ({ final, reduced, provisionalN3 }: ReducedYear): Cents =>
  Math.min(final, provisionalN3) - reduced;

const ARTICLE_11BIS = "AR38 11bis §1";
