import type { Cents } from "../money";
import { explain, type Step, STEP_UNIT } from "../scale";
import { type Sureness, surenessOf } from "./confidence";
import { annualised, FIRST_QUARTER_REDUCTION, type QuarterRule } from "./quarter-rule";

export interface BreakdownRow extends Step {
  /** The weakest of the figures of the row; absent where the row rests on none. */
  readonly confidence?: Sureness;
}

/** A quarter step by step. The amounts add up to the contribution. */
export function breakdown(income: Cents, rule: QuarterRule): BreakdownRow[] {
  return steps(income, rule).map((step) => {
    const confidence = surenessOf(rule.law, step.parameters);
    return confidence === undefined ? step : { ...step, confidence };
  });
}

function steps(income: Cents, rule: QuarterRule): Step[] {
  const declared: Step = { step: "income", base: income, article: "AR38 11 §2", parameters: [] };
  if (rule.beforeStart) return [declared, { step: "before-start", amount: 0, article: "AR38 15 §2", parameters: [] }];
  const counted = annualised(income, rule);
  return [
    declared,
    ...(rule.quarters === 4
      ? []
      : [{ step: "annualised" as const, base: counted, article: "AR38 11 §5 al. 3", parameters: [] }]),
    ...explain(rule.scale, counted),
    ...(rule.reduction === 0
      ? []
      : [
          {
            step: "reduction" as const,
            amount: -rule.reduction * STEP_UNIT,
            article: "AR38 12 §1bis al. 2",
            parameters: [FIRST_QUARTER_REDUCTION],
          },
        ]),
  ];
}
