import {
  CellValueType,
  CommandType,
  composeStyles,
  ICommandService,
  IResourceManagerService,
  UniverInstanceType,
  type ICellData,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
  type Nullable,
} from "@univerjs/core";
import { ErrorType, FormulaDataModel, type FWorksheet } from "@univerjs/preset-sheets-core";
import {
  type Book,
  type Cell,
  type Columns,
  type Name,
  type Row,
  type Sheet,
  type Style,
  type Value,
  widthOf,
} from "../../package";
import { chartsOf } from "../charts/stored";
import { pause } from "../../host/turns";
import { type Book as Open, calculated } from "../host/book";
import { fileStyle } from "./looks";
import { listsOf } from "./lists";
import { namesWithMark, settingsOf } from "./stored";

/** Cells that are taken at once: the page answers between two steps. */
const STEP = 4_000;
/** So often somebody may type in between; then all is taken at once. */
const MOST_TRIES = 3;

/** Where the parts of a workbook go, as they are collected. */
export interface Receiver {
  /** All but the cells; what came before is void. */
  begin(book: Book): void;
  cells(sheet: number, cells: readonly Cell[]): void;
  /** What the cells' numbers of styles stand for. */
  end(styles: readonly Style[]): void;
  progress(done: number, total: number): void;
}

/** Takes the open workbook as it is at one moment, though the page goes on meanwhile. `tables` are functions of ours that give tables. */
export async function collect(open: Open, tables: ReadonlySet<string>, receiver: Receiver): Promise<void> {
  await calculated(open);
  for (let tries = 0; ; tries++) {
    let isTorn = false;
    const { dispose } = open.injector.get(ICommandService).onCommandExecuted(({ type }) => {
      isTorn ||= type === CommandType.MUTATION;
    });
    const isAtOnce = tries === MOST_TRIES;
    const collector = new Collector(open, tables);
    try {
      receiver.begin(collector.head());
      for (const { sheet, cells, done, total } of collector.steps()) {
        receiver.cells(sheet, cells);
        receiver.progress(done, total);
        if (!isAtOnce && done < total) await pause();
        if (isTorn) break;
      }
    } finally {
      dispose();
    }
    if (isTorn) continue;
    receiver.end(collector.styles);
    return;
  }
}

class Collector {
  private readonly snapshot: IWorkbookData;
  private readonly sheets: readonly FWorksheet[];
  readonly styles: Style[] = [];
  private readonly indices = new Map<string, number | undefined>();

  constructor(
    private readonly open: Open,
    private readonly tables: ReadonlySet<string>,
  ) {
    this.snapshot = open.workbook.getWorkbook().getSnapshot();
    this.sheets = open.workbook.getSheets();
  }

  head(): Book {
    const { workbook, injector, id } = this.open;
    const resources = injector.get(IResourceManagerService).getResources(id, UniverInstanceType.UNIVER_SHEET);
    const lists = listsOf(resources);
    const charts = chartsOf({ sheets: this.snapshot.sheets, resources });
    const custom = workbook.getCustomMetadata() ?? {};
    const active = workbook.getActiveSheet().getSheetId();
    const sheets = this.sheets.map((sheet): Sheet => {
      const sheetId = sheet.getSheetId();
      return { ...this.sheetHead(sheet), ...some({ lists: lists.get(sheetId), charts: charts.get(sheetId) }) };
    });
    return {
      sheets,
      names: namesWithMark(this.names(), custom),
      settings: settingsOf(custom),
      active: Math.max(
        0,
        this.sheets.findIndex((sheet) => sheet.getSheetId() === active),
      ),
    };
  }

  private names(): Name[] {
    const ids = this.sheets.map((sheet) => sheet.getSheetId());
    return this.open.workbook.getDefinedNames().map((defined): Name => {
      const { name, formulaOrRefString, localSheetId = "", hidden } = defined.toBuilder().build();
      const sheet = ids.indexOf(localSheetId);
      return {
        name,
        formula: `=${formulaOrRefString.replace(/^=/, "")}`,
        ...(sheet >= 0 && { sheet }),
        ...(hidden === true && { hidden: true }),
      };
    });
  }

