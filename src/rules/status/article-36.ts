import { civilDate, day } from "../calendar";
import { figureInForce } from "../figures";
import { Refusal } from "../refusal";
import { condition } from "../trace";
import { complementary, principal, type Situation, type StatusAnswer } from "./answer";

/**
 * Article 36 §1 1°: a benefit or pension of a career as employee or civil servant that reaches the minimum pension in force on 1 January.
 * Who keeps rights to such a pension without receiving a benefit (2°) stays complementary too, and is not judged here.
 */
export function replacementIncomeStatus({ replacementIncome, date }: Situation): StatusAnswer {
  if (replacementIncome === undefined) throw new Refusal("status-needs-amount");
  if (date === undefined) throw new Refusal("missing", { argument: "date" });
  const on = day(civilDate(date).year, 1, 1);
  const required = figureInForce(MINIMUM, on);
  const facts = { required: { cents: required }, given: { cents: replacementIncome }, day: { day: on } };
  const reached = condition(replacementIncome >= required, "replacement-income", facts, ARTICLE, MINIMUM);
  return reached.met ? complementary(ARTICLE, [reached]) : principal([reached]);
}

const ARTICLE = "AR67 36 §1 1°";
const MINIMUM = "pension.minimum.isolated";
