import type { Day } from "../calendar";
import { figureInForce } from "../figures";
import { type Cents, divideHalfUp } from "../money";

interface MinimumQuestion {
  readonly day: Day;
  /** In steps of a quarter. */
  readonly careerYears: number;
  readonly household: boolean;
}

const QUARTERS = 4;

/**
 * Law of 15/05/1984, articles 131ter to 131sexies: minimum pension of a month, for information; undefined where the career is too short to
 * have one. An incomplete career is a fraction of an amount of its own: full careers were raised alone in 2017 and 2018.
 */
export function minimumPension({ day, careerYears, household }: MinimumQuestion): Cents | undefined {
  if (careerYears < figureInForce("pension.minimum.career-threshold-years", day)) return undefined;
  const career = figureInForce("pension.full-career.years", day);
  const rate = household ? "household" : "isolated";
  if (careerYears >= career) return figureInForce(`pension.minimum.${rate}`, day);
  const whole = figureInForce(`pension.minimum.incomplete.${rate}`, day);
  return divideHalfUp(whole * careerYears * QUARTERS, career * QUARTERS);
}