  private sheetHead(sheet: FWorksheet): Sheet {
    const config = configOf(sheet);
    const { rowData = {}, columnData = {}, mergeData = [], freeze, columnCount, defaultStyle } = config;
    const columns = entriesOf(columnData).flatMap(([at, column]): Columns[] => {
      const { w, hd, s } = column ?? {};
      const style = this.styleOf([defaultStyle, s]);
      if (w === undefined && !hd && style === undefined) return [];
      return [{ from: at, to: at, ...some({ width: w && widthOf(w), hidden: Boolean(hd) || undefined, style }) }];
    });
    const rows = entriesOf(rowData).flatMap(([at, row]): Row[] => {
      const height = heightOf(row);
      const style = row?.s ? this.styleOf([defaultStyle, row.s]) : undefined;
      if (height === undefined && !row?.hd && style === undefined) return [];
      return [{ row: at, ...some({ height, hidden: Boolean(row?.hd) || undefined, style }) }];
    });
    const notes = sheet.getNotes().map(({ row, col, note }) => ({ row, column: col, text: note }));
    const kept = (config.custom ?? {}) as Pick<Sheet, "print">;
    return {
      name: sheet.getSheetName(),
      cells: [],
      columns: [...columns, ...this.others(columns, defaultStyle, columnCount ?? 0)],
      rows,
      merged: mergeData.map(({ startRow, endRow, startColumn, endColumn }) => ({
        row: startRow,
        column: startColumn,
        rows: endRow - startRow + 1,
        columns: endColumn - startColumn + 1,
      })),
      notes,
      ...some({
        hidden: Boolean(config.hidden) || undefined,
        defaultWidth: config.defaultColumnWidth && widthOf(config.defaultColumnWidth),
        defaultHeight: config.defaultRowHeight && points(config.defaultRowHeight),
        frozen:
          freeze && (freeze.xSplit > 0 || freeze.ySplit > 0)
            ? { rows: freeze.ySplit, columns: freeze.xSplit }
            : undefined,
        noGrid: Number(config.showGridlines ?? 1) === 0 || undefined,
        print: kept.print,
      }),
    };
  }

  /** Files have no look of a whole sheet: its columns have it. */
  private others(columns: readonly Columns[], look: IWorksheetData["defaultStyle"], count: number): Columns[] {
    const style = look ? this.styleOf([look]) : undefined;
    if (style === undefined) return [];
    const taken = new Set(columns.map(({ from }) => from));
    const free = Array.from({ length: count }, (_, at) => at).filter((at) => !taken.has(at));
    return free.map((at) => ({ from: at, to: at, style }));
  }

  *steps(): Generator<{ sheet: number; cells: Cell[]; done: number; total: number }> {
    const { injector, id } = this.open;
    const formulas = injector.get(FormulaDataModel);
    const spilledOf = (sheetId: string) => formulas.getArrayFormulaCellData()[id]?.[sheetId] ?? {};
    const rowsOf = this.sheets.map((sheet) => {
      const own = sheet.getSheet().getCellMatrix().getMatrix();
      const rows = new Set([...Object.keys(own), ...Object.keys(spilledOf(sheet.getSheetId()))].map(Number));
      return [...rows].sort((a, b) => a - b);
    });
    const total = rowsOf.reduce((sum, rows) => sum + rows.length, 0);
    let done = 0;
    let cells: Cell[] = [];
    for (const [index, sheet] of this.sheets.entries()) {
      const sheetId = sheet.getSheetId();
      const spilled = spilledOf(sheetId);
      for (const row of rowsOf[index]!) {
        this.takeRow(sheet, row, spilled[row] ?? {}, cells);
        done += 1;
        if (cells.length < STEP) continue;
        yield { sheet: index, cells, done, total };
        cells = [];
      }
      if (cells.length > 0) yield { sheet: index, cells, done, total };
      cells = [];
    }
  }

