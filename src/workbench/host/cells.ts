import { CellValueType, ObjectMatrix, type ICellData, type IRange, type Nullable } from "@univerjs/core";
import {
  deserializeRangeWithSheet,
  ErrorType,
  FormulaDataModel,
  isReferenceString,
  serializeRange,
  type FWorksheet,
} from "@univerjs/preset-sheets-core";
import { type CellContent, type CellValue, MOST_CELLS, type Place } from "../../host/host";
import { type Book, calm } from "./book";

/** Cell by cell what formulas put beside themselves: it stands in no cell of its own. */
function spilledAt({ injector, id }: Book, sheetId: string, row: number, column: number): Nullable<ICellData> {
  return injector.get(FormulaDataModel).getArrayFormulaCellData()[id]?.[sheetId]?.[row]?.[column];
}

/** The cells that the formula of a cell fills; it fills none but its own when something is in the way. */
export function filledBy(book: Book, sheet: FWorksheet, row: number, column: number): IRange {
  const ranges = book.injector.get(FormulaDataModel).getArrayFormulaRange()[book.id]?.[sheet.getSheetId()];
  const blocked = valueAt(book, sheet, row, column) === ErrorType.SPILL;
  const itself = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  return (blocked ? undefined : ranges?.[row]?.[column]) ?? itself;
}

/** The last row with anything in it, also what formulas put beside themselves. */
export function lastRow({ injector, id }: Book, sheet: FWorksheet): number {
  let last = sheet.getLastRow();
  const ranges = injector.get(FormulaDataModel).getArrayFormulaRange()[id]?.[sheet.getSheetId()];
  new ObjectMatrix(ranges).forValue((_row, _column, range) => {
    last = Math.max(last, range?.endRow ?? 0);
  });
  return last;
}

/** Whether the formula of another cell fills this one. */
export const isFilled = (book: Book, sheet: FWorksheet, row: number, column: number): boolean =>
  Boolean(spilledAt(book, sheet.getSheetId(), row, column));

/** Formulas show what hides behind an empty result, and an empty text may be part of what another cell fills. */
export function isTaken(book: Book, sheet: FWorksheet, row: number, column: number): boolean {
  const value = valueAt(book, sheet, row, column);
  const filled = spilledAt(book, sheet.getSheetId(), row, column) ?? formulaAt(sheet, row, column);
  return Boolean(filled) || (value !== null && value !== "");
}

export function valueAt(book: Book, sheet: FWorksheet, row: number, column: number): CellValue {
  const own = valueOf(sheet.getSheet().getCellRaw(row, column));
  return own ?? valueOf(spilledAt(book, sheet.getSheetId(), row, column));
}

function valueOf(cell: Nullable<ICellData>): CellValue {
  const text = cell?.p?.body?.dataStream.replace(/\r\n$/, "");
  const value = text ?? cell?.v ?? null;
  return value !== null && cell?.t === CellValueType.BOOLEAN ? Boolean(value) : value;
}

/** With its type, lest a text that looks like a number or a date is taken for one. */
export function valueData(value: CellValue): ICellData {
  switch (typeof value) {
    case "number":
      return { v: value, t: CellValueType.NUMBER };
    case "boolean":
      return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
    case "string":
      return { v: value, t: CellValueType.STRING };
    default:
      return { v: null };
  }
}

export function valuesOf(book: Book, sheet: FWorksheet, range: IRange): CellValue[][] {
  return indices(range.startRow, range.endRow).map((row) =>
    indices(range.startColumn, range.endColumn).map((column) => valueAt(book, sheet, row, column)),
  );
}

export function indices(start: number, end: number): number[] {
  return Array.from({ length: end - start + 1 }, (_, index) => start + index);
}

export function formulaAt(sheet: FWorksheet, row: number, column: number): string | null {
  return sheet.getRange(row, column).getFormula() || null;
}

