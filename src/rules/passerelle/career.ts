import { type ParameterId } from "../../parameters";
import { type Day } from "../calendar";
import { figureInForce } from "../figures";

/** What a right is counted in: months of benefit, or quarters of kept social rights. Two counters that never follow from each other. */
export type Counter = "months" | "quarters";

/** A right read from a table of the law, and the row that it stands in. */
export interface TableRight {
  readonly right: number;
  readonly id: ParameterId;
}

const CAREER_STEPS = [60, 20, 8, 0] as const;
const ADDITIONAL_STEPS = [44, 40, 36, 32, 28, 24, 20, 16, 12, 0] as const;

/** Royal decree of 08/01/2017: economic difficulties, by the pension quarters of the career. Facts to 31/12/2022. */
export function careerRight(counter: Counter, quarters: number, fact: Day): TableRight {
  const id = `passerelle.career.from-${stepOf(CAREER_STEPS, quarters)}.${counter}` as const;
  return { right: figureInForce(id, fact), id };
}

/** Programme law of 26/12/2022, article 193 §3 al. 2: the additional right, by the pension quarters since the earlier fact. */
export function additionalRight(counter: Counter, quarters: number, fact: Day): TableRight {
  const id = `passerelle.additional.from-${stepOf(ADDITIONAL_STEPS, quarters)}.${counter}` as const;
  return { right: figureInForce(id, fact), id };
}

/** The highest step that the quarters reach; the last one is 0. */
const stepOf = <Step extends number>(steps: readonly Step[], quarters: number): Step =>
  steps.find((from) => quarters >= from)!;
