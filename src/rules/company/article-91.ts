import { type DatedValue, type ParameterId, series } from "../../parameters";
import { civilDate, firstDayOfYear } from "../calendar";
import { figuresOn, inForce } from "../figures";
import type { Cents } from "../money";
import { Refusal } from "../refusal";
import { type Answer, exactly, step } from "../trace";

const ARTICLE = "L92 91";
const THRESHOLD = "company.threshold";

/**
 * The lump sum of a company and year, by the total of its balance sheet of the last but one closed year; 0 for a company without one.
 * A total equal to the threshold does not exceed it.
 */
export function companyContribution(balanceTotal: Cents, year: number): Answer<Cents> {
  const on = firstDayOfYear(year);
  const threshold = ofYear(THRESHOLD, year).value!;
  const size = balanceTotal <= threshold ? "small" : "large";
  const { value, confidence, id } = ofYear(`company.contribution.${size}`, year);
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

/** Whoever asks for a year is told of years. */
function ofYear(id: ParameterId, year: number): DatedValue {
  const last = civilDate(series(id).at(-1)!.from).year;
  if (year > last) throw new Refusal("company-not-published", { parameter: id, year, last });
  return inForce(id, firstDayOfYear(year));
}
