import { type Day } from "../calendar";
import { inForce } from "../figures";
import { Refusal } from "../refusal";
import { article193 } from "./article-193";
import { article7, careerTable, LAST_CAREER_FACT } from "./article-7";
import { type AwardLine, givenQuarters, sum } from "./award-line";
import type { Counter } from "./career";
import { type Ground, requireGround } from "./grounds";
import { type Regime, regimeOf } from "./regime";

/** A right of which one counter is asked. `used` is what earlier facts took from the same counter. */
export interface AwardQuestion {
  readonly counter: Counter;
  /** A, B and the table alone: pension quarters of the career. C: those since the earlier fact, both ends included. */
  readonly quarters?: number | undefined;
  readonly ground?: Ground | undefined;
  readonly fact?: Day | undefined;
  readonly used?: number | undefined;
}

export interface Award {
  /** Absent where the career table was asked without a fact. */
  readonly regime?: Regime;
  readonly right: number;
  readonly lines: readonly AwardLine[];
}

/** Months of benefit or quarters of social rights for one fact. */
export function award({ counter, quarters, ground, fact, used }: AwardQuestion): Award {
  if (fact === undefined) {
    if (ground !== undefined || used !== undefined) throw new Refusal("passerelle-date-needed");
    return total(undefined, LAST_CAREER_FACT, careerTable(counter, givenQuarters(quarters), LAST_CAREER_FACT));
  }
  const regime = regimeOf(fact);
  requireGround(ground, fact);
  if (regime === "C") return total(regime, fact, article193({ counter, quarters, fact, ground, used: used ?? 0 }));
  return total(
    regime,
    fact,
    article7({ counter, quarters: givenQuarters(quarters), fact, ground: ground!, used: used ?? 0 }),
  );
}

function total(regime: Regime | undefined, fact: Day, lines: readonly AwardLine[]): Award {
  const rated = lines.map((one) => {
    const [id] = one.parameters;
    return id === undefined ? one : { ...one, confidence: inForce(id, fact).confidence };
  });
  return { ...(regime && { regime }), right: sum(lines), lines: rated };
}
