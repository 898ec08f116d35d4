import type { Block, Cell } from "../../host/host";

/** Cells of a sheet, put where they belong one after the other. */
export class Grid {
  private readonly lines: Cell[][] = [];

  /** Puts cells side by side, from a row and column (from 0) on. */
  put(row: number, column: number, ...cells: readonly Cell[]): void {
    while (this.lines.length <= row) this.lines.push([]);
    const line = this.lines[row]!;
    while (line.length < column) line.push({});
    line.splice(column, cells.length, ...cells);
  }

  get rows(): Block["rows"] {
    return this.lines;
  }
}

const letter = (column: number): string => String.fromCharCode("A".charCodeAt(0) + column);

/** A cell of the first 26 columns as a formula names it. */
export const address = (row: number, column: number): string => `${letter(column)}${row + 1}`;

/** The same, to stay where it is when the formula is copied. */
export const absolute = (row: number, column: number): string => `$${letter(column)}$${row + 1}`;

/** Cells below each other. */
export const range = (row: number, column: number, rows: number): string =>
  `${address(row, column)}:${address(row + rows - 1, column)}`;
