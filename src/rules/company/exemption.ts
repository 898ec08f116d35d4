import { requireSystem } from "../contributions";
import { Refusal } from "../refusal";
import { type Answer, step } from "../trace";
import { dormantYear } from "./article-92bis";
import { eventYears, starterConditions } from "./article-94";
import type { Condition, ExemptionGround, ExemptionQuestion } from "./exemption-question";

const RULES: Readonly<Record<ExemptionGround, (question: ExemptionQuestion) => readonly Condition[]>> = {
  starter: starterConditions,
  dormant: (question) => [dormantYear(question)],
  bankruptcy: (question) => [eventYears(question)],
  liquidation: (question) => [eventYears(question)],
  reorganisation: (question) => [eventYears(question)],
};

/** Articles 92bis and 94 of the law of 30/12/1992: whether a company owes nothing for a year. */
export function companyExemption(question: ExemptionQuestion): Answer<boolean> {
  const { ground, since, until, year } = question;
  requireSystem(year);
  if (until !== undefined && until < since)
    throw new Refusal("date-before", {
      argument: "until",
      given: { day: until },
      other: "since",
      limit: { day: since },
    });
  const conditions = RULES[ground](question);
  const value = conditions.every((condition) => condition.value);
  const article = ground === "dormant" ? "L92 92bis" : "L92 94";
  const outcome = value
    ? ["company-exempt", ground === "dormant" ? "company-request-dormant" : "company-request"]
    : ["company-not-exempt"];
  return {
    value,
    way: () => [...conditions.flatMap(({ way }) => way()), ...outcome.map((key) => step(key, { year }, article))],
  };
}
