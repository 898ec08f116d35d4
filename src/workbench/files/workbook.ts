import type { ICellData, IColumnData, IRange, IRowData, IWorkbookData, IWorksheetData } from "@univerjs/core";
import { COLUMNS, ROWS } from "../../formula/addresses";
import { OWN_FIGURES_NAME } from "../../host/host";
import { type Area, type Book, type Cell, FileRefused, LIMITS, pixelsOf, type Sheet, type Value } from "../../package";
import { withCharts } from "../charts/stored";
import { listResource } from "./lists";
import { sheetStyle } from "./looks";
import { customOf } from "./stored";

/**
 * What the workbench holds. More cells it shows in seconds; formulas take the engine longer than their number: 40,000 calls of ours half
 * a minute, twice as many well over a minute, in which the page answers badly.
 */
export const HOLDS = { cells: 500_000, formulas: 50_000 } as const;

/** Rows and columns that a sheet has at least, and that stay free behind its cells. */
const LEAST = { rows: 1_000, columns: 26 };
const ROOM = { rows: 100, columns: 4 };

const NOTE_SIZE = { width: 320, height: 160 };

/** Of the spreadsheet, which does not come into the worker. */
const KIND = { text: 1, number: 2, truth: 3 } as const;
const YES = 1;
const NO = 0;
const WHOLE_WORKBOOK = "AllDefaultWorkbook";
const NOTES = "SHEET_NOTE_PLUGIN";
const NAMES = "SHEET_DEFINED_NAME_PLUGIN";

/** A workbook as the spreadsheet takes it, with what a file holds. Whatever is too much is refused here, before it takes the place of anything. */
export function workbookOf(book: Book, name: string): IWorkbookData {
  const cells = book.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  if (cells > HOLDS.cells) throw new FileRefused("too-many-cells", { limit: HOLDS.cells });
  const formulas = book.sheets.reduce((sum, sheet) => sum + sheet.cells.filter((cell) => cell.formula).length, 0);
  if (formulas > HOLDS.formulas) throw new FileRefused("too-many-formulas", { limit: HOLDS.formulas });
  const sheets = book.sheets.map((sheet, index) => [idOf(index), sheetOf(sheet, idOf(index))] as const);
  const lists = book.sheets.flatMap(({ lists: list }, index) => (list ? [[idOf(index), list] as const] : []));
  const charts = book.sheets.flatMap(({ charts: drawn }, index) => (drawn ? [[idOf(index), drawn] as const] : []));
  const workbook: IWorkbookData = {
    id: "statut-social",
    name,
    appVersion: "",
    locale: "enUS" as IWorkbookData["locale"],
    styles: Object.fromEntries((book.styles ?? []).map((style, index) => [styleId(index), sheetStyle(style)])),
    sheetOrder: sheets.map(([id]) => id),
    sheets: Object.fromEntries(sheets),
    custom: customOf(book.settings ?? []),
    resources: [
      { name: NAMES, data: JSON.stringify(namesOf(book)) },
      { name: NOTES, data: JSON.stringify(notesOf(book)) },
      ...listResource(new Map(lists)),
    ],
  };
  return withCharts(workbook, new Map(charts));
}

const idOf = (index: number): string => `sheet-${index + 1}`;
const styleId = (index: number): string => `style-${index + 1}`;

