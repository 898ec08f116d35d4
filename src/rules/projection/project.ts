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
import type { Incomes } from "./incomes";

export interface ProjectQuestion {
  readonly category: Category;
  readonly start?: Quarter | undefined;
  readonly indexation?: Indexation | undefined;
  readonly fund?: FundOrRate | undefined;
}

export interface ProjectRow {
  readonly year: number;
  readonly income: Cents;
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
}

/** A final account comes two years after the contribution year, when the tax administration has sent the income. */
const SETTLEMENT_DELAY = 2;

/** A life in one category, a row a year: what is paid provisionally, what the final account adds, and what leaves the account when. */
export function project(incomes: Incomes, question: ProjectQuestion): Answer<readonly ProjectRow[]> {
  const rows = incomes.years.map((year) => row(year, incomes, question));
  return {
    value: rows,
    way: (at) =>
      at === undefined ? rows.map(cashOutLine) : rowsAt(rows, at).flatMap((one) => rowLines(one, incomes, question)),
  };
}

const cashOutLine = ({ year, cashOut }: ProjectRow): Line =>
  attemptLine("cash-out-year", { year }, FINAL_ARTICLE, cashOut, (base) => ({ base }));

/** The lines of a year: what is paid in it adds up. */
function rowLines(of: ProjectRow, incomes: Incomes, question: ProjectQuestion): Line[] {
  const { year, provisional, final, settlement, settledIn, settledNow, fee } = of;
  return [
    attemptLine("provisional-year", { year }, PROVISIONAL_ARTICLE, provisional, (cents) => ({
      amount: exactly(cents),
      steps: byQuarter("provisional", provisionalQuarters(year, incomes, question)),
    })),
    attemptLine("settlement-of", { year: year - SETTLEMENT_DELAY }, FINAL_ARTICLE, settledNow, (cents) => ({
      amount: exactly(cents),
    })),
    attemptLine("fee-paid", { year }, FEE_ARTICLE, fee, (cents) => ({ amount: exactly(cents) })),
    attemptLine("final-year", { year }, FINAL_ARTICLE, final, (base) => ({
      base,
      steps: finalYear(incomes.of(year), { ...question, year }).way(),
    })),
    attemptLine("settled-in", { year: settledIn }, FINAL_ARTICLE, settlement, (base) => ({ base })),
  ];
}

function row(year: number, incomes: Incomes, question: ProjectQuestion): ProjectRow {
  const own = yearAccount(year, incomes, question);
  const settled = yearAccount(year - SETTLEMENT_DELAY, incomes, question);
  const fee = attempt(() => figure(own.provisionalFee) + figure(settled.settlementFee));
  const cashOut = attempt(() => figure(own.provisional) + figure(settled.settlement) + figure(fee));
  return {
    year,
    income: incomes.of(year),
    provisional: own.provisional,
    final: own.final,
    settlement: own.settlement,
    settledIn: year + SETTLEMENT_DELAY,
    settledNow: settled.settlement,
    fee,
    cashOut,
    // Contributions are deducted in the year in which they are paid.
    deductible: cashOut,
    confidence: sureness(year, question),
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
  readonly provisionalFee: Attempt;
  readonly final: Attempt;
  readonly settlement: Attempt;
  readonly settlementFee: Attempt;
}

const NOTHING: YearAccount = { provisional: 0, provisionalFee: 0, final: 0, settlement: 0, settlementFee: 0 };

/** The contributions of a year, provisional and final, with their fees. */
function yearAccount(year: number, incomes: Incomes, question: ProjectQuestion): YearAccount {
  if (question.start !== undefined && year < yearOf(question.start)) return NOTHING;
  const provisional = attempt(() => provisionalQuarters(year, incomes, question).map(({ value }) => value));
  const final = attempt(() =>
    QUARTERS_OF_YEAR.map((n) => contribution(incomes.of(year), ruleOf(quarter(year, n), question))),
  );
  const fees = (quarters: readonly Cents[]) => sum(quarters.map((amount) => feeOn(amount, year, question.fund)));
  return {
    provisional: attempt(() => sum(figure(provisional))),
    provisionalFee: attempt(() => fees(figure(provisional))),
    final: attempt(() => sum(figure(final))),
    settlement: attempt(() => sum(figure(final)) - sum(figure(provisional))),
    settlementFee: attempt(() => fees(figure(final)) - fees(figure(provisional))),
  };
}

const ruleOf = (q: Quarter, { category, start, indexation }: ProjectQuestion) =>
  quarterRule({ category, quarter: q, start, indexation });

const provisionalQuarters = (year: number, incomes: Incomes, question: ProjectQuestion): OwedQuarter[] =>
  quartersOf(year, (q) => {
    const rule = provisionalQuarterRule({ ...question, quarter: q });
    return provisionalQuarter(rule, readsIncomeN3(rule) ? { incomeN3: incomes.of(year - 3) } : {});
  });

const sum = (amounts: readonly Cents[]): Cents => amounts.reduce((total, amount) => total + amount, 0);
