import type { ParameterId } from "../../parameters";
import { entitlement } from "../benefits";
import type { Day } from "../calendar";
import type { Category } from "../contributions";
import { figureInForce } from "../figures";
import type { Cents } from "../money";

/**
 * Programme law of 24/12/2002, article 42: whether a category may pay a premium. A condition always asks for contributions on the
 * minimum income of article 12 §1. That a starter on the flat provisional contribution may not is for the reader to know.
 */
export function mayContribute(category: Category, day: Day, contributionIncome: Cents): boolean {
  const { status } = entitlement(category, "plci", day);
  if (status !== "conditional") return status === "entitled";
  const minimum: ParameterId =
    category === "pension-age-spouse"
      ? "contributions.spouse-maxi.minimum-income"
      : "contributions.principal.minimum-income";
  return contributionIncome >= figureInForce(minimum, day);
}
