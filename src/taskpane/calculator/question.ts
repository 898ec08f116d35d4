import type { Parameters } from "../../host/host";
import { type Day, quarterOf, type QuarterOfYear, QUARTERS_OF_YEAR } from "../../rules/calendar";
import {
  type Category,
  fromProfit,
  inQuarter,
  type QuarterQuestion,
  type YearQuestion,
} from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import { callFunction, type CallResult, centsOf, growthCell } from "../formula/call";
import {
  amountArgument,
  type Argument,
  callOf,
  dateArgument,
  type Formula,
  textArgument,
  yearArguments,
} from "../formula/formula";
import { type Fee, feeArgument, feeCell } from "../kit/fee";

/** What the pane asks the functions. */
export interface Question {
  readonly category: Category;
  /** What the amount is: the income, or the profit before contributions and fee. */
  readonly kind: "income" | "profit";
  readonly cents: Cents;
  readonly year: number;
  /** For a year that is projected. */
  readonly indexation: string | null;
  readonly start: Day | null;
  readonly fee: Fee;
}

export interface QuarterAnswer {
  /** None where the four quarters share one law. */
  readonly quarter: QuarterOfYear | null;
  readonly result: CallResult;
}

/** What the functions answer on an income. */
interface IncomeAnswer {
  readonly income: Cents;
  readonly quarters: readonly QuarterAnswer[];
  readonly year: CallResult;
}

export interface Answer {
  /** Contributions and fee on a profit. */
  readonly onProfit: CallResult | null;
  /** None where a profit has no income. */
  readonly onIncome: IncomeAnswer | null;
}

export function answer(question: Question): Answer {
  if (question.kind === "income") return { onProfit: null, onIncome: answerOn(question, question.cents) };
  const { category, cents, year, start } = question;
  const onProfit = callFunction(
    "INASTI.FROMPROFIT",
    cents / 100,
    category,
    year,
    feeCell(question.fee),
    start,
    growthCell(question.indexation),
  );
  const onIncome = onProfit.ok ? answerOn(question, incomeOf(question)) : null;
  return { onProfit, onIncome };
}

function answerOn(question: Question, income: Cents): IncomeAnswer {
  return {
    income,
    quarters: quartersOn(question, income),
    year: callFunction(
      "INASTI.ANNUAL",
      income / 100,
      question.category,
      question.year,
      question.start,
      growthCell(question.indexation),
    ),
  };
}

/** One answer where the quarters share a law, or the same reason for having none; else one a quarter. */
function quartersOn(question: Question, income: Cents): QuarterAnswer[] {
  const shared = quarterOn(question, income, null);
  if (shared.result.ok) return [shared];
  const each = QUARTERS_OF_YEAR.map((quarter) => quarterOn(question, income, quarter));
  return each.some(({ result }) => result.ok) ? each : [shared];
}

function quarterOn(question: Question, income: Cents, quarter: QuarterOfYear | null): QuarterAnswer {
  const { category, year, start } = question;
  const result = callFunction(
    "INASTI.QUARTERLY",
    income / 100,
    category,
    year,
    quarter,
    start,
    growthCell(question.indexation),
  );
  return { quarter, result };
}

/** The income that a profit leaves, of a question that has an answer. */
function incomeOf(question: Question): Cents {
  return fromProfit(question.cents, (income) =>
    QUARTERS_OF_YEAR.map((quarter) => valueOf(quarterOn(question, income, quarter).result)).reduce(
      (sum, contribution) => sum + contribution + feeOn(contribution, question),
      0,
    ),
  ).income;
}

const feeOn = (contribution: Cents, question: Question): Cents =>
  question.fee === null
    ? 0
    : valueOf(callFunction("FUND.FEE", contribution / 100, feeCell(question.fee), question.year));

function valueOf(result: CallResult): Cents {
  if (!result.ok) throw new Error(result.message);
  return centsOf(result.value);
}

/** The question as the rules take it. */
export const lawQuestion = ({ category, year, start, indexation }: Question): YearQuestion => ({
  category,
  year,
  ...(start !== null && { start: quarterOf(start) }),
  ...(indexation !== null && { indexation }),
});

export const quarterQuestion = (question: Question, quarter: QuarterOfYear | null): QuarterQuestion =>
  inQuarter(lawQuestion(question), quarter ?? 1);

interface Arguments {
  readonly amount: Formula;
  readonly category: Formula;
  readonly year: Formula;
  readonly start: Argument;
  readonly indexation: Argument;
}

function argumentsOf({ cents, category, year, start, indexation }: Question, parameters: Parameters): Arguments {
  const named = yearArguments(parameters, year);
  return {
    amount: amountArgument(cents),
    category: textArgument(category),
    year: named.year,
    start: start === null ? undefined : dateArgument(start),
    indexation: indexation === null ? undefined : named.indexation,
  };
}

export function quarterFormula(question: Question, quarter: QuarterOfYear | null, parameters: Parameters): Formula {
  const { amount, category, year, start, indexation } = argumentsOf(question, parameters);
  return callOf(
    "INASTI.QUARTERLY",
    amount,
    category,
    year,
    quarter === null ? undefined : String(quarter),
    start,
    indexation,
  );
}

export function annualFormula(question: Question, parameters: Parameters): Formula {
  const { amount, category, year, start, indexation } = argumentsOf(question, parameters);
  return callOf("INASTI.ANNUAL", amount, category, year, start, indexation);
}

export function profitFormula(question: Question, parameters: Parameters): Formula {
  const { amount, category, year, start, indexation } = argumentsOf(question, parameters);
  return callOf("INASTI.FROMPROFIT", amount, category, year, feeArgument(question.fee), start, indexation);
}
