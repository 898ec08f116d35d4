import { civilDate, type Day, firstDayOfYear } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { type Cents, RATE_UNIT } from "../money";
import { Refusal } from "../refusal";
import { step } from "../trace";
import { complementary, type Condition, ground, principal, remark, type Situation, type StatusAnswer } from "./answer";
import { ruleDay } from "./law";

const BENEFIT_ARTICLE = "AR67 36 §1 1°";
const RIGHTS_ARTICLE = "AR67 36 §1 2°";
const MINIMUM = "pension.minimum.isolated";
const INCAPACITY = "status.complementary.work-accident.min-incapacity";

/** 1°: a benefit or pension of a career as employee or civil servant that reaches the minimum pension in force on 1 January. */
export function replacementIncomeStatus(situation: Situation): StatusAnswer {
  requireDate(situation);
  return benefitStatus(situation, []);
}

/** The same for the benefit of an accident at work or an occupational disease, which counts from some incapacity on. */
export function workAccidentStatus(situation: Situation): StatusAnswer {
  requireDate(situation);
  const { incapacity, date } = situation;
  if (incapacity === undefined) throw new Refusal("status-needs-incapacity");
  const on = ruleDay(INCAPACITY, date);
  const required = figureInForce(INCAPACITY, on) / RATE_UNIT;
  const met = incapacity >= required;
  const facts = { required: { rate: required }, given: { rate: incapacity } };
  const enough: Condition = {
    value: met,
    way: () => [step("incapacity", facts, BENEFIT_ARTICLE, { figures: figuresOn([INCAPACITY], on), met })],
  };
  return met ? benefitStatus(situation, [enough]) : principal([enough]);
}

/** An amount is compared with that of a year. */
function requireDate({ replacementIncome, date }: Situation): void {
  if (replacementIncome !== undefined && date === undefined) throw new Refusal("missing", { argument: "date" });
}

function benefitStatus({ replacementIncome, date }: Situation, before: readonly Condition[]): StatusAnswer {
  if (replacementIncome === undefined) throw new Refusal("status-needs-amount");
  const reached = reachesMinimum(replacementIncome, firstDayOfYear(civilDate(date!).year));
  const conditions = [...before, reached, remark("minimum-of-january-read", BENEFIT_ARTICLE)];
  // Who keeps rights to such a pension by something else than the benefit is named, not judged.
  return reached.value
    ? complementary(BENEFIT_ARTICLE, conditions)
    : principal([...conditions, remark("other-pension-rights", RIGHTS_ARTICLE)]);
}

function reachesMinimum(income: Cents, on: Day): Condition {
  const required = figureInForce(MINIMUM, on);
  const met = income >= required;
  const facts = { required: { cents: required }, given: { cents: income }, day: { day: on } };
  return {
    value: met,
    way: () => [step("replacement-income", facts, BENEFIT_ARTICLE, { figures: figuresOn([MINIMUM], on), met })],
  };
}

/** 2°: a full-time thematic leave builds the pension of the other scheme. One fund says that it does. */
export const thematicLeaveStatus = (): StatusAnswer =>
  complementary(RIGHTS_ARTICLE, [ground("keeps-rights-thematic-leave", RIGHTS_ARTICLE, { confidence: "single" })]);

/** 2°: so does the time that a notice indemnity covers. Two publications say that it does. */
export const noticeIndemnityStatus = (): StatusAnswer =>
  complementary(RIGHTS_ARTICLE, [ground("keeps-rights-notice-indemnity", RIGHTS_ARTICLE, { confidence: "two" })]);

/** 2°: a full-time interruption of the career does so or not. */
export function interruptionStatus({ keepsPensionRights }: Situation): StatusAnswer {
  if (keepsPensionRights === undefined) throw new Refusal("status-needs-pension-rights");
  const kept = ground("keeps-rights-time-credit", RIGHTS_ARTICLE, { met: keepsPensionRights });
  return kept.value ? complementary(RIGHTS_ARTICLE, [kept]) : principal([kept]);
}
