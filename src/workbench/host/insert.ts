import {
  BooleanNumber,
  generateRandomId,
  HorizontalAlign,
  mergeWorksheetSnapshotWithDefault,
  VerticalAlign,
  WrapStrategy,
  type ICellData,
  type IFreeze,
  type IMutationInfo,
  type IRange,
  type IStyleData,
} from "@univerjs/core";
import {
  InsertSheetMutation,
  InsertSheetUndoMutationFactory,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetColWidthMutationFactory,
  SheetInterceptorService,
  type FRange,
  type ISetWorksheetColWidthMutationParams,
  type ISetWorksheetRowAutoHeightMutationParams,
} from "@univerjs/preset-sheets-core";
import { AddDataValidationMutation, RemoveDataValidationMutation } from "@univerjs/preset-sheets-data-validation";
import { inSheet } from "../../formula/addresses";
import { type Block, type Cell, InsertRefused, type SheetPlan, type Style, type Work } from "../../host/host";
import { freeName } from "../../host/sheet-name";
import { eachInTurn } from "../../host/turns";
import { addCharts } from "../charts";
import { offered } from "../engine/offered";
import { STYLES } from "../../host/styles";
import {
  apply,
  type Book,
  calculated,
  calm,
  cellChange,
  type CellMatrix,
  type Change,
  remember,
  sheetNamed,
} from "./book";
import { indices, isTaken, selectedPlace, valueData } from "./cells";

const ROWS = 200;
const COLUMNS = 26;
const ROW_HEIGHT = 23;
const COLUMN_WIDTH = 112;
/** Rows and columns that stay free after the last that a sheet uses. */
const ROOM = 40;

const FONT = {
  ff: "Segoe UI, Arial, sans-serif",
  fs: 10,
  cl: { rgb: "#1d2b33" },
  vt: VerticalAlign.MIDDLE,
  pd: { t: 3, r: 6, b: 3, l: 6 },
} satisfies IStyleData;

export async function insertBlock(book: Book, block: Block): Promise<string> {
  await calm(book);
  const { sheet, row, column } = selectedPlace(book);
  const rows = block.rows.length;
  const columns = widthOf(block);
  const corner = sheet.getRange(row, column);
  if (row + rows > sheet.getMaxRows() || column + columns > sheet.getMaxColumns()) {
    throw new InsertRefused("edge", inSheet(sheet.getSheetName(), corner.getA1Notation()));
  }
  const range = sheet.getRange(row, column, rows, columns);
  const address = inSheet(sheet.getSheetName(), range.getA1Notation());
  const taken = indices(row, row + rows - 1).some((at) =>
    indices(column, column + columns - 1).some((across) => isTaken(book, sheet, at, across)),
  );
  if (taken) throw new InsertRefused("occupied", address);

  const cells = cellChange(book, sheet.getSheetId(), matrixOf(block, row, column));
  apply(book, cells.redos);
  await calculated(book);
  const widths = fitWidths(book, range, block);
  const heights = fitHeights(book, sheet.getSheetId(), range.getRange());
  const charts = addCharts(book, sheet.getSheetId(), block.charts ?? [], row, column);
  remember(book, [cells, widths, heights, charts]);
  return address;
}

/** Rows that are written or measured in one go. */
const PART = 40;

