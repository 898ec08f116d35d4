import { dated, type ParameterId } from "../../parameters";
import { civilDate, dateToDate, day, type Day, firstDayOfYear, isSunday, sundays } from "../calendar";
import { figuresOn, inForce } from "../figures";
import { type AmountInForce, amountInForce } from "../indexation";
import { applyFraction, type Cents } from "../money";
import { Refusal } from "../refusal";
import { type Answer, step } from "../trace";
import { benefit, type Stretch } from "./benefit";
import { certificateLines, DAYS_BACK, firstRecognisedDay } from "./certificate";
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
  /** Day on which the first certificate was signed; `start` is then the first day as the person has it. */
  readonly signed?: Day | undefined;
  /** First day of work that the adviser authorised. */
  readonly allowedWorkFrom?: Day | undefined;
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

/** Article 28bis: authorised work takes a part off after six months, and until the end of the third year after its first one. */
const WHOLE_MONTHS = 6;
const YEARS_WITHOUT_INCOME_TEST = 3;
const REDUCTION = "benefits.sickness.allowed-work-reduction";

const LONGEST_UNPAID = "benefits.sickness.max-unpaid-spell-days";

const ARTICLES = {
  waiting: "AR71 7",
  recognition: "AR71 58 §2",
  primary: "AR71 9 §1",
  invalidity: "AR71 10",
  allowedWork: "AR71 28bis",
} as const;

/** Royal decree of 20/07/1971, articles 7 to 11, 28bis and 58: gross benefit of a span of incapacity. */
export function sickness(question: SicknessQuestion): Answer<Cents> {
  const span = { ...question, primaryStart: question.primaryStart ?? question.start };
  const { start, end, primaryStart, signed, allowedWorkFrom = Infinity } = span;
  checkOrder("start", start, "end", end);
  checkOrder("primaryStart", primaryStart, "start", start);
  if (signed !== undefined && question.primaryStart !== undefined) throw new Refusal("signed-later-part");
  checkOrder(
    question.primaryStart === undefined ? "start" : "primaryStart",
    primaryStart,
    "allowedWorkFrom",
    allowedWorkFrom,
  );
  if (start < FIRST_DAY) throw new Refusal("date-not-covered", { day: { day: start }, first: { day: FIRST_DAY } });

  const payableFrom = Math.max(start, firstPayableDay(span));
  const paidFrom = Math.max(payableFrom, signed === undefined ? start : firstRecognisedDay(start, signed));
  if (paidFrom > payableFrom && paidFrom <= end) checkLateCertificate(span, paidFrom);
  checkSeventhMonth(span, paidFrom);
  checkAllowedWork(span, paidFrom);
  const invalidFrom = dateToDate(primaryStart, 12);
  const stretches = [
    ...unpaidDays(start, Math.min(end, payableFrom - 1)),
    ...unrecognisedDays(payableFrom, Math.min(end, paidFrom - 1)),
    ...paidDays(span, "primary", paidFrom, Math.min(end, invalidFrom - 1)),
    ...paidDays(span, "invalidity", Math.max(paidFrom, invalidFrom), end),
  ];
  return benefit(stretches, () => [
    ...(primaryStart < start ? [step("interruption-counts", {}, "AR71 8")] : []),
    ...(signed === undefined ? [] : certificateLines(start)),
  ]);
}

/** Article 7, by the first day of the spell: the days before it give nothing. Infinity where no day is paid. */
function firstPayableDay({ start, end, primaryStart }: Span): Day {
  const waiting = dated("benefits.sickness.waiting-days", primaryStart)?.value;
  const longestUnpaid = dated(LONGEST_UNPAID, primaryStart)?.value;
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

/** A late certificate moves the first paid day. Whether the rest must then be longer than seven days, and what its months count from, is open. */
function checkLateCertificate({ start, end }: Span, paidFrom: Day): void {
  if (end >= dateToDate(start, WHOLE_MONTHS)) throw new Refusal("signed-six-months", { first: { day: paidFrom } });
  const most = inForce(LONGEST_UNPAID, start).value!;
  const left = end - paidFrom + 1;
  if (left <= most) throw new Refusal("signed-too-late", { first: { day: paidFrom }, left, most });
}

/** From then on the income of the third year before decides, by a ceiling that is not held. */
function checkAllowedWork({ end, allowedWorkFrom }: Span, paidFrom: Day): void {
  if (allowedWorkFrom === undefined) return;
  const limit = firstDayOfYear(civilDate(allowedWorkFrom).year + YEARS_WITHOUT_INCOME_TEST + 1);
  const from = Math.max(paidFrom, limit);
  const open = isSunday(from) ? from + 1 : from;
  if (open <= end) throw new Refusal("allowed-work-income", { day: { day: open } });
}

/** Article 11: every day but the Sundays, each at the rate of that day. */
function paidDays(span: Span, phase: "primary" | "invalidity", from: Day, to: Day): Stretch[] {
  const { allowedWorkFrom } = span;
  const reducedFrom = allowedWorkFrom === undefined ? Infinity : dateToDate(allowedWorkFrom, WHOLE_MONTHS);
  const id = parameterOf(span, phase);
  const stretches: Stretch[] = [];
  let next = isSunday(from) ? from + 1 : from;
  const last = isSunday(to) ? to - 1 : to;
  while (next <= last) {
    const rate = amountInForce(id, next, span.indexSteps);
    const isReduced = next >= reducedFrom;
    const end = Math.min(last, rate.to, isReduced ? Infinity : reducedFrom - 1);
    const count = end - next + 1 - sundays(next, end);
    const days = { step: `sickness-${phase}`, article: ARTICLES[phase], from: next, to: end, count, rate };
    if (count > 0) stretches.push(isReduced ? reduced(days, rate) : days);
    next = end + 1;
  }
  return stretches;
}

const parameterOf = ({ family, assimilated }: Span, phase: "primary" | "invalidity"): ParameterId =>
  phase === "primary"
    ? `benefits.sickness.${family}`
    : `benefits.${assimilated ? "invalidity-assimilated" : "invalidity"}.${family}`;

/** Article 28bis: rounded by the day. */
function reduced(days: Stretch, rate: AmountInForce): Stretch {
  const less = inForce(REDUCTION, days.from);
  const { value, decimals, unit } = less;
  const scale = 10 ** decimals;
  return {
    ...days,
    step: `${days.step}-reduced`,
    article: ARTICLES.allowedWork,
    rate: { ...rate, amount: applyFraction(rate.amount, { units: scale - value!, scale }) },
    facts: { whole: { cents: rate.amount }, less: { value: value!, decimals, unit } },
    figures: [less],
  };
}

const unrecognisedDays = (from: Day, to: Day): Stretch[] =>
  from > to
    ? []
    : [
        {
          step: "sickness-not-recognised",
          article: ARTICLES.recognition,
          from,
          to,
          count: to - from + 1,
          figures: figuresOn([DAYS_BACK], from),
        },
      ];

const unpaidDays = (from: Day, to: Day): Stretch[] =>
  from > to ? [] : [{ step: "sickness-unpaid", article: ARTICLES.waiting, from, to, count: to - from + 1 }];
