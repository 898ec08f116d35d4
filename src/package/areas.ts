import { addressOf, areaOf, COLUMNS, ROWS, withoutSheet } from "../formula/addresses";
import type { Area } from "./book";

/** Areas that a file lists with spaces between them; those that are none are left out. Whole columns and rows stay whole. */
export const areasOf = (list: string): Area[] =>
  list
    .split(/\s+/)
    .map((address) => areaOf(address.replaceAll("$", "")))
    .filter((area) => area !== null);

/** The one area of a formula such as 'My sheet'!$A$1:$C$10. */
export const areaIn = (formula: string): Area | null => areaOf(withoutSheet(formula).replaceAll("$", ""));

export const fixed = (area: Area): string => addressOf(area).replace(/[A-Z]+(?=\d)|\d+/g, "$$$&");

/** From "C7", faster than of any address. */
export function cellOf(address: string): { row: number; column: number } | null {
  let column = 0;
  let at = 0;
  for (; at < address.length; at++) {
    const letter = address.charCodeAt(at) | 0x20;
    if (letter < 0x61 || letter > 0x7a) break;
    column = column * 26 + letter - 0x60;
  }
  const row = Number(address.slice(at));
  if (at === 0 || at > 3 || column > COLUMNS || !(row >= 1) || row > ROWS || !Number.isInteger(row)) return null;
  return { row: row - 1, column: column - 1 };
}
