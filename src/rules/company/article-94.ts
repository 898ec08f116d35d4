import { civilDate, type Day } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { type Answer, step } from "../trace";

export interface StarterQuestion {
  readonly formed: Day;
  /** NV/SA and other capital companies have no starters' exemption. */
  readonly form: "partnership" | "capital-company";
  /** Quarters in the social statute before the formation, of the person that decides: all managers and most other active partners must stay within the limit. */
  readonly quartersSubject: number;
}

const ARTICLE = "L92 94, 9°";
const MOST = "company.starter.max-quarters";
const LOOKED_BACK = "company.starter.reference-quarters";
const YEARS = "company.starter.years";

/** Article 94, 9°, for companies formed from 01/11/2018, on request. The other cases of the article are not held. */
export function starterExemption(question: StarterQuestion): Answer<boolean> {
  const conditions = [hasForm(question), hasFewQuarters(question)];
  return {
    value: conditions.every(({ value }) => value),
    way: () => conditions.flatMap(({ way }) => way()),
  };
}

function hasForm({ form }: StarterQuestion): Answer<boolean> {
  const met = form === "partnership";
  return { value: met, way: () => [step("starter-form", { given: form }, ARTICLE, { met })] };
}

function hasFewQuarters({ formed, quartersSubject }: StarterQuestion): Answer<boolean> {
  const required = figureInForce(MOST, formed);
  const met = quartersSubject <= required;
  const facts = { required, given: quartersSubject, lookedBack: figureInForce(LOOKED_BACK, formed) };
  return {
    value: met,
    way: () => [step("starter-quarters", facts, ARTICLE, { figures: figuresOn([MOST, LOOKED_BACK], formed), met })],
  };
}

/** The years that the exemption covers: the year of formation and those after it. */
export function starterYears(formed: Day): Answer<readonly number[]> {
  const { year } = civilDate(formed);
  const count = figureInForce(YEARS, formed);
  const facts = { count, first: year, last: year + count - 1 };
  return {
    value: Array.from({ length: count }, (_, index) => year + index),
    way: () => [step("starter-years", facts, ARTICLE, { figures: figuresOn([YEARS], formed) })],
  };
}
