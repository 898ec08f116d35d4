import Decimal from "decimal.js";
import type { ParameterId } from "../../parameters";
import { firstDay, quarter } from "../calendar";
import { type Cents, divideHalfUp } from "../money";
import { figureInForce } from "../figures";
import { growth, type Indexation, QuarterLaw } from "./law";

const NUMERATOR = "contributions.index.numerator";
const DENOMINATOR = "contributions.revaluation.denominator";

/** The fraction of the two indices; beyond the last decree none is held. */
export const revaluationParameters = ({ projected }: QuarterLaw): readonly ParameterId[] =>
  projected ? [] : [NUMERATOR, DENOMINATOR];

/**
 * Article 11 §3, paragraph 3: an income of year N-3 brought to year N by the fraction of the two mean indices, never by the printed
 * coefficient. Beyond the last decree the three years of assumed growth stand for the fraction.
 */
export function revalue(income: Cents, year: number, indexation?: Indexation): Cents {
  const law = QuarterLaw.of(quarter(year, 1), indexation);
  if (law.projected) return growth(indexation!, 3).times(income).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
  const on = firstDay(law.quarter);
  return divideHalfUp(income * figureInForce(NUMERATOR, on), figureInForce(DENOMINATOR, on));
}
