import { entitlement } from "../benefits";
import { type Day, firstDayOfYear, lastDayOfYear } from "../calendar";
import type { Category } from "../contributions";
import { figureInForce, figuresOn } from "../figures";
import type { Cents } from "../money";
import { Refusal } from "../refusal";
import { type Answer, step } from "../trace";

const ARTICLE = "L2002 42";
const MINIMUM_INCOME = "contributions.principal.minimum-income";

/**
 * Programme law of 24/12/2002, article 42: whether a category may pay a premium in a year. A condition always asks for contributions on
 * the minimum income of article 12 §1, also of a spouse at pension age. That a starter on the flat provisional contribution may not is for
 * the reader to know.
 */
export function mayContribute(category: Category, year: number, income: Cents): Answer<boolean> {
  const [first, last] = [firstDayOfYear(year), lastDayOfYear(year)];
  const right = entitlement(category, "plci", first);
  if (entitlement(category, "plci", last).value !== right.value)
    throw new Refusal("right-changes-in-year", { category, year });
  if (right.value !== "conditional") return { value: right.value === "entitled", way: right.way };
  const { value, way } = reachesMinimum(first, income);
  return { value, way: () => [...right.way(), ...way()] };
}

/**
 * Whether a category may pay one only with contributions on the minimum income. A starter of such a category, who pays the flat provisional
 * contribution, never may.
 */
export const needsFullContributions = (category: Category, year: number): boolean =>
  entitlement(category, "plci", firstDayOfYear(year)).value === "conditional";

function reachesMinimum(day: Day, income: Cents): Answer<boolean> {
  const required = figureInForce(MINIMUM_INCOME, day);
  const met = income >= required;
  const facts = { required: { cents: required }, given: { cents: income } };
  const figures = () => figuresOn([MINIMUM_INCOME], day);
  return { value: met, way: () => [step("plci-minimum-income", facts, ARTICLE, { figures: figures(), met })] };
}
