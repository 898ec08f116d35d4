import type { Expression } from "../../expression";
import { isNumeric, lookUp, plus, ratio, refused, rounded, times, when } from "../../expression/build";
import { RATE_UNIT } from "../../rules/money";
import { fund } from "../fund";
import { asRate, nativeForm } from "./form";

const MILLION = 1e6;

const tableRate = (of: Expression, year: Expression): Expression =>
  lookUp("fee", [of], "rate", refused("fund-without-fee"), year);

/** The fee of a fund, by its name or a rate of one's own. */
export const feeOn = (contribution: Expression, of: Expression, year: Expression): Expression =>
  when(
    isNumeric(of),
    rounded(times(contribution, asRate(of)), MILLION),
    rounded(times(contribution, tableRate(of, year)), RATE_UNIT),
  );

export const fundForms = {
  "FUND.RATE": nativeForm(fund["FUND.RATE"], "plain", ({ fund: of, year }) =>
    when(isNumeric(of), ratio(asRate(of), MILLION), ratio(tableRate(of, year), RATE_UNIT)),
  ),
  "FUND.FEE": nativeForm(fund["FUND.FEE"], "euro", ({ contribution, fund: of, year }) => feeOn(contribution, of, year)),
  "FUND.TOTAL": nativeForm(fund["FUND.TOTAL"], "euro", ({ contribution, fund: of, year }) =>
    plus(contribution, feeOn(contribution, of, year)),
  ),
};
