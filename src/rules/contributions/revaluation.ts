import Decimal from "decimal.js";
import { type ParameterId, series } from "../../parameters";
import { civilDate, firstDay, quarter, type Quarter, yearOf } from "../calendar";
import { type Cents, divideHalfUp } from "../money";
import { figureInForce } from "../figures";
import { Refusal } from "../refusal";
import { type Answer, type Line, step } from "../trace";
import { growth, type Indexation, QuarterLaw } from "./law";

const NUMERATOR = "contributions.index.numerator";
const DENOMINATOR = "contributions.revaluation.denominator";

/** The two indices of the fraction; beyond the last decree none is held. */
export const REVALUATION_INDICES: readonly ParameterId[] = [NUMERATOR, DENOMINATOR];

/** Years from an income to the contributions that rest on it. */
const DELAY = 3;

const FIRST_INCOME_YEAR = civilDate(series(DENOMINATOR).find(({ value }) => value !== null)!.from).year - DELAY;

/**
 * Article 11 §3, paragraph 1: the year whose income counts in a year N. It is N-3, or an earlier one that is named: the most recent whose
 * income was known on 1 January.
 */
export function incomeYearOf(year: number, named: number | undefined, start?: Quarter): number {
  const latest = year - DELAY;
  if (named === undefined) return latest;
  const facts = { argument: "incomeYear", given: named };
  if (named > latest) throw new Refusal("income-year-too-late", { ...facts, latest, year });
  if (start !== undefined && named < yearOf(start))
    throw new Refusal("income-year-before-start", { ...facts, first: yearOf(start) });
  return named;
}

/** What an income is multiplied and divided by. */
interface RevaluationFraction {
  readonly numerator: Decimal;
  readonly denominator: number;
}

/**
 * Article 11 §3, paragraph 3: the fraction of the two mean indices, never the printed coefficient, that brings the income of a year to year N. Beyond the last decree as many
 * years of assumed growth stand for it.
 */
export function revaluationFraction(
  year: number,
  indexation?: Indexation,
  incomeYear = year - DELAY,
): RevaluationFraction {
  const law = QuarterLaw.of(quarter(year, 1), indexation);
  if (incomeYear < FIRST_INCOME_YEAR && incomeYear < year - DELAY)
    throw new Refusal("income-year-not-held", { argument: "incomeYear", given: incomeYear, first: FIRST_INCOME_YEAR });
  if (law.projected) return { numerator: growth(indexation!, year - incomeYear), denominator: 1 };
  const denominator = figureInForce(DENOMINATOR, firstDay(indexQuarter(incomeYear)));
  return { numerator: new Decimal(figureInForce(NUMERATOR, firstDay(law.quarter))), denominator };
}

/** The income of a year brought to year N, half up. */
export function revalue(income: Cents, year: number, indexation?: Indexation, incomeYear = year - DELAY): Cents {
  const { numerator, denominator } = revaluationFraction(year, indexation, incomeYear);
  if (denominator !== 1) return divideHalfUp(income * numerator.toNumber(), denominator);
  return numerator.times(income).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
}

/** The mean index of a year is a figure of the year whose contributions rest on it. */
const indexQuarter = (incomeYear: number): Quarter => quarter(incomeYear + DELAY, 1);

/** An income of year N-3, or of an earlier year, as it counts in a year. */
export function revaluedIncome(
  income: Cents,
  year: number,
  indexation?: Indexation,
  incomeYear?: number,
): Answer<Cents> {
  const of = incomeYearOf(year, incomeYear);
  const value = revalue(income, year, indexation, of);
  const law = () => QuarterLaw.of(quarter(year, 1), indexation);
  return { value, way: () => [knownIncomeLine(income, law(), of), revaluedLine(value, law(), of)] };
}

export const knownIncomeLine = (income: Cents, { year }: QuarterLaw, incomeYear: number): Line =>
  incomeYear === year - DELAY
    ? step("income-n-3", {}, "AR38 11 §3", { base: income })
    : step("income-of-year", { year: incomeYear }, "AR38 11 §3", { base: income });

export function revaluedLine(base: Cents, law: QuarterLaw, incomeYear: number): Line {
  const article = "AR38 11 §3 al. 3";
  if (law.projected) {
    const facts = { count: law.year - incomeYear };
    return step("revalued-assumed", facts, article, { base, confidence: "projection" });
  }
  const figures = [law.figure(NUMERATOR), new QuarterLaw(indexQuarter(incomeYear)).figure(DENOMINATOR)];
  return step("revalued", {}, article, { base, figures });
}
