import type { Kind } from "./explainer";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const DATES = words(
  "date start end from birth due paid month since asOf until firstClaimed summoned primaryStart created career",
);
const AMOUNTS = words(
  "income incomeN3 estimate amount final reduced provisionalN3 quarterly profit incomes earlierIncomes contribution " +
    "contributions balanceTotal otherIncome patrimonialBenefits incomePrevious replacementIncome",
);
const RATES = words("indexation fund rates workShare share");

/** What a number given for an argument is. */
export function kindOf(id: string, argument: string): Kind {
  // The one function that takes an amount paid rather than a day.
  if (id === "INASTI.SETTLEMENT" && argument === "paid") return "euro";
  if (DATES.has(argument)) return "date";
  if (AMOUNTS.has(argument)) return "euro";
  return RATES.has(argument) ? "rate" : "plain";
}
