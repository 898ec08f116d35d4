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

/** The part of a sheet that stands by itself: its texts are in its cells. */
export function sheetXml(sheet: AddedSheet, looks: ReadonlyMap<Look, number>): string {
  const { rows, widths = [], hidden } = sheet;
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const view = hidden ? "" : ' showGridLines="0" tabSelected="1"';
  return (
    `<worksheet xmlns="${MAIN}">` +
    (hidden ? "" : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>') +
    `<sheetViews><sheetView${view} workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    (cols.length > 0 ? `<cols>${cols.join("")}</cols>` : "") +
    `<sheetData>${rows.map((row, index) => rowXml(row, index, looks)).join("")}</sheetData>` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    (hidden ? "" : '<pageSetup paperSize="9" fitToHeight="0"/>') +
    "</worksheet>"
  );
}

function rowXml(row: AddedSheet["rows"][number], index: number, looks: ReadonlyMap<Look, number>): string {
  const cells = row.map((cell, column) => {
    const [content, look] =
      typeof cell === "object" && cell !== null && "look" in cell ? [cell.content, cell.look] : [cell, undefined];
    const style = look === undefined ? undefined : looks.get(look);
    return cellXml(`${lettersOf(column)}${index + 1}`, content, style === undefined ? "" : ` s="${style}"`);
  });
  const inside = cells.join("");
  return inside === "" ? "" : `<row r="${index + 1}">${inside}</row>`;
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
