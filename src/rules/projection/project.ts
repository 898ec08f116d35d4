import { quarter, type Quarter, QUARTERS_OF_YEAR, yearOf } from "../calendar";
import {
  type Category,
  contribution,
  type Indexation,
  provisionalContribution,
  provisionalQuarterRule,
  quarterRule,
  type Sureness,
  surenessOfScale,
  weakest,
} from "../contributions";
import type { Cents } from "../money";
import { attempt, Refusal } from "../refusal";
import { type Answer, figure } from "./answer";
import type { Incomes } from "./incomes";

export interface ProjectQuestion {
  readonly category: Category;
  readonly start?: Quarter | undefined;
  readonly indexation?: Indexation | undefined;
  /** Fee on a quarter of a year; nothing where no fund is asked for. */
  readonly fee: (contribution: Cents, year: number) => Cents;
}

export interface ProjectRow {
  readonly year: number;
  readonly income: Cents;
  readonly provisional: Answer;
  readonly final: Answer;
  readonly settlement: Answer;
  readonly settledIn: number;
  readonly fee: Answer;
  readonly cashOut: Answer;
  readonly deductible: Answer;
  /** How sure the figures of the year's final contributions are: a projected year says so. */
  readonly confidence: Sureness | undefined;
}

/** A final account comes two years after the contribution year, when the tax administration has sent the income. */
const SETTLEMENT_DELAY = 2;

/** A life in one category, a row a year: what is paid provisionally, what the final account adds, and what leaves the account when. */
export function project(incomes: Incomes, question: ProjectQuestion): ProjectRow[] {
  return incomes.years.map((year) => row(year, incomes, question));
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
  readonly provisional: Answer;
  readonly provisionalFee: Answer;
  readonly final: Answer;
  readonly settlement: Answer;
  readonly settlementFee: Answer;
}

const NOTHING: YearAccount = { provisional: 0, provisionalFee: 0, final: 0, settlement: 0, settlementFee: 0 };

/** The contributions of a year, provisional and final, with their fees. */
function yearAccount(year: number, incomes: Incomes, question: ProjectQuestion): YearAccount {
  if (question.start !== undefined && year < yearOf(question.start)) return NOTHING;
  const provisional = attempt(() =>
    QUARTERS_OF_YEAR.map((n) => provisionalQuarter(quarter(year, n), incomes, question)),
  );
  const final = attempt(() =>
    QUARTERS_OF_YEAR.map((n) => contribution(incomes.of(year), ruleOf(quarter(year, n), question))),
  );
  const fees = (quarters: readonly Cents[]) => sum(quarters.map((amount) => question.fee(amount, year)));
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

function provisionalQuarter(q: Quarter, incomes: Incomes, { category, start, indexation }: ProjectQuestion): Cents {
  const rule = provisionalQuarterRule({ category, quarter: q, start, indexation });
  const read = rule.flat === undefined && !rule.rule.beforeStart;
  return provisionalContribution(rule, read ? { incomeN3: incomes.of(yearOf(q) - 3) } : {});
}

const sum = (amounts: readonly Cents[]): Cents => amounts.reduce((total, amount) => total + amount, 0);
