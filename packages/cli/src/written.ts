import { columnsOf, type Definition, rowsOf, type Shown } from "../../../src/definitions";
import { articleName, factText, t, wordName } from "../../../src/i18n";
import { type Day, isoDay } from "../../../src/rules/calendar";
import { isRefusal } from "../../core/src/refusal";
import type { Answer, Figure, Line, Refusal } from "../../core/src/types";

/** Parts of a cent that a step before rounding has. */
const EXACT_DECIMALS = 7;

const euro = (amount: number): string => factText({ cents: Math.round(amount * 100) });
const exactEuro = (amount: number): string =>
  factText({ value: Math.round(amount * 10 ** EXACT_DECIMALS), decimals: EXACT_DECIMALS, unit: "EUR" });
const rate = (fraction: number): string => factText({ rate: fraction });
export const dayText = (iso: string): string => {
  const on: Day | undefined = isoDay(iso);
  return on === undefined ? iso : factText({ day: on });
};
const yes = (is: boolean): string => factText(is);
const plain = (value: unknown): string => String(value);

/** A word of the lists from which a condition is chosen. */
function choiceText(id: string): string {
  const names = (["category", "ground", "basis"] as const).map((list) => wordName(list, id));
  return names.find((name) => name !== id) ?? id;
}

/** A value of each kind as people of the language read it. */
const WRITE: Readonly<Record<Exclude<Shown, "cells">, (value: never) => string>> = {
  euro,
  "euro-or-word": (value: number | string) => (typeof value === "string" ? t("program:unlimited") : euro(value)),
  exact: exactEuro,
  rate,
  fraction: rate,
  ratio: rate,
  date: dayText,
  number: (value: number) => factText(value),
  text: plain,
  any: (value: number | string | boolean | readonly string[]) => {
    if (typeof value === "boolean") return yes(value);
    if (typeof value === "number") return factText(value);
    return typeof value === "string" ? dayText(value) : value.map(choiceText).join("; ");
  },
  law: plain,
  article: articleName,
  category: (id: string) => wordName("category", id),
  condition: (id: string) => t(`condition/${id}`),
  met: yes,
  confidence: (confidence: string) => t(`confidence/${confidence}`),
  step: (step: string) => t(`step/${step}`),
  row: (row: number | string) => (typeof row === "string" ? t(`row/${row}`) : plain(row)),
  domain: (subject: string) => t(`domain/${subject}`),
  notes: (notes: readonly string[]) => notes.join(" "),
  quarters: (quarters: readonly string[]) => quarters.join("; "),
};

export const cellText = (kind: Shown, value: unknown, codes: Codes): string => {
  if (value === null || value === undefined) return "";
  return isRefusal(value) ? codes[value.code] : WRITE[kind as keyof typeof WRITE](value as never);
};

/** The codes of errors as Excel has them in a language. */
export type Codes = Readonly<Record<Refusal["code"], string>>;

export const refusalText = ({ code, message }: Refusal, codes: Codes): string => `${codes[code]} ${message}`;

/** What an answer shows: a value, or a table with the reasons for the cells that have none. */
function answerText(definition: Definition, value: unknown, codes: Codes): string {
  const { shows, also, laysOut } = definition;
  if (shows === "quarters") return (value as readonly string[]).join("\n");
  if (shows === "cells") {
    const cells = value as readonly (readonly unknown[])[];
    return withReasons(
      tableText(cells.map((row) => row.map((one) => cellText("euro", one, codes)))),
      cells.flat(),
      codes,
    );
  }
  if (typeof shows === "string") return cellText(shows, value, codes);
  const rows = rowsOf(value);
  const columns = columnsOf(shows, also, rows);
  const header = columns.map(([name]) => columnName(name));
  const table = [header, ...rows.map((row) => columns.map(([name, kind]) => cellText(kind, row[name], codes)))];
  const laidOut = laysOut === undefined ? table : laysOut(value as never, table);
  const written = laidOut.map((row) => row.map((cell) => (typeof cell === "boolean" ? yes(cell) : String(cell))));
  return withReasons(tableText(written), rows.flatMap(Object.values), codes);
}