function sheetOf(sheet: Sheet, id: string): Partial<IWorksheetData> {
  const {
    cells,
    columns = [],
    rows = [],
    merged = [],
    frozen,
    defaultWidth,
    defaultHeight,
    noGrid,
    hidden,
    print,
  } = sheet;
  const end = (key: "row" | "column", areas: readonly { row: number; column: number }[]): number =>
    areas.reduce((most, area) => Math.max(most, area[key] + 1), 0);
  const shown = [...cells, ...(sheet.notes ?? [])];
  const rowCount = Math.min(ROWS, Math.max(LEAST.rows, end("row", [...shown]) + ROOM.rows, frozen?.rows ?? 0));
  const columnCount = Math.min(
    COLUMNS,
    Math.max(LEAST.columns, end("column", shown) + ROOM.columns, frozen?.columns ?? 0),
  );
  const columnData: Record<number, Partial<IColumnData>> = {};
  for (const { from, to, width, hidden: isHidden, style } of columns) {
    for (let at = from; at <= Math.min(to, columnCount - 1); at++) {
      columnData[at] = {
        ...(width !== undefined && { w: pixelsOf(width) }),
        ...(isHidden && { hd: YES }),
        ...(style !== undefined && { s: styleId(style) }),
      };
    }
  }
  const rowData: Record<number, Partial<IRowData>> = {};
  for (const { row, height, hidden: isHidden, style } of rows.filter(({ row }) => row < rowCount)) {
    rowData[row] = {
      // A height that the file says is no longer that of what the row holds.
      ...(height !== undefined && { h: pixels(height), ia: NO }),
      ...(isHidden && { hd: YES }),
      ...(style !== undefined && { s: styleId(style) }),
    };
  }
  return {
    id,
    name: sheet.name,
    cellData: cellsOf(cells),
    rowCount,
    columnCount,
    rowData,
    columnData,
    mergeData: mergedOf(merged, rowCount, columnCount),
    hidden: hidden ? YES : NO,
    showGridlines: noGrid ? NO : YES,
    defaultRowHeight: defaultHeight === undefined ? 20 : pixels(defaultHeight),
    defaultColumnWidth: defaultWidth === undefined ? 64 : pixelsOf(defaultWidth),
    ...(frozen && {
      freeze: {
        xSplit: Math.min(frozen.columns, columnCount),
        ySplit: Math.min(frozen.rows, rowCount),
        startRow: frozen.rows > 0 ? frozen.rows : -1,
        startColumn: frozen.columns > 0 ? frozen.columns : -1,
      },
    }),
    ...(print && { custom: { print } }),
  };
}

const pixels = (points: number): number => Math.round((points * 4) / 3);

function cellsOf(cells: readonly Cell[]): Record<number, Record<number, ICellData>> {
  const matrix: Record<number, Record<number, ICellData>> = {};
  for (const { row, column, value, formula, spilled, style } of cells) {
    // What a formula fills comes with its calculation.
    const data: ICellData = spilled || value === undefined ? {} : dataOf(value);
    if (formula !== undefined) data.f = formula;
    if (style !== undefined) data.s = styleId(style);
    (matrix[row] ??= {})[column] = data;
  }
  return matrix;
}

function dataOf(value: Value): ICellData {
  if (typeof value === "number") return { v: value, t: KIND.number };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: KIND.truth };
  return { v: typeof value === "string" ? value : value.error, t: KIND.text };
}

/** Within the sheet, and none over another: the spreadsheet cannot show cells that are of two. */
function mergedOf(merged: readonly Area[], rowCount: number, columnCount: number): IRange[] {
  const taken = new Set<number>();
  return merged.flatMap(({ row, column, rows, columns }) => {
    const [endRow, endColumn] = [Math.min(row + rows, rowCount) - 1, Math.min(column + columns, columnCount) - 1];
    if (endRow < row || endColumn < column || (endRow === row && endColumn === column)) return [];
    if (taken.size + (endRow - row + 1) * (endColumn - column + 1) > LIMITS.cells)
      throw new FileRefused("too-many-cells", { limit: LIMITS.cells });
    const cells: number[] = [];
    for (let r = row; r <= endRow; r++) for (let c = column; c <= endColumn; c++) cells.push(r * COLUMNS + c);
    if (cells.some((cell) => taken.has(cell))) return [];
    cells.forEach((cell) => taken.add(cell));
    return [{ startRow: row, endRow, startColumn: column, endColumn }];
  });
}

function namesOf({ names = [] }: Book): object {
  // The mark of the own figures is made anew with each file.
  const known = names.filter(({ name }) => name !== OWN_FIGURES_NAME);
  return Object.fromEntries(
    known.map(({ name, formula, sheet, hidden }, index) => {
      const isPlace = /^=(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?$/iu.test(formula);
      const id = `name-${index + 1}`;
      return [
        id,
        {
          id,
          name,
          formulaOrRefString: isPlace ? formula.slice(1) : formula,
          localSheetId: sheet === undefined ? WHOLE_WORKBOOK : idOf(sheet),
          ...(hidden && { hidden: true }),
        },
      ];
    }),
  );
}

function notesOf({ sheets }: Book): object {
  return Object.fromEntries(
    sheets.flatMap(({ notes = [] }, index) => {
      const rows: Record<number, Record<number, object>> = {};
      for (const { row, column, text } of notes)
        (rows[row] ??= {})[column] = { ...NOTE_SIZE, row, col: column, note: text, id: `note-${row}-${column}` };
      return notes.length > 0 ? [[idOf(index), rows] as const] : [];
    }),
  );
}
