/** Due dates and surcharges: AR67 art. 42, 44, 44bis; AR38 art. 11bis. Days as "2025-03-31", amounts in cents. */
import { BAD_VALUE, NOT_AVAILABLE, type Answer } from "./answer";
import { QUARTERS, firstDay, lastDay, quarterNumber, quarterOfDay, yearOfDay } from "./calendar";
import { FIRST_YEAR, FULL_RATE, QUARTERLY_SURCHARGE, RESPITE_TEXT, YEARLY_SURCHARGE } from "./figures";
import { roundHalfUp } from "./rational";

export interface Payment {
  readonly day: string;
  readonly amount: bigint;
}

export interface DueDateOptions {
  /** First day of the activity. */
  readonly start?: string | undefined;
  /** Day on which the notice of the quarter was sent; in the quarter where not given. */
  readonly noticeSent?: string | undefined;
  /** Day of the affiliation; in time where not given. */
  readonly affiliated?: string | undefined;
}

/** AR67 42: the end of the quarter; AR67 44 §2: for whoever begins, of the one after the notice, in the quarter of the start and the next one. */
export function dueDate(
  year: number,
  quarter: number,
  { start, noticeSent, affiliated }: DueDateOptions = {},
): Answer<string> {
  if (!QUARTERS.some((one) => one === quarter)) return BAD_VALUE;
  const at = quarterNumber(year, quarter);
  if (start === undefined && (noticeSent ?? affiliated) !== undefined) return BAD_VALUE;
  if (start !== undefined && lastDay(at) < start) return BAD_VALUE;
  if (year < FIRST_YEAR) return NOT_AVAILABLE;
  const isFirst = start !== undefined && [0, 1].includes(at - quarterOfDay(start));
  if (isFirst && start < RESPITE_TEXT) return NOT_AVAILABLE;
  const inTime = start !== undefined && (affiliated === undefined || affiliated < start);
  if (!isFirst || !inTime) return lastDay(at);
  const sent = noticeSent === undefined ? at : quarterOfDay(noticeSent);
  return [lastDay(sent + 1), lastDay(at)].sort()[1]!;
}

export interface SurchargeOptions {
  /** Day on which the fund claimed the amount for the first time. */
  readonly firstClaimed?: string | undefined;
  /** Day of the summons, or of the service of a constraint. */
  readonly summoned?: string | undefined;
}

/** `paid` is the day on which all was paid, or the part payments in any order. */
export function surcharge(
  amount: bigint,
  due: string,
  paid: string | readonly Payment[],
  { firstClaimed = due, summoned }: SurchargeOptions = {},
): Answer {
  if (due < firstDay(quarterNumber(FIRST_YEAR, 1))) return NOT_AVAILABLE;
  const payments = typeof paid === "string" ? [{ day: paid, amount }] : paid;
  if (payments.reduce((sum, payment) => sum + payment.amount, 0n) < amount) return BAD_VALUE;
  const openOn = (day: string): bigint => balance(amount, payments, day);

  const last = payments.reduce((latest, { day }) => (day > latest ? day : latest), due);
  const threePercents = quarterEnds(due, last, summoned).map((day) => percent(openOn(day), QUARTERLY_SURCHARGE));

  const claimYear = Math.max(yearOfDay(due), yearOfDay(firstClaimed));
  const summonedBefore = summoned !== undefined && yearOfDay(summoned) <= claimYear;
  const sevenPercent = summonedBefore ? 0n : percent(openOn(`${claimYear}-12-31`), YEARLY_SURCHARGE);
  return threePercents.reduce((sum, part) => sum + part, sevenPercent);
}

/** What is open when the payments of the day are counted. */
function balance(amount: bigint, payments: readonly Payment[], day: string): bigint {
  const open = payments.reduce((left, payment) => (payment.day <= day ? left - payment.amount : left), amount);
  return open > 0n ? open : 0n;
}

function percent(amount: bigint, rate: bigint): bigint {
  return roundHalfUp(amount * rate, FULL_RATE);
}

/** AR67 44 §1: quarter ends from the due date on, before the payment, and before the quarter of a summons. */
export function quarterEnds(due: string, paid: string, summoned?: string): string[] {
  const stop = summoned === undefined ? paid : [paid, firstDay(quarterOfDay(summoned))].sort()[0]!;
  const ends: string[] = [];
  for (let at = quarterOfDay(due); lastDay(at) < stop; at += 1) ends.push(lastDay(at));
  return ends;
}

/** AR38 11bis §1: what the reduction withheld, at most against the provisional contribution on N-3. */
export function reductionBase(final: bigint, reduced: bigint, provisionalN3: bigint): bigint {
  return (final < provisionalN3 ? final : provisionalN3) - reduced;
}

/**
 * Amounts of the whole year, without fee. AR38 11bis §1 al. 2 limits "the surcharges of al. 1" by the contribution on N-3: the 3 % and
 * the 7 % alike.
 */
export function reductionSurcharge(
  final: bigint,
  reduced: bigint,
  provisionalN3: bigint,
  year: number,
  paid: string,
): Answer {
  if (year < FIRST_YEAR) return NOT_AVAILABLE;
  const base = reductionBase(final, reduced, provisionalN3);
  const due = `${year}-12-31`;
  if (base <= 0n || paid <= due) return 0n;
  return surcharge(base, due, paid);
}
