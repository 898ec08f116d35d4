import type { Day } from "../calendar";
import { type AmountInForce, amountInForce } from "../indexation";
import type { Cents } from "../money";
import { type Answer, exactly, step } from "../trace";
import { articleOf } from "./regime";

/** Article 196 §1 (before 2023: article 10 §1): the amount in force. Index steps always fall on the first of a month. */
export const monthlyAmount = (month: Day, dependants: boolean, indexSteps?: number): AmountInForce =>
  amountInForce(`passerelle.amount.${dependants ? "with-dependants" : "without-dependants"}`, month, indexSteps);

/** The full benefit of a month. */
export function monthlyBenefit(month: Day, dependants: boolean, indexSteps?: number): Answer<Cents> {
  const { amount, basis } = monthlyAmount(month, dependants, indexSteps);
  const article = articleOf(month, "PL22 196 §1", "L16 10 §1");
  const details = { amount: exactly(amount), figures: basis };
  return { value: amount, way: () => [step("monthly-amount", { day: { day: month } }, article, details)] };
}