/** Upper left cell of the selection. */
export function selectedPlace({ workbook }: Book): { sheet: FWorksheet; row: number; column: number } {
  const sheet = workbook.getActiveSheet();
  const range = sheet.getActiveRange() ?? sheet.getRange(0, 0);
  return { sheet, row: range.getRow(), column: range.getColumn() };
}

export function selectedCell(book: Book): CellContent {
  const { sheet, row, column } = selectedPlace(book);
  const spilledFrom = sourceOf(book, sheet, row, column);
  return {
    sheet: sheet.getSheetName(),
    address: addressOf(row, column),
    formula: formulaAt(sheet, row, column),
    value: valueAt(book, sheet, row, column),
    text: sheet.getRange(row, column).getDisplayValue(),
    ...(spilledFrom && { spilledFrom }),
  };
}

/** The cell whose formula fills this one. */
function sourceOf(book: Book, sheet: FWorksheet, row: number, column: number): CellContent["spilledFrom"] | undefined {
  const { injector, id } = book;
  const sheetId = sheet.getSheetId();
  if (!spilledAt(book, sheetId, row, column)) return undefined;
  let source: CellContent["spilledFrom"];
  new ObjectMatrix(injector.get(FormulaDataModel).getArrayFormulaRange()[id]?.[sheetId]).forValue(
    (fromRow, fromColumn, range) => {
      const formula = formulaAt(sheet, fromRow, fromColumn);
      const isItself = fromRow === row && fromColumn === column;
      if (!formula || isItself || !range || !contains(range, row, column)) return;
      source = {
        address: addressOf(fromRow, fromColumn),
        formula,
        row: row - fromRow,
        column: column - fromColumn,
      };
    },
  );
  return source;
}

function contains({ startRow, endRow, startColumn, endColumn }: IRange, row: number, column: number): boolean {
  return row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;
}

export function addressOf(row: number, column: number): string {
  return serializeRange({ startRow: row, endRow: row, startColumn: column, endColumn: column });
}

export function readRange(book: Book, { sheet: name, address }: Place): CellValue[][] | null {
  const sheet = book.workbook.getSheetByName(name);
  const fills = address.endsWith("#");
  const reference = fills ? address.slice(0, -1) : address;
  if (!sheet || !isReferenceString(reference)) return null;
  const { range: named } = deserializeRangeWithSheet(reference);
  const range = fills ? filledBy(book, sheet, named.startRow, named.startColumn) : within(sheet, named);
  const cells = (range.endRow - range.startRow + 1) * (range.endColumn - range.startColumn + 1);
  return cells > MOST_CELLS ? null : valuesOf(book, sheet, range);
}

/** Whole columns and rows end where the sheet does. */
function within(sheet: FWorksheet, { startRow, endRow, startColumn, endColumn }: IRange): IRange {
  return {
    startRow: startRow || 0,
    endRow: Number.isNaN(endRow) ? sheet.getMaxRows() - 1 : endRow,
    startColumn: startColumn || 0,
    endColumn: Number.isNaN(endColumn) ? sheet.getMaxColumns() - 1 : endColumn,
  };
}

export async function readName(book: Book, name: string): Promise<CellValue[][] | null> {
  const definition = book.workbook.getDefinedName(name)?.getFormulaOrRefString().replace(/^=/, "");
  if (definition === undefined) return null;
  if (isReferenceString(definition)) {
    const { sheetName } = deserializeRangeWithSheet(definition);
    const sheet = sheetName || book.workbook.getActiveSheet().getSheetName();
    return readRange(book, { sheet, address: definition.slice(definition.lastIndexOf("!") + 1) });
  }
  return evaluate(book, `=${definition}`);
}

async function evaluate(book: Book, formula: string): Promise<CellValue[][]> {
  await calm(book);
  const sheetId = book.workbook.getActiveSheet().getSheetId();
  const formulas = { [book.id]: { [sheetId]: { 0: { 0: [formula] } } } };
  const results = await book.spreadsheet.getFormula().executeFormulas(formulas);
  const value = results[book.id]?.[sheetId]?.[0]?.[0]?.[0]?.value ?? null;
  return Array.isArray(value) ? value : [[value]];
}
