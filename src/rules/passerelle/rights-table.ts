import type { Day } from "../calendar";
import { type Figure, inForce } from "../figures";

/** What a right is counted in: months of benefit, or quarters of kept social rights. Two counters that never follow from each other. */
export type Counter = "months" | "quarters";

const CAREER_STEPS = [60, 20, 8, 0] as const;
const ADDITIONAL_STEPS = [44, 40, 36, 32, 28, 24, 20, 16, 12, 0] as const;

/** Royal decree of 08/01/2017: economic difficulties, by the pension quarters of the career. Facts to 31/12/2022. */
export const careerRight = (counter: Counter, quarters: number, fact: Day): Figure =>
  inForce(`passerelle.career.from-${stepOf(CAREER_STEPS, quarters)}.${counter}`, fact);

/** Programme law of 26/12/2022, article 193 §3 al. 2: the additional right, by the pension quarters since the earlier fact. */
export const additionalRight = (counter: Counter, quarters: number, fact: Day): Figure =>
  inForce(`passerelle.additional.from-${stepOf(ADDITIONAL_STEPS, quarters)}.${counter}`, fact);

/** The highest step that the quarters reach; the last one is 0. */
const stepOf = <Step extends number>(steps: readonly Step[], quarters: number): Step =>
  steps.find((from) => quarters >= from)!;
