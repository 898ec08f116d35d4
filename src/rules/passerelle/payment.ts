import type { Day } from "../calendar";
import type { Figure } from "../figures";
import { applyFraction, type Cents, type Rate, RATE_UNIT } from "../money";
import { attempt, Refusal } from "../refusal";
import { type Answer, exactly, type Line, rowsAt, step } from "../trace";
import { monthlyAmount } from "./amount";
import { schedule2016 } from "./article-10";
import { schedule2022 } from "./article-196";
import { type Ground, requireGround } from "./grounds";
import { type Interruption, type MonthShare, type Schedule } from "./month-share";
import { isLoosened, regimeOf } from "./regime";

export interface PaymentQuestion extends Interruption {
  readonly ground?: Ground | undefined;
  readonly dependants: boolean;
  /** Other replacement income of a month, by its rank from the month of the fact. */
  readonly otherIncome: (index: number) => Cents;
  readonly indexSteps?: number | undefined;
}

export interface PaymentRow {
  /** First day of the civil month. */
  readonly month: Day;
  readonly share: Rate | Refusal;
  readonly amount: Cents | Refusal;
}

/** A month with its pay, and the figures that its amount comes from; none where nothing is paid. */
interface PaidMonth extends MonthShare {
  readonly amount: Cents | Refusal;
  readonly basis: readonly Figure[];
}

/** What a fact pays, civil month by civil month. */
export function payment(question: PaymentQuestion): Answer<readonly PaymentRow[]> {
  const { fact, ground, otherIncome } = question;
  const regime = regimeOf(fact);
  requireGround(ground, fact);
  requireOrder(question);
  const { months, readings }: Schedule = regime === "C" ? schedule2022(question) : schedule2016(question, ground!);
  const payMonth = regime === "C" || isLoosened(fact) ? payReduced : paySuspended;
  const others = months.map((_, index) => otherIncome(index));
  const paid = months.map((month, index) => payMonth(month, others[index]!, question));
  const all = regime === "C" && others.some((other) => other > 0) ? [...readings, INCOME_AND_BLOCKS] : readings;
  return {
    value: paid.map(({ month, share, amount }) => ({ month, share, amount })),
    way: (at) => [...rowsAt(paid, at).map(monthLine), ...all],
  };
}

function requireOrder({ fact, until }: Interruption): void {
  if (until === undefined || until >= fact) return;
  const limit = { other: "date", limit: { day: fact } };
  throw new Refusal("date-before", { argument: "until", given: { day: until }, ...limit });
}

const INCOME_AND_BLOCKS = step("passerelle-reading-income-and-blocks", {}, "PL22 199");

function monthLine({ month, share, amount, reason, basis }: PaidMonth): Line {
  const how = { step: reason.step, facts: reason.facts };
  return step("month", { day: { day: month }, how }, reason.article, {
    figures: [...reason.figures, ...basis],
    ...(!(share instanceof Refusal) && { rate: share }),
    ...(amount instanceof Refusal ? { refusal: amount } : { amount: exactly(amount) }),
  });
}

/** Article 199 (facts of 04/2020 to 09/2021: article 5/1): other replacement income comes off what the month gives. */
function payReduced(month: MonthShare, other: Cents, question: PaymentQuestion): PaidMonth {
  const paid = pay(month, question);
  return paid.amount instanceof Refusal ? paid : { ...paid, amount: afterOtherIncome(paid.amount, other) };
}

const afterOtherIncome = (amount: Cents, other: Cents): Cents => Math.max(0, amount - other);

/** Law of 22/12/2016, articles 5 §1 5° and 11 §4: a month with other replacement income is suspended as a whole. */
function paySuspended(month: MonthShare, other: Cents, question: PaymentQuestion): PaidMonth {
  if (other === 0 || month.share === 0) return pay(month, question);
  const reason = step("passerelle-suspended", { income: { cents: other } }, "L16 5 §1 5°, 11 §4");
  return { month: month.month, share: 0, amount: 0, reason, basis: [] };
}

function pay(month: MonthShare, question: PaymentQuestion): PaidMonth {
  const { share } = month;
  if (share instanceof Refusal || share === 0) return { ...month, amount: share, basis: [] };
  const monthly = attempt(() => monthlyAmount(month.month, question.dependants, question.indexSteps));
  if (monthly instanceof Refusal) return { ...month, amount: monthly, basis: [] };
  // Rounded once: the sum of rounded blocks can differ by a cent.
  const amount = applyFraction(monthly.amount, { units: share, scale: RATE_UNIT });
  return { ...month, amount, basis: monthly.basis };
}
