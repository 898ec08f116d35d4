import { type ParameterId } from "../../parameters";
import { day } from "../calendar";
import { figureInForce } from "../figures";
import { type Cents, divideHalfUp } from "../money";

/** Which pension, with or without a child. From the legal age one's own retirement pension has no ceiling. */
type CeilingKind =
  "early" | "early-child" | "survival" | "survival-child" | "after-age-survival" | "after-age-survival-child";

/** Article 107 of the royal decree of 22/12/1967: the self-employed income that leaves the pension whole. */
export const pensionerCeiling = (kind: CeilingKind, year: number): Cents =>
  figureInForce(`status.pensioner-ceiling.${kind}` satisfies ParameterId, day(year, 1, 1));

interface Excess {
  /** Hundredths of a percent of the ceiling. */
  readonly excess: number;
  /** Whole percents of the pension that are not paid. */
  readonly suspended: number;
}

/** Article 107 §4: the excess in percent, to the hundredth and then to the unit, is the share of the pension that is suspended. */
export function pensionerExcess(income: Cents, ceiling: Cents): Excess {
  const excess = income <= ceiling ? 0 : divideHalfUp((income - ceiling) * 10_000, ceiling);
  return { excess, suspended: Math.min(100, divideHalfUp(excess, 100)) };
}
