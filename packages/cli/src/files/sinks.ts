import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { once } from "node:events";
import { ParquetWriter, fileWriter } from "hyparquet-writer";
import type { SchemaElement } from "hyparquet";
import { reader, recordOf } from "../../../../src/i18n";
import {
  type Book,
  type Cell as BookCell,
  csvLine,
  LIMITS,
  type Style,
  type Value,
  write,
} from "../../../../src/package";
import { civilDate } from "../../../../src/rules/calendar";
import { problem } from "./problem";
import {
  type Cell,
  type Column,
  type ColumnKind,
  DayCell,
  ErrorCell,
  type Row,
  type Sink,
  type Syntax,
  textOf,
} from "./table";

/** Takes a piece of text, and says when there is room for the next one. */
export type Put = (text: string) => Promise<void>;

/** A text file that takes pieces; whoever is done closes it. */
export function textFile(file: string): { readonly put: Put; readonly close: () => Promise<void> } {
  const stream = createWriteStream(file, { highWaterMark: 2 ** 20 });
  let failure: Error | undefined;
  stream.on("error", (error) => (failure = error));
  const put: Put = async (text) => {
    if (failure) throw failure;
    if (!stream.write(text)) await once(stream, "drain");
  };
  const close = async (): Promise<void> => {
    if (failure) throw failure;
    stream.end();
    await once(stream, "close");
    if (failure) throw failure;
  };
  return { put, close };
}

/** As the file that was read; days as Belgians write them. */
export function csvSink(columns: readonly Column[], { separator, decimal, newline, mark }: Syntax, put: Put): Sink {
  const { words } = recordOf(reader.language).excel;
  const syntax = { separator, decimal, words };
  const isEuro = columns.map(({ kind }) => kind === "euro");
  const value = (cell: Cell, column: number): Value | null => {
    if (typeof cell === "number") return isEuro[column] ? cell.toFixed(2).replace(".", decimal) : cell;
    if (cell instanceof DayCell) return dayText(cell);
    return cell instanceof ErrorCell ? cell.code : cell;
  };
  const line = (row: Row): string => csvLine(row.map(value), syntax) + newline;
  let head =
    (mark ? "\ufeff" : "") +
    csvLine(
      columns.map(({ name }) => name),
      syntax,
    ) +
    newline;
  const flush = async (text: string): Promise<void> => {
    const before = head;
    head = "";
    await put(before + text);
  };
  return {
    write: (rows) => flush(rows.map(line).join("")),
    finish: () => (head === "" ? undefined : flush("")),
  };
}

function dayText({ serial }: DayCell): string {
  const { year, month, day } = civilDate(Math.floor(serial));
  return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

const DAY_FORMAT = "dd/mm/yyyy";

/** A workbook of one sheet. It is made as a whole: Excel opens none that is much larger. */
export function workbookSink(columns: readonly Column[], file: string, sheet: string): Sink {
  const formats: Readonly<Partial<Record<ColumnKind, string>>> = {
    euro: recordOf(reader.language).euro,
    rate: "0.00##%",
    day: DAY_FORMAT,
  };
  const styles: Style[] = [{ bold: true }, { format: DAY_FORMAT }];
  const styleOf = columns.map(({ kind }) => {
    const format = formats[kind];
    return format === undefined ? undefined : styles.push({ format }) - 1;
  });
  const cells: BookCell[] = columns.map(({ name }, column) => ({ row: 0, column, value: name, style: 0 }));
  let count = 1;
  return {
    write: (rows) => {
      for (const row of rows) {
        row.forEach((cell, column) => {
          if (cell === null || cell === "") return;
          const style = cell instanceof DayCell ? 1 : typeof cell === "number" ? styleOf[column] : undefined;
          cells.push({ row: count, column, value: valueOf(cell), ...(style !== undefined && { style }) });
        });
        count += 1;
        if (cells.length > LIMITS.cells) throw problem("workbook-size", { limit: LIMITS.cells });
      }
    },
    finish: async () => {
      const widths = columns.map(({ name }, at) => ({ from: at, to: at, width: Math.max(12, name.length + 2) }));
      const frozen = { rows: 1, columns: 0 };
      const book: Book = { styles, sheets: [{ name: sheet, cells, columns: widths, frozen }] };
      await writeFile(file, write(book, []));
    },
  };
}

function valueOf(cell: Exclude<Cell, null>): Value {
  if (cell instanceof DayCell) return cell.serial;
  return cell instanceof ErrorCell ? { error: cell.code } : cell;
}

/** Rows of a group: a reader takes one at a time. */
const GROUP = 50_000;
const DIGITS = 18;

const ELEMENTS: Readonly<Record<ColumnKind, Omit<SchemaElement, "name">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  given: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  euro: { type: "INT64", converted_type: "DECIMAL", scale: 2, precision: DIGITS },
  rate: { type: "DOUBLE" },
  number: { type: "DOUBLE" },
  whole: { type: "INT64" },
  day: { type: "INT32", converted_type: "DATE" },
  truth: { type: "BOOLEAN" },
};

const EPOCH = 25_569;

/** A cell as its column has it: cents as a whole number, days since 1970. What is of another kind, an error for one, is nothing there. */
const STORED: Readonly<Record<ColumnKind, (cell: Exclude<Cell, null>) => unknown>> = {
  text: (cell) => textOf(cell),
  given: (cell) => textOf(cell),
  euro: (cell) => (typeof cell === "number" ? BigInt(Math.round(cell * 100)) : null),
  rate: (cell) => (typeof cell === "number" ? cell : null),
  number: (cell) => (typeof cell === "number" ? cell : null),
  whole: (cell) => (typeof cell === "number" ? BigInt(cell) : typeof cell === "string" ? BigInt(cell) : null),
  day: (cell) => (cell instanceof DayCell ? Math.floor(cell.serial) - EPOCH : null),
  truth: (cell) => (typeof cell === "boolean" ? cell : null),
};

/** Amounts as DECIMAL, exact; groups of rows as they come. */
export function parquetSink(columns: readonly Column[], file: string, createdBy: string): Sink {
  const schema: SchemaElement[] = [
    { name: "root", num_children: columns.length },
    ...columns.map(({ name, kind }) => ({ name, repetition_type: "OPTIONAL" as const, ...ELEMENTS[kind] })),
  ];
  const writer = new ParquetWriter({ writer: fileWriter(file), schema, createdBy });
  let data = columns.map((): unknown[] => []);
  const group = async (): Promise<void> => {
    const columnData = columns.map(({ name }, at) => ({ name, data: data[at]! }));
    data = columns.map((): unknown[] => []);
    await writer.write({ columnData, rowGroupSize: GROUP });
  };
  return {
    write: async (rows) => {
      for (const row of rows)
        columns.forEach(({ kind }, at) => {
          const cell = row[at] ?? null;
          data[at]!.push(cell === null || (kind === "given" && cell === "") ? null : STORED[kind](cell));
        });
      if (data[0]!.length >= GROUP) await group();
    },
    finish: async () => {
      if (data[0]!.length > 0) await group();
      await writer.finish();
    },
  };
}
