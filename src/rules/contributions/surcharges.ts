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

/** Where the 3 % and the 7 % stand: figure and article. */
interface SurchargeText {
  readonly quarterly: readonly [ParameterId, string];
  readonly once: readonly [ParameterId, string];
}

const LATE_PAYMENT: SurchargeText = {
  quarterly: ["contributions.surcharge.quarterly-rate", "AR67 44"],
  once: ["contributions.surcharge.yearly-rate", "AR67 44bis"],
};

const UNJUSTIFIED_REDUCTION: SurchargeText = {
  quarterly: ["contributions.reduction-surcharge.quarterly-rate", "AR38 11bis §1"],
  once: ["contributions.reduction-surcharge.once-rate", "AR38 11bis §1"],
};

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
  text = LATE_PAYMENT,
): SurchargeStep[] {
  requireSystem(civilDate(due).year);
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0);
  if (paid < amount) throw new Refusal("payments-too-small", { amount: { cents: amount }, paid: { cents: paid } });
  const paidTo = paidBy(payments);
  const open = (on: Day) => Math.max(0, amount - paidTo(on));
  return [...atQuarterEnds(due, open, options, text), ...afterTheYear(due, open, options, text)];
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

type Open = (on: Day) => Cents;

function atQuarterEnds(due: Day, open: Open, { summoned }: SurchargeOptions, text: SurchargeText): SurchargeStep[] {
  // Article 44 §1, paragraph 4: after a summons the last one is at the end of the quarter before it.
  const last = summoned === undefined ? Infinity : lastDay(quarterOf(summoned) - 1);
  const steps: SurchargeStep[] = [];
  for (let q = quarterOf(due), end = lastDay(q); end <= last && open(end) > 0; end = lastDay(++q)) {
    steps.push(step(end, open(end), ...text.quarterly));
  }
  return steps;
}

function afterTheYear(
  due: Day,
  open: Open,
  { firstClaimed, summoned }: SurchargeOptions,
  text: SurchargeText,
): SurchargeStep[] {
  const year = Math.max(...[due, firstClaimed ?? due].map((on) => civilDate(on).year));
  const endOfYear = day(year, 12, 31);
  if (summoned !== undefined && summoned <= endOfYear) return [];
  return [step(endOfYear, open(endOfYear), ...text.once)];
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
 * statement, whichever comes first. Paragraph 2 limits "the surcharges" by the contribution on year N-3: the 3 % and the 7 % alike.
 */
export const reductionSurcharge = (...question: Parameters<typeof reductionSurchargeSteps>): Cents =>
  sum(reductionSurchargeSteps(...question));

/** None where the reduction was justified or paid in time. */
export function reductionSurchargeSteps(of: ReducedYear, year: number, paid: Day): SurchargeStep[] {
  requireSystem(year);
  const base = reductionBase(of);
  const due = day(year, 12, 31);
  if (base <= 0 || paid <= due) return [];
  return surchargeSteps(base, due, [{ on: paid, amount: base }], {}, UNJUSTIFIED_REDUCTION);
}

/** What was paid too little because of the reduction: never more than without it. */
export const reductionBase = ({ final, reduced, provisionalN3 }: ReducedYear): Cents =>
  Math.min(final, provisionalN3) - reduced;
