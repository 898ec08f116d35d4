import { quarter, type Quarter, QUARTERS_OF_YEAR, yearOf } from "../calendar";
import { type Sureness, weakest } from "../figures";
import {
  byQuarter,
  type Category,
  contribution,
  FINAL_ARTICLE,
  finalYear,
  type Indexation,
  type OwedQuarter,
  PROVISIONAL_ARTICLE,
  provisionalQuarter,
  provisionalQuarterRule,
  quarterRule,
  quartersOf,
  readsIncomeN3,
  surenessOfScale,
} from "../contributions";
import { FEE_ARTICLE, feeOn, type FundOrRate } from "../funds";
import type { Cents } from "../money";
import { attempt, Refusal } from "../refusal";
import { type Answer, exactly, type Line, rowsAt } from "../trace";
import { type Attempt, attemptLine, figure } from "./attempt";
import { type AmountBasis, type Incomes, lessPaid, type YearlyIncomes } from "./incomes";

export interface ProjectQuestion {
  readonly category: Category;
  readonly start?: Quarter | undefined;
  readonly indexation?: Indexation | undefined;
  readonly fund?: FundOrRate | undefined;
  /** What the amounts given are; incomes where it is left out. */
  readonly basis?: AmountBasis | undefined;
}

export interface ProjectRow {
  readonly year: number;
  readonly income: Attempt;
  readonly provisional: Attempt;
  readonly final: Attempt;
  readonly settlement: Attempt;
  readonly settledIn: number;
  /** The settlement that is paid in the year: that of an earlier one. */
  readonly settledNow: Attempt;
  readonly fee: Attempt;
  readonly cashOut: Attempt;
  readonly deductible: Attempt;
  /** How sure the figures of the year's final contributions are: a projected year says so. */
  readonly confidence: Sureness | undefined;
  /** Where profits are given. */
  readonly profit?: Attempt;
}

/** A final account comes two years after the contribution year, when the tax administration has sent the income. */
export const SETTLEMENT_DELAY = 2;

/** A life in one category, a row a year: what is paid provisionally, what the final account adds, and what leaves the account when. */
export function project(given: Incomes, question: ProjectQuestion): Answer<readonly ProjectRow[]> {
  const accounts: Accounts = new Accounts(
    question.basis === "profit" ? lessPaid(given, (year) => figure(accounts.paidIn(year).cashOut)) : given,
    question,
  );
  const rows = given.years.map((year) => ({
    ...row(year, accounts),
    ...(question.basis === "profit" && { profit: attempt(() => given.of(year)) }),
  }));
  return {
    value: rows,
    way: (at) =>
      at === undefined ? rows.map(cashOutLine) : rowsAt(rows, at).flatMap((one) => rowLines(one, accounts)),
  };
}

const cashOutLine = ({ year, cashOut }: ProjectRow): Line =>
  attemptLine("cash-out-year", { year }, FINAL_ARTICLE, cashOut, (base) => ({ base }));

/** The lines of a year: what is paid in it adds up. */
function rowLines(of: ProjectRow, { incomes, question, provisionalQuarters }: Accounts): Line[] {
  const { year, income, profit, provisional, final, settlement, settledIn, settledNow, fee } = of;
  return [
    attemptLine("provisional-year", { year }, PROVISIONAL_ARTICLE, provisional, (cents) => ({
      amount: exactly(cents),
      steps: byQuarter("provisional", provisionalQuarters(year)),
    })),
    attemptLine("settlement-of", { year: year - SETTLEMENT_DELAY }, FINAL_ARTICLE, settledNow, (cents) => ({
      amount: exactly(cents),
    })),
    attemptLine("fee-paid", { year }, FEE_ARTICLE, fee, (cents) => ({ amount: exactly(cents) })),
    ...(profit === undefined || profit instanceof Refusal ? [] : [incomeLine(year, profit, income)]),
    attemptLine("final-year", { year }, FINAL_ARTICLE, final, (base) => ({
      base,
      steps: finalYear(incomes.of(year), { ...question, year }).way(),
    })),
    attemptLine("settled-in", { year: settledIn }, FINAL_ARTICLE, settlement, (base) => ({ base })),
  ];
}

