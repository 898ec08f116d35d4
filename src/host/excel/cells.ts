import { addressOf, areaOf, COLUMNS, inSheet, ROWS, withoutSheet } from "../../formula/addresses";
import {
  type Area,
  type CellContent,
  type CellValue,
  MOST_CELLS,
  type Place,
  type TableContent,
  type Work,
} from "../host";
import { listen } from "./events";
import { CELLS_A_STEP, slices } from "./steps";

export function selectedCell(): Promise<CellContent> {
  return Excel.run(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("worksheet/name, address, rowIndex, columnIndex, formulas, values, valueTypes, text");
    const parent = cell.getSpillParentOrNullObject();
    parent.load("address, rowIndex, columnIndex, formulas");
    await context.sync();

    const value = valuesOf(cell)[0]![0] ?? null;
    const content = {
      sheet: cell.worksheet.name,
      address: withoutSheet(cell.address),
      formula: formulaIn(cell),
      value,
      text: cell.text[0]?.[0] ?? "",
    };
    // The first cell of a spill may be named as its own parent.
    if (parent.isNullObject || withoutSheet(parent.address) === content.address) return content;
    return {
      ...content,
      formula: null,
      spilledFrom: {
        address: withoutSheet(parent.address),
        formula: String(parent.formulas[0]![0]),
        row: cell.rowIndex - parent.rowIndex,
        column: cell.columnIndex - parent.columnIndex,
      },
    };
  });
}

export function selectedRange(): Promise<string> {
  return Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load("worksheet/name, address");
    await context.sync();
    return inSheet(range.worksheet.name, withoutSheet(range.address));
  });
}

export function select({ sheet, address }: Place): Promise<void> {
  return Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRange(address).select();
    await context.sync();
  });
}

export const onSelectionChange = (listener: () => void): (() => void) =>
  listen(listener, (workbook, call) => workbook.onSelectionChanged.add(call));

export function readRanges(
  places: readonly Place[],
  work: Pick<Work, "signal"> = {},
): Promise<(CellValue[][] | null)[]> {
  return Excel.run(async (context) => {
    const sheets = places.map(({ sheet }) => context.workbook.worksheets.getItemOrNullObject(sheet));
    await context.sync();
    const filled = places.map(({ address }, index) =>
      address.endsWith("#") && !sheets[index]!.isNullObject ? filledBy(sheets[index]!, address.slice(0, -1)) : null,
    );
    if (filled.some((range) => range !== null)) await context.sync();
    const areas = places.map(({ address }, index) => {
      const range = filled[index];
      if (!range) return areaOf(address);
      return range.isNullObject ? null : areaIn(range);
    });
    return readAreas(
      context,
      sheets.map((sheet, index) => {
        const area = areas[index];
        return area && !sheet.isNullObject ? { sheet, area } : null;
      }),
      VALUES,
      work,
    );
  });
}

/** The cells that the formula of a cell fills; of a cell that fills no other there are none. */
function filledBy(sheet: Excel.Worksheet, address: string): Excel.Range | null {
  const area = areaOf(address);
  if (!area) return null;
  const range = sheet.getRange(addressOf(area)).getSpillingToRangeOrNullObject();
  range.load("rowIndex, columnIndex, rowCount, columnCount");
  return range;
}

export function readTables(names: readonly string[], around: Place): Promise<(TableContent | null)[]> {
  return Excel.run(async (context) => {
    const own = names.includes("") ? await tableAround(context, around) : null;
    const items = names.map((name) => {
      const wanted = name === "" ? own : name;
      return wanted === null ? null : context.workbook.tables.getItemOrNullObject(wanted);
    });
    for (const item of items) item?.load("showHeaders, showTotals, columns/items/name, worksheet/name");
    await context.sync();
    const tables = items.map((item) => (item && !item.isNullObject ? { item, range: item.getRange() } : null));
    for (const table of tables) table?.range.load("rowIndex, columnIndex, rowCount, columnCount");
    await context.sync();
    const areas = tables.map((table) => (table ? { sheet: table.item.worksheet, area: areaIn(table.range) } : null));
    const values = await readAreas(context, areas, VALUES);
    return tables.map((table, index) => contentOf(table?.item, areas[index]?.area, values[index] ?? null));
  });
}

/** The name of the table in which a cell stands. */
async function tableAround(context: Excel.RequestContext, { sheet, address }: Place): Promise<string | null> {
  const tables = context.workbook.worksheets.getItem(sheet).getRange(address).getTables(false);
  tables.load("items/name");
  await context.sync();
  return tables.items[0]?.name ?? null;
}

function contentOf(
  table: Excel.Table | undefined,
  area: Area | undefined,
  values: CellValue[][] | null,
): TableContent | null {
  if (!table || !area || !values) return null;
  return {
    sheet: table.worksheet.name,
    row: area.row,
    column: area.column,
    values,
    hasHeaders: table.showHeaders,
    hasTotals: table.showTotals,
    columns: table.columns.items.map(({ name }) => name),
  };
}

