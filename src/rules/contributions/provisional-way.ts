import type { Cents } from "../money";
import { bracketLine, quarterly, roundingLines, scaleWay } from "../scale";
import { type Answer, type Details, type Line, step } from "../trace";
import { outsideLine } from "./article-15";
import { reductionLines } from "./breakdown";
import {
  bracket1,
  provisionalContribution,
  type ProvisionalIncomes,
  type ProvisionalRule,
  requiredIncome,
  revaluedBase,
  withoutEstimate,
} from "./provisional";
import { annualised, annualisedIncome, type QuarterRule } from "./quarter-rule";
import { type ReducedIncome, reducedIncome } from "./reduced-provisional";
import { provisionalRemarks } from "./remarks";
import { knownIncomeLine, revaluedLine } from "./revaluation";

/** Article 11 §3: the provisional contribution of a quarter. */
export const provisionalQuarter = (of: ProvisionalRule, incomes: ProvisionalIncomes): Answer<Cents> => ({
  value: provisionalContribution(of, incomes),
  way: () => [...provisionalLines(of, incomes), ...provisionalRemarks(of)],
});

/** The amounts add up to the contribution. */
function provisionalLines(of: ProvisionalRule, { incomeN3, estimate }: ProvisionalIncomes): Line[] {
  const { rule, flat } = of;
  if (rule.outside) return [outsideLine(rule.outside)];
  const known = flat ? [flatLine(of, flat)] : establishedLines(of, requiredIncome(incomeN3));
  const unreduced = () => (flat ? flatQuarter(of, flat) : scaleWay(rule.scale, known.at(-1)!.base!, rule.law));
  const last = reductionLines(rule);
  if (estimate === undefined) return [...known, ...unreduced(), ...last];
  const expected = annualised(estimate, rule);
  const amount = withoutEstimate(of, incomeN3);
  const reduced = reducedIncome(rule, amount, expected);
  if (reduced === undefined) return [...known, ...idleEstimate(rule, amount, expected), ...unreduced(), ...last];
  return [
    ...known,
    ...reducingEstimate(rule, expected, reduced),
    ...scaleWay(rule.scale, reduced.income, rule.law),
    ...last,
  ];
}

const estimateLine = (key: string, base: Cents, details: Details = {}): Line =>
  step(key, {}, "AR38 11 §3 al. 5-9", { base, ...details });

const reducingEstimate = ({ law }: QuarterRule, expected: Cents, { income, parameter }: ReducedIncome): Line[] => [
  estimateLine("estimate", expected),
  ...(parameter ? [estimateLine("estimate-step", income, { figures: [law.figure(parameter)] })] : []),
];

/** Paying more needs no permission, so the quarter on the estimate is named. */
function idleEstimate({ scale, reduction }: QuarterRule, unreduced: Cents, expected: Cents): Line[] {
  const wish = quarterly(scale, expected);
  const higher = wish > unreduced ? [estimateLine("estimate-higher", wish - reduction)] : [];
  return [estimateLine("estimate-idle", expected), ...higher];
}

function establishedLines(of: ProvisionalRule, incomeN3: Cents): Line[] {
  const { rule, referenceQuarters, incomeYear } = of;
  const wholeYear = annualisedIncome(incomeN3, referenceQuarters);
  return [
    knownIncomeLine(incomeN3, rule.law, incomeYear),
    ...(referenceQuarters === 4 ? [] : [step("whole-year-n-3", {}, "AR38 11 §3 al. 4", { base: wholeYear })]),
    revaluedLine(revaluedBase(of, wholeYear), rule.law, incomeYear),
  ];
}

type Flat = NonNullable<ProvisionalRule["flat"]>;

const FLAT_ARTICLE = "AR38 13bis §2";

const flatLine = ({ rule: { law } }: ProvisionalRule, { income, parameter }: Flat): Line =>
  step("flat-base", {}, FLAT_ARTICLE, { base: income, figures: [law.figure(parameter)] });

/** The rate of the first bracket on the flat base. */
function flatQuarter({ rule }: ProvisionalRule, { income, parameter }: Flat): Line[] {
  const { step: bracket, rate, rateId } = bracket1(rule);
  const figures = [rateId, parameter].map((id) => rule.law.figure(id));
  return [bracketLine(bracket, income, rate, FLAT_ARTICLE, figures), ...roundingLines(income * rate)];
}
