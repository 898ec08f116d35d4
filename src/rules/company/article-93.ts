import { civilDate, type Day } from "../calendar";
import { figureInForce } from "../figures";
import { applyFraction, type Cents, RATE_UNIT } from "../money";
import { line, type TraceLine } from "../trace";

interface CompanySurcharge {
  readonly amount: Cents;
  readonly trace: readonly TraceLine[];
}

/** Each civil month begun after that of the due date counts whole, that of the payment too. Rounded once, at the end (no text says how). */
export function companySurcharge(contribution: Cents, due: Day, paid: Day): CompanySurcharge {
  const id = "company.surcharge.rate";
  const rate = figureInForce(id, due);
  const months = paid <= due ? 0 : monthsBetween(due, paid);
  const amount = applyFraction(contribution, { units: rate * months, scale: RATE_UNIT });
  const facts = { base: { cents: contribution }, months, rate: { rate: rate / RATE_UNIT }, amount: { cents: amount } };
  return { amount, trace: [line("company-surcharge", facts, "L92 93", id)] };
}

function monthsBetween(from: Day, to: Day): number {
  const [first, last] = [civilDate(from), civilDate(to)];
  return (last.year - first.year) * 12 + last.month - first.month;
}
