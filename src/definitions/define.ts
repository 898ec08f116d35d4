import type { Answer } from "../rules/trace";
import type { Argument } from "./argument";
import { type Cell, held } from "./cells";
import { useHeldFigures } from "./own-figures";

/**
 * How a value shows in a cell. `cells` (amounts) and `quarters` fill a range; `met`, `category`, `law`, `article`, `condition`, `confidence`, `step`, `domain`, `row` (unless it is a
 * number) and `notes` are said in the reader's language; `euro-or-word` is an amount, or the word that stands for one.
 */
export type Shown =
  | "euro"
  | "euro-or-word"
  | "exact"
  | "rate"
  | "fraction"
  | "ratio"
  | "date"
  | "number"
  | "text"
  | "any"
  | "met"
  | "category"
  | "law"
  | "article"
  | "condition"
  | "confidence"
  | "quarters"
  | "step"
  | "domain"
  | "row"
  | "notes"
  | "cells";

/** The columns of a table by the names in its rows: the answer itself, or what it has as `rows`. */
export type Columns = Readonly<Record<string, Shown>>;

type Takes = Readonly<Record<string, Argument<unknown>>>;

/** What the arguments of a function are once they are read. */
export type Given<T extends Takes> = {
  readonly [Name in keyof T]: T[Name] extends Argument<infer Value> ? Value : never;
};

/**
 * A function of the contract: what it takes, in the order of its arguments, what it asks of the rules, and how its cell shows the answer.
 * Registration, metadata, forms, formula texts and explanations come from it. Its description, errors, law and examples stand in the
 * comment above it.
 */
export interface Definition {
  readonly takes: Takes;
  readonly asks: (given: never) => Answer<unknown>;
  /** A table has a row of names first. */
  readonly shows: Shown | Columns;
  /** Columns behind them, of a table whose rows have them. */
  readonly also?: Columns;
  /** Two neighbours among the arguments, by the place of the first, that may also be handed over the other way round. */
  readonly swaps?: { readonly at: number; readonly when: (first: Cell, second: Cell) => boolean };
  /** What of the lines of the way adds up to the answer. */
  readonly sum?: "amount" | "count";
  /** A table that says more than its rows. */
  readonly laysOut?: (value: never, table: unknown[][]) => unknown[][];
  /** By what name its answer says it: whether something holds, or ids of funds. */
  readonly besides?: Readonly<Record<string, "yes" | "funds">>;
}

/** One value, or a table whose answer says more than its rows. */
export const define = <T extends Takes, Value>(
  definition: Omit<Definition, "asks" | "laysOut"> & {
    readonly takes: T;
    readonly asks: (given: Given<T>) => Answer<Value>;
    readonly laysOut?: (value: Value, table: unknown[][]) => unknown[][];
  },
): Definition & { readonly takes: T } => definition;

type Of<Row> = { readonly [Name in keyof Row]?: Shown };

/** A table: a row for each row of the answer. */
export const defineTable = <T extends Takes, Row>(
  definition: Omit<Definition, "asks" | "shows" | "also" | "laysOut" | "besides"> & {
    readonly takes: T;
    readonly asks: (given: Given<T>) => Answer<readonly Row[]>;
    readonly shows: Of<NoInfer<Row>>;
    readonly also?: Of<NoInfer<Row>>;
  },
): Definition & { readonly takes: T } => definition as Definition & { readonly takes: T };

/** What a call hands over, in the order of the arguments. */
export function inOrder<T>({ swaps }: Definition, handed: readonly T[], cellOf: (one: T) => Cell): readonly T[] {
  const [first, second] = swaps === undefined ? [] : handed.slice(swaps.at);
  if (first === undefined || second === undefined || !swaps!.when(cellOf(first), cellOf(second))) return handed;
  return [...handed.slice(0, swaps!.at), second, first, ...handed.slice(swaps!.at + 2)];
}

/** Reads the cells of a call; what is left out at the end is blank. */
function given(definition: Definition, handed: readonly Cell[]): Readonly<Record<string, unknown>> {
  const { takes } = definition;
  const cells = inOrder(definition, handed, (cell) => cell);
  const read: Record<string, unknown> = {};
  let at = 0;
  for (const name in takes) read[name] = held(takes[name]!.read(name, cells[at++]));
  return read;
}

/** What the rules answer to a call, on the figures in use. */
export const answerTo = (definition: Definition, cells: readonly Cell[]): Answer<unknown> =>
  definition.asks(given(definition, cells) as never);

/** What the rules answer to a call from the workbook. */
export function ask(definition: Definition, cells: readonly Cell[]): Answer<unknown> {
  useHeldFigures();
  return answerTo(definition, cells);
}

type Row = Readonly<Record<string, unknown>>;

/** The rows of a table's answer. */
export const rowsOf = (value: unknown): readonly Row[] =>
  Array.isArray(value) ? (value as Row[]) : (value as { readonly rows: readonly Row[] }).rows;

/** The columns that a table shows; some stand there only if its rows have them. */
export function columnsOf(shows: Columns, also: Columns = {}, rows: readonly Row[]): [name: string, kind: Shown][] {
  const appended = Object.entries(also).filter(([name]) => rows.some((row) => name in row));
  return [...Object.entries(shows), ...appended];
}
