import type { ParameterId } from "../../parameters";
import { figureInForce } from "../figures";
import { RATE_UNIT } from "../money";
import { Refusal } from "../refusal";
import { condition, type Condition } from "../trace";
import { complementary, principal, type Situation, type StatusAnswer } from "./answer";
import { onRequest } from "./article-37";
import { ruleDay } from "./law";

const ARTICLE = "AR67 35 §1";

/** Half of a full-time timetable makes the self-employed activity the complementary one. */
export function employeeStatus(situation: Situation): StatusAnswer {
  const share = shareReaches("status.complementary.employee.min-share", situation);
  return share.met ? complementary(ARTICLE, [share]) : principal([share]);
}

/** Tenured teachers count in tenths; five of them are not enough, but open article 37. An appointment for the school year meets the months. */
export function tenuredTeacherStatus(situation: Situation): StatusAnswer {
  const share = shareReaches("status.complementary.tenured-teacher.min-share", situation);
  if (share.met) return complementary(ARTICLE, [share]);
  const lower = shareReaches("status.article-37.tenured-teacher.min-share", situation);
  return lower.met ? onRequest([share, lower]) : principal([share, lower]);
}

/** Another statutory pension scheme: half of full time, and enough days or months in the year. */
export function civilServantStatus(situation: Situation): StatusAnswer {
  const { daysPerYear, monthsPerYear } = situation;
  if (daysPerYear === undefined && monthsPerYear === undefined)
    throw new Refusal("missing", { argument: "daysPerYear / monthsPerYear" });
  const share = shareReaches("status.complementary.civil-servant.min-share", situation);
  const [days, months] = (["days", "months"] as const).map((unit) => periodReaches(unit, situation)) as [
    Condition,
    Condition,
  ];
  const conditions = [share, days, months];
  return share.met && (days.met || months.met) ? complementary(ARTICLE, conditions) : principal(conditions);
}

function shareReaches(id: ParameterId, { workShare, date }: Situation): Condition {
  if (workShare === undefined) throw new Refusal("missing", { argument: "workShare" });
  const required = figureInForce(id, ruleDay(id, date)) / RATE_UNIT;
  const facts = { required: { rate: required }, given: { rate: workShare } };
  return condition(workShare >= required, "work-share", facts, ARTICLE, id);
}

function periodReaches(unit: "days" | "months", { daysPerYear, monthsPerYear, date }: Situation): Condition {
  const id: ParameterId = `status.complementary.civil-servant.min-${unit}`;
  const required = figureInForce(id, ruleDay(id, date));
  const given = unit === "days" ? daysPerYear : monthsPerYear;
  return condition((given ?? 0) >= required, `${unit}-per-year`, { required, given: given ?? "–" }, ARTICLE, id);
}
