import type { Block, Cell } from "../../host/host";

export const WHOLE = "0";
export const PERCENT = "0.00##%";

/** Cells of a sheet, put where they belong one after the other. */
export class Cells {
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

/** A coloured bar over a block. */
export const bar = (title: string, columns: number): Cell[] => [
  { content: title, style: "section" },
  ...Array.from({ length: columns - 1 }, (): Cell => ({ style: "section" })),
];
