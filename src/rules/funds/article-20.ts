import { dated, isParameterId } from "../../parameters";
import { firstDayOfYear } from "../calendar";
import { figuresOn } from "../figures";
import { type Cents, type Fraction, RATE_UNIT } from "../money";
import { type Answer, exactly, type Line, step } from "../trace";
import { fee, FEE_ARTICLE, feeRate, latestFeeFigure, tableRate } from "./fee";
import type { FundId } from "./funds";

interface RateQuestion {
  /** By its name, or a rate that no fund is named for. */
  readonly fund: FundId | Fraction;
  readonly year: number;
}

interface FeeQuestion extends RateQuestion {
  readonly contribution: Cents;
}

/** What a fund charges for a year. */
export const feeRateOf = ({ fund, year }: RateQuestion): Answer<Fraction> =>
  typeof fund === "object" ? ownRate(fund) : fundRate(fund, year);

const ownRate = (rate: Fraction): Answer<Fraction> => ({
  value: rate,
  way: () => [step("fee-own-rate", { rate: { rate: rate.units / rate.scale } }, "")],
});

const fundRate = (fund: FundId, year: number): Answer<Fraction> => ({
  value: tableRate(feeRate(fund, year).rate),
  way: () => [rateLine(fund, year), ...otherPrint(fund, year)],
});

/** The figure of an earlier year says its year. */
function rateLine(fund: FundId, year: number): Line {
  const { rate, sourceYear, confidence } = feeRate(fund, year);
  const facts = { fund, rate: { rate: rate / RATE_UNIT }, sourceYear, year, confidence };
  const figures = [latestFeeFigure(fund, year)!];
  return step(sourceYear === year ? "fee-rate" : "fee-rate-earlier", facts, FEE_ARTICLE, { figures });
}

/** What another source prints for the year and is not used; the figure carries the reason. */
export function otherPrint(fund: FundId, year: number): Line[] {
  const id = `funds.other-print.${fund}`;
  const on = firstDayOfYear(year);
  const print = isParameterId(id) ? dated(id, on) : undefined;
  if (print === undefined) return [];
  const facts = { rate: { rate: print.value! / RATE_UNIT }, year };
  return [step("fee-other-print", facts, FEE_ARTICLE, { figures: figuresOn([print.id], on) })];
}

/** The fee of a quarter. */
export function managementFee({ contribution, ...question }: FeeQuestion): Answer<Cents> {
  const rate = feeRateOf(question);
  const amount = fee(contribution, rate.value);
  return { value: amount, way: () => [...rate.way(), feeLine(contribution, amount)] };
}

function feeLine(contribution: Cents, amount: Cents): Line {
  const facts = { base: { cents: contribution }, amount: { cents: amount } };
  return step("fee", facts, FEE_ARTICLE, { amount: exactly(amount) });
}

/** What a quarter costs, its fee included. */
export function contributionWithFee(question: FeeQuestion): Answer<Cents> {
  const { contribution } = question;
  const { value, way } = managementFee(question);
  return {
    value: contribution + value,
    way: () => [step("contribution-given", {}, "", { amount: exactly(contribution) }), ...way()],
  };
}
