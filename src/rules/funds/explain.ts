import { dated, isParameterId } from "../../parameters";
import { day } from "../calendar";
import { type Cents, type Fraction, RATE_UNIT } from "../money";
import { line, type TraceLine } from "../trace";
import { fee, feeRate, tableRate } from "./fee";
import { type FundId, fundName } from "./funds";

const ARTICLE = "AR38 20 §4";

/** A fee line by line: the rate with the year that it is of, the fee, and the contribution with it. */
export function explainFee(contribution: Cents, fund: FundId | Fraction, year: number): TraceLine[] {
  const own = typeof fund === "object";
  const rate = own ? fund : tableRate(feeRate(fund, year).rate);
  const amount = fee(contribution, rate);
  return [
    own ? line("fee-own-rate", { rate: { rate: rate.units / rate.scale } }, "") : rateLine(fund, year),
    line("fee", { base: { cents: contribution }, amount: { cents: amount } }, ARTICLE),
    line("fee-total", { amount: { cents: contribution + amount } }, ARTICLE),
  ];
}

/** The figure of an earlier year says its year. */
function rateLine(fund: FundId, year: number): TraceLine {
  const { rate, sourceYear, confidence } = feeRate(fund, year);
  const { units, scale } = tableRate(rate);
  const facts = { fund: fundName(fund), rate: { rate: units / scale }, sourceYear, year, confidence };
  return line(sourceYear === year ? "fee-rate" : "fee-rate-earlier", facts, ARTICLE, `funds.fee.${fund}`);
}

/** What another source prints for the year and is not used; the figure carries the reason. */
export function otherPrint(fund: FundId, year: number): TraceLine[] {
  const id = `funds.other-print.${fund}`;
  const print = isParameterId(id) ? dated(id, day(year, 1, 1)) : undefined;
  if (print === undefined) return [];
  return [line("fee-other-print", { rate: { rate: print.value! / RATE_UNIT }, year }, ARTICLE, print.id)];
}
