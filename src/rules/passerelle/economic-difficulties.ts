import { civilDate } from "../calendar";
import { BASES, type EligibilityQuestion } from "./eligibility-question";
import { type ConditionRow, limitRow, row, wordRow } from "./eligibility-row";
import { isForcedInterruption } from "./grounds";
import { incomeLimit, patrimonialCeiling } from "./income-limit";
import { articleOf, regimeOf } from "./regime";

/** Royal decree of 06/02/2023, article 6 §2 (facts before 2023: royal decree of 08/01/2017): what shows economic difficulties. */
export function economicDifficulties(question: EligibilityQuestion): ConditionRow[] {
  const { ground, basis } = question;
  if (ground !== "economic") return forcedHelper(question);
  return [
    wordRow(["economic-basis", "basis"], article(question, "ARX 6 §2"), BASES, basis, () => true),
    ...(basis === "low-income" ? [...lowIncome(question), ...helper(question), ...director(question)] : []),
  ];
}

const article = ({ fact }: EligibilityQuestion, from2023: string): string => articleOf(fact, from2023, "AR08");

/** The income of the year of the cessation and of the year before, each against the limit of its own year. */
function lowIncome(question: EligibilityQuestion): ConditionRow[] {
  const { category, fact, income, incomePrevious } = question;
  const { year } = civilDate(fact);
  const limit = (of: number) => () => incomeLimit(of, category === "spouse-maxi").value;
  const source = article(question, "ARX 6 §2, 3°");
  return [
    limitRow("low-income", source, limit(year), income),
    limitRow("low-income", source, limit(year - 1), incomePrevious),
  ];
}

/** The person whom a spouse or helper helps must meet the condition too. */
function helper(question: EligibilityQuestion): ConditionRow[] {
  const { category, helpedPersonMeets } = question;
  if (category !== "spouse-maxi" && helpedPersonMeets === undefined) return [];
  return [row("helped-person", article(question, "ARX 6 §2 al. 2"), true, helpedPersonMeets, (meets) => meets)];
}

/** Before 2023 also for a forced interruption, except an allergy, which is the helper's own. */
function forcedHelper(question: EligibilityQuestion): ConditionRow[] {
  const { ground, fact } = question;
  return regimeOf(fact) !== "C" && isForcedInterruption(ground) && ground !== "allergy" ? helper(question) : [];
}

/** A director's company must be in liquidation, and give no more than a ceiling. */
function director(question: EligibilityQuestion): ConditionRow[] {
  const { fact, liquidationStarted, patrimonialBenefits } = question;
  if (liquidationStarted === undefined && patrimonialBenefits === undefined) return [];
  return [
    row("liquidation", article(question, "ARX 6 §2 al. 3, 1°"), true, liquidationStarted, (started) => started),
    limitRow(
      "patrimonial-benefits",
      article(question, "ARX 6 §2 al. 3, 2°"),
      () => patrimonialCeiling(civilDate(fact).year).value,
      patrimonialBenefits,
    ),
  ];
}
