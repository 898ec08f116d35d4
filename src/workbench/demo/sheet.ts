import {
  BooleanNumber,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type ICellData,
  type IStyleData,
  type IRange,
  type IWorksheetData,
} from "@univerjs/core";
import { STYLES } from "../../host/styles";
import type { ChartPlan } from "../../host/host";
import { t } from "../texts";
import { type List, listRule } from "./lists";

const font: IStyleData = {
  ff: "Segoe UI, Arial, sans-serif",
  fs: 10,
  cl: { rgb: "#1d2b33" },
  vt: VerticalAlign.MIDDLE,
  pd: { l: 6, r: 6 },
};
const bold: IStyleData = { ...font, bl: BooleanNumber.TRUE };
const left: IStyleData = { ...font, ht: HorizontalAlign.LEFT };
const right: IStyleData = { ...font, ht: HorizontalAlign.RIGHT };
const muted: IStyleData = { ...left, cl: { rgb: "#5a6b74" } };
const input: IStyleData = { ...right, bg: { rgb: STYLES.input.fill } };
const head: IStyleData = { ...left, ...bold, fs: 9, bg: { rgb: "#e0eef0" }, tb: WrapStrategy.WRAP };

/** The styles of all sheets; a sheet names them. */
export const styles = (euroPattern: string, datePattern: string) => {
  const euro = { n: { pattern: euroPattern } };
  const whole = { n: { pattern: "0" } };
  const percent = { n: { pattern: "0.00%" } };
  const date = { n: { pattern: datePattern } };
  return {
    text: font,
    left,
    wrapped: { ...left, tb: WrapStrategy.WRAP },
    title: { ...bold, fs: 18, cl: { rgb: "#0d4a57" } },
    subtitle: muted,
    unit: { ...muted, fs: 9 },
    note: { ...muted, fs: 9, tb: WrapStrategy.WRAP },
    section: { ...bold, cl: { rgb: "#ffffff" }, bg: { rgb: "#1f7a80" } },
    inputText: input,
    inputLabel: { ...input, ht: HorizontalAlign.LEFT },
    inputEuro: { ...input, ...euro },
    inputWhole: { ...input, ...whole },
    inputPercent: { ...input, ...percent },
    inputDate: { ...input, ...date },
    answer: right,
    euro: { ...right, ...euro },
    euroLeft: { ...left, ...euro },
    result: { ...right, ...bold, ...euro },
    percent: { ...font, ...percent },
    percentLeft: { ...left, ...percent },
    whole: { ...font, ...whole },
    year: { ...left, ...whole },
    month: { ...left, n: { pattern: "mm/yyyy" } },
    date: { ...left, ...date },
    day: { ...right, ...date },
    head,
    headRight: { ...head, ht: HorizontalAlign.RIGHT },
    headEuro: { ...head, fs: 10, ht: HorizontalAlign.RIGHT, ...euro },
  } satisfies Record<string, IStyleData>;
};

export type Style = keyof ReturnType<typeof styles>;
/** A label, number or formula with its style, and the list that it offers; or the wish to be one cell with the entry before. */
export type Entry =
  readonly [style: Style, content?: string | number | undefined, list?: List | undefined] | typeof JOINED;
export const JOINED = ["joined"] as const;

/** Columns of a table whose header stands at the left. */
const LEFT: ReadonlySet<Style> = new Set<Style>([
  "text",
  "left",
  "wrapped",
  "inputText",
  "inputLabel",
  "percentLeft",
  "year",
  "month",
  "date",
]);

const ROWS = 200;
const COLUMNS = 26;
const ROW_HEIGHT = 23;
/** What another line of text adds. */
const LINE_HEIGHT = 15;
const TITLE_HEIGHT = 36;

export interface Plan {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** What the sheet is for, in a sentence. */
  readonly story: string;
  /** The formula of the line on the source. */
  readonly source?: string | undefined;
  /** Lines of cells, each block from the row (as the sheet counts) and column (from 0) of its corner on. */
  readonly blocks: readonly { readonly row: number; readonly column: number; readonly lines: readonly Entry[][] }[];
  /** Of the columns from the first on, in pixels. */
  readonly widths: readonly number[];
  /** Lines of text for which rows, as the sheet counts them, have room; the others have one. */
  readonly lines: Readonly<Record<number, number>>;
  /** Over its cells; rows and columns count from 0. */
  readonly charts?: readonly ChartPlan[];
}

/** A sheet of the example workbook, as the spreadsheet takes it. */
export interface Made {
  readonly sheet: Partial<IWorksheetData> & { readonly id: string };
  /** What the cells with lists offer. */
  readonly rules: readonly ReturnType<typeof listRule>[];
}

/** Of a header, in pixels: a sign in bold, and what stays free beside a word. */
const SIGN = 6.6;
const BESIDE = 12;

