import { type ParameterId, series } from "../../parameters";
import type { Day } from "../calendar";

/** The day on which a condition is read: the one asked for, else the first day of the rule in force last. */
export const ruleDay = (id: ParameterId, date: Day | undefined): Day => date ?? series(id).at(-1)!.from;
