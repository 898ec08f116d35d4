import type { Day } from "../calendar";
import { figureInForce } from "../figures";
import { type Cents, divideHalfUp } from "../money";

interface MinimumQuestion {
  readonly day: Day;
  readonly careerYears: number;
  readonly household: boolean;
}

/** Minimum pension of a month, for information; undefined where the career is too short to have one. */
export function minimumPension({ day, careerYears, household }: MinimumQuestion): Cents | undefined {
  if (careerYears < figureInForce("pension.minimum.career-threshold-years", day)) return undefined;
  const full = figureInForce(`pension.minimum.${household ? "household" : "isolated"}`, day);
  const career = figureInForce("pension.full-career.years", day);
  return divideHalfUp(full * Math.min(careerYears, career), career);
}
