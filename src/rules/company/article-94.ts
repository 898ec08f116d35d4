import { civilDate } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { Refusal } from "../refusal";
import { step } from "../trace";
import type { CompanyForm, Condition, ExemptionQuestion } from "./exemption-question";

const STARTER = "L92 94, 9°";
const EVENT = "L92 94, 8°";
const MOST = "company.starter.max-quarters";
const LOOKED_BACK = "company.starter.reference-quarters";
const YEARS = "company.starter.years";

/** Paragraph 9°, for companies formed from 01/11/2018. */
export function starterConditions({ form, quarters, ...question }: ExemptionQuestion): Condition[] {
  if (form === undefined) throw new Refusal("missing", { argument: "form" });
  if (quarters === undefined) throw new Refusal("missing", { argument: "quarters" });
  return [hasForm(form), hasFewQuarters(question, quarters), isYoung(question)];
}

/** Share companies have no starters' exemption. */
function hasForm(form: CompanyForm): Condition {
  const met = form === "partnership";
  return { value: met, way: () => [step("starter-form", {}, STARTER, { met })] };
}

/** The person with most quarters decides: all managers, and most of the other active partners, must stay within the limit. */
function hasFewQuarters({ since }: ExemptionQuestion, given: number): Condition {
  const [required, lookedBack] = [figureInForce(MOST, since), figureInForce(LOOKED_BACK, since)];
  if (given > lookedBack)
    throw new Refusal("out-of-range", { argument: "quarters", given, least: 0, most: lookedBack });
  const met = given <= required;
  const figures = () => figuresOn([MOST, LOOKED_BACK], since);
  const line = () => step("starter-quarters", { required, given, lookedBack }, STARTER, { figures: figures(), met });
  return { value: met, way: () => [line()] };
}

/** The year of formation and those after it. */
function isYoung({ since, year }: ExemptionQuestion): Condition {
  const first = civilDate(since).year;
  const count = figureInForce(YEARS, since);
  const last = first + count - 1;
  const met = year >= first && year <= last;
  const figures = () => figuresOn([YEARS], since);
  return {
    value: met,
    way: () => [step("starter-years", { count, first, last }, STARTER, { figures: figures(), met })],
  };
}

/** Paragraph 8°: bankruptcy, liquidation or judicial reorganisation, from the year in which it begins to that of its end. */
export function eventYears({ ground, since, until, year }: ExemptionQuestion): Condition {
  const first = civilDate(since).year;
  const last = until === undefined ? Infinity : civilDate(until).year;
  const met = year >= first && year <= last;
  const facts = { companyGround: ground, since: { day: since }, first };
  const line =
    until === undefined
      ? step("company-event", facts, EVENT, { met })
      : step("company-event-until", { ...facts, until: { day: until }, last }, EVENT, { met });
  return { value: met, way: () => [line] };
}