/** The same of an answer: a figure of the law has its unit. */
export function resultText(
  definition: Definition,
  { value, way }: Pick<Answer<unknown>, "value" | "way">,
  codes: Codes,
): string {
  const figure = definition.shows === "any" ? way[0]?.figures[0] : undefined;
  return figure === undefined ? answerText(definition, value, codes) : measured(figure);
}

/** What stands over a column of a table. */
export const columnName = (name: string): string =>
  t(`column/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);

const withReasons = (table: string, cells: readonly unknown[], codes: Codes): string =>
  [table, ...new Set(cells.filter(isRefusal).map((refusal) => refusalText(refusal, codes)))].join("\n");

/** Columns beside one another; figures end where the figures above them end. */
function tableText(rows: readonly (readonly string[])[]): string {
  // A note below a table has its row to itself.
  const measured = rows.filter((row) => row.length === 1 || row.slice(1).some((cell) => cell !== ""));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(0, ...measured.map((row) => row[column]?.length ?? 0)));
  const isFigure = widths.map((_, column) =>
    rows.slice(1).every((row) => /^[−€\d.,\s %]*$|^#/.test(row[column] ?? "")),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => (isFigure[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

export const pair = (name: string, value: string): string => t("program:pair", { name, value });

export const confidenceText = ({ confidence }: Pick<Answer<unknown>, "confidence">): string =>
  confidence === undefined ? "" : t("program:confidence", { confidence: t(`confidence/${confidence}`) });

/** The way to an answer: each line with what it gives, its article and the figures that it rests on. */
export const wayText = (lines: readonly Line[], indent = "  "): string =>
  lines.map((line) => lineText(line, indent)).join("\n");

function lineText(line: Line, indent: string): string {
  const { text, article, confidence, figures, steps, met } = line;
  const gives = [amountOf(line), ...(met === undefined ? [] : [metText(met)])]
    .filter((part) => part !== "")
    .join(" · ");
  const origin = [articleName(article), ...(confidence === undefined ? [] : [t(`confidence/${confidence}`)])]
    .filter(Boolean)
    .join(" · ");
  const inner = `${indent}    `;
  return [
    indent + (gives === "" ? text : pair(text, gives)),
    ...[basisOf(line), origin].filter((part) => part !== "").map((part) => inner + part),
    ...figures.map((figure) => inner + figureText(figure)),
    ...(steps.length === 0 ? [] : [wayText(steps, `${indent}  `)]),
  ].join("\n");
}

const metText = (met: boolean | null): string => {
  if (met === null) return t("pane:explain/open");
  return t(met ? "pane:explain/met" : "pane:explain/failed-condition");
};

function amountOf({ amount, base, rate: fraction, count }: Line): string {
  if (amount !== undefined) return exactEuro(amount);
  if (count !== undefined) return factText(count);
  if (base !== undefined && fraction === undefined) return euro(base);
  return base === undefined && fraction !== undefined ? rate(fraction) : "";
}

function basisOf({ amount, base, rate: fraction, quarter }: Line): string {
  if (base === undefined || (fraction === undefined && amount === undefined)) return "";
  if (fraction === undefined) return euro(base);
  return t(quarter ? "pane:explain/quarter-of" : "pane:explain/times", { base: euro(base), rate: rate(fraction) });
}

/** A figure of the law with its value, its days and where it stands. */
export function figureText(figure: Figure): string {
  const { name, source, confidence } = figure;
  const where = [source.title, articleName(source.article), source.link, t(`confidence/${confidence}`)].filter(
    (part) => part !== "",
  );
  return `${pair(name, `${measured(figure)}, ${daysText(figure)}`)}. ${where.join(" · ")}`;
}

/** The value of a figure with what it is a measure of. */
export function measured({ value, unit }: Pick<Figure, "value" | "unit">): string {
  if (value === null) return t("confidence/unknown");
  if (typeof value === "string") return unit === "date" ? dayText(value) : value;
  if (unit === "fraction") return rate(value);
  return factText({ value: Math.round(value * 10 ** EXACT_DECIMALS), decimals: EXACT_DECIMALS, unit });
}

export const daysText = ({ from, to }: Pick<Figure, "from" | "to">): string =>
  to === null
    ? t("pane:figures/since", { from: dayText(from) })
    : t("pane:figures/days", { from: dayText(from), to: dayText(to) });
