import type { ParameterId } from "../../parameters";
import { civilDate, type Day, lastDay, lastDayOfYear, quarterOf } from "../calendar";
import { applyFraction, type Cents, type Rate, RATE_UNIT } from "../money";
import { Refusal } from "../refusal";
import { figureInForce, figuresOn } from "../figures";
import { type Answer, exactly, type Line, step } from "../trace";
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

/** One surcharge: what was open on a day, and the rate on it. */
interface Charge {
  readonly on: Day;
  readonly open: Cents;
  readonly rate: Rate;
  readonly parameter: ParameterId;
  readonly article: string;
  readonly amount: Cents;
}

/** Where the 3 % and the 7 % stand: figure and article. */
interface SurchargeText {
  readonly article: string;
  readonly quarterly: readonly [ParameterId, string];
  readonly once: readonly [ParameterId, string];
}

const LATE_PAYMENT: SurchargeText = {
  article: "AR67 44",
  quarterly: ["contributions.surcharge.quarterly-rate", "AR67 44"],
  once: ["contributions.surcharge.yearly-rate", "AR67 44bis"],
};

const REDUCTION_ARTICLE = "AR38 11bis §1";

const UNJUSTIFIED_REDUCTION: SurchargeText = {
  article: REDUCTION_ARTICLE,
  quarterly: ["contributions.reduction-surcharge.quarterly-rate", REDUCTION_ARTICLE],
  once: ["contributions.reduction-surcharge.once-rate", REDUCTION_ARTICLE],
};

/**
 * Royal decree of 19/12/1967, articles 44 and 44bis: 3 % of the open balance at each quarter end from the due date on, each rounded, and 7 %
 * once of what is still open after the year. A payment of the day itself counts as paid. Never a surcharge on a surcharge.
 */
export const surcharge = (
  amount: Cents,
  due: Day,
  payments: readonly Payment[],
  options: SurchargeOptions = {},
): Answer<Cents> => sumOf(chargesOn(amount, due, payments, options, LATE_PAYMENT), LATE_PAYMENT);

function sumOf(charges: readonly Charge[], { article }: SurchargeText): Answer<Cents> {
  const charged = charges.filter(({ open }) => open > 0);
  return {
    value: charges.reduce((total, { amount }) => total + amount, 0),
    way: () => (charged.length === 0 ? [step("surcharge-none", {}, article, { amount: 0 })] : charged.map(chargeLine)),
  };
}

const chargeLine = ({ on, open, rate, parameter, article, amount }: Charge): Line =>
  step("surcharge-open", { day: { day: on } }, article, {
    base: open,
    rate,
    amount: exactly(amount),
    figures: figuresOn([parameter], on),
  });

function chargesOn(
  amount: Cents,
  due: Day,
  payments: readonly Payment[],
  options: SurchargeOptions,
  text: SurchargeText,
): Charge[] {
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

function atQuarterEnds(due: Day, open: Open, { summoned }: SurchargeOptions, text: SurchargeText): Charge[] {
  // Article 44 §1, paragraph 4: after a summons the last one is at the end of the quarter before it.
  const last = summoned === undefined ? Infinity : lastDay(quarterOf(summoned) - 1);
  const charges: Charge[] = [];
  for (let q = quarterOf(due), end = lastDay(q); end <= last && open(end) > 0; end = lastDay(++q)) {
    charges.push(charge(end, open(end), ...text.quarterly));
  }
  return charges;
}

function afterTheYear(
  due: Day,
  open: Open,
  { firstClaimed, summoned }: SurchargeOptions,
  text: SurchargeText,
): Charge[] {
  const year = Math.max(...[due, firstClaimed ?? due].map((on) => civilDate(on).year));
  const endOfYear = lastDayOfYear(year);
  if (summoned !== undefined && summoned <= endOfYear) return [];
  return [charge(endOfYear, open(endOfYear), ...text.once)];
}

function charge(on: Day, open: Cents, parameter: ParameterId, article: string): Charge {
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
export function reductionSurcharge(of: ReducedYear, year: number, paid: Day): Answer<Cents> {
  requireSystem(year);
  const base = reductionBase(of);
  const { value, way } = sumOf(reductionCharges(base, lastDayOfYear(year), paid), UNJUSTIFIED_REDUCTION);
  return { value, way: () => [reductionLine(of, base), ...way()] };
}

/** None where the reduction was justified or paid in time. */
const reductionCharges = (base: Cents, due: Day, paid: Day): Charge[] =>
  base <= 0 || paid <= due ? [] : chargesOn(base, due, [{ on: paid, amount: base }], {}, UNJUSTIFIED_REDUCTION);

/** What was paid too little because of the reduction: never more than without it. */
const reductionBase = ({ final, reduced, provisionalN3 }: ReducedYear): Cents =>
  Math.min(final, provisionalN3) - reduced;

function reductionLine({ final, reduced, provisionalN3 }: ReducedYear, base: Cents): Line {
  const facts = { final: { cents: final }, reduced: { cents: reduced }, provisionalN3: { cents: provisionalN3 } };
  return step("reduction-base", facts, REDUCTION_ARTICLE, { base });
}
