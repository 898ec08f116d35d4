import { toldLines, type Line as ToldLine } from "../../../src/explain/lines";
import { figureName, lawName, t } from "../../../src/i18n";
import { isoDate } from "../../../src/rules/calendar";
import { type Figure as HeldFigure, type Sureness, weakest } from "../../../src/rules/figures";
import { RATE_UNIT } from "../../../src/rules/money";
import { attempt, Refusal } from "../../../src/rules/refusal";
import { type Answer as Answered, type Line as Step, STEP_UNIT, surenessOf } from "../../../src/rules/trace";
import type { Confidence, Figure, Line } from "./types";

/** Steps that lead to the cells of a table, each of which has a way of its own. */
const OF_MANY: ReadonlySet<string> = new Set(["batch", "dossier"]);

/** The ways to the cells of a table that was made of ranges, row by row; nothing for any other answer. */
function waysOfRows({ value, way }: Answered<unknown>, most = Infinity): (readonly Step[])[] | undefined {
  if (!way().some(({ step }) => OF_MANY.has(step)) || !Array.isArray(value)) return undefined;
  // A cell that is refused has no way.
  const wayAt = (row: number, column: number): readonly Step[] => {
    const steps = attempt(() => way({ row, column }));
    return steps instanceof Refusal ? [] : steps;
  };
  return (value as unknown[])
    .slice(0, most)
    .map((cells, row) => (Array.isArray(cells) ? cells.flatMap((_, column) => wayAt(row, column)) : wayAt(row, 0)));
}

/** The way to an answer, in the reader's language; of many answers that to each row, or to the first of them. */
export function wayTo(answered: Answered<unknown>, most = Infinity): Line[] {
  const rows = waysOfRows(answered, most);
  if (rows === undefined || rows.length === 1) return wayOf(rows?.[0] ?? answered.way());
  return rows.flatMap((steps, at) => {
    const text = t("pane:explain/row", { row: at + 1 });
    return steps.length === 0 ? [] : [{ text, article: "", figures: [], steps: wayOf(steps) }];
  });
}

/** The figures of the law that an answer rests on, each once. */
export function figuresIn(answered: Answered<unknown>): Figure[] {
  const found = new Map<string, HeldFigure>();
  const collect = (steps: readonly Step[]): void => {
    for (const { figures, steps: inner } of steps) {
      for (const figure of figures) found.set(`${figure.id} ${figure.from}`, figure);
      if (inner !== undefined) collect(inner);
    }
  };
  collect(waysOfRows(answered)?.flat() ?? answered.way());
  return [...found.values()].map(figureOf);
}

/** As sure as the weakest figure that an answer rests on. */
export const confidenceIn = (answered: Answered<unknown>): Confidence | undefined =>
  confidenceOf(waysOfRows(answered)?.flat() ?? answered.way());

/** A way that was worked out, in the reader's language. */
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
