import type { Parameters } from "../../host/host";
import { day, type Day } from "../../rules/calendar";
import type { Cents } from "../../rules/money";
import { type Call, type CallResult, callOf, centsOf, Piece } from "../formula/call";
import type { Formula } from "../formula/formula";
import { careerCall, careerColumn, careerFormula, sumOf } from "./bill";
import { alikeOrEach, annualCall, type Question, type QuarterAnswer, situation } from "./question";
import { settlementResult } from "./settlement";

/** What is paid in the year itself, and on which incomes. */
export interface ProvisionalQuestion {
  /** Not needed while the amount is flat. */
  readonly incomeN3: Cents | undefined;
  /** The income expected of the year, to pay less. */
  readonly estimate: Cents | undefined;
  /** Day of the payment or of the statement that shows whether it was right. */
  readonly judgedOn: Day;
}

/** A provisional contribution quarter by quarter. */
export interface Provisional {
  readonly quarters: readonly QuarterAnswer[];
  /** Of the four quarters. */
  readonly sum: CallResult;
  /** Of the first quarter that has an answer. */
  readonly way: Call["way"] | undefined;
}

/** The statement is assumed to be sent in the second quarter, two years later, as INASTI.CASHFLOW does. */
export const assumedStatement = (year: number): Day => day(year + 2, 6, 30);

/** The lowest that may be paid is what no income at all would let one pay. */
const NO_INCOME: Cents = 0;

function provisionalCall(
  question: Question,
  { incomeN3 }: Pick<ProvisionalQuestion, "incomeN3">,
  estimate: Cents | undefined,
  quarter: QuarterAnswer["quarter"],
  parameters?: Parameters,
): Call {
  const named = situation(question, parameters);
  return callOf("INASTI.PROVISIONAL", { incomeN3, ...named, quarter: quarter ?? undefined, estimate });
}

/** A quarter's in one cell. */
export const provisionalFormula = (
  question: Question,
  asked: Pick<ProvisionalQuestion, "incomeN3">,
  estimate: Cents | undefined,
  quarter: QuarterAnswer["quarter"],
  parameters: Parameters,
): Formula =>
  question.change
    ? careerFormula(question, "provisional", quarter, { ...asked, estimate })
    : provisionalCall(question, asked, estimate, quarter, parameters).formula;

function provisional(question: Question, asked: ProvisionalQuestion, estimate: Cents | undefined): Provisional {
  if (question.change) return provisionalOfCareer(question, asked, estimate);
  const call = (quarter: QuarterAnswer["quarter"]): Call => provisionalCall(question, asked, estimate, quarter);
  const quarters = alikeOrEach((quarter) => call(quarter).result());
  const answered = quarters.find(({ result }) => result.ok);
  return {
    quarters,
    sum: sumOf(quarters.length === 1 ? Array.from({ length: 4 }, () => quarters[0]!.result) : quarters.map(resultOf)),
    way: answered && call(answered.quarter).way,
  };
}

const resultOf = ({ result }: QuarterAnswer): CallResult => result;

function provisionalOfCareer(
  question: Question,
  { incomeN3 }: ProvisionalQuestion,
  estimate: Cents | undefined,
): Provisional {
  const call = careerCall(question, { incomeN3, estimate });
  const result = call.result();
  const column = careerColumn(result, "provisional") ?? [result];
  return {
    quarters: column.map((one, index) => ({ quarter: (index + 1) as 1, result: one })),
    sum: sumOf(column),
    way: (at = { row: 0, column: 0 }) => call.way(at),
  };
}

/** What an estimate that was too low costs. */
export interface Risk {
  /** Where the income is the one of the calculator, and at worst. */
  readonly surcharge: Call;
  readonly most: Call;
  /** What the settlement then asks, without fee. */
  readonly settlement: CallResult;
}

export interface ProvisionalAnswer {
  readonly unreduced: Provisional;
  readonly reduced: Provisional | undefined;
  readonly lowest: Provisional;
  /** Where the estimate reduces something. */
  readonly risk: Risk | undefined;
}

/** Undefined where the income of year N-3 is needed and not given. */
export function provisionalAnswer(
  question: Question,
  asked: ProvisionalQuestion,
  income: Cents,
  final: CallResult,
): ProvisionalAnswer | undefined {
  const unreduced = provisional(question, asked, undefined);
  if (asked.incomeN3 === undefined && !unreduced.sum.ok) return undefined;
  const reduced = asked.estimate === undefined ? undefined : provisional(question, asked, asked.estimate);
  return {
    unreduced,
    reduced,
    lowest: provisional(question, asked, NO_INCOME),
    risk: reduced && riskOf(question, asked, income, { final, reduced: reduced.sum, unreduced: unreduced.sum }),
  };
}

interface Sums {
  readonly final: CallResult;
  readonly reduced: CallResult;
  readonly unreduced: CallResult;
}

function riskOf(question: Question, asked: ProvisionalQuestion, income: Cents, sums: Sums): Risk | undefined {
  if (!sums.final.ok || !sums.reduced.ok || !sums.unreduced.ok) return undefined;
  const [final, reduced, unreduced] = [sums.final, sums.reduced, sums.unreduced].map(({ value }) => centsOf(value));
  if (reduced! >= unreduced!) return undefined;
  const call = (of: Cents): Call =>
    callOf("INASTI.REDUCTIONSURCHARGE", {
      final: of,
      reduced: reduced!,
      provisionalN3: unreduced!,
      year: question.year,
      paid: asked.judgedOn,
    });
  return {
    surcharge: call(final!),
    most: call(unreduced!),
    settlement: settlementResult({ ...question, fee: null }, income, reduced!, sums.final),
  };
}

/** The surcharge in one cell, from the incomes. */
export function surchargeCall(
  question: Question,
  asked: ProvisionalQuestion & { readonly estimate: Cents },
  income: Cents,
  { unreduced, reduced }: Pick<ProvisionalAnswer, "unreduced"> & { readonly reduced: Provisional },
  parameters: Parameters,
): Call {
  const sum = ({ quarters }: Provisional, estimate: Cents | undefined): Piece => {
    if (question.change)
      return new Piece(careerFormula(question, "provisional", null, { incomeN3: asked.incomeN3, estimate }));
    const calls = quarters.map(
      ({ quarter }) => provisionalCall(question, asked, estimate, quarter, parameters).formula,
    );
    return new Piece(calls.length === 1 ? `4*${calls[0]!}` : calls.join("+"));
  };
  return callOf("INASTI.REDUCTIONSURCHARGE", {
    final: new Piece(
      question.change ? careerFormula(question, "final", null) : annualCall(question, income, parameters).formula,
    ),
    reduced: sum(reduced, asked.estimate),
    provisionalN3: sum(unreduced, undefined),
    year: question.change ? question.year : situation(question, parameters).year,
    paid: asked.judgedOn,
  });
}
