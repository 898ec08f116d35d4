import type { Refusal } from "../refusal";

/** What the whole numbers of a column count; `key` and `text` are words. */
export type Unit =
  | "cents"
  /** Cents × 10,000 of a year. */
  | "annual"
  | "ten-thousandths"
  | "billionths"
  | "year"
  | "quarter"
  | "day"
  | "number"
  | "key"
  | "text"
  /** Said in the reader’s language: the title of a law, how sure a figure is. */
  | "law"
  | "confidence"
  /** Ids of funds of which no figure is known, as one sentence. */
  | "funds";

export interface Column {
  readonly name: string;
  readonly unit: Unit;
}

/** A place of a table: a whole number, a word, or why there is none. */
export type Value = number | string | Refusal | null;

/** Figures of the law, as rows. */
export interface Table {
  readonly name: string;
  /** The columns that name a row. */
  readonly keys: readonly string[];
  /** Of the rows with the same keys the one counts that is the last with no more in this column than what is asked for. Rows are sorted by it. */
  readonly from?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

/** Whole numbers and words of a row by its columns. */
export const tableOf = (
  name: string,
  columns: Readonly<Record<string, Unit>>,
  keys: readonly string[],
  rows: readonly (readonly Value[])[],
  from?: string,
): Table => ({
  name,
  keys,
  ...(from !== undefined && { from }),
  columns: Object.entries(columns).map(([column, unit]) => ({ name: column, unit })),
  rows,
});
