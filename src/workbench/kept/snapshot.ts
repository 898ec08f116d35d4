import type { IWorkbookData } from "@univerjs/core";
import { COLUMNS, ROWS } from "../../formula/addresses";

/** A workbook as it is kept. */
export interface Work {
  readonly snapshot: IWorkbookData;
  /** When it was kept, in milliseconds. */
  readonly at: number;
  /** The cell that was selected. */
  readonly selected: { readonly sheet: string; readonly cell: string };
  /** Whether a file has all of it. */
  readonly isSaved: boolean;
}

const FORMAT = "statut-social workbook 1";

interface Keepable {
  readonly snapshot: Partial<IWorkbookData>;
  readonly selected?: Work["selected"];
  readonly isSaved?: boolean;
}

/** As it is stored; without a cell the first one is selected. */
export const kept = (work: Keepable, at: number): unknown => ({ format: FORMAT, at, ...work });

const MOST_SHEETS = 1000;
const LONGEST_TEXT = 1_000_000;

type Test = (value: unknown) => boolean;
type Fields = Readonly<Record<string, unknown>>;

const isText: Test = (value) => typeof value === "string" && value.length <= LONGEST_TEXT;
const isNumber: Test = (value) => Number.isFinite(value);
const isFlag: Test = (value) => value === 0 || value === 1;
const isSize: Test = (value) => isNumber(value) && Number(value) >= 0 && Number(value) < 100_000;
const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isMissing: Test = (value) => value === undefined || value === null;
const maybe =
  (test: Test): Test =>
  (value) =>
    isMissing(value) || test(value);

const has =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isRecord(value) && Object.entries(tests).every(([name, test]) => test(value[name]));

const isListOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);

/** Rows and columns by their numbers, and nothing beside them. */
const isNumbered =
  (count: number, test: Test): Test =>
  (value) =>
    isRecord(value) &&
    Object.entries(value).every(([key, one]) => /^\d+$/.test(key) && Number(key) < count && test(one));

const isName: Test = (value) => isText(value) && String(value) !== "" && String(value) !== "__proto__";
const isStyle: Test = (value) => isText(value) || isRecord(value);
const isCell = has({
  v: maybe((value) => isText(value) || isNumber(value) || typeof value === "boolean"),
  f: maybe(isText),
  si: maybe(isText),
  t: maybe(isNumber),
  s: maybe(isStyle),
  p: maybe(isRecord),
  custom: maybe(isRecord),
});

const isWithin =
  (count: number): Test =>
  (value) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) < count;

function isSheet(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { rowCount, columnCount } = value;
  if (!isWithin(ROWS + 1)(rowCount) || !isWithin(COLUMNS + 1)(columnCount)) return false;
  const [rows, columns] = [Number(rowCount), Number(columnCount)];
  const [row, column] = [isWithin(rows), isWithin(columns)];
  return has({
    id: isName,
    name: isName,
    cellData: isNumbered(rows, isNumbered(columns, maybe(isCell))),
    mergeData: maybe(isListOf(has({ startRow: row, endRow: row, startColumn: column, endColumn: column }))),
    rowData: maybe(
      isNumbered(rows, has({ h: maybe(isSize), ah: maybe(isSize), hd: maybe(isFlag), s: maybe(isStyle) })),
    ),
    columnData: maybe(isNumbered(columns, has({ w: maybe(isSize), hd: maybe(isFlag), s: maybe(isStyle) }))),
    defaultRowHeight: maybe(isSize),
    defaultColumnWidth: maybe(isSize),
    freeze: maybe(has({ xSplit: isNumber, ySplit: isNumber, startRow: isNumber, startColumn: isNumber })),
    hidden: maybe(isFlag),
    zoomRatio: maybe(isNumber),
  })(value);
}

/** What plugins keep beside the cells, names and notes among it; the spreadsheet would lose without a word what it cannot read. */
const isResource = has({ name: isText, data: (value) => value === "" || isJson(value) });

function isJson(value: unknown): boolean {
  if (typeof value !== "string") return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

const isSnapshot = has({
  id: isName,
  styles: (styles) => isRecord(styles) && Object.values(styles).every(maybe(isRecord)),
  sheetOrder: (order) => isListOf(isName)(order) && isCount((order as unknown[]).length),
  sheets: isRecord,
  resources: maybe(isListOf(isResource)),
  custom: maybe(isRecord),
});

const isCount = (sheets: number): boolean => sheets > 0 && sheets <= MOST_SHEETS;

/** Each sheet once, and none that is not named. */
function isWhole({ sheets, sheetOrder }: Pick<IWorkbookData, "sheets" | "sheetOrder">): boolean {
  const ids = Object.keys(sheets);
  const isEach = ids.length === sheetOrder.length && new Set(sheetOrder).size === ids.length;
  return isEach && sheetOrder.every((id) => Object.hasOwn(sheets, id) && isSheet(sheets[id]) && sheets[id]!.id === id);
}

/** What was kept, unless it is damaged: the spreadsheet itself would take anything, and break on it later. */
export function readWork(value: unknown): Work | undefined {
  if (!isRecord(value) || value["format"] !== FORMAT || !isSnapshot(value["snapshot"])) return undefined;
  const snapshot = value["snapshot"] as IWorkbookData;
  if (!isWhole(snapshot)) return undefined;
  const { selected, at } = value;
  const isPlace = has({ sheet: isText, cell: (cell) => isText(cell) && /^[A-Z]{1,3}\d{1,7}$/.test(String(cell)) });
  const first = { sheet: snapshot.sheets[snapshot.sheetOrder[0]!]!.name!, cell: "A1" };
  return {
    snapshot,
    at: isNumber(at) ? Number(at) : 0,
    selected: isPlace(selected) ? (selected as Work["selected"]) : first,
    isSaved: value["isSaved"] === true,
  };
}
