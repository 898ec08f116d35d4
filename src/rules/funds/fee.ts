import { type Confidence, dated, type DatedValue, series } from "../../parameters";
import { civilDate, firstDayOfYear } from "../calendar";
import { applyFraction, type Cents, type Fraction, type Rate, RATE_UNIT } from "../money";
import { Refusal } from "../refusal";
import type { FundId } from "./funds";

/** A percentage of the contribution per fund and year. */
export const FEE_ARTICLE = "AR38 20 §4";

/** The largest fee that is one: a 3 meant as 3 % is refused. */
export const LARGEST_FEE_RATE = 0.1;

/** A fund's management fee for a year, with the year that its figure is of. */
interface FeeRate {
  readonly rate: Rate;
  readonly sourceYear: number;
  readonly confidence: Confidence;
}

/**
 * A year without a figure answers with the latest earlier one, never with a later one; undefined where there is none.
 */
export function latestFeeFigure(fund: FundId, year: number): DatedValue | undefined {
  const figure = series(`funds.fee.${fund}`).findLast(
    ({ from, value }) => value !== null && civilDate(from).year <= year,
  );
  if (figure?.confidence !== "two" || civilDate(figure.from).year === year) return figure;
  // Two publications about an earlier year are one hint about this one.
  return { ...figure, confidence: "single" };
}

export function feeRate(fund: FundId, year: number): FeeRate {
  const figure = latestFeeFigure(fund, year);
  if (figure === undefined) throw noFee(fund, year);
  const { value, from, confidence } = figure;
  return { rate: value!, sourceYear: civilDate(from).year, confidence };
}

/** The National Auxiliary Fund takes the highest rate admitted, another fund's figure is cut off: the entry says why there is none. */
function noFee(fund: FundId, year: number): Refusal {
  const note = dated(`funds.fee.${fund}`, firstDayOfYear(year))?.note;
  const facts = { fund, year };
  return note === undefined
    ? new Refusal("fund-without-fee", facts)
    : new Refusal("fund-fee-not-held", { ...facts, note });
}

/** A fund, or a rate of one's own. */
export type FundOrRate = FundId | Fraction;

/** The fee of a fund on the contribution of a quarter of a year; nothing where none is chosen. */
export function feeOn(contribution: Cents, year: number, fund: FundOrRate | undefined): Cents {
  return fund === undefined ? 0 : fee(contribution, feeFraction(fund, year));
}

/** What a fund charges in a year. */
export const feeFraction = (fund: FundOrRate, year: number): Fraction =>
  typeof fund === "object" ? fund : tableRate(feeRate(fund, year).rate);

/** Fee on the contribution of a quarter, which is in whole cents before the rate is applied. */
export const fee = (contribution: Cents, rate: Fraction): Cents => applyFraction(contribution, rate);

/** A table's rate as a fraction. */
export const tableRate = (rate: Rate): Fraction => ({ units: rate, scale: RATE_UNIT });
