import type { Confidence } from "../../parameters";
import { day } from "../calendar";
import { figureInForce, inForce } from "../figures";
import { type Cents, divideHalfUp } from "../money";
import { line, type TraceLine } from "../trace";

interface CompanyContribution {
  readonly amount: Cents;
  readonly size: "small" | "large";
  readonly confidence: Confidence;
  readonly trace: readonly TraceLine[];
}

/**
 * The lump sum of a company and year, by the total of its balance sheet of the last but one closed year; 0 for a company without one.
 * A total equal to the threshold does not exceed it.
 */
export function companyContribution(balanceTotal: Cents, year: number): CompanyContribution {
  const on = day(year, 1, 1);
  const threshold = figureInForce("company.threshold", on);
  const size = balanceTotal <= threshold ? "small" : "large";
  const { value, confidence, id } = inForce(`company.contribution.${size}`, on);
  const facts = { balanceTotal: { cents: balanceTotal }, threshold: { cents: threshold } };
  return {
    amount: value!,
    size,
    confidence,
    trace: [
      line(`company-${size}`, facts, "L92 91", "company.threshold"),
      line("company-amount", { amount: { cents: value! }, year, confidence }, "L92 91", id),
    ],
  };
}

/** How the amounts follow the index from 2023; the index in hundredths. The published amounts are served, this proves them. */
export const indexedAmount = (base: Cents, index: number, year: number): Cents =>
  divideHalfUp(base * index, figureInForce("company.formula.index-base", day(year, 1, 1)));
