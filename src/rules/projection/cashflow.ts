import {
  type Day,
  firstDayOfYear,
  lastDay,
  quarter,
  type Quarter,
  type QuarterOfYear,
  quarterOfYear,
  QUARTERS_OF_YEAR,
  yearOf,
} from "../calendar";
import {
  byQuarter,
  type Category,
  FINAL_ARTICLE,
  lastKnownYear,
  PROVISIONAL_ARTICLE,
  QUARTERS_ARTICLE,
  REVALUATION_INDICES,
} from "../contributions";
import { inForce, type Sureness, weakest } from "../figures";
import { FEE_ARTICLE, latestFeeFigure } from "../funds";
import { attempt, Refusal } from "../refusal";
import { type Answer, exactly, type Line, rowsAt, step } from "../trace";
import { type Attempt, attemptLine, figure } from "./attempt";
import { type AmountBasis, type Incomes, lessPaid } from "./incomes";
import { amountOf, type CareerQuestion, Life } from "./life";
import { incomeLine, SETTLEMENT_DELAY } from "./project";

export interface CashflowQuestion extends CareerQuestion {
  /** The last day that is shown; without it the last settlement ends the table. */
  readonly until?: Day | undefined;
  /** The quarter in which a settlement is due, two years later: no text fixes the day on which the fund sends its statement. */
  readonly settlementQuarter: QuarterOfYear;
  /** What the amounts given are; incomes where it is left out. */
  readonly basis?: AmountBasis | undefined;
}

export interface CashflowRow {
  readonly due: Day;
  readonly what: "provisional" | "settlement";
  /** Of the contribution. */
  readonly year: number;
  /** Of a provisional contribution. */
  readonly quarter?: QuarterOfYear;
  readonly category?: Category;
  readonly contribution: Attempt;
  readonly fee: Attempt;
  readonly amount: Attempt;
  readonly runningTotal: Attempt;
  readonly confidence: Sureness | undefined;
  readonly dateBasis: "law" | "assumption";
}

interface Payment extends Omit<CashflowRow, "runningTotal"> {
  readonly lines: () => Line[];
}

/** What a life pays and when, a row a payment. */
export function cashflow(given: Incomes, question: CashflowQuestion): Answer<readonly CashflowRow[]> {
  const { until = Infinity } = question;
  const payments = new Payments(given, question).all.filter(({ due }) => due <= until).sort(byDay);
  let runningTotal: Attempt = 0;
  const rows = payments.map((payment) => ({
    ...payment,
    runningTotal: (runningTotal = plus(runningTotal, payment.amount)),
  }));
  return {
    value: rows,
    way: (at) => (at === undefined ? rows.map(paymentLine) : rowsAt(rows, at).flatMap(({ lines }) => lines())),
  };
}

const byDay = (a: Payment, b: Payment): number =>
  a.due - b.due || Number(a.what === "settlement") - Number(b.what === "settlement") || a.year - b.year;

const plus = (a: Attempt, b: Attempt): Attempt => (a instanceof Refusal ? a : b instanceof Refusal ? b : a + b);

const sum = (amounts: readonly Attempt[]): Attempt => amounts.reduce(plus, 0);

const minus = (a: Attempt, b: Attempt): Attempt => attempt(() => figure(a) - figure(b));

const paymentLine = ({ due, what, year, quarter: n, amount }: Payment): Line => {
  const facts = { day: { day: due }, year, ...(n && { quarter: { quarter: quarter(year, n) } }) };
  const article = what === "provisional" ? PROVISIONAL_ARTICLE : FINAL_ARTICLE;
  return attemptLine(`paid-${what}`, facts, article, amount, (base) => ({ base }));
};

/** The payments of a life, year by year. */
class Payments {
  private readonly life: Life;

  constructor(
    private readonly given: Incomes,
    private readonly question: CashflowQuestion,
  ) {
    const incomes = question.basis === "profit" ? lessPaid(given, (year) => figure(this.paidIn(year))) : given;
    this.life = new Life(incomes, question, quarter(given.years.at(-1)!, 4));
  }

  get all(): Payment[] {
    const { years } = this.given;
    const settled = Array.from({ length: SETTLEMENT_DELAY }, (_, index) => years[0]! - SETTLEMENT_DELAY + index);
    return [
      ...years.flatMap((year) => this.provisionals(year)),
      ...[...settled, ...years].flatMap((year) => this.settlement(year)),
    ];
  }

  /** Nothing of it rests on the income of the year itself. */
  private paidIn(year: number): Attempt {
    return sum([...this.provisionals(year), ...this.settlement(year - SETTLEMENT_DELAY)].map(({ amount }) => amount));
  }

