import type { Cents } from "../money";
import { explain, type Step, STEP_UNIT } from "../scale";
import { type Sureness, surenessOf } from "./confidence";
import { annualised, FIRST_QUARTER_REDUCTION, type QuarterRule } from "./quarter-rule";

export interface BreakdownRow extends Step {
  /** The weakest of the figures of the row; absent where the row rests on none. */
  readonly confidence?: Sureness;
}

/** A quarter step by step. The amounts add up to the contribution. */
export const breakdown = (income: Cents, rule: QuarterRule): BreakdownRow[] => rated(steps(income, rule), rule);

/** Each step with the weakest of its figures. */
export function rated<Row extends Pick<Step, "parameters">>(
  rows: readonly Row[],
  { law }: QuarterRule,
): (Row & { readonly confidence?: Sureness })[] {
  return rows.map((row) => {
    const confidence = surenessOf(law, row.parameters);
    return confidence === undefined ? row : { ...row, confidence };
  });
}

function steps(income: Cents, rule: QuarterRule): Step[] {
  const declared: Step = { step: "income", base: income, article: "AR38 11 §2", parameters: [] };
  if (rule.beforeStart) return [declared, BEFORE_START];
  const counted = annualised(income, rule);
  return [
    declared,
    ...(rule.quarters === 4
      ? []
      : [{ step: "annualised" as const, base: counted, article: "AR38 11 §5 al. 3", parameters: [] }]),
    ...explain(rule.scale, counted),
    ...reductionSteps(rule),
  ];
}

export const BEFORE_START: Step = { step: "before-start", amount: 0, article: "AR38 15 §2", parameters: [] };

/** What comes off the first quarter of a primostarter. */
export function reductionSteps({ reduction }: QuarterRule): Step[] {
  if (reduction === 0) return [];
  const amount = -reduction * STEP_UNIT;
  return [{ step: "reduction", amount, article: "AR38 12 §1bis al. 2", parameters: [FIRST_QUARTER_REDUCTION] }];
}
