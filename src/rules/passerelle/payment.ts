import type { Confidence } from "../../parameters";
import type { Day } from "../calendar";
import { applyFraction, type Cents, type Rate, RATE_UNIT } from "../money";
import { attempt, Refusal } from "../refusal";
import type { TraceLine } from "../trace";
import { monthlyAmount } from "./amount";
import { schedule2016 } from "./article-10";
import { schedule2022 } from "./article-196";
import { type Ground, requireGround } from "./grounds";
import { type Interruption, type MonthShare, reading, type Schedule } from "./month-share";
import { isLoosened, type Regime, regimeOf } from "./regime";

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
  readonly line: TraceLine;
  /** Of the monthly amount; absent where nothing is paid. */
  readonly confidence?: Confidence | "projection";
  /** How that was projected: key in i18n/<language>/notes.json. */
  readonly note?: string;
}

export interface Payment {
  readonly regime: Regime;
  readonly rows: readonly PaymentRow[];
  /** The sum of the rows, or why one of them has no amount. */
  readonly total: Cents | Refusal;
  readonly readings: readonly TraceLine[];
}

/** What a fact pays, civil month by civil month. */
export function payment(question: PaymentQuestion): Payment {
  const { fact, until, ground, otherIncome } = question;
  const regime = regimeOf(fact);
  requireGround(ground, fact);
  if (until !== undefined && until < fact)
    throw new Refusal("date-before", {
      argument: "until",
      given: { day: until },
      other: "date",
      limit: { day: fact },
    });
  const { months, readings }: Schedule = regime === "C" ? schedule2022(question) : schedule2016(question, ground!);
  const payMonth = regime === "C" || isLoosened(fact) ? payReduced : paySuspended;
  const others = months.map((_, index) => otherIncome(index));
  const rows = months.map((month, index) => payMonth(month, others[index]!, question));
  return {
    regime,
    rows,
    total: totalOf(rows),
    readings: [...readings, ...(regime === "C" && others.some((other) => other > 0) ? [INCOME_AND_BLOCKS] : [])],
  };
}

const totalOf = (rows: readonly PaymentRow[]): Cents | Refusal =>
  rows.reduce<Cents | Refusal>((sum, { amount }) => {
    if (sum instanceof Refusal) return sum;
    return amount instanceof Refusal ? amount : sum + amount;
  }, 0);

const INCOME_AND_BLOCKS = reading("passerelle-reading-income-and-blocks", "PL22 199");

/** Article 199 (facts of 04/2020 to 09/2021: article 5/1): other replacement income comes off what the month gives. */
function payReduced(month: MonthShare, other: Cents, question: PaymentQuestion): PaymentRow {
  const row = pay(month, question);
  return { ...row, amount: row.amount instanceof Refusal ? row.amount : afterOtherIncome(row.amount, other) };
}

export const afterOtherIncome = (amount: Cents, other: Cents): Cents => Math.max(0, amount - other);

/** Law of 22/12/2016, articles 5 §1 5° and 11 §4: a month with other replacement income is suspended as a whole. */
function paySuspended(month: MonthShare, other: Cents, question: PaymentQuestion): PaymentRow {
  if (other === 0 || month.share === 0) return pay(month, question);
  const article = "L16 5 §1 5°, 11 §4";
  const line: TraceLine = {
    step: "passerelle-suspended",
    facts: { income: { cents: other } },
    article,
    parameters: [],
  };
  return { month: month.month, share: 0, amount: 0, line };
}

function pay({ month, share, line }: MonthShare, question: PaymentQuestion): PaymentRow {
  if (share instanceof Refusal) return { month, share, amount: share, line };
  if (share === 0) return { month, share, amount: 0, line };
  const monthly = attempt(() => monthlyAmount(month, question.dependants, question.indexSteps));
  if (monthly instanceof Refusal) return { month, share, amount: monthly, line };
  const { confidence, parameters, note } = monthly;
  // Rounded once: the sum of rounded blocks can differ by a cent.
  const amount = applyFraction(monthly.amount, { units: share, scale: RATE_UNIT });
  const traced = { ...line, parameters: [...line.parameters, ...parameters] };
  return { month, share, amount, confidence, ...(note !== undefined && { note }), line: traced };
}
