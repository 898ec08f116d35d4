import { readFile } from "node:fs/promises";
import { DEFINITIONS } from "../../../../src/definitions";
import { type Book, isDayFormat, read, type Sheet } from "../../../../src/package";
import { problem } from "./problem";
import { type Batch, BATCH, type Cell, DayCell, ErrorCell, type Row, type Source, textOf } from "./table";

/** A sheet of a workbook: the one that is named, or the one in front. */
export async function workbookSource(file: string, named?: string): Promise<Source> {
  const bytes = await readFile(file);
  if (bytes.length === 0) throw problem("empty", { file });
  const { book } = read(bytes, Object.keys(DEFINITIONS));
  const sheet = sheetOf(book, file, named);
  const [headings = [], ...rows] = rowsOf(book, sheet);
  if (headings.length === 0) throw problem("empty-sheet", { file, sheet: sheet.name });
  return { headings: headings.map((cell) => (cell === null ? "" : textOf(cell).trim())), batches: inBatches(rows) };
}

function sheetOf({ sheets, active = 0 }: Book, file: string, named?: string): Sheet {
  const found =
    named === undefined ? sheets[active] : sheets.find(({ name }) => name.toLowerCase() === named.toLowerCase());
  if (found) return found;
  const names = sheets.map(({ name }) => name).join(", ");
  throw named === undefined ? problem("empty", { file }) : problem("sheet", { file, sheet: named, names });
}

/** The cells by rows, from the first row that has something. */
function rowsOf({ styles = [] }: Book, { cells }: Sheet): Row[] {
  const isDay = styles.map(({ format }) => format !== undefined && isDayFormat(format));
  const filled = cells.filter(({ value }) => value !== undefined && value !== "");
  const [top, left] = [filled.map(({ row }) => row), filled.map(({ column }) => column)].map((places) =>
    places.reduce((least, place) => Math.min(least, place), Infinity),
  ) as [number, number];
  const rows: Cell[][] = [];
  for (const { row, column, value, style } of filled) {
    const cellsOfRow = (rows[row - top] ??= []);
    if (typeof value === "object") cellsOfRow[column - left] = new ErrorCell(value.error);
    else if (typeof value === "number" && style !== undefined && isDay[style])
      cellsOfRow[column - left] = new DayCell(value);
    else cellsOfRow[column - left] = value!;
  }
  return Array.from(rows, (row = []) => Array.from(row, (cell = null) => cell));
}

function* inBatches(rows: readonly Row[]): Generator<Batch> {
  for (let from = 0; from < rows.length; from += BATCH)
    yield { rows: rows.slice(from, from + BATCH), done: Math.min(1, (from + BATCH) / rows.length) };
}
