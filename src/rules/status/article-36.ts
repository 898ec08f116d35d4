import { civilDate, type Day, firstDayOfYear } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import type { Cents } from "../money";
import { Refusal } from "../refusal";
import { step } from "../trace";
import { complementary, type Condition, principal, type Situation, type StatusAnswer } from "./answer";

/**
 * Article 36 §1 1°: a benefit or pension of a career as employee or civil servant that reaches the minimum pension in force on 1 January.
 * Who keeps rights to such a pension without receiving a benefit (2°) stays complementary too, and is not judged here.
 */
export function replacementIncomeStatus({ replacementIncome, date }: Situation): StatusAnswer {
  if (replacementIncome === undefined) throw new Refusal("status-needs-amount");
  if (date === undefined) throw new Refusal("missing", { argument: "date" });
  const reached = reachesMinimum(replacementIncome, firstDayOfYear(civilDate(date).year));
  return reached.value ? complementary(ARTICLE, [reached]) : principal([reached]);
}

function reachesMinimum(income: Cents, on: Day): Condition {
  const required = figureInForce(MINIMUM, on);
  const met = income >= required;
  const facts = { required: { cents: required }, given: { cents: income }, day: { day: on } };
  return {
    value: met,
    way: () => [step("replacement-income", facts, ARTICLE, { figures: figuresOn([MINIMUM], on), met })],
  };
}

const ARTICLE = "AR67 36 §1 1°";
const MINIMUM = "pension.minimum.isolated";
