import type { Cents, Rate } from "../money";
import { QUARTER_UNIT, roundedQuarter, segmentAt } from "./evaluate";
import { type Scale, sliceOf } from "./scale";

/** One line of the way to an amount. Lines with an amount add up to the result; the others inform. */
export interface Step {
  readonly step:
    | "income"
    | "annualised"
    | "floor"
    | "exempt"
    | "bracket-1"
    | "bracket-2"
    | "rounding"
    | "reduction"
    | "before-start";
  readonly base?: Cents;
  readonly rate?: Rate;
  /** Exact, in cents × 40,000: a quarter of cents × 10,000. */
  readonly amount?: number;
  readonly article: string;
  /** The figures that the line rests on. */
  readonly parameters: readonly string[];
}

/** A whole number of cents in the unit of `Step.amount`. */
export const STEP_UNIT = QUARTER_UNIT;

/** The quarter on an income, line by line. */
export function explain(scale: Scale, income: Cents): Step[] {
  const { band } = segmentAt(scale, income);
  const { article, parts, presumed, exempt } = band;
  if (exempt) return [{ step: "exempt", base: exempt.below, amount: 0, article, parameters: [exempt.id] }];

  const counted = presumed?.income ?? income;
  const brackets = parts
    .map((part) => ({ part, base: sliceOf(part, counted) }))
    .filter(({ base }) => base > 0)
    .map(({ part: { step, rate, rateId, fromId, to, toId }, base }): Step => {
      const parameters = [
        rateId,
        ...(fromId ? [fromId] : []),
        ...(toId && counted >= to ? [toId] : []),
        ...(presumed ? [presumed.id] : []),
      ];
      return { step, base, rate, amount: base * rate, article, parameters };
    });
  const exact = brackets.reduce((sum, { amount = 0 }) => sum + amount, 0);
  return [
    ...(presumed ? [{ step: "floor" as const, base: presumed.income, article, parameters: [presumed.id] }] : []),
    ...brackets,
    ...roundingSteps(exact),
  ];
}

/** What brings an exact quarter to the cent; none where it is one. */
export function roundingSteps(exact: number): Step[] {
  const amount = roundedQuarter(exact) * STEP_UNIT - exact;
  return amount === 0 ? [] : [{ step: "rounding", amount, article: ROUNDING_ARTICLE, parameters: [] }];
}

const ROUNDING_ARTICLE = "AR67 53";