/** In turns, behind the sheet that is shown; what was cancelled is not there. */
export async function insertSheet(book: Book, plan: SheetPlan, work: WorkOfSheet = {}): Promise<string> {
  await calm(book);
  const sheet = mergeWorksheetSnapshotWithDefault({
    id: generateRandomId(),
    name: freeName(
      plan.name,
      book.workbook.getSheets().map((one) => one.getSheetName()),
    ),
    rowCount: Math.max(ROWS, plan.rows.length + ROOM),
    columnCount: Math.max(COLUMNS, widthOf(plan)),
    defaultRowHeight: ROW_HEIGHT,
    defaultColumnWidth: COLUMN_WIDTH,
    defaultStyle: FONT,
    columnData: Object.fromEntries(plan.widths.map((width, column) => [column, { w: width }])),
    showGridlines: BooleanNumber.FALSE,
    ...(plan.frozen && { freeze: freezeOf(plan.frozen) }),
    ...(plan.isLetter && { custom: { isLetter: true } }),
  });
  const params = { unitId: book.id, index: book.workbook.getNumSheets(), sheet };
  apply(book, [{ id: InsertSheetMutation.id, params }]);
  const removal = { id: RemoveSheetMutation.id, params: InsertSheetUndoMutationFactory(book.injector, params) };
  const cells: IMutationInfo[] = [];
  const measured: Change[] = [];
  const parts = partsOf(plan.rows);
  // In steps of their own: the formulas of a sheet that is added with its cells are not calculated.
  const write = ({ row, rows }: Part): void => {
    const cellValue = matrixOf({ rows }, row, 0);
    const written = { id: SetRangeValuesMutation.id, params: { unitId: book.id, subUnitId: sheet.id, cellValue } };
    apply(book, [written]);
    cells.push(written);
  };
  const measure = (range: IRange): void => void measured.push(heightsOf(book, sheet.id, range));
  const steps = [
    ...parts.map((part) => () => write(part)),
    ...parts.flatMap(tallRows).map((range) => () => measure(range)),
  ];
  try {
    await eachInTurn(steps, (step) => step(), {
      ...work,
      onProgress: (done) => work.onProgress?.(Math.floor((done / steps.length) * plan.rows.length), plan.rows.length),
    });
    work.signal?.throwIfAborted();
  } catch (error) {
    apply(book, [removal]);
    throw error;
  }
  const heights = joined(measured);
  apply(book, heights.redos);
  sheetNamed(book, sheet.name).activate();
  const charts = addCharts(book, sheet.id, plan.charts ?? []);
  const lists = addLists(book, sheet.id, plan.choices ?? []);
  const later = [heights, charts, lists].flatMap((change) => change.redos);
  const redos = [{ id: InsertSheetMutation.id, params }, ...cells, ...later];
  const undos = [...lists.undos, ...charts.undos, removal];
  remember(book, [{ redos, undos }]);
  await calculated(book);
  return sheet.name;
}

type WorkOfSheet = Pick<Work, "signal" | "onProgress">;

interface Part {
  readonly row: number;
  readonly rows: SheetPlan["rows"];
}

const partsOf = (rows: SheetPlan["rows"]): Part[] =>
  Array.from({ length: Math.ceil(rows.length / PART) }, (_, index) => ({
    row: index * PART,
    rows: rows.slice(index * PART, (index + 1) * PART),
  }));

/** Neighbours that may need more room than a row has. */
function tallRows({ row, rows }: Part): IRange[] {
  const found: IRange[] = [];
  // Rows that are left out have no cells.
  rows.forEach((cells, index) => {
    if (!cells.some(({ style }) => style && (STYLES[style].wrap || STYLES[style].size))) return;
    const at = row + index;
    const last = found.at(-1);
    if (last?.endRow === at - 1) found[found.length - 1] = { ...last, endRow: at };
    else found.push({ startRow: at, endRow: at, startColumn: 0, endColumn: cells.length - 1 });
  });
  return found;
}

/** Heights of many rows as one change, so that the sheet is laid out once. */
function joined(heights: readonly Change[]): Change {
  const together = (mutations: readonly IMutationInfo[]): IMutationInfo[] => {
    const [first] = mutations;
    if (!first) return [];
    const infos = mutations.flatMap(
      ({ params }) => (params as ISetWorksheetRowAutoHeightMutationParams).rowsAutoHeightInfo,
    );
    return [{ ...first, params: { ...first.params, rowsAutoHeightInfo: infos } }];
  };
  return {
    redos: together(heights.flatMap(({ redos }) => redos)),
    undos: together(heights.flatMap(({ undos }) => undos)),
  };
}

/** The words that cells offer. */
function addLists(book: Book, subUnitId: string, choices: NonNullable<SheetPlan["choices"]>): Change {
  if (choices.length === 0) return { redos: [], undos: [] };
  const rules = choices.map(({ row, column, rows = 1, values }) =>
    offered(generateRandomId(), values, [
      { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column },
    ]),
  );
  const place = { unitId: book.id, subUnitId };
  const ruleId = rules.map(({ uid }) => uid);
  const change = {
    redos: [{ id: AddDataValidationMutation.id, params: { ...place, rule: rules } }],
    undos: [{ id: RemoveDataValidationMutation.id, params: { ...place, ruleId } }],
  };
  apply(book, change.redos);
  return change;
}

const freezeOf = ({ rows, columns }: NonNullable<SheetPlan["frozen"]>): IFreeze => ({
  ySplit: rows,
  xSplit: columns,
  startRow: rows,
  startColumn: columns,
});

function widthOf({ rows }: Block): number {
  return Math.max(0, ...rows.map((row) => row.length));
}

