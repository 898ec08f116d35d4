import type { Cents, Rate } from "../money";
import { Refusal } from "../refusal";
import { annualExact, incomeFor, marginalRate, segmentAt } from "../scale";
import { type Answer, type Line, step } from "../trace";
import { finalQuarter } from "./breakdown";
import { askedRule, type ContributionQuestion, type QuarterRule } from "./quarter-rule";
import { annualCents, segmentLine } from "./scale-rows";
import { QUARTERS_ARTICLE } from "./year";

/** The rate on the next euro of income. A jump is not a rate. */
export const marginal = (income: Cents, rule: QuarterRule): Answer<Rate> => ({
  value: marginalRate(rule.scale, income),
  way: () => [segmentLine(rule, segmentAt(rule.scale, income)), ...jumpLines(rule, income)],
});

/** Within a euro below it, a jump shows, which is no rate. */
function jumpLines({ scale }: QuarterRule, income: Cents): Line[] {
  const next = scale.find(({ from }) => from > income);
  if (next === undefined || next.from - income > NEAR) return [];
  const below = next.from - 1;
  if (next.base <= annualExact(scale, below) + marginalRate(scale, below)) return [];
  const facts = { from: { cents: next.from }, annual: { cents: annualCents(scale, next.from) } };
  return [step("jump-ahead", facts, next.band.article)];
}

const NEAR: Cents = 100;

/** Four quarters as a share of the income. */
export function effective(income: Cents, question: ContributionQuestion): Answer<number> {
  if (income <= 0) throw new Refusal("income-not-positive", { given: { cents: income } });
  const { value: amount, way } = finalQuarter(income, askedRule(question));
  const facts = { amount: { cents: amount }, income: { cents: income } };
  return {
    value: (4 * amount) / income,
    way: () => [step("effective-rate", facts, QUARTERS_ARTICLE, { steps: way() })],
  };
}

/** The smallest income that gives a quarterly contribution. */
export function smallestIncome(quarterly: Cents, rule: QuarterRule): Answer<Cents> {
  const income = incomeFor(rule.scale, quarterly);
  const facts = { amount: { cents: quarterly } };
  const { article } = segmentAt(rule.scale, income).band;
  return {
    value: income,
    way: () => [step("income-for", facts, article, { base: income, steps: finalQuarter(income, rule).way() })],
  };
}
