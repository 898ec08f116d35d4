import { toldLines, type Line as ToldLine } from "../../../src/explain/lines";
import { figureName, lawName } from "../../../src/i18n";
import { isoDate } from "../../../src/rules/calendar";
import { type Figure as HeldFigure, type Sureness, weakest } from "../../../src/rules/figures";
import { RATE_UNIT } from "../../../src/rules/money";
import { type Line as Step, STEP_UNIT, surenessOf } from "../../../src/rules/trace";
import type { Confidence, Figure, Line } from "./types";

/** The way to an answer, in the reader's language. */
export const wayOf = (steps: readonly Step[]): Line[] => toldLines(steps).map(lineOf);

function lineOf({
  text,
  article,
  amount,
  base,
  rate,
  quarter,
  count,
  met,
  confidence,
  figures,
  steps,
}: ToldLine): Line {
  return {
    text,
    article,
    ...(amount !== undefined && { amount: amount / (STEP_UNIT * 100) }),
    ...(base !== undefined && { base: base / 100 }),
    ...(rate !== undefined && { rate: rate / RATE_UNIT }),
    ...(quarter && { quarter }),
    ...(count !== undefined && { count }),
    ...(met !== undefined && { met }),
    ...(confidence !== undefined && { confidence }),
    figures: figures.map(figureOf),
    steps: (steps ?? []).map(lineOf),
  };
}

/** A figure as a program takes it. */
export const figureOf = ({ id, value, text, decimals, unit, from, to, confidence, source }: HeldFigure): Figure => ({
  id,
  name: figureName(id),
  value:
    unit === "date" && value !== null ? isoDate(value) : (text ?? (value === null ? null : value / 10 ** decimals)),
  unit,
  from: isoDate(from),
  to: to === null ? null : isoDate(to),
  confidence,
  source: { ...source, title: lawName(source.title) },
});

/** As sure as the weakest line of a way, and of the ways to its lines; undefined where nothing rests on a figure. */
export const confidenceOf = (steps: readonly Step[]): Confidence | undefined => weakest(surenesses(steps));

const surenesses = (steps: readonly Step[]): Sureness[] =>
  steps.flatMap((line) => [surenessOf(line) ?? [], surenesses(line.steps ?? [])].flat());
