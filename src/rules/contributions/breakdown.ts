import type { Sureness } from "../figures";
import type { Cents } from "../money";
import { scaleWay } from "../scale";
import { type Answer, exactly, type Line, step, surenessOf } from "../trace";
import { outsideLine } from "./article-15";
import { annualised, contribution, FIRST_QUARTER_REDUCTION, type QuarterRule } from "./quarter-rule";
import { remarks } from "./remarks";

/** The final contribution of a quarter on the income of the year. */
export const finalQuarter = (income: Cents, rule: QuarterRule): Answer<Cents> => ({
  value: contribution(income, rule),
  way: () => [...finalLines(income, rule), ...remarks(rule)],
});

/** A line that says how sure it is. */
export interface BreakdownRow extends Omit<Line, "confidence"> {
  readonly confidence: Sureness | undefined;
}

/** A quarter step by step, as a table. The amounts add up to the contribution; how the law was read stands beside it. */
export const breakdown = (income: Cents, rule: QuarterRule): Answer<readonly BreakdownRow[]> => ({
  value: finalLines(income, rule).map((line) => ({ ...line, confidence: surenessOf(line) })),
  way: finalQuarter(income, rule).way,
});

function finalLines(income: Cents, rule: QuarterRule): Line[] {
  const declared = step("income", {}, "AR38 11 §2", { base: income });
  if (rule.outside) return [declared, outsideLine(rule.outside)];
  const counted = annualised(income, rule);
  return [
    declared,
    ...(rule.quarters === 4 ? [] : [step("annualised", {}, "AR38 11 §5 al. 3", { base: counted })]),
    ...scaleWay(rule.scale, counted, rule.law),
    ...reductionLines(rule),
  ];
}

/** What comes off the first quarter of a primostarter. */
export function reductionLines({ reduction, law }: QuarterRule): Line[] {
  if (reduction === 0) return [];
  const figures = [law.figure(FIRST_QUARTER_REDUCTION)];
  return [step("reduction", {}, "AR38 12 §1bis al. 2", { amount: -exactly(reduction), figures })];
}
