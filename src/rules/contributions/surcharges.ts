import { civilDate, day, type Day, lastDay, quarterOf } from "../calendar";
import { applyFraction, type Cents, RATE_UNIT } from "../money";
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

/**
 * Royal decree of 19/12/1967, articles 44 and 44bis: 3 % of the open balance at each quarter end from the due date on, each rounded, and 7 %
 * once of what is still open after the year. A payment of the day itself counts as paid. Never a surcharge on a surcharge.
 */
export function surcharge(
  amount: Cents,
  due: Day,
  payments: readonly Payment[],
  options: SurchargeOptions = {},
): Cents {
  requireSystem(civilDate(due).year);
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0);
  if (paid < amount) throw new Refusal("payments-too-small", { amount: { cents: amount }, paid: { cents: paid } });
  const open = (on: Day) =>
    Math.max(0, amount - payments.reduce((sum, payment) => (payment.on <= on ? sum + payment.amount : sum), 0));
  return article44(due, open, options) + article44bis(due, open, options);
}

function article44(due: Day, open: (on: Day) => Cents, { summoned }: SurchargeOptions): Cents {
  // Article 44 §1, paragraph 4: after a summons the last one is at the end of the quarter before it.
  const last = summoned === undefined ? Infinity : lastDay(quarterOf(summoned) - 1);
  let total = 0;
  for (let q = quarterOf(due), end = lastDay(q); end <= last && open(end) > 0; end = lastDay(++q)) {
    total += share(open(end), figureInForce("contributions.surcharge.quarterly-rate", end));
  }
  return total;
}

function article44bis(due: Day, open: (on: Day) => Cents, { firstClaimed, summoned }: SurchargeOptions): Cents {
  const year = Math.max(...[due, firstClaimed ?? due].map((on) => civilDate(on).year));
  const endOfYear = day(year, 12, 31);
  if (summoned !== undefined && summoned <= endOfYear) return 0;
  return share(open(endOfYear), figureInForce("contributions.surcharge.yearly-rate", endOfYear));
}

const share = (amount: Cents, rate: number): Cents => applyFraction(amount, { units: rate, scale: RATE_UNIT });

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
export function reductionSurcharge({ final, reduced, provisionalN3 }: ReducedYear, year: number, paid: Day): Cents {
  requireSystem(year);
  const base = Math.min(final, provisionalN3) - reduced;
  const due = day(year, 12, 31);
  if (base <= 0 || paid <= due) return 0;
  const capped = surcharge(base, due, [{ on: paid, amount: base }]);
  if (final <= provisionalN3) return capped;
  const once = (amount: Cents) => share(amount, figureInForce("contributions.reduction-surcharge.once-rate", due));
  const uncapped = capped - once(base) + once(final - reduced);
  throw new Refusal("reduction-cap-unsettled", { capped: { cents: capped }, uncapped: { cents: uncapped } });
}
