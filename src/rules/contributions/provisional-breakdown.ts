import type { Cents } from "../money";
import { explain, quarterly, roundingSteps, type Step } from "../scale";
import { BEFORE_START, type BreakdownRow, rated, reductionSteps } from "./breakdown";
import {
  bracket1,
  type ProvisionalIncomes,
  type ProvisionalRule,
  requiredIncome,
  withoutEstimate,
} from "./provisional";
import { annualised, annualisedIncome, type QuarterRule } from "./quarter-rule";
import { type ReducedIncome, reducedIncome } from "./reduced-provisional";
import { revalue, revaluationParameters } from "./revaluation";

/** A step of a provisional quarter: one of its scale, or one that leads to the income that the scale is read at. */
export interface ProvisionalRow extends Omit<BreakdownRow, "step"> {
  readonly step:
    | Step["step"]
    | "income-n-3"
    | "whole-year-n-3"
    | "revalued"
    | "flat-base"
    | "estimate"
    | "estimate-step"
    | "estimate-idle"
    | "estimate-higher";
}

type ProvisionalStep = Omit<ProvisionalRow, "confidence">;

/** Article 11 §3: a provisional quarter step by step. The amounts add up to the contribution. */
export const provisionalBreakdown = (of: ProvisionalRule, incomes: ProvisionalIncomes): ProvisionalRow[] =>
  rated(stepsOf(of, incomes), of.rule);

function stepsOf(of: ProvisionalRule, { incomeN3, estimate }: ProvisionalIncomes): ProvisionalStep[] {
  const { rule, flat } = of;
  if (rule.beforeStart) return [BEFORE_START];
  const known = flat ? flatBase(flat) : establishedBase(of, requiredIncome(incomeN3));
  const base = known.at(-1)!.base!;
  const unreduced = () => (flat ? flatAmount(of, base) : explain(rule.scale, base));
  const last = reductionSteps(rule);
  if (estimate === undefined) return [...known, ...unreduced(), ...last];
  const expected = annualised(estimate, rule);
  const amount = withoutEstimate(of, incomeN3);
  const reduced = reducedIncome(rule, amount, expected);
  if (reduced === undefined) return [...known, ...idleEstimate(rule, amount, expected), ...unreduced(), ...last];
  return [...known, ...reducingEstimate(expected, reduced), ...explain(rule.scale, reduced.income), ...last];
}

const ESTIMATE_ARTICLE = "AR38 11 §3 al. 5-9";

const informing = (
  step: ProvisionalStep["step"],
  base: Cents,
  parameters: readonly string[] = [],
): ProvisionalStep => ({
  step,
  base,
  article: ESTIMATE_ARTICLE,
  parameters,
});

const reducingEstimate = (expected: Cents, { income, parameter }: ReducedIncome): ProvisionalStep[] => [
  informing("estimate", expected),
  ...(parameter ? [informing("estimate-step", income, [parameter])] : []),
];

/** Paying more needs no permission, so the quarter on the estimate is named. */
function idleEstimate({ scale, reduction }: QuarterRule, unreduced: Cents, expected: Cents): ProvisionalStep[] {
  const wish = quarterly(scale, expected);
  const higher = wish > unreduced ? [informing("estimate-higher", wish - reduction)] : [];
  return [informing("estimate-idle", expected), ...higher];
}

const FLAT_ARTICLE = "AR38 13bis §2";

const flatBase = ({ income, parameter }: NonNullable<ProvisionalRule["flat"]>): ProvisionalStep[] => [
  { step: "flat-base", base: income, article: FLAT_ARTICLE, parameters: [parameter] },
];

function establishedBase({ rule: { law }, referenceQuarters }: ProvisionalRule, incomeN3: Cents): ProvisionalStep[] {
  const wholeYear = annualisedIncome(incomeN3, referenceQuarters);
  return [
    { step: "income-n-3", base: incomeN3, article: "AR38 11 §3", parameters: [] },
    ...(referenceQuarters === 4
      ? []
      : [{ step: "whole-year-n-3" as const, base: wholeYear, article: "AR38 11 §3 al. 4", parameters: [] }]),
    {
      step: "revalued",
      base: revalue(wholeYear, law.year, law.indexation),
      article: "AR38 11 §3 al. 3",
      parameters: revaluationParameters(law),
    },
  ];
}

/** The rate of the first bracket on the flat base. */
function flatAmount({ rule, flat }: ProvisionalRule, base: Cents): ProvisionalStep[] {
  const { rate, rateId } = bracket1(rule);
  const amount = base * rate;
  const parameters = [rateId, flat!.parameter];
  return [{ step: "bracket-1", base, rate, amount, article: FLAT_ARTICLE, parameters }, ...roundingSteps(amount)];
}
