import type { Day } from "../calendar";
import { Refusal } from "../refusal";
import type { Answer, Line } from "../trace";
import { article193 } from "./article-193";
import { article7, careerTable, LAST_CAREER_FACT } from "./article-7";
import { givenQuarters, sum } from "./award-line";
import { type Ground, requireGround } from "./grounds";
import { socialRightsStart } from "./quarters";
import { regimeOf } from "./regime";
import type { Counter } from "./rights-table";

/** A right of which one counter is asked. `used` is what earlier facts took from the same counter. */
export interface AwardQuestion {
  readonly counter: Counter;
  /** A, B and the table alone: pension quarters of the career. C: those since the earlier fact, both ends included. */
  readonly quarters?: number | undefined;
  readonly ground?: Ground | undefined;
  readonly fact?: Day | undefined;
  readonly used?: number | undefined;
}

/** Months of benefit or quarters of social rights for one fact. */
export function award(question: AwardQuestion): Answer<number> {
  const { counter, fact } = question;
  const lines = linesOf(question);
  const value = sum(lines);
  const start = counter === "quarters" && fact !== undefined && value > 0 ? [socialRightsStart(fact)] : [];
  return { value, way: () => [...lines, ...start] };
}

/** The table of the career needs no fact. */
function linesOf({ counter, quarters, ground, fact, used }: AwardQuestion): Line[] {
  if (fact === undefined) {
    if (ground !== undefined || used !== undefined) throw new Refusal("passerelle-date-needed");
    return careerTable(counter, givenQuarters(quarters), LAST_CAREER_FACT);
  }
  const regime = regimeOf(fact);
  requireGround(ground, fact);
  return regime === "C"
    ? article193({ counter, quarters, fact, ground, used: used ?? 0 })
    : article7({ counter, quarters: givenQuarters(quarters), fact, ground: ground!, used: used ?? 0 });
}
