import { civilDate, type Day } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { applyFraction, type Cents, RATE_UNIT } from "../money";
import { type Answer, exactly, step } from "../trace";

const RATE = "company.surcharge.rate";

/** Each civil month begun after that of the due date counts whole, that of the payment too. Rounded once, at the end (no text says how). */
export function companySurcharge(contribution: Cents, due: Day, paid: Day): Answer<Cents> {
  const rate = figureInForce(RATE, due);
  const months = paid <= due ? 0 : monthsBetween(due, paid);
  const amount = applyFraction(contribution, { units: rate * months, scale: RATE_UNIT });
  const facts = { base: { cents: contribution }, months, rate: { rate: rate / RATE_UNIT }, amount: { cents: amount } };
  return {
    value: amount,
    way: () => [
      step("company-surcharge", facts, "L92 93", { figures: figuresOn([RATE], due), amount: exactly(amount) }),
    ],
  };
}

function monthsBetween(from: Day, to: Day): number {
  const [first, last] = [civilDate(from), civilDate(to)];
  return (last.year - first.year) * 12 + last.month - first.month;
}