  private takeRow(sheet: FWorksheet, row: number, spilled: Record<number, Nullable<ICellData>>, into: Cell[]): void {
    const { rowData, columnData, defaultStyle } = configOf(sheet);
    const own = sheet.getSheet().getCellMatrix().getMatrix()[row] ?? {};
    const columns = new Set([...Object.keys(own), ...Object.keys(spilled)].map(Number));
    for (const column of [...columns].sort((a, b) => a - b)) {
      const cell = own[column] ?? {};
      const style = this.styleOf([defaultStyle, rowData?.[row]?.s, columnData?.[column]?.s, cell.s]);
      const formula = this.formulaOf(sheet, row, column, cell);
      const value = valueOf(cell, formula !== undefined);
      if (formula !== undefined) {
        into.push({
          row,
          column,
          formula,
          ...some({ value, spill: this.spillOf(sheet, row, column, formula, value), style }),
        });
      } else if (value !== undefined) into.push({ row, column, value, ...some({ style }) });
      else {
        const filled = valueOf(spilled[column] ?? {}, true);
        if (filled !== undefined) into.push({ row, column, value: filled, spilled: true, ...some({ style }) });
        else if (cell.s) into.push({ row, column, ...some({ style }) });
      }
    }
  }

  private formulaOf(sheet: FWorksheet, row: number, column: number, { f, si }: ICellData): string | undefined {
    if (f) return f;
    if (!si) return undefined;
    const { injector, id } = this.open;
    return injector.get(FormulaDataModel).getFormulaStringByCell(row, column, sheet.getSheetId(), id) || undefined;
  }

  /** What a formula fills, also where it fills one cell now and may fill more in Excel. */
  private spillOf(
    sheet: FWorksheet,
    row: number,
    column: number,
    formula: string,
    value: Value | undefined,
  ): Cell["spill"] {
    const { injector, id } = this.open;
    const range = injector.get(FormulaDataModel).getArrayFormulaRange()[id]?.[sheet.getSheetId()]?.[row]?.[column];
    const isBlocked = typeof value === "object" && value.error === String(ErrorType.SPILL);
    if (range && !isBlocked)
      return { rows: range.endRow - range.startRow + 1, columns: range.endColumn - range.startColumn + 1 };
    const called = /^=\s*([A-Z][\w.]*)\s*\(/i.exec(formula)?.[1]?.toUpperCase() ?? "";
    return isBlocked || this.tables.has(called) ? { rows: 1, columns: 1 } : undefined;
  }

  /** The last of them says most. */
  private styleOf(styles: readonly Nullable<string | IStyleData>[]): number | undefined {
    const given = styles.filter((style) => style !== undefined && style !== null && style !== "");
    if (given.length === 0) return undefined;
    const key = given.map((style) => (typeof style === "string" ? style : JSON.stringify(style))).join("\n");
    if (this.indices.has(key)) return this.indices.get(key);
    const found = given.map((style) => (typeof style === "string" ? this.snapshot.styles[style] : style));
    const style = fileStyle(composeStyles(...found));
    const same = JSON.stringify(style);
    const index = same === "{}" ? undefined : this.indexOf(same, style);
    this.indices.set(key, index);
    return index;
  }

  private readonly known = new Map<string, number>();

  private indexOf(key: string, style: Style): number {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.styles.length);
    return this.styles.push(style) - 1;
  }
}

const entriesOf = <Item>(items: Readonly<Record<number, Item>>): [number, Item][] =>
  Object.entries(items).map(([key, item]) => [Number(key), item]);

const configOf = (sheet: FWorksheet): Partial<IWorksheetData> => sheet.getSheet().getConfig();

const points = (pixels: number): number => Math.round(pixels * 75) / 100;

/** As the spreadsheet shows it. */
function heightOf(row: Nullable<IRowData>): number | undefined {
  const { h, ah, ia } = row ?? {};
  const pixels = (ia === undefined || Boolean(ia)) && typeof ah === "number" ? ah : h;
  return pixels === undefined ? undefined : points(pixels);
}

const ERRORS: ReadonlySet<string> = new Set(Object.values(ErrorType));

function valueOf(cell: ICellData, isResult: boolean): Value | undefined {
  const value = cell.p?.body?.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n") ?? cell.v;
  if (value === undefined || value === null) return undefined;
  if (cell.t === CellValueType.BOOLEAN) return Boolean(Number(value));
  if (typeof value !== "string") return value;
  if (value === "") return isResult ? value : undefined;
  if (cell.t === CellValueType.NUMBER && Number.isFinite(Number(value))) return Number(value);
  return ERRORS.has(value) && cell.t !== CellValueType.FORCE_STRING ? { error: value } : value;
}

function some<Source extends object>(source: Source): { [Key in keyof Source]?: Exclude<Source[Key], undefined> } {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined)) as never;
}
