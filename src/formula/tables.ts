import type { TableReference } from "./parser";
import { type Area, type CellValue, type ErrorValue, type Matrix, REFERENCE, VALUE } from "./values";

/** A table of the workbook, with its header and total rows where it shows them. */
export interface TableContent {
  readonly sheet: string;
  /** Of its upper left cell, from 0. */
  readonly row: number;
  readonly column: number;
  readonly values: Matrix<CellValue>;
  readonly hasHeaders: boolean;
  readonly hasTotals: boolean;
  /** Also where the header row is hidden. */
  readonly columns: readonly string[];
}

export interface TablePart {
  readonly area: Area;
  readonly values: Matrix<CellValue>;
}

interface Span {
  readonly from: number;
  readonly count: number;
}

/** What a reference means of a table; `row` is that of the cell with the formula, counted as the table's is. */
export function tablePart(table: TableContent, reference: TableReference, row: number | null): TablePart | ErrorValue {
  const columns = columnsOf(table, reference.columns);
  const rows = rowsOf(table, reference.parts, row);
  if (columns === null) return REFERENCE;
  if (rows === null) return reference.parts.includes("this row") ? VALUE : REFERENCE;
  return {
    area: { row: table.row + rows.from, column: table.column + columns.from, rows: rows.count, columns: columns.count },
    values: table.values
      .slice(rows.from, rows.from + rows.count)
      .map((line) => line.slice(columns.from, columns.from + columns.count)),
  };
}

/** From the first column named to the last; all where none is. */
function columnsOf({ columns }: TableContent, named: readonly string[]): Span | null {
  if (named.length === 0) return { from: 0, count: columns.length };
  const places = named.map((name) => columns.findIndex((column) => column.toLowerCase() === name.toLowerCase()));
  if (places.includes(-1)) return null;
  const from = Math.min(...places);
  return { from, count: Math.max(...places) - from + 1 };
}

/** Data, unless a part says otherwise; parts that touch may be said together. */
function rowsOf(table: TableContent, parts: readonly string[], row: number | null): Span | null {
  const { values, hasHeaders, hasTotals } = table;
  const first = hasHeaders ? 1 : 0;
  const last = values.length - (hasTotals ? 1 : 0);
  const spans: Readonly<Record<string, readonly [from: number, to: number] | null>> = {
    all: [0, values.length],
    data: [first, last],
    headers: hasHeaders ? [0, 1] : null,
    totals: hasTotals ? [last, values.length] : null,
  };
  if (parts.includes("this row")) {
    const place = row === null ? -1 : row - table.row;
    return place >= first && place < last ? { from: place, count: 1 } : null;
  }
  const wanted = (parts.length === 0 ? ["data"] : parts).map((part) => spans[part] ?? null);
  if (wanted.includes(null)) return null;
  const from = Math.min(...wanted.map((span) => span![0]));
  const to = Math.max(...wanted.map((span) => span![1]));
  return to > from ? { from, count: to - from } : null;
}
