import { isoDate } from "../../../../src/rules/calendar";

/** A day, which a text file writes in another way than a workbook. */
export class DayCell {
  /** @param serial As Excel counts it. */
  constructor(readonly serial: number) {}
}

/** What Excel shows where a formula has no result. */
export class ErrorCell {
  constructor(readonly code: string) {}
}

/** What stands in a file, or is to stand in one. */
export type Cell = string | number | boolean | null | DayCell | ErrorCell;
export type Row = readonly Cell[];

/** Some rows of a file, one after the other. */
export interface Batch {
  readonly rows: readonly Row[];
  /** How far the file is read: 0 to 1. */
  readonly done: number;
}

/** How a text file writes its rows. */
export interface Syntax {
  readonly separator: string;
  readonly decimal: string;
  readonly newline: string;
  /** Whether it begins with the mark by which Excel knows UTF-8. */
  readonly mark: boolean;
}

/** A file that is read: its headings, and the rows below them. */
export interface Source {
  readonly headings: readonly string[];
  /** Where the file says what its columns hold. */
  readonly kinds?: readonly ColumnKind[];
  readonly batches: AsyncIterable<Batch> | Iterable<Batch>;
  /** Of a text file. */
  readonly syntax?: Syntax;
  /** What its reader should know of it. */
  readonly remarks?: readonly string[];
}

/** What the cells of a column are; `given`: texts, or whatever stood in the file that was read. */
export type ColumnKind = "text" | "euro" | "rate" | "number" | "whole" | "day" | "truth" | "given";

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A file that is written. */
export interface Sink {
  readonly write: (rows: readonly Row[]) => Promise<void> | void;
  readonly finish: () => Promise<void> | void;
}

/** How many rows are worked on at a time: few enough for memory, enough for speed. */
export const BATCH = 1_000;

/** A cell as a text that reads the same everywhere. */
export function textOf(cell: Exclude<Cell, null>): string {
  if (cell instanceof DayCell) return isoDate(Math.floor(cell.serial));
  return cell instanceof ErrorCell ? cell.code : String(cell);
}
