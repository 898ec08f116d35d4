import { dated, type ParameterId } from "../../parameters";
import { firstDay, quarter } from "../calendar";
import type { Cents } from "../money";
import { Refusal } from "../refusal";
import { quarterly } from "../scale";
import { isPrimostarterQuarter } from "./article-12";
import { isPrimostarter } from "./category";
import type { QuarterRule } from "./quarter-rule";

/** Royal decree of 23/12/2021: from here on any estimate, no fixed steps. */
const FREE_ESTIMATE_SINCE = quarter(2022, 1);

const STEPS: readonly ParameterId[] = [
  "contributions.reduction.step-1",
  "contributions.reduction.step-2",
  "contributions.reduction.step-3",
  "contributions.reduction.step-4",
  "contributions.reduction.step-5",
  "contributions.reduction.step-6",
];

const PRIMOSTARTER_STEPS: readonly ParameterId[] = [
  "contributions.primostarter.minimum-income",
  "contributions.primostarter.intermediate-income",
];

/** The income on which less may be paid, and the step of the law that it is. */
export interface ReducedIncome {
  readonly income: Cents;
  readonly parameter?: ParameterId;
}

/**
 * Article 11 §3, paragraphs 5 to 9: the income on which a lower provisional contribution may be paid; undefined where the estimate
 * reduces nothing. Contributions are compared, not incomes: paragraph 6 grants the one that is due on the estimated income. From 2022 that
 * is the estimate itself, before that the smallest step that reaches it.
 */
export function reducedIncome(rule: QuarterRule, unreduced: Cents, estimate: Cents): ReducedIncome | undefined {
  if (quarterly(rule.scale, estimate) >= unreduced) return undefined;
  if (rule.law.quarter >= FREE_ESTIMATE_SINCE) return { income: estimate };
  const parameter = stepsOf(rule).find((id) => rule.law.amount(id) >= estimate);
  if (parameter === undefined) return undefined;
  const income = rule.law.amount(parameter);
  return quarterly(rule.scale, income) < unreduced ? { income, parameter } : undefined;
}

/** The steps in force that the category may choose. Those of the other categories are not known. */
function stepsOf({ category, law, standing }: QuarterRule): ParameterId[] {
  if (!isPrimostarter(category) && category !== "principal")
    throw new Refusal("reduced-steps-unknown", { category, year: law.year });
  const ids = isPrimostarterQuarter(category, law, standing) ? [...PRIMOSTARTER_STEPS, ...STEPS] : STEPS;
  return ids.filter((id) => dated(id, firstDay(law.quarter)) !== undefined);
}
