import type { Expression } from "../../expression";
import { isNumeric, lookUp, plus, ratio, refused, rounded, times, when } from "../../expression/build";
import { RATE_UNIT } from "../../rules/money";
import { fund } from "../fund";
import { asRate, nativeForm } from "./form";

const MILLION = 1e6;

const tableRate = (of: Expression, year: Expression): Expression =>
  lookUp("fee", [of], "rate", refused("fund-without-fee"), year);

/** A fund's rate in millionths, by its name or as a rate of one's own. */
export const rateOf = (of: Expression, year: Expression): Expression =>
  when(isNumeric(of), asRate(of), times(tableRate(of, year), MILLION / RATE_UNIT));

const feeOn = (contribution: Expression, of: Expression, year: Expression): Expression =>
  rounded(times(contribution, rateOf(of, year)), MILLION);

/** A contribution with the fee on it: it is whole, so that both are rounded as one. */
export const withFee = (contribution: Expression, rate: Expression): Expression =>
  rounded(times(contribution, plus(MILLION, rate)), MILLION);

export const fundForms = {
  "FUND.RATE": nativeForm(fund["FUND.RATE"], "plain", ({ fund: of, year }) => ratio(rateOf(of, year), MILLION)),
  "FUND.FEE": nativeForm(fund["FUND.FEE"], "euro", ({ contribution, fund: of, year }) => feeOn(contribution, of, year)),
  "FUND.TOTAL": nativeForm(fund["FUND.TOTAL"], "euro", ({ contribution, fund: of, year }) =>
    withFee(contribution, rateOf(of, year)),
  ),
};
