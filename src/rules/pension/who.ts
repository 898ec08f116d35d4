import { entitlement } from "../benefits";
import type { Day } from "../calendar";
import type { Category } from "../contributions";
import { figureInForce, figuresOn } from "../figures";
import type { Cents } from "../money";
import { type Answer, step } from "../trace";

const ARTICLE = "L2002 42";

/**
 * Programme law of 24/12/2002, article 42: whether a category may pay a premium. A condition always asks for contributions on the
 * minimum income of article 12 §1. That a starter on the flat provisional contribution may not is for the reader to know.
 */
export function mayContribute(category: Category, day: Day, contributionIncome: Cents): Answer<boolean> {
  const right = entitlement(category, "plci", day);
  if (right.value !== "conditional") return { value: right.value === "entitled", way: right.way };
  const { value, way } = reachesMinimum(category, day, contributionIncome);
  return { value, way: () => [...right.way(), ...way()] };
}

function reachesMinimum(category: Category, day: Day, income: Cents): Answer<boolean> {
  const id =
    category === "pension-age-spouse"
      ? "contributions.spouse-maxi.minimum-income"
      : "contributions.principal.minimum-income";
  const required = figureInForce(id, day);
  const met = income >= required;
  const facts = { required: { cents: required }, given: { cents: income } };
  return {
    value: met,
    way: () => [step("plci-minimum-income", facts, ARTICLE, { figures: figuresOn([id], day), met })],
  };
}