/** What is left of a profit once the payments of its year are made. */
export const incomeLine = (year: number, profit: Cents, income: Attempt): Line =>
  attemptLine("profit-less-paid", { year, profit: { cents: profit } }, "AR38 11 §2", income, (base) => ({ base }));

function row(year: number, accounts: Accounts): ProjectRow {
  const { provisional, final, settlement } = accounts.of(year);
  const { settledNow, fee, cashOut } = accounts.paidIn(year);
  return {
    year,
    income: attempt(() => accounts.incomes.of(year)),
    provisional,
    final,
    settlement,
    settledIn: year + SETTLEMENT_DELAY,
    settledNow,
    fee,
    cashOut,
    // Contributions are deducted in the year in which they are paid.
    deductible: cashOut,
    confidence: sureness(year, accounts.question),
  };
}

/** The weakest figure of the year's quarters; nothing where a quarter has no text. */
function sureness(year: number, question: ProjectQuestion): Sureness | undefined {
  const found = attempt(() =>
    QUARTERS_OF_YEAR.flatMap((n) => {
      const { law, scale } = ruleOf(quarter(year, n), question);
      return surenessOfScale(law, scale) ?? [];
    }),
  );
  return found instanceof Refusal ? undefined : weakest(found);
}

interface YearAccount {
  readonly provisional: Attempt;
  readonly final: Attempt;
  readonly settlement: Attempt;
  readonly settlementFee: Attempt;
}

const NOTHING: YearAccount = { provisional: 0, final: 0, settlement: 0, settlementFee: 0 };

/** The contributions of the years, provisional and final, with their fees. */
class Accounts {
  constructor(
    readonly incomes: YearlyIncomes,
    readonly question: ProjectQuestion,
  ) {}

  /** What a year owes. */
  of(year: number): YearAccount {
    if (this.isBeforeStart(year)) return NOTHING;
    const provisional = this.provisional(year);
    const final = attempt(() =>
      QUARTERS_OF_YEAR.map((n) => contribution(this.incomes.of(year), ruleOf(quarter(year, n), this.question))),
    );
    return {
      provisional: attempt(() => sum(figure(provisional))),
      final: attempt(() => sum(figure(final))),
      settlement: attempt(() => sum(figure(final)) - sum(figure(provisional))),
      settlementFee: attempt(() => this.fees(figure(final), year) - this.fees(figure(provisional), year)),
    };
  }

  /** What is paid in a year. Nothing of it rests on the income of that year. */
  paidIn(year: number): Pick<ProjectRow, "settledNow" | "fee" | "cashOut"> {
    const own = this.isBeforeStart(year) ? [] : this.provisional(year);
    const settled = this.of(year - SETTLEMENT_DELAY);
    const fee = attempt(() => this.fees(figure(own), year) + figure(settled.settlementFee));
    return {
      settledNow: settled.settlement,
      fee,
      cashOut: attempt(() => sum(figure(own)) + figure(settled.settlement) + figure(fee)),
    };
  }

  readonly provisionalQuarters = (year: number): OwedQuarter[] =>
    quartersOf(year, (q) => {
      const rule = provisionalQuarterRule({ ...this.question, quarter: q });
      const estimate = this.incomes.estimateOf(year);
      return provisionalQuarter(rule, {
        ...(readsIncomeN3(rule) && { incomeN3: this.incomes.of(year - 3) }),
        ...(estimate !== undefined && { estimate }),
      });
    });

  private provisional(year: number): Attempt<readonly Cents[]> {
    return attempt(() => this.provisionalQuarters(year).map(({ value }) => value));
  }

  private isBeforeStart(year: number): boolean {
    const { start } = this.question;
    return start !== undefined && year < yearOf(start);
  }

  private fees(quarters: readonly Cents[], year: number): Cents {
    return sum(quarters.map((amount) => feeOn(amount, year, this.question.fund)));
  }
}

const ruleOf = (q: Quarter, { category, start, indexation }: ProjectQuestion) =>
  quarterRule({ category, quarter: q, start, indexation });

const sum = (amounts: readonly Cents[]): Cents => amounts.reduce((total, amount) => total + amount, 0);
