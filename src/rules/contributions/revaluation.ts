import Decimal from "decimal.js";
import type { ParameterId } from "../../parameters";
import { firstDay, quarter } from "../calendar";
import { type Cents, divideHalfUp } from "../money";
import { figureInForce } from "../figures";
import { type Answer, type Line, step } from "../trace";
import { growth, type Indexation, QuarterLaw } from "./law";

const NUMERATOR = "contributions.index.numerator";
const DENOMINATOR = "contributions.revaluation.denominator";

/** The two indices of the fraction; beyond the last decree none is held. */
export const REVALUATION_INDICES: readonly ParameterId[] = [NUMERATOR, DENOMINATOR];

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

/** An income of year N-3 as it counts in a year. */
export function revaluedIncome(income: Cents, year: number, indexation?: Indexation): Answer<Cents> {
  const value = revalue(income, year, indexation);
  return {
    value,
    way: () => [incomeN3Line(income), revaluedLine(value, QuarterLaw.of(quarter(year, 1), indexation))],
  };
}

export const incomeN3Line = (income: Cents): Line => step("income-n-3", {}, "AR38 11 §3", { base: income });

export function revaluedLine(base: Cents, law: QuarterLaw): Line {
  const article = "AR38 11 §3 al. 3";
  if (law.projected) return step("revalued-assumed", {}, article, { base, confidence: "projection" });
  return step("revalued", {}, article, { base, figures: REVALUATION_INDICES.map((id) => law.figure(id)) });
}
