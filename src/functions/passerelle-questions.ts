import type { AwardQuestion, Counter, EligibilityQuestion, PaymentQuestion } from "../rules/passerelle";
import {
  category,
  type Cell,
  date,
  type Given,
  ground,
  indexSteps,
  monthlyAmounts,
  optionalAmount,
  optionalBasis,
  optionalDate,
  optionalFlag,
  optionalGround,
  optionalNonNegativeAmount,
  optionalWhole,
  whole,
} from "./cells";

// What the functions of the bridging right ask of the rules, from the cells that they are given; the explanations ask the same.

const MOST_QUARTERS = 400;
const MOST_MONTHS_USED = 1200;
const MOST_DAYS = 36_525;
const MONTHS_A_FACT = 12;
const WINDOW_QUARTERS = 16;

export const flag = (argument: string, cell: Cell): boolean => optionalFlag(argument, cell) ?? false;

export function awardQuestion(
  counter: Counter,
  of: Given<"quarters" | "ground" | "date" | "monthsUsed" | "quartersUsed">,
): AwardQuestion {
  const used =
    counter === "months"
      ? optionalWhole("monthsUsed", of.monthsUsed, 0, MOST_MONTHS_USED)
      : optionalWhole("quartersUsed", of.quartersUsed, 0, MOST_QUARTERS);
  return {
    counter,
    quarters: optionalWhole("quarters", of.quarters, 0, MOST_QUARTERS),
    ground: optionalGround("ground", of.ground),
    fact: optionalDate("date", of.date),
    used,
  };
}

export const paymentQuestion = (
  of: Given<"date" | "until" | "dependants" | "ground" | "months" | "otherIncome" | "indexSteps">,
): PaymentQuestion => ({
  fact: date("date", of.date),
  until: optionalDate("until", of.until),
  dependants: flag("dependants", of.dependants),
  ground: optionalGround("ground", of.ground),
  months: optionalWhole("months", of.months, 0, MONTHS_A_FACT) ?? MONTHS_A_FACT,
  otherIncome: monthlyAmounts("otherIncome", of.otherIncome),
  indexSteps: indexSteps("indexSteps", of.indexSteps),
});

export const eligibilityQuestion = (
  of: Given<Exclude<keyof EligibilityQuestion, "fact"> | "date">,
): EligibilityQuestion => ({
  category: category("category", of.category),
  ground: ground("ground", of.ground),
  fact: date("date", of.date),
  subjectedQuarters: whole("subjectedQuarters", of.subjectedQuarters, 0, MOST_QUARTERS),
  paidQuarters: whole("paidQuarters", of.paidQuarters, 0, WINDOW_QUARTERS),
  careerQuarters: optionalWhole("careerQuarters", of.careerQuarters, 0, MOST_QUARTERS),
  basis: optionalBasis("basis", of.basis),
  income: optionalAmount("income", of.income),
  incomePrevious: optionalAmount("incomePrevious", of.incomePrevious),
  interruptionDays: optionalWhole("interruptionDays", of.interruptionDays, 0, MOST_DAYS),
  otherIncome: optionalNonNegativeAmount("otherIncome", of.otherIncome),
  resident: optionalFlag("resident", of.resident),
  convicted: optionalFlag("convicted", of.convicted),
  helpedPersonMeets: optionalFlag("helpedPersonMeets", of.helpedPersonMeets),
  patrimonialBenefits: optionalNonNegativeAmount("patrimonialBenefits", of.patrimonialBenefits),
  liquidationStarted: optionalFlag("liquidationStarted", of.liquidationStarted),
  studentAtMinimum: optionalFlag("studentAtMinimum", of.studentAtMinimum),
});
