import { HorizontalAlign, type IRange, type IStyleData, WrapStrategy } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import type { Book } from "../host/book";
import { addressOf, indices, valueAt } from "../host/cells";

export interface PaperNote {
  readonly cell: string;
  readonly text: string;
}

/** A part of a sheet for paper and for who reads it by its rows. */
export interface PaperTable {
  readonly table: HTMLTableElement;
  /** In pixels, as the sheet shows it. */
  readonly width: number;
  readonly notes: readonly PaperNote[];
}

/** In pixels: what a cell has beside its text. */
const PADDING = 12;
/** That of the table, before it is made smaller to fit a page. */
const [LETTER, FAMILY] = [13, "Arial, sans-serif"];
/** In pixels: no column grows further to hold what stays on one line. */
const LONGEST_WORD = 240;

const letters = (column: number): string => addressOf(0, column).replace(/\d+$/, "");

/** What of the sheet holds something, or shows a colour as wide as a text of it; null where it is blank. */
export function usedRange(book: Book, sheet: FWorksheet): IRange | null {
  const [rows, columns] = [sheet.getMaxRows() - 1, sheet.getMaxColumns() - 1];
  const found: [number, number][] = [];
  for (const row of indices(0, rows))
    for (const column of indices(0, columns)) {
      const value = valueAt(book, sheet, row, column);
      if (value !== null && value !== "") found.push([row, column]);
    }
  if (found.length === 0) return null;
  const merged = (row: number, column: number): IRange | null => sheet.getSheet().getMergedCell(row, column) ?? null;
  let [startRow, startColumn, endRow, endColumn] = [rows, columns, 0, 0];
  for (const [row, column] of found) {
    startRow = Math.min(startRow, row);
    startColumn = Math.min(startColumn, column);
    endRow = Math.max(endRow, merged(row, column)?.endRow ?? row);
    endColumn = Math.max(endColumn, merged(row, column)?.endColumn ?? column);
  }
  return { startRow, endRow, startColumn, endColumn };
}

/** Its lines are as they are to stand on paper. */
export const isLetter = (sheet: FWorksheet): boolean => sheet.getCustomMetadata()?.["isLetter"] === true;

/** Cells as text only: what stands in one is never read as HTML. */
export function paperTable(book: Book, sheet: FWorksheet, range: IRange): PaperTable {
  const model = sheet.getSheet();
  const pen = document.createElement("canvas").getContext("2d")!;
  const visible = indices(range.startRow, range.endRow).filter((row) => model.getRowVisible(row));
  const columns = indices(range.startColumn, range.endColumn).filter((column) => model.getColVisible(column));
  const texts = new Map(
    visible.map((row) => [row, columns.map((column) => sheet.getRange(row, column).getDisplayValue())]),
  );
  // Where a chart stands over the sheet, one blank row is enough here.
  const isBlank = (row: number | undefined): boolean => texts.get(row!)?.every((text) => text === "") ?? false;
  const rows = visible.filter((row, index) => isLetter(sheet) || !isBlank(row) || !isBlank(visible[index - 1]));
  const widths = columns.map((column, index) =>
    Math.max(model.getColumnWidth(column), ...rows.map((row) => Math.min(LONGEST_WORD, unbroken(row, index)))),
  );
  const allNotes = new Map(sheet.getNotes().map(({ row, col, note }) => [addressOf(row, col), note]));
  const notes: PaperNote[] = [];

  const table = document.createElement("table");
  const group = table.appendChild(document.createElement("colgroup"));
  group.append(element("col", "heading"));
  for (const width of widths) {
    const col = group.appendChild(document.createElement("col"));
    col.style.width = `${width / LETTER}em`;
  }
  const head = table.createTHead();
  const names = head.insertRow();
  names.className = "heading";
  names.append(element("td"), ...columns.map((column) => header(letters(column), "col")));
  const heads = headRows(sheet, rows, texts);
  const body = table.createTBody();
  const covered = new Set<string>();

  for (const row of rows) {
    const isHead = heads.has(row);
    const line = (isHead ? head : body).insertRow();
    const name = header(String(row + 1), "row");
    name.classList.add("heading");
    line.append(name);
    // What stands alone is the title of what follows.
    if (texts.get(row)!.filter((text) => text !== "").length === 1) line.className = "alone";
    columns.forEach((column, index) => {
      if (covered.has(`${row},${column}`)) return;
      const text = texts.get(row)![index]!;
      const style = model.getComposedCellStyle(row, column);
      const cell = line.appendChild(document.createElement(isHead ? "th" : "td"));
      if (isHead) cell.scope = "col";
      cell.append(text);
      const merged = model.getMergedCell(row, column);
      const [down, across] = merged
        ? [shownIn(rows, row, merged.endRow), shownIn(columns, column, merged.endColumn)]
        : [1, reach(text, style, index)];
      if (down > 1) cell.rowSpan = down;
      if (across > 1) cell.colSpan = across;
      for (const r of rows.slice(rows.indexOf(row), rows.indexOf(row) + down))
        for (const c of columns.slice(index, index + across)) covered.add(`${r},${c}`);
      dress(cell, style, typeof valueAt(book, sheet, row, column) === "number");
      const note = allNotes.get(addressOf(row, column));
      if (note === undefined) return;
      notes.push({ cell: addressOf(row, column), text: note });
      const mark = cell.appendChild(document.createElement("sup"));
      mark.textContent = String(notes.length);
    });

    /** A text that is longer than its cell runs over the blank ones beside it, as in the sheet. */
    function reach(text: string, style: IStyleData, index: number): number {
      if (text === "" || staysInside(style)) return 1;
      const needed = length(text, style) + PADDING;
      let [across, room] = [1, widths[index]!];
      while (room < needed && index + across < columns.length) {
        const next = columns[index + across]!;
        if (texts.get(row)![index + across] !== "" || model.getMergedCell(row, next)) break;
        room += widths[index + across]!;
        across += 1;
      }
      return across;
    }
  }
  return { table, width: widths.reduce((sum, width) => sum + width, 0), notes };

  /** What of a cell stays on one line: an amount, or the longest word of what does not run over blank cells. */
  function unbroken(row: number, index: number): number {
    const text = texts.get(row)![index]!;
    if (text === "") return 0;
    const style = model.getComposedCellStyle(row, columns[index]!);
    const isNumber = typeof valueAt(book, sheet, row, columns[index]!) === "number";
    const runsOver = !isNumber && !staysInside(style) && texts.get(row)![index + 1] === "";
    if (runsOver || model.getMergedCell(row, columns[index]!)) return 0;
    // An address of a page may break anywhere.
    const words = isNumber ? [text] : text.split(/[ \n]|(?<=-)/).filter((word) => !word.includes("//"));
    return PADDING + Math.max(0, ...words.map((word) => length(word, style)));
  }

  function length(text: string, { bl, fs }: IStyleData): number {
    pen.font = `${bl ? "bold " : ""}${LETTER * larger(fs)}px ${FAMILY}`;
    return pen.measureText(text).width;
  }
}

