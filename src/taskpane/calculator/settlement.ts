import type { Parameters } from "../../host/host";
import type { Cents } from "../../rules/money";
import { type Call, type CallResult, callOf, centsOf } from "../formula/call";
import { amountArgument, type Formula } from "../formula/formula";
import { feePiece } from "../kit/fee";
import { careerFormula } from "./bill";
import { type Question, situation } from "./question";

/** What the settlement asks or gives back, of one category. */
export const settlementCall = (question: Question, income: Cents, paid: Cents, parameters?: Parameters): Call =>
  callOf("INASTI.SETTLEMENT", { income, paid, ...situation(question, parameters), fund: feePiece(question.fee) });

/** The same in one cell, whatever changed in the year. */
export const settlementFormula = (question: Question, income: Cents, paid: Cents, parameters: Parameters): Formula =>
  question.change
    ? `ROUND(${careerFormula(question, question.fee ? "total" : "final", null)}-${amountArgument(paid)},2)`
    : settlementCall(question, income, paid, parameters).formula;

/** The same whatever changed in the year: INASTI.CAREER gives what is due, and what was paid comes off. */
export function settlementResult(question: Question, income: Cents, paid: Cents, due: CallResult): CallResult {
  if (!question.change) return settlementCall(question, income, paid).result();
  return due.ok ? { ok: true, value: (centsOf(due.value) - paid) / 100 } : due;
}