/** Null for a name that the workbook does not have, undefined for one of which Excel does not tell what it holds. */
export function readNames(
  names: readonly string[],
  options: Excel.RunOptions = {},
): Promise<(CellValue[][] | null | undefined)[]> {
  return Excel.run(options, async (context) => {
    const items = names.map((name) => context.workbook.names.getItemOrNullObject(name));
    for (const item of items) item.load("type, value");
    await context.sync();

    const found = items.filter((item) => !item.isNullObject);
    const ranges = found.map((item) => {
      const range = item.getRangeOrNullObject();
      range.load("rowIndex, columnIndex, rowCount, columnCount");
      return range;
    });
    for (const item of found) if (item.type === "Array") item.arrayValues.load("values");
    await context.sync();

    const inCells = await readAreas(
      context,
      ranges.map((range) => (range.isNullObject ? null : { sheet: range.worksheet, area: areaIn(range) })),
      VALUES,
    );
    return items.map((item) => {
      if (item.isNullObject) return null;
      const values = inCells[found.indexOf(item)];
      if (values) return values;
      if (item.type === "Array") return item.arrayValues.values as CellValue[][];
      const value = item.value as CellValue;
      // While another window has the focus, desktop Excel tells no type. A number can then be nothing else; a text may be an address.
      const isTold = (item.type as string | null) !== null || typeof value === "number";
      return isTold && value !== null ? [[value]] : undefined;
    });
  });
}

/** What every proxy of a range tells once its place is loaded. */
export function areaIn({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
}

/** The values of a range that is loaded; a cell that was never filled differs from one with an empty text. */
export function valuesOf({ values, valueTypes }: Excel.Range): CellValue[][] {
  return (values as CellValue[][]).map((row, r) =>
    row.map((value, c) => (valueTypes[r]![c] === Excel.RangeValueType.empty ? null : value)),
  );
}

/** The formula of a single cell. A text after an apostrophe may look like one, and is then its own value. */
export function formulaIn({ formulas, values }: Excel.Range): string | null {
  const formula: unknown = formulas[0]![0];
  return typeof formula === "string" && formula.startsWith("=") && formula !== values[0]![0] ? formula : null;
}

interface Piece {
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
}

/** What is asked of each cell of an area. */
export interface Reading<Cell> {
  readonly properties: string;
  readonly of: (range: Excel.Range) => Cell[][];
}

export const VALUES: Reading<CellValue> = { properties: "values, valueTypes", of: valuesOf };

/** Cells by area, read with as few requests as their size allows. */
export async function readAreas<Cell>(
  context: Excel.RequestContext,
  wanted: readonly (Piece | null)[],
  reading: Reading<Cell>,
  { signal }: Pick<Work, "signal"> = {},
): Promise<(Cell[][] | null)[]> {
  const inUse = (await withinUse(context, wanted)).map((piece) => (piece && isReadable(piece.area) ? piece : null));
  const read = inUse.map((piece): Cell[][] | null => (piece ? [] : null));
  const pieces = inUse.flatMap((piece, index) =>
    piece ? slices(piece.area).map((area) => ({ ...piece, area, index })) : [],
  );
  for (const batch of batches(pieces)) {
    const parts = signal?.aborted ? batch.map(() => null) : await readPieces(context, batch, reading);
    parts.forEach((cells, part) => {
      const { index } = batch[part]!;
      const before = read[index];
      if (before && cells) before.push(...cells);
      else read[index] = null;
    });
  }
  return read;
}

const isReadable = ({ rows, columns }: Area): boolean => rows * columns <= MOST_CELLS;

/** Whole columns and rows end with what is used of their sheet; they begin where they always did, for positions count. */
async function withinUse(context: Excel.RequestContext, wanted: readonly (Piece | null)[]): Promise<(Piece | null)[]> {
  const used = wanted.map((piece) => {
    if (piece?.area.rows !== ROWS && piece?.area.columns !== COLUMNS) return null;
    const range = piece.sheet.getUsedRangeOrNullObject(true);
    range.load("rowIndex, columnIndex, rowCount, columnCount");
    return range;
  });
  if (used.some((range) => range !== null)) await context.sync();
  return wanted.map((piece, index) => {
    const range = used[index];
    if (!piece || !range) return piece;
    const end = range.isNullObject ? { row: 0, column: 0, rows: 1, columns: 1 } : areaIn(range);
    const { area } = piece;
    const rows = area.rows === ROWS ? end.row + end.rows : area.rows;
    const columns = area.columns === COLUMNS ? end.column + end.columns : area.columns;
    return { ...piece, area: { ...area, rows, columns } };
  });
}

function batches<P extends Piece>(pieces: readonly P[]): P[][] {
  const result: P[][] = [];
  let cells = Infinity;
  for (const piece of pieces) {
    const size = piece.area.rows * piece.area.columns;
    if (cells + size > CELLS_A_STEP) {
      result.push([]);
      cells = 0;
    }
    result.at(-1)!.push(piece);
    cells += size;
  }
  return result;
}

/** What is missing fails a request as a whole, so the pieces are then asked for one by one. */
async function readPieces<Cell>(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  reading: Reading<Cell>,
): Promise<(Cell[][] | null)[]> {
  const ranges = pieces.map(({ sheet, area }) => sheet.getRange(addressOf(area)).load(reading.properties));
  try {
    await context.sync();
  } catch (error) {
    if (!["InvalidArgument", "ItemNotFound"].includes((error as OfficeExtension.Error).code)) throw error;
    if (pieces.length === 1) return [null];
    const parts: (Cell[][] | null)[] = [];
    for (const piece of pieces) parts.push(...(await readPieces(context, [piece], reading)));
    return parts;
  }
  return ranges.map(reading.of);
}