function matrixOf({ rows }: Block, row: number, column: number): CellMatrix {
  return Object.fromEntries(
    rows.map((cells, down) => [
      row + down,
      Object.fromEntries(cells.map((cell, across) => [column + across, dataOf(cell)])),
    ]),
  );
}

function dataOf(cell: Cell): ICellData {
  const { content, literal } = cell;
  const formula = typeof content === "string" && content.startsWith("=") && !literal;
  return { ...(formula ? { f: content } : content !== undefined && valueData(content)), ...styleOf(cell) };
}

function styleOf({ style, format }: Cell): ICellData {
  const { bold, size, color, fill, left, right, wrap, top } = style ? STYLES[style] : {};
  const look: IStyleData = {
    ...(bold && { bl: BooleanNumber.TRUE }),
    ...(size && { fs: size }),
    ...(color && { cl: { rgb: color } }),
    ...(fill && { bg: { rgb: fill } }),
    ...(left && { ht: HorizontalAlign.LEFT }),
    ...(right && { ht: HorizontalAlign.RIGHT }),
    ...(wrap && { tb: WrapStrategy.WRAP }),
    ...(top && { vt: VerticalAlign.TOP }),
    ...(format && { n: { pattern: format } }),
    // A list is drawn in the font of its cell, not in that of the sheet.
    ...((style === "input" || style === "inputText") && { ff: FONT.ff, fs: FONT.fs }),
  };
  return Object.keys(look).length > 0 ? { s: look } : {};
}

/** In pixels: what a longer text needs is for the reader to give. */
const WIDEST = 320;
const PADDING = 16;

/** Run over the columns beside them. */
const HEADINGS: ReadonlySet<Style | undefined> = new Set<Style>(["title", "subtitle", "section", "note"]);

/** Columns grow to show what came, and never shrink: other cells stand in them. */
function fitWidths(book: Book, range: FRange, { rows }: Block): Change {
  const sheet = sheetNamed(book, range.getSheetName());
  const pen = document.createElement("canvas").getContext("2d")!;
  const texts = range.getDisplayValues();
  const first = range.getColumn();
  const needed = indices(first, first + range.getWidth() - 1).map((column) => {
    const shown = texts.map((row, index) => {
      const cells = rows[index] ?? [];
      const { style } = cells[column - first] ?? {};
      const isAlone = cells.filter(({ content }) => content !== undefined).length === 1 && HEADINGS.has(style);
      return { text: isAlone ? "" : (row[column - first] ?? ""), bold: Boolean(style && STYLES[style].bold) };
    });
    return { column, width: Math.max(0, ...shown.map(({ text, bold }) => widthIn(pen, text, bold))) };
  });
  const wider = needed.filter(({ column, width }) => width > sheet.getColumnWidth(column));
  const changes = wider.map(({ column, width }): Change => {
    const params: ISetWorksheetColWidthMutationParams = {
      unitId: book.id,
      subUnitId: sheet.getSheetId(),
      ranges: [{ startColumn: column, endColumn: column, startRow: 0, endRow: sheet.getMaxRows() - 1 }],
      colWidth: Math.min(width, WIDEST),
    };
    const undo = SetWorksheetColWidthMutationFactory(params, sheet.getSheet());
    return {
      redos: [{ id: SetWorksheetColWidthMutation.id, params }],
      undos: [{ id: SetWorksheetColWidthMutation.id, params: undo }],
    };
  });
  for (const { redos } of changes) apply(book, redos);
  return { redos: changes.flatMap(({ redos }) => redos), undos: changes.flatMap(({ undos }) => undos) };
}

/** A point is four thirds of a pixel. */
function widthIn(pen: CanvasRenderingContext2D, text: string, bold: boolean): number {
  pen.font = `${bold ? "bold " : ""}${(FONT.fs * 4) / 3}px ${FONT.ff}`;
  return Math.ceil(pen.measureText(text).width) + PADDING;
}

/** Rows as high as what they hold; the spreadsheet measures. */
const heightsOf = (book: Book, sheetId: string, range: IRange): Change =>
  book.injector
    .get(SheetInterceptorService)
    .generateMutationsOfAutoHeight({ unitId: book.id, subUnitId: sheetId, ranges: [range] });

function fitHeights(book: Book, sheetId: string, range: IRange): Change {
  const heights = heightsOf(book, sheetId, range);
  apply(book, heights.redos);
  return heights;
}
