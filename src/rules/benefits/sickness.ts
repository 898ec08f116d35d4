import { dated, type ParameterId } from "../../parameters";
import { dateToDate, day, type Day, isSunday, sundays } from "../calendar";
import { amountInForce } from "../indexation";
import type { Cents } from "../money";
import { Refusal } from "../refusal";
import { type Answer, step } from "../trace";
import { benefit, type Stretch } from "./benefit";
import { checkOrder } from "./order";
import type { Family } from "./rate";

export interface SicknessQuestion {
  /** First recognised day of incapacity, or the first day of a later part of the spell. */
  readonly start: Day;
  readonly end: Day;
  readonly family: Family;
  /** The business is stopped and the incapacity assimilated: decides for a cohabitant, in invalidity. */
  readonly assimilated?: boolean | undefined;
  /** First recognised day of the spell, where the span is only a later part of it. */
  readonly primaryStart?: Day | undefined;
  readonly indexSteps?: number | undefined;
}

/** A question whose spell has a first day, and the span that is left to pay. */
interface Span extends SicknessQuestion {
  readonly primaryStart: Day;
}

/** First day of the amounts held. */
const FIRST_DAY = day(2018, 1, 1);

/** Law of 22/05/2019: a spell of more than seven days is paid from its first day. */
const NO_MORE_WAITING = day(2019, 7, 1);

/** First day on which the seventh month of article 9 §1 may have another rate. */
const SEVENTH_MONTH_OPEN = day(2026, 1, 1);

const ARTICLES = { waiting: "AR71 7", primary: "AR71 9 §1", invalidity: "AR71 10" } as const;

/** Royal decree of 20/07/1971, articles 7 to 11: gross benefit of a span of incapacity. */
export function sickness(question: SicknessQuestion): Answer<Cents> {
  const span = { ...question, primaryStart: question.primaryStart ?? question.start };
  const { start, end, primaryStart } = span;
  checkOrder("start", start, "end", end);
  checkOrder("primaryStart", primaryStart, "start", start);
  if (start < FIRST_DAY) throw new Refusal("date-not-covered", { day: { day: start }, first: { day: FIRST_DAY } });

  const paidFrom = Math.max(start, firstPayableDay(span));
  checkSeventhMonth(span, paidFrom);
  const invalidFrom = dateToDate(primaryStart, 12);
  const stretches = [
    ...unpaidDays(start, Math.min(end, paidFrom - 1)),
    ...paidDays(span, "primary", paidFrom, Math.min(end, invalidFrom - 1)),
    ...paidDays(span, "invalidity", Math.max(paidFrom, invalidFrom), end),
  ];
  return benefit(stretches, () => (primaryStart < start ? [step("interruption-counts", {}, "AR71 8")] : []));
}

/** Article 7, by the first day of the spell: the days before it give nothing. Infinity where no day is paid. */
function firstPayableDay({ start, end, primaryStart }: Span): Day {
  const waiting = dated("benefits.sickness.waiting-days", primaryStart)?.value;
  const longestUnpaid = dated("benefits.sickness.max-unpaid-spell-days", primaryStart)?.value;
  if (longestUnpaid != null) return end - primaryStart + 1 > longestUnpaid ? primaryStart : Infinity;
  if (waiting == null) return dateToDate(primaryStart, 1);
  const payable = primaryStart + waiting;
  // The law of 22/05/2019 does not say which rule a spell keeps that runs on its first day.
  if (Math.max(start, NO_MORE_WAITING) <= Math.min(end, payable - 1))
    throw new Refusal("waiting-period-2019", { start: { day: primaryStart } });
  return payable;
}

/** Article 9 §1, 2° has words on the seventh month that may belong to the cohabitant; they are not applied to anybody. */
function checkSeventhMonth({ family, assimilated, end, primaryStart }: Span, paidFrom: Day): void {
  if (family === "with-dependants") return;
  const from = Math.max(paidFrom, SEVENTH_MONTH_OPEN, dateToDate(primaryStart, 6));
  const to = assimilated ? Math.min(end, dateToDate(primaryStart, 12) - 1) : end;
  const open = isSunday(from) ? from + 1 : from;
  if (open <= to) throw new Refusal("seventh-month-unsettled", { day: { day: open } });
}

/** Article 11: every day but the Sundays, each at the rate of that day. */
function paidDays(span: Span, phase: "primary" | "invalidity", from: Day, to: Day): Stretch[] {
  const kind = { step: `sickness-${phase}`, article: ARTICLES[phase] };
  const id = parameterOf(span, phase);
  const stretches: Stretch[] = [];
  let next = isSunday(from) ? from + 1 : from;
  const last = isSunday(to) ? to - 1 : to;
  while (next <= last) {
    const rate = amountInForce(id, next, span.indexSteps);
    const end = Math.min(last, rate.to);
    stretches.push({ ...kind, from: next, to: end, count: end - next + 1 - sundays(next, end), rate });
    next = end + 1;
  }
  return stretches;
}

const parameterOf = ({ family, assimilated }: Span, phase: "primary" | "invalidity"): ParameterId =>
  phase === "primary"
    ? `benefits.sickness.${family}`
    : `benefits.${assimilated ? "invalidity-assimilated" : "invalidity"}.${family}`;

const unpaidDays = (from: Day, to: Day): Stretch[] =>
  from > to ? [] : [{ step: "sickness-unpaid", article: ARTICLES.waiting, from, to, count: to - from + 1 }];
