import { articleName, lawName, reader, t, wordName, wordNames } from "../i18n";
import { ask, columnsOf, type Definition, rowsOf, type Shown } from "../definitions";
import type { Subject } from "../parameters";
import { type Day, firstDay, type Quarter, quarterOfYear, yearOf } from "../rules/calendar";
import type { Sureness } from "../rules/figures";
import type { Cents, Fraction, Rate } from "../rules/money";
import { Refusal, type WordList } from "../rules/refusal";
import { STEP_UNIT } from "../rules/trace";
import { CellErrors, euro, excelDate, fraction } from "./results";

type Anything =
  | number
  | string
  | boolean
  | { readonly cents: Cents }
  | { readonly day: Day }
  | { readonly all: readonly string[]; readonly of: WordList };

/** A word of the rule book, which is English, as the reader says it. */
const said = (id: string, name: () => string): string => (reader.language === "en" ? id : name());

/** What a cell holds for a value of each kind. */
const WRITE: Readonly<Record<Exclude<Shown, "cells" | "quarters">, (value: never) => unknown>> = {
  euro,
  "euro-or-word": (value: Cents | string) => (typeof value === "string" ? value : euro(value)),
  exact: (amount: number) => amount / (STEP_UNIT * 100),
  rate: (rate: Rate) => fraction(rate),
  fraction: ({ units, scale }: Fraction) => units / scale,
  ratio: (ratio: number) => ratio,
  date: excelDate,
  number: (value: number) => value,
  text: (text: string) => text,
  any: (value: Anything) => {
    if (typeof value !== "object") return value;
    if ("all" in value) return said(value.all.join(", "), () => wordNames(value.of, value.all));
    return "cents" in value ? euro(value.cents) : excelDate(value.day);
  },
  law: lawName,
  article: articleName,
  category: (id: string) => said(id, () => wordName("category", id)),
  condition: (id: string) => said(id, () => t(`condition/${id}`)),
  met: (met: boolean) => met,
  confidence: (confidence: Sureness) => t(`confidence/${confidence}`),
  step: (step: string) => t(`step/${step}`),
  row: (row: number | string) => (typeof row === "string" ? t(`row/${row}`) : row),
  domain: (subject: Subject) => t(`domain/${subject}`),
  notes: (keys: readonly string[]) => keys.map((key) => t(`notes:${key}`)).join(" "),
};

/** A function as a cell calls it. */
export const cellOf =
  (definition: Definition) =>
  (...cells: unknown[]): unknown =>
    shown(definition, ask(definition, cells).value);

function shown({ shows, also, laysOut }: Definition, value: unknown): unknown {
  if (typeof shows === "string" && shows !== "cells" && shows !== "quarters") return WRITE[shows](value as never);
  const errors = new CellErrors();
  const cell = (kind: Shown, one: unknown) => written(kind, one, errors);
  if (shows === "cells") return (value as unknown[][]).map((row) => row.map((one) => cell("euro", one)));
  if (shows === "quarters") return quarterColumn(value as readonly Quarter[]);
  const found = rowsOf(value);
  const columns = columnsOf(shows, also, found);
  const header = headerOf(columns.map(([name]) => name));
  const rows = found.map((row) => columns.map(([name, kind]) => cell(kind, row[name])));
  const table = [header, ...rows];
  return laysOut ? laysOut(value as never, table) : table;
}

/** The names of columns as the reader's language has them. */
export const headerOf = (columns: readonly string[]): string[] => columns.map((name) => t(`column/${kebab(name)}`));

/** A range cannot be empty. */
const quarterColumn = (quarters: readonly Quarter[]): string[][] =>
  quarters.length === 0 ? [[""]] : quarters.map((quarter) => [quarterName(quarter)]);

/** Refuses the quarters after Excel's last day. */
function quarterName(quarter: Quarter): string {
  excelDate(firstDay(quarter));
  return `${yearOf(quarter)}Q${quarterOfYear(quarter)}`;
}

/** One figure of a range: its value, or its own error. The others stand. Nothing is an empty cell. */
function written(kind: Shown, value: unknown, errors: CellErrors): unknown {
  if (value === undefined || value === "") return kind === "met" ? t("condition/not-given") : "";
  if (value instanceof Refusal) return errors.of(value);
  return WRITE[kind as keyof typeof WRITE](value as never);
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
