import type { Day } from "../calendar";
import { inForce } from "../figures";
import { type Cents, divideHalfUp } from "../money";
import { type Answer, exactly, step } from "../trace";

const ARTICLE = "AR 25/11/1991 130 §2";

/** What can be asked: what comes off each daily benefit, or the income that leaves it whole, a day or a year. */
export const SPRINGBOARD_RESULTS = ["reduction", "daily-ceiling", "annual-ceiling"] as const;
export type SpringboardResult = (typeof SPRINGBOARD_RESULTS)[number];

interface SpringboardQuestion {
  /** Net taxable income of the activity over a year. */
  readonly annualIncome: Cents;
  readonly date: Day;
  readonly result?: SpringboardResult | undefined;
}

/** What an accessory activity takes off an unemployment benefit. */
export function springboard({ annualIncome, date, result = "reduction" }: SpringboardQuestion): Answer<Cents> {
  switch (result) {
    case "reduction":
      return dailyReduction(annualIncome, date);
    case "daily-ceiling":
      return dailyCeiling(date);
    case "annual-ceiling":
      return annualCeiling(date);
  }
}

const figuresOn = (on: Day) => ({
  days: inForce("status.onem.days-divisor", on),
  ceiling: inForce("status.onem.daily-ceiling", on),
});

function dailyReduction(annualIncome: Cents, on: Day): Answer<Cents> {
  const { days, ceiling } = figuresOn(on);
  const dailyIncome = divideHalfUp(annualIncome, days.value!);
  const reduction = Math.max(0, dailyIncome - ceiling.value!);
  const income = { income: { cents: annualIncome }, days: days.value!, amount: { cents: dailyIncome } };
  const facts = { ceiling: { cents: ceiling.value! } };
  return {
    value: reduction,
    way: () => [
      step("daily-income", income, ARTICLE, { figures: [days] }),
      step("daily-reduction", facts, ARTICLE, { figures: [ceiling], amount: exactly(reduction) }),
    ],
  };
}

function dailyCeiling(on: Day): Answer<Cents> {
  const { ceiling } = figuresOn(on);
  const details = { figures: [ceiling], amount: exactly(ceiling.value!) };
  return { value: ceiling.value!, way: () => [step("daily-ceiling", { day: { day: on } }, ARTICLE, details)] };
}

/** The yearly income that leaves the benefit whole. */
function annualCeiling(on: Day): Answer<Cents> {
  const { days, ceiling } = figuresOn(on);
  const amount = ceiling.value! * days.value!;
  const facts = { days: days.value!, ceiling: { cents: ceiling.value! } };
  const details = { figures: [days, ceiling], amount: exactly(amount) };
  return { value: amount, way: () => [step("annual-ceiling", facts, ARTICLE, details)] };
}
