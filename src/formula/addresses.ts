import type { Area } from "./values";

/** The grid of a sheet. */
export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

const CORNER = /^(?:\$?([A-Z]{1,3}))?(?:\$?([1-9]\d{0,6}))?$/i;

/** The area of B2, A1:C10, A:A or 1:3; null for anything that is no such address. */
export function areaOf(address: string): Area | null {
  const corners = address.split(":").map(cornerOf);
  const [first, last = first] = corners;
  if (corners.length > 2 || !first || !last) return null;
  const whole = corners.length === 2;
  const rows = span(first.row, last.row, ROWS, whole);
  const columns = span(first.column, last.column, COLUMNS, whole);
  if (!rows || !columns || (first.row === null && first.column === null)) return null;
  return { row: rows.from, rows: rows.count, column: columns.from, columns: columns.count };
}

/** B2, or A1:C10 for more cells than one. */
export function addressOf({ row, column, rows, columns }: Area): string {
  const first = `${lettersOf(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${lettersOf(column + columns - 1)}${row + rows}`;
}

/** Names of sheets that need no quotes: no signs, and nothing that reads as a cell (A1, R1C1). */
const PLAIN_NAME = /^(?![A-Z]{1,3}\d|R?\d*C?\d*$)[A-Z_]\w*$/i;

/** As a formula of any sheet names it. */
export function inSheet(sheet: string, address: string): string {
  return `${PLAIN_NAME.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${address}`;
}

/** Excel's addresses name their sheet: what is after it. */
export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1);
}

/** The sheet that is named before the "!" of an address; null where none is. */
export function sheetOf(address: string): string | null {
  const name = address.slice(0, Math.max(0, address.lastIndexOf("!")));
  if (name === "") return null;
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

interface Corner {
  readonly row: number | null;
  readonly column: number | null;
}

function cornerOf(text: string): Corner | null {
  const match = CORNER.exec(text);
  if (!match) return null;
  const [, column, row] = match;
  return { row: row ? Number(row) - 1 : null, column: column ? columnOf(column) : null };
}

/** Both ends, or none of a range that takes all there are. */
function span(first: number | null, last: number | null, size: number, whole: boolean) {
  if (first === null && last === null) return whole ? { from: 0, count: size } : null;
  if (first === null || last === null || Math.max(first, last) >= size) return null;
  return { from: Math.min(first, last), count: Math.abs(last - first) + 1 };
}

function columnOf(text: string): number {
  return [...text.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A for the first column. */
export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}