  /** AR67 42: by the last day of each quarter. */
  private provisionals(year: number): Payment[] {
    return QUARTERS_OF_YEAR.flatMap((n) => this.provisional(quarter(year, n)));
  }

  private provisional(q: Quarter): Payment[] {
    const owed = this.life.provisional(q);
    const contribution = amountOf(owed);
    if (contribution === 0) return [];
    const fee = this.life.fee(contribution, q);
    const year = yearOf(q);
    const due = lastDay(q);
    return [
      {
        due,
        what: "provisional",
        year,
        quarter: quarterOfYear(q),
        category: this.life.timeline.at(q)!.status as Category,
        contribution,
        fee,
        amount: plus(contribution, fee),
        confidence: this.sureness(year, [q]),
        dateBasis: "law",
        lines: () => [
          attemptLine("provisional-quarter", { first: { quarter: q } }, QUARTERS_ARTICLE, contribution, (cents) => ({
            amount: exactly(cents),
            steps: figure(owed).way(),
          })),
          attemptLine("fee-of-quarter", {}, FEE_ARTICLE, fee, (cents) => ({ amount: exactly(cents) })),
          step("due-date", { day: { day: due } }, "AR67 42"),
        ],
      },
    ];
  }

  /** AR67 44 §3: by the last day of the quarter after the one of the statement; when that is sent is an assumption. */
  private settlement(year: number): Payment[] {
    if (this.life.timeline.ofYear(year).length === 0) return [];
    const quarters = QUARTERS_OF_YEAR.map((n) => quarter(year, n));
    const [final, provisional] = (["final", "provisional"] as const).map((of) => {
      const owed = quarters.map((q) => this.life[of](q));
      const amounts = owed.map(amountOf);
      const fees = amounts.map((amount, index) => this.life.fee(amount, quarters[index]!));
      const told = () =>
        byQuarter(
          of,
          quarters.map((q, index) => ({ quarter: q, ...figure(owed[index]!) })),
        );
      return { amount: sum(amounts), fee: sum(fees), told };
    }) as [Account, Account];
    const contribution = minus(final.amount, provisional.amount);
    const fee = minus(final.fee, provisional.fee);
    if (contribution === 0 && fee === 0) return [];
    const due = lastDay(quarter(year + SETTLEMENT_DELAY, this.question.settlementQuarter));
    return [
      {
        due,
        what: "settlement",
        year,
        contribution,
        fee,
        amount: plus(contribution, fee),
        confidence: this.sureness(year, quarters),
        dateBasis: "assumption",
        lines: () => [
          ...this.incomeLines(year),
          attemptLine("settled-final", { year }, FINAL_ARTICLE, final.amount, (cents) => ({
            amount: exactly(cents),
            steps: final.told(),
          })),
          attemptLine("settled-paid", { year }, PROVISIONAL_ARTICLE, provisional.amount, (cents) => ({
            amount: -exactly(cents),
            steps: provisional.told(),
          })),
          attemptLine("settled-fee", {}, FEE_ARTICLE, fee, (cents) => ({ amount: exactly(cents) })),
          step("settlement-day", { day: { day: due } }, "AR67 44 §3"),
        ],
      },
    ];
  }

  private incomeLines(year: number): Line[] {
    if (this.question.basis !== "profit" || !this.given.years.includes(year)) return [];
    const profit = attempt(() => this.given.of(year));
    const income = attempt(() => this.life.incomes.of(year));
    return profit instanceof Refusal ? [] : [incomeLine(year, profit, income)];
  }

  /** The weakest of what the quarters of a year rest on: its index, that of N-3 where one reads it, and the fund's figure. */
  private sureness(year: number, quarters: readonly Quarter[]): Sureness | undefined {
    const { fund, indexation } = this.question;
    if (year > lastKnownYear()) return indexation === undefined ? undefined : "projection";
    const [numerator, denominator] = REVALUATION_INDICES as [IndexId, IndexId];
    const ids = quarters.some((q) => this.life.readsIncomeN3(q)) ? [numerator, denominator] : [numerator];
    const indices = attempt(() => ids.map((id) => inForce(id, firstDayOfYear(year)).confidence));
    if (indices instanceof Refusal) return undefined;
    const own = typeof fund === "string" ? latestFeeFigure(fund, year)?.confidence : undefined;
    return weakest(own === undefined ? indices : [...indices, own]);
  }
}

type IndexId = (typeof REVALUATION_INDICES)[number];

interface Account {
  readonly amount: Attempt;
  readonly fee: Attempt;
  readonly told: () => Line[];
}
