import { fieldsOf, likelySeparator } from "../../package/fields";
import { areaOf, ROWS } from "../../formula/addresses";
import type { Area, CellValue, Place } from "../../host/host";

/** A list as it was found: cells by rows, all of one length. */
export interface Table {
  readonly rows: readonly (readonly CellValue[])[];
  /** Where its first cell stands; absent for a text that was pasted. */
  readonly at?: { readonly sheet: string; readonly row: number; readonly column: number };
}

const isBlank = (cell: CellValue | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");

export const isBlankRow = (row: readonly CellValue[]): boolean => row.every(isBlank);

/** Without the rows below the last one that has something. */
const trimmed = (rows: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] =>
  rows.slice(0, rows.findLastIndex((row) => !isBlankRow(row)) + 1);

/** What was copied from a spreadsheet or from a CSV file. */
export function pastedTable(text: string): Table {
  const body = text.replace(/^\ufeff/, "");
  const rows = fieldsOf(body, body.includes("\t") ? "\t" : likelySeparator(body));
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  return { rows: trimmed(rows.map((row) => Array.from({ length: columns }, (_, at) => row[at]?.trim() ?? ""))) };
}

export function tableAt({ sheet, address }: Place, values: readonly (readonly CellValue[])[]): Table {
  const { row, column, rows } = areaOf(address)!;
  return { rows: trimmed(values), at: { sheet, row: rows === ROWS ? 0 : row, column } };
}

/** How far around a cell a list is looked for. */
export const SEARCHED: Area = { row: 0, column: 0, rows: 2_000, columns: 40 };

/** The cells around one that hang together with it, as far as a blank row and a blank column; null where there are none. */
export function regionAround(values: readonly (readonly CellValue[])[], row: number, column: number): Area | null {
  let [top, bottom, left, right] = [row, row, column, column];
  const isFilled = (r: number, c: number): boolean => !isBlank(values[r]?.[c]);
  const some = (from: number, to: number, test: (at: number) => boolean): boolean => {
    for (let at = from; at <= to; at++) if (test(at)) return true;
    return false;
  };
  const rowHas = (r: number): boolean => r >= 0 && some(left - 1, right + 1, (c) => isFilled(r, c));
  const columnHas = (c: number): boolean => c >= 0 && some(top - 1, bottom + 1, (r) => isFilled(r, c));
  for (let grows = true; grows;) {
    grows = true;
    if (rowHas(top - 1)) top -= 1;
    else if (rowHas(bottom + 1)) bottom += 1;
    else if (columnHas(left - 1)) left -= 1;
    else if (columnHas(right + 1)) right += 1;
    else grows = false;
  }
  const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  return area.rows === 1 && area.columns === 1 && !isFilled(row, column) ? null : area;
}
