import type { Line } from "./lines";

/** What a value is, so that it can be written as people read it. */
export type Kind = "euro" | "rate" | "date" | "plain";

/** Arguments by their name in the contract, as the function is given them. */
export type Arguments = Readonly<Record<string, unknown>>;

/** A cell of a table, from its corner; absent where the whole table is meant. */
export type At = { readonly row: number; readonly column: number } | undefined;

/** How a function comes to its result. */
export interface Explainer {
  readonly result: Kind;
  /** What of the lines adds up to the result. */
  readonly sum?: "amount" | "count";
  readonly lines: (of: Arguments, at: At) => readonly Line[];
}

/** The row of a table with one header row in which the cell stands; the whole table for its header. */
export const rowsAt = <Row>(rows: readonly Row[], at: At): readonly Row[] =>
  at === undefined || at.row === 0 ? rows : rows.slice(at.row - 1, at.row);
