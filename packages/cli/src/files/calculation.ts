import { answerTo, type Argument, columnsOf, type Definition, rowsOf, type Shown } from "../../../../src/definitions";
import { t } from "../../../../src/i18n";
import { dayFirst } from "../../../../src/formula/dates";
import { isoDate, isoDay } from "../../../../src/rules/calendar";
import type { Answer } from "../../../../src/rules/trace";
import { withZeros } from "../../../core/src/function";
import { attempted, isRefusal } from "../../../core/src/refusal";
import { shown } from "../../../core/src/shown";
import type { Confidence, Line, Refusal } from "../../../core/src/types";
import { confidenceOf, wayOf } from "../../../core/src/way";
import { cellOf } from "../cells";
import { cellText, type Codes, columnName } from "../written";
import type { Mapped } from "./mapping";
import { type Cell, type Column, type ColumnKind, DayCell, ErrorCell, type Row } from "./table";

/** What a function answers to a row: itself a row, or several, or a refusal. */
export interface Answered {
  readonly value: unknown;
  readonly confidence: Confidence | undefined;
  readonly rows: readonly (readonly unknown[])[];
  /** How sure each of the rows is. */
  readonly surenesses: readonly (Confidence | undefined)[];
  readonly way: () => readonly Line[];
}

interface Shows {
  /** Named as the answer has them. */
  readonly columns: readonly (readonly [name: string, kind: Shown])[];
  readonly rows: (value: unknown) => readonly (readonly unknown[])[];
}

/** Asks a function row by row. */
export class Calculation {
  readonly #definition: Definition;
  readonly #mapped: readonly Mapped[];
  readonly #shows: Shows;

  constructor(
    readonly id: string,
    definition: Definition,
    mapped: readonly Mapped[],
  ) {
    this.#definition = definition;
    this.#mapped = mapped;
    this.#shows = showsOf(id, definition);
  }

  /** The columns of the answers, by the names that a program knows. */
  get columns(): readonly (readonly [name: string, kind: Shown])[] {
    return this.#shows.columns;
  }

  /** The answer to a row; nothing for a blank one. */
  ask(row: Row): Answered | Refusal | null {
    if (row.every((cell) => cell === null || cell === "")) return null;
    return attempted(() => {
      const cells = this.#mapped.map(({ argument, origin }) => {
        if (origin === null) return null;
        if ("typed" in origin) return withZeros(argument, cellOf(argument, origin.typed));
        return withZeros(argument, argumentOf(argument, row[origin.column] ?? null));
      });
      return this.#answered(answerTo(this.#definition, cells));
    });
  }

  #answered(answer: Answer<unknown>): Answered {
    const value = shown(this.#definition, answer.value);
    const rows = this.#shows.rows(value);
    const isTable = typeof this.#definition.shows !== "string" && this.#definition.besides === undefined;
    const whole = confidenceOf(answer.way());
    return {
      value,
      rows,
      confidence: whole,
      // A table made of a range tells the way to each of its rows.
      surenesses: rows.map((_, row) =>
        isTable || this.#definition.shows === "cells" ? confidenceOf(answer.way({ row, column: 0 })) : whole,
      ),
      way: () => wayOf(rows.length === 1 ? answer.way({ row: 0, column: 0 }) : answer.way()),
    };
  }
}

/** The columns that answers of a function have, whatever the row. */
function showsOf(id: string, { shows, also, besides }: Definition): Shows {
  if (typeof shows === "string") {
    const kind = shows === "cells" ? "euro" : shows;
    const rows = (value: unknown): readonly (readonly unknown[])[] =>
      shows === "cells" ? (value as unknown[][]).flatMap((row) => row.map((one) => [one])) : [[value]];
    return { columns: [[id, kind]], rows };
  }
  const columns = [...columnsOf(shows, {}, []), ...Object.entries(also ?? {})];
  // What holds of the whole stands first, as in the corner of a cell's table.
  const whole = Object.keys(besides ?? {}).filter((name) => besides![name] === "yes");
  return {
    columns: [...whole.map(() => [id, "met"] as const), ...columns],
    rows: (value) =>
      rowsOf(value).map((row) => [
        ...whole.map((name) => (value as Readonly<Record<string, unknown>>)[name]),
        ...columns.map(([name]) => row[name]),
      ]),
  };
}

/** What a cell of a file says for an argument: days as people of this country write them, too. */
function argumentOf(argument: Argument<unknown>, cell: Cell): unknown {
  if (cell instanceof DayCell) return isoDate(Math.floor(cell.serial));
  if (cell instanceof ErrorCell) return { type: "Error", basicValue: cell.code };
  if (typeof cell !== "string") return cell;
  const text = cell.trim();
  if (text === "") return null;
  const given = cellOf(argument, [text]);
  if (argument.kind !== "date" && argument.kind !== "rows") return given;
  return Array.isArray(given) ? (given as unknown[][]).map((row) => row.map(dayOf)) : dayOf(given);
}

function dayOf(given: unknown): unknown {
  const serial = typeof given === "string" ? dayFirst(given)?.serial : undefined;
  return serial === null || serial === undefined ? given : isoDate(serial);
}

/** Of the columns of a program, and of people. */
const KINDS: Readonly<Partial<Record<Shown, ColumnKind>>> = {
  euro: "euro",
  exact: "number",
  rate: "rate",
  fraction: "rate",
  ratio: "rate",
  date: "day",
  number: "number",
};

/** The columns as people read them. */
export const columnsFor = (columns: Calculation["columns"]): Column[] =>
  columns.map(([name, kind]) => ({ name: name.includes(".") ? name : columnName(name), kind: KINDS[kind] ?? "text" }));

/** The cells of a row as people read them: numbers and days for a spreadsheet, words in the language, errors by their codes. */
export const cellsFor = (columns: Calculation["columns"], row: readonly unknown[], codes: Codes): Cell[] =>
  row.map((value, at): Cell => {
    const [, kind] = columns[at]!;
    if (value === null || value === undefined) return null;
    if (isRefusal(value)) return new ErrorCell(codes[value.code]);
    const column = KINDS[kind];
    if (column === "day" && typeof value === "string") return new DayCell(isoDay(value)!);
    if (column !== undefined && typeof value === "number") return value;
    return cellText(kind, value, codes);
  });

/** What is wrong in a row: the refusals of its cells, each once. */
export const reasonsOf = (row: readonly unknown[]): Refusal[] => [
  ...new Map(row.filter(isRefusal).map((refusal) => [refusal.message, refusal])).values(),
];

export const confidenceName = (confidence: Confidence | undefined): string | null =>
  confidence === undefined ? null : t(`confidence/${confidence}`);
