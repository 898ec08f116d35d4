import type { Argument } from "../../../src/definitions";

/** A sign before a figure would look like an option; readers take this one for it too. */
export const withoutHyphen = (typed: string): string => (/^-[\d.,]/.test(typed) ? `−${typed.slice(1)}` : typed);

/** What was typed for an argument as a cell, or as a range: rows behind one another, separated by ";", with "=" between their cells. */
export function cellOf({ matrix }: Argument<unknown>, typed: readonly string[]): unknown {
  if (!matrix) return typed[0];
  const rows = typed
    .flatMap((one) => one.split(";"))
    .map((row) => row.split("=").map((cell) => withoutHyphen(cell.trim())));
  return rows.length === 1 && rows[0]!.length === 1 ? rows[0]![0] : rows;
}