const staysInside = ({ tb, ht }: IStyleData): boolean => tb === WrapStrategy.WRAP || ht === HorizontalAlign.RIGHT;

/** Titles are larger than the rest. */
const larger = (size: IStyleData["fs"]): number => (size && size > 12 ? Math.min(size / 10, 1.6) : 1);

const shownIn = (all: readonly number[], from: number, to: number): number =>
  Math.max(1, all.filter((each) => each >= from && each <= to).length);

/** The rows that stay in sight in the sheet; else a first row of texts alone. */
function headRows(
  sheet: FWorksheet,
  rows: readonly number[],
  texts: ReadonlyMap<number, readonly string[]>,
): ReadonlySet<number> {
  const { ySplit, startRow } = sheet.getSheet().getFreeze();
  if (ySplit > 0) return new Set(rows.filter((row) => row < startRow));
  const [first, second] = rows;
  if (first === undefined || second === undefined) return new Set();
  const cells = texts.get(first)!;
  const isHead = cells.length > 1 && cells.every((text) => text !== "" && !/^[-\d.,\s€%/]+$/.test(text));
  return new Set(isHead ? [first] : []);
}

function element(tag: string, className = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

function header(text: string, scope: "col" | "row"): HTMLTableCellElement {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}

const SIDES: Partial<Record<number, string>> = {
  [HorizontalAlign.LEFT]: "left",
  [HorizontalAlign.CENTER]: "center",
  [HorizontalAlign.RIGHT]: "right",
};

function dress(cell: HTMLTableCellElement, { bl, it, cl, bg, ht, fs }: IStyleData, isNumber: boolean): void {
  cell.style.textAlign = (ht !== undefined && ht !== null && SIDES[ht]) || (isNumber ? "right" : "left");
  // An amount stays whole, with its sign.
  if (isNumber) cell.style.whiteSpace = "nowrap";
  // Header cells, too, have the weight that they have in the sheet.
  cell.style.fontWeight = bl ? "bold" : "normal";
  if (it) cell.style.fontStyle = "italic";
  if (cl?.rgb) cell.style.color = cl.rgb;
  if (bg?.rgb) cell.style.backgroundColor = bg.rgb;
  if (larger(fs) > 1) cell.style.fontSize = `${larger(fs)}em`;
}
