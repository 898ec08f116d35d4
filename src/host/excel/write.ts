import type { Area, Block, Cell, CellValue, Style } from "../host";
import { STYLES } from "../styles";

const TEXT_FORMAT = "@";

/** Words that Excel takes for something else than a text. */
const NO_TEXT = /^(true|false)$/i;

/** Queues formats, contents and looks of rows of cells, whose place they fill. */
export function writeCells(place: Excel.Range, rows: Block["rows"], { columns, formats }: Present): void {
  // Formats first: in a cell that is formatted as text Excel takes a formula for one.
  const wanted = padded(rows, columns, (cell, row, column) => formatOf(cell, formats?.[row]?.[column]));
  if (wanted.flat().some((format) => format !== null)) place.numberFormat = wanted;
  place.formulas = padded(rows, columns, inputOf);
  for (const { row, column, rows: down, columns: across, style } of areas(rows)) {
    applyStyle(place.getCell(row, column).getResizedRange(down - 1, across - 1).format, style);
  }
}

/** Whoever clicks into a cell half-way stops an insertion: what came of it goes when Excel takes orders again. */
export async function takeBack(undo: (context: Excel.RequestContext) => Promise<void>): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, undo).catch(() => undefined);
}

/** What a cell holds. */
interface Held {
  /** Null for a value. */
  readonly formula: string | null;
  readonly value: CellValue;
  readonly format: string;
}

/** Errors of a cell, which an apostrophe would make a text. */
const ERROR = /^#[A-Z][A-Z\d_/]*[!?]?$/;

/** Queues what makes a cell hold this. In one that is formatted as text Excel takes a formula or a number for one, so that format comes last. */
export function enter(cell: Excel.Range, { formula, value, format }: Held): void {
  const isError = typeof value === "string" && ERROR.test(value);
  if (format === TEXT_FORMAT) cell.numberFormat = [["General"]];
  cell.formulas = [[formula ?? (isError ? value : inputOf({ content: value ?? "", literal: true }))]];
  if (format === TEXT_FORMAT) cell.numberFormat = [[TEXT_FORMAT]];
}

interface Present {
  /** As many as the place has. */
  readonly columns: number;
  /** Of the cells as they are. */
  readonly formats?: readonly (readonly unknown[])[];
}

/** How many rows and columns the block takes. */
export function sizeOf(rows: Block["rows"]): { readonly rows: number; readonly columns: number } {
  return { rows: rows.length, columns: Math.max(...rows.map((row) => row.length)) };
}

export const isText = ({ content, literal = false }: Cell): boolean =>
  typeof content === "string" && (literal || !content.startsWith("="));

/** What is to be entered for Excel to take a text as it is. */
function inputOf(cell: Cell): string | number | boolean | null {
  const { content = null } = cell;
  if (typeof content !== "string" || content === "" || !isText(cell)) return content;
  // Without digit and after a letter there is no number, date, error or sum to be seen in a text.
  const isPlain = /^\p{L}\D*$/u.test(content) && !NO_TEXT.test(content);
  return isPlain ? content : `'${content}`;
}

/** Null leaves the format of a cell as it is. */
function formatOf(cell: Cell, present: unknown): string | null {
  const { format = null } = cell;
  const isTextFormat = (format ?? present) === TEXT_FORMAT;
  return isTextFormat && cell.content !== undefined && !isText(cell) ? "General" : format;
}

function padded<T>(
  rows: Block["rows"],
  columns: number,
  of: (cell: Cell, row: number, column: number) => T,
): (T | null)[][] {
  return rows.map((cells, row) =>
    Array.from({ length: columns }, (_, column) => {
      const cell = cells[column];
      return cell ? of(cell, row, column) : null;
    }),
  );
}

interface Styled extends Area {
  readonly style: Style;
}

/** Cells of one style side by side, and below each other, which one request can style. */
function areas(rows: Block["rows"]): Styled[] {
  const found: Styled[] = [];
  let above = new Map<string, number>();
  rows.forEach((cells, row) => {
    const here = new Map<string, number>();
    for (const { column, columns, style } of runs(cells)) {
      const key = `${column} ${columns} ${style}`;
      const at = above.get(key);
      if (at !== undefined) found[at] = { ...found[at]!, rows: found[at]!.rows + 1 };
      here.set(key, at ?? found.push({ row, column, rows: 1, columns, style }) - 1);
    }
    above = here;
  });
  return found;
}

/** Neighbours of one style. */
function runs(cells: Block["rows"][number]): Pick<Styled, "column" | "columns" | "style">[] {
  const found: Pick<Styled, "column" | "columns" | "style">[] = [];
  cells.forEach(({ style }, column) => {
    const last = found.at(-1);
    if (!style) return;
    if (last?.style === style && last.column + last.columns === column)
      found[found.length - 1] = { ...last, columns: last.columns + 1 };
    else found.push({ column, columns: 1, style });
  });
  return found;
}

function applyStyle(format: Excel.RangeFormat, style: Style): void {
  const { bold, size, color, fill, left, right, wrap, top } = STYLES[style];
  if (bold) format.font.bold = true;
  if (size) format.font.size = size;
  if (color) format.font.color = color;
  if (fill) format.fill.color = fill;
  if (left) format.horizontalAlignment = "Left";
  if (right) format.horizontalAlignment = "Right";
  if (wrap) format.wrapText = true;
  if (top) format.verticalAlignment = "Top";
}
