import { civilDate, type Day } from "../calendar";
import { figureInForce } from "../figures";
import { condition, type Condition } from "../trace";

export interface StarterQuestion {
  readonly formed: Day;
  /** NV/SA and other capital companies have no starters' exemption. */
  readonly form: "partnership" | "capital-company";
  /** Quarters in the social statute before the formation, of the person that decides: all managers and most other active partners must stay within the limit. */
  readonly quartersSubject: number;
}

interface StarterExemption {
  readonly exempt: boolean;
  readonly conditions: readonly Condition[];
}

/** Article 94, 9°, for companies formed from 01/11/2018, on request. The other cases of the article are not held. */
export function starterExemption({ formed, form, quartersSubject }: StarterQuestion): StarterExemption {
  const required = figureInForce(MOST, formed);
  const facts = { required, given: quartersSubject, lookedBack: figureInForce(LOOKED_BACK, formed) };
  const conditions = [
    condition(form === "partnership", "starter-form", { given: form }, ARTICLE),
    condition(quartersSubject <= required, "starter-quarters", facts, ARTICLE, MOST, LOOKED_BACK),
  ];
  return { exempt: conditions.every(({ met }) => met), conditions };
}

/** The years that the exemption covers: the year of formation and those after it. */
export function starterYears(formed: Day): number[] {
  const { year } = civilDate(formed);
  return Array.from({ length: figureInForce("company.starter.years", formed) }, (_, index) => year + index);
}

const ARTICLE = "L92 94, 9°";
const MOST = "company.starter.max-quarters";
const LOOKED_BACK = "company.starter.reference-quarters";
