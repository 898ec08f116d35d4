import type { ParameterId } from "../../parameters";
import type { Figure } from "../figures";
import type { Cents, Rate } from "../money";
import { exactly, type Line, step } from "../trace";
import { roundedQuarter, segmentAt } from "./evaluate";
import { type Band, type Part, type Scale, sliceOf } from "./scale";

/** Where the figures of a scale stand. */
interface Figures {
  readonly figure: (id: ParameterId) => Figure;
}

/** The quarter on an income, line by line; the amounts add up to it. */
export function scaleWay(scale: Scale, income: Cents, law: Figures): Line[] {
  const { band } = segmentAt(scale, income);
  const { article, parts, presumed, exempt } = band;
  if (exempt) return [step("exempt", {}, article, { base: exempt.below, amount: 0, figures: [law.figure(exempt.id)] })];
  const counted = presumed?.income ?? income;
  const brackets = parts.flatMap((part) => bracketOf(part, counted, band, law));
  return [
    ...(presumed ? [step("floor", {}, article, { base: presumed.income, figures: [law.figure(presumed.id)] })] : []),
    ...brackets,
    ...roundingLines(brackets.reduce((sum, { amount = 0 }) => sum + amount, 0)),
  ];
}

/** The part's slice of what counts; none where it has none. */
function bracketOf(part: Part, counted: Cents, { article, presumed }: Band, law: Figures): Line[] {
  const base = sliceOf(part, counted);
  if (base === 0) return [];
  const figuresOf = (...ids: (ParameterId | undefined)[]) =>
    ids.filter((id) => id !== undefined).map((id) => law.figure(id));
  // That an income does not reach a limit of the user's own rests on him too.
  const limit = figuresOf(part.toId).filter(({ confidence }) => counted >= part.to || confidence === "own");
  const figures = [...figuresOf(part.rateId, part.fromId), ...limit, ...figuresOf(presumed?.id)];
  return [bracketLine(part.step, base, part.rate, article, figures)];
}

/** A quarter of the rate on a slice of the income. */
export const bracketLine = (
  bracket: Part["step"],
  base: Cents,
  rate: Rate,
  article: string,
  figures: readonly Figure[],
): Line => step(bracket, {}, article, { base, rate, quarter: true, amount: base * rate, figures });

/** What brings an exact quarter to the cent; none where it is one. */
export function roundingLines(exact: number): Line[] {
  const amount = exactly(roundedQuarter(exact)) - exact;
  return amount === 0 ? [] : [step("rounding", {}, "AR67 53", { amount })];
}
