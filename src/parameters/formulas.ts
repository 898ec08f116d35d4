import Decimal from "decimal.js";
import type { ParameterId } from "./compiled/ids";

/** Digits enough for any exact product here; half up is the law's rounding (royal decree of 19/12/1967, article 53). */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** The statute's way from figures to a figure. Each result is rounded once, to the decimals of its parameter. */
export type Formula =
  | { readonly kind: "indexed"; readonly base: ParameterId }
  | { readonly kind: "half"; readonly of: ParameterId }
  | { readonly kind: "multiple"; readonly of: ParameterId; readonly times: number }
  | { readonly kind: "same"; readonly as: ParameterId }
  | { readonly kind: "ratio"; readonly numerator: ParameterId; readonly denominator: ParameterId }
  | { readonly kind: "product"; readonly factors: readonly ParameterId[]; readonly divisor: ParameterId }
  | {
      readonly kind: "quarter";
      readonly income: ParameterId;
      readonly rate1: ParameterId;
      readonly rate2?: ParameterId;
      /** Only what exceeds this threshold, for an income one cent below `income`. */
      readonly above?: ParameterId;
    };

type Operand = (id: ParameterId) => Decimal;

/** Each of its values is one contribution year. */
export const YEARLY_INDEX = "contributions.index.numerator";

/** The result in the unit of the parameter, not rounded. */
export function resultOf(formula: Formula, operand: Operand): Decimal {
  switch (formula.kind) {
    case "indexed":
      return operand(formula.base).times(operand(YEARLY_INDEX)).div(operand("contributions.index.base"));
    case "half":
      return operand(formula.of).div(2);
    case "multiple":
      return operand(formula.of).times(formula.times);
    case "same":
      return operand(formula.as);
    case "ratio":
      return operand(formula.numerator).div(operand(formula.denominator));
    case "product":
      return formula.factors
        .map(operand)
        .reduce((product, factor) => product.times(factor))
        .div(operand(formula.divisor));
    case "quarter":
      return annual(formula, operand).div(4);
  }
}

/** Yearly contribution on the two brackets. */
function annual({ income, rate1, rate2, above }: Extract<Formula, { kind: "quarter" }>, operand: Operand): Decimal {
  if (above) return operand(income).minus("0.01").minus(operand(above)).times(operand(rate1));
  const amount = operand(income);
  const ceiling1 = operand("contributions.bracket1.ceiling");
  const first = Exact.min(amount, ceiling1).times(operand(rate1));
  if (!rate2) return first;
  const second = Decimal.max(0, Exact.min(amount, operand("contributions.bracket2.ceiling")).minus(ceiling1));
  return first.plus(second.times(operand(rate2)));
}

/** A figure × 10^decimals as an exact decimal. */
export const exactly = (value: number, decimals: number): Decimal => new Exact(value).div(10 ** decimals);
