import { addressOf, areaOf, inSheet } from "../../formula/addresses";
import type { Area, Place } from "../../host/host";
import { LONGEST_NAME } from "../../host/sheet-name";
import type { Formula } from "./formula";

/** References to the cells of a block, counted from its corner. */
export interface Grid {
  readonly cell: (row: number, column: number) => Formula;
  readonly range: (area: Area) => Formula;
}

/** The cells of a block whose upper left one has this address: B80. */
export function gridAt(corner: string): Grid {
  const origin = areaOf(corner);
  if (!origin) throw new Error(`no cell: ${corner}`);
  const range = ({ row, column, ...size }: Area): Formula =>
    addressOf({ row: origin.row + row, column: origin.column + column, ...size });
  return { cell: (row, column) => range({ row, column, rows: 1, columns: 1 }), range };
}

/** The same cell, to stay where it is when a formula is copied: $B$80. */
export const absolute = (cell: Formula): Formula => cell.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");

/** Quoted or plain name of a sheet, then an address. */
const WITH_SHEET = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/;

/** A range as people type it, with its sheet: Members!A2:A10, 'My sheet'!A2:A10. */
export function placeOf(text: string): Place | undefined {
  const [, quoted, plain, address = ""] = WITH_SHEET.exec(text.trim().replace(/^=/, "")) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  return sheet !== undefined && sheet.length <= LONGEST_NAME && areaOf(address) ? { sheet, address } : undefined;
}

/** The same as a formula of another sheet names it. */
export const referenceTo = ({ sheet, address }: Place): Formula => inSheet(sheet, address);
