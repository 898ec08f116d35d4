import { lettersOf } from "../formula/addresses";
import { cellText, escaped } from "../package/xml";
import { MAIN } from "./kinds";
import type { Look } from "./looks";
import type { Written } from "./record";

/** A sheet that a copy has beside those of the workbook. */
export interface AddedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly (Written | { readonly content: Written; readonly look: Look })[])[];
  /** In characters. */
  readonly widths?: readonly number[];
}

/** In points, of one line of text, and of a title. */
const LINE = 15;
const TITLE = 24;

type Row = AddedSheet["rows"][number];
type Placed = Row[number];

const lookOf = (cell: Placed | undefined): Look | undefined =>
  typeof cell === "object" && cell !== null && "look" in cell ? cell.look : undefined;

const contentOf = (cell: Placed): Written =>
  typeof cell === "object" && cell !== null && "look" in cell ? cell.content : cell;

/** A sentence has the width of the sheet. */
const isSentence = (row: Row): boolean => row.length === 1 && ["text", "warning"].includes(lookOf(row[0]) ?? "");

/** As many lines as the cells of a row need; not every program sees to that by itself. */
function heightOf(row: Row, widths: readonly number[]): number | undefined {
  if (lookOf(row[0]) === undefined) return undefined;
  if (lookOf(row[0]) === "title") return TITLE;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const lines = row.map((cell, column) => {
    const content = contentOf(cell);
    const length = typeof content === "string" ? content.length : 0;
    return Math.ceil(length / (isSentence(row) ? whole : (widths[column] ?? whole)));
  });
  return LINE * Math.max(1, ...lines);
}

/** The part of a sheet that stands by itself: its texts are in its cells. */
export function sheetXml(sheet: AddedSheet, looks: ReadonlyMap<Look, number>): string {
  const { rows, widths = [], hidden } = sheet;
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const last = lettersOf(Math.max(0, widths.length - 1));
  const merged = rows.flatMap((row, index) =>
    isSentence(row) ? [`<mergeCell ref="A${index + 1}:${last}${index + 1}"/>`] : [],
  );
  const view = hidden ? "" : ' showGridLines="0" tabSelected="1"';
  return (
    `<worksheet xmlns="${MAIN}">` +
    (hidden ? "" : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>') +
    `<sheetViews><sheetView${view} workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    (cols.length > 0 ? `<cols>${cols.join("")}</cols>` : "") +
    `<sheetData>${rows.map((row, index) => rowXml(row, index, looks, widths)).join("")}</sheetData>` +
    (merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join("")}</mergeCells>` : "") +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    (hidden ? "" : '<pageSetup paperSize="9" fitToHeight="0"/>') +
    "</worksheet>"
  );
}

function rowXml(row: Row, index: number, looks: ReadonlyMap<Look, number>, widths: readonly number[]): string {
  const inside = row.map((cell, column) => {
    const look = lookOf(cell);
    const style = look === undefined ? undefined : looks.get(look);
    return cellXml(`${lettersOf(column)}${index + 1}`, contentOf(cell), style === undefined ? "" : ` s="${style}"`);
  });
  if (inside.every((cell) => cell === "")) return "";
  const height = heightOf(row, widths);
  const tall = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
  return `<row r="${index + 1}"${tall}>${inside.join("")}</row>`;
}

function cellXml(address: string, content: Written, style: string): string {
  if (content === null) return style === "" ? "" : `<c r="${address}"${style}/>`;
  if (typeof content === "number") return `<c r="${address}"${style}><v>${content}</v></c>`;
  if (typeof content === "string")
    return `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${cellText(content)}</t></is></c>`;
  if ("error" in content) return `<c r="${address}"${style} t="e"><v>${escaped(content.error)}</v></c>`;
  const { formula, value } = content;
  const [kind, result] = typeof value === "number" ? ["", String(value)] : [' t="str"', cellText(value)];
  return `<c r="${address}"${style}${kind}><f>${escaped(formula)}</f><v>${result}</v></c>`;
}
