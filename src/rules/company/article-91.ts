import { firstDayOfYear } from "../calendar";
import { figureInForce, figuresOn, inForce } from "../figures";
import type { Cents } from "../money";
import { type Answer, exactly, step } from "../trace";

const ARTICLE = "L92 91";
const THRESHOLD = "company.threshold";

/**
 * The lump sum of a company and year, by the total of its balance sheet of the last but one closed year; 0 for a company without one.
 * A total equal to the threshold does not exceed it.
 */
export function companyContribution(balanceTotal: Cents, year: number): Answer<Cents> {
  const on = firstDayOfYear(year);
  const threshold = figureInForce(THRESHOLD, on);
  const size = balanceTotal <= threshold ? "small" : "large";
  const { value, confidence, id } = inForce(`company.contribution.${size}`, on);
  const amount = value!;
  return {
    value: amount,
    way: () => [
      step(`company-${size}`, { balanceTotal: { cents: balanceTotal }, threshold: { cents: threshold } }, ARTICLE, {
        figures: figuresOn([THRESHOLD], on),
      }),
      step("company-amount", { amount: { cents: amount }, year, confidence }, ARTICLE, {
        figures: figuresOn([id], on),
        amount: exactly(amount),
      }),
    ],
  };
}