/** A column with fees in its header: the word for them is not broken, however long it is in the reader's language. */
export function feeColumn(width: number): number {
  const longest = Math.max(
    ...t("column/fee")
      .split(" ")
      .map((word) => word.length),
  );
  return Math.max(width, Math.ceil(SIGN * longest + BESIDE));
}

export function sheet({ id, name, title, story, source, blocks, widths, lines: linesOf }: Plan): Made {
  const cells: Record<number, Record<number, ICellData>> = {};
  const mergeData: IRange[] = [];
  const offered = new Map<List, IRange[]>();
  const place = (row: number, column: number, line: readonly Entry[]): void => {
    line.forEach((entry, index) => {
      if (isJoined(entry)) return;
      const [style, content, list] = entry;
      const startColumn = column + index;
      (cells[row - 1] ??= {})[startColumn] = { s: style, ...contentOf(content) };
      const endColumn = startColumn + joinedFrom(line, index + 1);
      const range = { startRow: row - 1, endRow: row - 1, startColumn, endColumn };
      if (endColumn > startColumn) mergeData.push(range);
      if (list) offered.set(list, [...(offered.get(list) ?? []), range]);
    });
  };
  const wide = (style: Style, content: string): Entry[] => [[style, content], ...widths.slice(2).map(() => JOINED)];
  place(1, 1, wide("title", title));
  place(2, 1, wide("subtitle", `${story} ${t("workbench:demo/subtitle")}`));
  if (source) place(3, 1, wide("note", source));
  for (const { row, column, lines } of blocks) lines.forEach((line, index) => place(row + index, column, line));

  const heights = Object.fromEntries(
    Object.entries(linesOf).map(([row, count]) => [Number(row) - 1, { h: ROW_HEIGHT + LINE_HEIGHT * (count - 1) }]),
  );

  return {
    sheet: {
      id,
      name,
      cellData: cells,
      mergeData,
      rowCount: ROWS,
      columnCount: COLUMNS,
      defaultRowHeight: ROW_HEIGHT,
      defaultColumnWidth: 112,
      rowData: { 0: { h: TITLE_HEIGHT }, ...heights },
      columnData: Object.fromEntries(widths.map((width, column) => [column, { w: width }])),
      showGridlines: BooleanNumber.FALSE,
    },
    rules: [...offered].map(([list, ranges]) => listRule(list, ranges)),
  };
}

const isJoined = (entry: Entry | undefined): entry is typeof JOINED => entry === JOINED;

/** How many entries from `index` on are one cell with the one before. */
function joinedFrom(line: readonly Entry[], index: number): number {
  const next = line.findIndex((entry, at) => at >= index && !isJoined(entry));
  return (next < 0 ? line.length : next) - index;
}

function contentOf(content: string | number | undefined): ICellData {
  if (content === undefined) return {};
  return typeof content === "string" && content.startsWith("=") ? { f: content } : { v: content };
}

/** The texts of one sheet, and by `/key` those that all share. */
export const textsOf =
  (id: string) =>
  (key: string): string =>
    t(`workbench:demo/${key.startsWith("/") ? key.slice(1) : `${id}/${key}`}`);

/** A label, its value, and the unit where there is one, in the texts of a sheet. */
export const lineOf =
  (text: (key: string) => string) =>
  (key: string, value: Entry, unit?: string): Entry[] => [["text", text(key)], value, ["unit", unit && text(unit)]];

/** The coloured bar over a block, as wide as the block. */
export const section = (title: string, columns: number): Entry[] => [
  ["section", title],
  ...Array.from({ length: columns - 1 }, () => JOINED),
];

/** A header that the sheet writes itself, over columns with these styles. */
export const header = (columns: readonly Style[], contents: readonly string[]): Entry[] =>
  columns.map((style, index) => [LEFT.has(style) ? "head" : "headRight", contents[index]]);

/** Room for the table that a formula spills: its header, then its rows with the style of each column. */
export function spill(formula: string, columns: readonly Style[], rows: number): Entry[][] {
  const row = columns.map((style): Entry => [style]);
  return [header(columns, [formula]), ...Array.from({ length: rows }, () => row)];
}

/** A column of a figure's source: its name, the law, the article, the address, the confidence. */
export const sourceColumn = (parameter: string, date: string, column: number): string =>
  `INDEX(INASTI.SOURCE("${parameter}",${date}),2,${column})`;

/** The line on the source of a figure: law, article and confidence. */
export const sourceLine = (parameter: string, date: string): string => {
  const [law, article, confidence] = [2, 3, 5].map((column) => sourceColumn(parameter, date, column));
  return `="${t("workbench:demo/source")} "&TEXTJOIN(", ",TRUE,${law},${article})&" · "&${confidence}`;
};

/** A sum over a table that a formula spills; without the table its error. */
export const sumOf = (table: string, range: string): string => `=IF(ISERROR(${table}),${table},SUM(${range}))`;
