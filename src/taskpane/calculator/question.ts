import type { Parameters } from "../../host/host";
import { t } from "../../i18n";
import { type Day, type QuarterOfYear, QUARTERS_OF_YEAR } from "../../rules/calendar";
import {
  activity,
  type Category,
  fromProfit,
  inQuarter,
  type QuarterQuestion,
  type YearQuestion,
} from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import { type Call, type CallResult, callOf, dayPiece, Piece, yearPieces } from "../formula/call";
import type { Formula } from "../formula/formula";
import { type Fee, feePiece, fundOf } from "../kit/fee";

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
  readonly stop: Day | null;
  readonly fee: Fee;
  /** Another category from a day of the year on; of an income only. */
  readonly change: Change | null;
}

export interface Change {
  readonly from: Day;
  readonly category: Category;
}

/** How the field of the income is called. */
export const incomeLabel = (category: Category): string =>
  t(category === "spouse-mini" ? "pane:calculator/helped-income" : "pane:field/income");

export interface QuarterAnswer {
  /** None where the four quarters share one law. */
  readonly quarter: QuarterOfYear | null;
  readonly result: CallResult;
}

/** What the functions answer on an income. */
export interface IncomeAnswer {
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
  const onProfit = profitCall(question).result();
  const onIncome = onProfit.ok ? answerOn(question, incomeOf(question)) : null;
  return { onProfit, onIncome };
}

/** What the answer consists of. */
export const callsOf = (question: Question, { onProfit, onIncome }: Answer): Call[] => [
  ...(onProfit ? [profitCall(question)] : []),
  ...(onIncome
    ? [
        annualCall(question, onIncome.income),
        ...onIncome.quarters.map(({ quarter }) => quarterCall(question, onIncome.income, quarter)),
      ]
    : []),
];

const answerOn = (question: Question, income: Cents): IncomeAnswer => ({
  income,
  quarters: alikeOrEach((quarter) => quarterCall(question, income, quarter).result()),
  year: annualCall(question, income).result(),
});

/** One answer where the quarters share a law, or the same reason for having none; else one a quarter. */
export function alikeOrEach(ask: (quarter: QuarterOfYear | null) => CallResult): QuarterAnswer[] {
  const shared: QuarterAnswer = { quarter: null, result: ask(null) };
  if (shared.result.ok) return [shared];
  const each = QUARTERS_OF_YEAR.map((quarter) => ({ quarter, result: ask(quarter) }));
  return each.some(({ result }) => result.ok) ? each : [shared];
}

/** The income that a profit leaves, of a question that has an answer. */
const incomeOf = (question: Question): Cents =>
  fromProfit(question.cents, lawQuestion(question), fundOf(question.fee)).value.income;

/** The question as the rules take it. */
export const lawQuestion = ({ category, year, start, stop, indexation }: Question): YearQuestion => ({
  category,
  year,
  ...activity(start ?? undefined, stop ?? undefined),
  ...(indexation !== null && { indexation }),
});

export const quarterQuestion = (question: Question, quarter: QuarterOfYear | null): QuarterQuestion =>
  inQuarter(lawQuestion(question), quarter ?? 1);

/** The situation as the functions take it: the year and the indexation by the workbook's names where those are known. */
export function situation({ category, year, start, stop, indexation }: Question, parameters?: Parameters) {
  const named = parameters ? yearPieces(parameters, year) : { year, indexation: indexation ?? undefined };
  return {
    category,
    year: named.year,
    start: start === null ? undefined : dayPiece(start),
    stop: stop === null ? undefined : dayPiece(stop),
    indexation: indexation === null ? undefined : named.indexation,
  };
}

const quarterCall = (question: Question, income: Cents, quarter: QuarterOfYear | null, parameters?: Parameters): Call =>
  callOf("INASTI.QUARTERLY", { income, quarter: quarter ?? undefined, ...situation(question, parameters) });

export const annualCall = (question: Question, income: Cents, parameters?: Parameters): Call =>
  callOf("INASTI.ANNUAL", { income, ...situation(question, parameters) });

const profitCall = (question: Question, parameters?: Parameters): Call =>
  callOf("INASTI.FROMPROFIT", {
    profit: question.cents,
    fund: feePiece(question.fee),
    ...situation(question, parameters),
  });

/** What a fund asks for the contribution of a quarter; without a fund the contribution. */
export function totalCall(question: Question, contribution: Cents | Piece, parameters?: Parameters): Call | undefined {
  const fund = feePiece(question.fee);
  return fund && callOf("FUND.TOTAL", { contribution, fund, year: situation(question, parameters).year });
}

/** The formula of a quarter, with the fee where a fund is chosen. */
export const withFee = (question: Question, formula: Formula, parameters: Parameters): Formula =>
  // A change has a day of its year: what is in one cell with it stays in that year.
  totalCall(question, new Piece(formula), question.change ? undefined : parameters)?.formula ?? formula;

export const quarterFormula = (question: Question, quarter: QuarterOfYear | null, parameters: Parameters): Formula =>
  withFee(question, quarterCall(question, question.cents, quarter, parameters).formula, parameters);

export const annualFormula = (question: Question, parameters: Parameters): Formula =>
  annualCall(question, question.cents, parameters).formula;

export const profitFormula = (question: Question, parameters: Parameters): Formula =>
  profitCall(question, parameters).formula;
