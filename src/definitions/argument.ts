import type { WordList } from "../rules/refusal";
import { type Cell, isBlankCell, isNothingCell, type Reading } from "./cells";

/** What a value is, for whoever reads it from a form, writes it in a formula or shows it to people. */
export type Kind = "euro" | "rate" | "date" | "year" | "whole" | "number" | "yes" | "word" | "text" | "rows";

/** What a cell may hold for an argument: read here, shown by its kind, offered by its words or bounds. */
export interface Argument<T> {
  readonly kind: Kind;
  /** What a cell means, or why it means nothing here, which names the argument. */
  readonly read: (argument: string, cell: Cell) => Reading<T>;
  readonly optional?: true;
  /** May be blank, but its place in the call is kept. */
  readonly blankable?: true;
  /** What stands for one that is left out. */
  readonly otherwise?: unknown;
  /** A range is handed over as a whole, not cell by cell. */
  readonly matrix?: true;
  /** Of euro: a loss may be negative. */
  readonly signed?: true;
  /** Of a number: not only a whole one. */
  readonly decimals?: true;
  /** The least and the most that is read. */
  readonly bounds?: readonly [least: number, most: number];
  /** 0 is no value of it, or the same as none; of some kinds it never is one. */
  readonly withoutZero?: true;
  /** A closed list, its names, and what Excel calls it where it offers the values. */
  readonly words?: readonly (string | number)[];
  readonly list?: WordList;
  readonly enumeration?: string;
}

/** What is never 0; rows begin with a date. */
const KINDS_WITHOUT_ZERO: ReadonlySet<Kind> = new Set(["year", "date", "word", "rows"]);

/** Whether a 0 is no value of an argument, so that it counts as left out where that may be. */
export const isWithoutZero = ({ kind, withoutZero }: Argument<unknown>): boolean =>
  withoutZero === true || KINDS_WITHOUT_ZERO.has(kind);

/** Whether a cell leaves an argument out. */
const leavesOut = (argument: Argument<unknown>) => (isWithoutZero(argument) ? isNothingCell : isBlankCell);

/** The same, undefined where it is left out. */
export const optional = <T>(argument: Argument<T>): Argument<T | undefined> => ({
  ...blankable(argument),
  optional: true,
});

/** The same, with what stands for one that is left out. */
export function orElse<T>(argument: Argument<T>, value: T): Argument<T> {
  const isLeftOut = leavesOut(argument);
  return {
    ...argument,
    optional: true,
    otherwise: value,
    read: (name, cell) => (isLeftOut(name, cell) ? value : argument.read(name, cell)),
  };
}

/** The same, undefined where the cell is blank. */
export function blankable<T>(argument: Argument<T>): Argument<T | undefined> {
  const isLeftOut = leavesOut(argument);
  return {
    ...argument,
    blankable: true,
    read: (name, cell) => (isLeftOut(name, cell) ? undefined : argument.read(name, cell)),
  };
}

/** A range whose cells are such arguments, each read by itself. */
export const each = <T>({ kind, optional: maybe, withoutZero }: Argument<T>): Argument<Cell> => ({
  kind,
  ...(maybe && { optional: maybe }),
  ...(withoutZero && { withoutZero }),
  matrix: true,
  read: (_, cells) => cells,
});

/** The same list as another function offers it. */
export const offeredAs = <T>(enumeration: string, argument: Argument<T>): Argument<T> => ({ ...argument, enumeration });
