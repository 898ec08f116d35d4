import type { ParameterId } from "../../parameters";
import { figureInForce, figuresOn } from "../figures";
import { RATE_UNIT } from "../money";
import { Refusal } from "../refusal";
import { step } from "../trace";
import { complementary, type Condition, principal, remark, type Situation, type StatusAnswer } from "./answer";
import { onRequest } from "./article-37";
import { ruleDay } from "./law";

const ARTICLE = "AR67 35 §1";

const HOURS = "status.complementary.employee.hours-quarter";

/** Half of full time makes the self-employed activity the complementary one; the hours of the quarter, where they are known, tell it. */
export const employeeStatus = (situation: Situation): StatusAnswer =>
  situation.hoursPerQuarter === undefined
    ? contractTeacherStatus(situation)
    : decidedBy(hoursReach(situation.hoursPerQuarter, situation));

/** Half of a full timetable. */
export const contractTeacherStatus = (situation: Situation): StatusAnswer =>
  decidedBy(shareReaches("status.complementary.employee.min-share", situation));

const decidedBy = (condition: Condition): StatusAnswer =>
  condition.value ? complementary(ARTICLE, [condition]) : principal([condition]);

/** Tenured teachers count in tenths; five of them are not enough, but open article 37. An appointment for the school year meets the months. */
export function tenuredTeacherStatus(situation: Situation): StatusAnswer {
  const share = shareReaches("status.complementary.tenured-teacher.min-share", situation);
  if (share.value) return complementary(ARTICLE, [share, remark("school-year-read", ARTICLE)]);
  const lower = shareReaches("status.article-37.tenured-teacher.min-share", situation);
  return lower.value ? onRequest([share, lower]) : principal([share, lower]);
}

/** Another statutory pension scheme: half of full time, and enough days or months in the year. */
export function civilServantStatus(situation: Situation): StatusAnswer {
  const { daysPerYear, monthsPerYear } = situation;
  if (daysPerYear === undefined && monthsPerYear === undefined)
    throw new Refusal("missing", { argument: "daysPerYear / monthsPerYear" });
  const share = shareReaches("status.complementary.civil-servant.min-share", situation);
  const [days, months] = [periodReaches("days", situation), periodReaches("months", situation)];
  const conditions = [share, days, months];
  return share.value && (days.value || months.value) ? complementary(ARTICLE, conditions) : principal(conditions);
}

function shareReaches(id: ParameterId, { workShare, date }: Situation): Condition {
  if (workShare === undefined) throw new Refusal("missing", { argument: "workShare" });
  const on = ruleDay(id, date);
  const required = figureInForce(id, on) / RATE_UNIT;
  const met = workShare >= required;
  const facts = { required: { rate: required }, given: { rate: workShare } };
  return { value: met, way: () => [step("work-share", facts, ARTICLE, { figures: figuresOn([id], on), met })] };
}

/** A contract of half time is not enough where fewer hours were worked. */
function hoursReach(given: number, { date }: Situation): Condition {
  const on = ruleDay(HOURS, date);
  const required = figureInForce(HOURS, on);
  const met = given >= required;
  return {
    value: met,
    way: () => [step("hours-per-quarter", { required, given }, ARTICLE, { figures: figuresOn([HOURS], on), met })],
  };
}

function periodReaches(unit: "days" | "months", { daysPerYear, monthsPerYear, date }: Situation): Condition {
  const id: ParameterId = `status.complementary.civil-servant.min-${unit}`;
  const on = ruleDay(id, date);
  const required = figureInForce(id, on);
  const given = unit === "days" ? daysPerYear : monthsPerYear;
  const met = (given ?? 0) >= required;
  const facts = { required, given: given ?? "–" };
  return {
    value: met,
    way: () => [step(`${unit}-per-year`, facts, ARTICLE, { figures: figuresOn([id], on), met })],
  };
}
