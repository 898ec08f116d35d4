import { ErrorValue, type Matrix, NOT_AVAILABLE, Range, REFERENCE, type Scalar, type Value, VALUE } from "../values";
import { addressOf, COLUMNS, inSheet, ROWS } from "../addresses";
import type { Budget } from "../budget";
import { compare } from "../operators";
import { isPattern, matchesPattern } from "./criteria";
import {
  type Context,
  elementOf,
  extentOf,
  first,
  type Functions,
  matrixOf,
  numberOf,
  orLeftOut,
  part,
  textOf,
  truthOf,
  whole,
  wholeOf,
} from "./define";

/** One row or column, in its order; null for a block. */
function vectorOf(value: Value | undefined): readonly Scalar[] | null {
  const matrix = matrixOf(value);
  if (matrix.length === 1) return matrix[0]!;
  return matrix[0]!.length === 1 ? matrix.map((row) => row[0]!) : null;
}

const isAlike = (a: Scalar, b: Scalar): boolean =>
  !(a instanceof ErrorValue) && !(b instanceof ErrorValue) && a !== null && typeof a === typeof (b ?? 0);

const isSame = (cell: Scalar, wanted: Scalar): boolean => isAlike(cell, wanted) && compare(cell, wanted) === 0;

type Match = "exact" | "smaller" | "larger" | "pattern";

/** Where a value first stands among others, or the nearest smaller or larger one; -1 for nowhere. */
function findIn(wanted: Scalar, values: readonly Scalar[], match: Match, backwards: boolean, budget: Budget): number {
  budget.spend(values.length);
  const usesPattern = match === "pattern" && typeof wanted === "string" && isPattern(wanted);
  const isFound = (cell: Scalar): boolean =>
    usesPattern ? typeof cell === "string" && matchesPattern(wanted, cell, budget) : isSame(cell, wanted);
  const exact = backwards ? values.findLastIndex(isFound) : values.findIndex(isFound);
  if (exact >= 0 || match === "exact" || match === "pattern") return exact;
  const sign = match === "smaller" ? 1 : -1;
  let best = -1;
  values.forEach((value, index) => {
    if (!isAlike(value, wanted) || compare(value, wanted) * sign > 0) return;
    const order = best < 0 ? 1 : compare(value, values[best]!) * sign;
    if (order > 0 || (order === 0 && backwards)) best = index;
  });
  return best;
}

/** The last value that is not beyond the one looked for, in values that rise (or fall, for `sign` -1). */
function findSorted(wanted: Scalar, values: readonly Scalar[], sign: number, budget: Budget): number {
  budget.spend(values.length);
  return values.findLastIndex((value) => isAlike(value, wanted) && compare(value, wanted) * sign <= 0);
}

function match(args: readonly (Value | undefined)[], { budget }: Context): Value {
  const wanted = first(args[0]);
  const values = vectorOf(args[1]);
  if (!values) return NOT_AVAILABLE;
  const type = numberOf(args[2], 1);
  const found =
    type === 0
      ? findIn(wanted, values, "pattern", false, budget)
      : findSorted(wanted, values, type > 0 ? 1 : -1, budget);
  return found < 0 ? NOT_AVAILABLE : found + 1;
}

const MATCHES: Readonly<Record<number, Match>> = { [-1]: "smaller", 0: "exact", 1: "larger", 2: "pattern" };

/** The place that XLOOKUP and XMATCH find, from 0; -1 for none. Binary searches find the same where values are sorted. */
function placeOf(
  wanted: Value | undefined,
  among: Value | undefined,
  mode: Value | undefined,
  search: Value | undefined,
  { budget, cannot }: Context,
): number | ErrorValue {
  const values = vectorOf(among);
  const kind = MATCHES[wholeOf(mode, 0)];
  const direction = wholeOf(orLeftOut(search), 1);
  if (!values || !kind || ![1, -1, 2, -2].includes(direction)) return VALUE;
  // A regular expression, of which there are dialects.
  if (wholeOf(mode, 0) === 3) return cannot();
  return findIn(first(wanted), values, kind, direction === -1, budget);
}

function xlookup(args: readonly (Value | undefined)[], context: Context): Value {
  const [wanted, among, results, otherwise, mode, search] = args;
  const place = placeOf(wanted, among, mode, search, context);
  if (place instanceof ErrorValue) return place;
  if (place < 0) return otherwise ?? NOT_AVAILABLE;
  const size = extentOf(results);
  if (extentOf(among).rows === 1 && extentOf(among).columns === size.columns && size.columns > 1)
    return part(results, 0, place, size.rows, 1);
  return size.rows === extentOf(among).rows ? part(results, place, 0, 1, size.columns) : VALUE;
}

function xmatch(args: readonly (Value | undefined)[], context: Context): Value {
  const place = placeOf(args[0], args[1], args[2], args[3], context);
  if (place instanceof ErrorValue) return place;
  return place < 0 ? NOT_AVAILABLE : place + 1;
}

const table = (turned: boolean) =>
  whole(
    3,
    4,
    (args, { budget }) => {
      const [wanted, range, index, near] = args;
      const matrix = matrixOf(range);
      const keys = turned ? matrix[0]! : matrix.map((row) => row[0]!);
      const place = wholeOf(index) - 1;
      const { rows, columns } = extentOf(range);
      if (place < 0) return VALUE;
      if (place >= (turned ? rows : columns)) return REFERENCE;
      const value = first(wanted);
      const found = truthOf(near, true)
        ? findSorted(value, keys, 1, budget)
        : findIn(value, keys, "pattern", false, budget);
      if (found < 0) return NOT_AVAILABLE;
      return (turned ? elementOf(range, place, found) : elementOf(range, found, place)) ?? 0;
    },
    0,
    2,
    3,
  );

function lookup(args: readonly (Value | undefined)[], { budget }: Context): Value {
  const [wanted, among, results] = args;
  const { rows, columns } = extentOf(among);
  const matrix = matrixOf(among);
  const keys = vectorOf(among) ?? (columns > rows ? matrix[0]! : matrix.map((row) => row[0]!));
  const found = findSorted(first(wanted), keys, 1, budget);
  if (found < 0) return NOT_AVAILABLE;
  if (results !== undefined) return vectorOf(results)?.[found] ?? NOT_AVAILABLE;
  return columns > rows ? elementOf(among, rows - 1, found) : elementOf(among, found, columns - 1);
}

/** A row or column of 0 is all of them. */
function index(args: readonly (Value | undefined)[], { cannot }: Context): Value {
  const [range, row, column, area] = args;
  if (area !== undefined) return cannot();
  const { rows, columns } = extentOf(range);
  const isRow = rows === 1 && column === undefined;
  const [r, c] = isRow ? [1, wholeOf(row)] : [wholeOf(row), wholeOf(column, columns === 1 ? 1 : 0)];
  if (r < 0 || c < 0) return VALUE;
  if (r > rows || c > columns) return REFERENCE;
  const [read = 1, across = 1] = [matrixOf(range).length, matrixOf(range)[0]?.length];
  return part(range, Math.max(0, r - 1), Math.max(0, c - 1), r === 0 ? read : 1, c === 0 ? across : 1);
}

/** Where a reference stands; the cell of the formula where none is given. */
const position = (of: "row" | "column") =>
  whole(0, 1, ([range], { cell, cannot }) => {
    const area = range instanceof Range ? range.area : range === undefined ? cell : null;
    if (!area) return cannot();
    const size = of === "row" ? area.rows : area.columns;
    const numbers = Array.from({ length: Math.min(size, 1_000) }, (_, index) => area[of] + index + 1);
    if (size > numbers.length) return cannot();
    return of === "row" ? numbers.map((number) => [number]) : [numbers];
  });

/** ADDRESS with its notation of letters. */
function address(args: readonly (Value | undefined)[], { cannot }: Context): Value {
  const [row, column, kind] = [wholeOf(args[0]), wholeOf(args[1]), wholeOf(args[2], 1)];
  if (!truthOf(args[3], true)) return cannot();
  if (row < 1 || row > ROWS || column < 1 || column > COLUMNS) return VALUE;
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(
    addressOf({ row: row - 1, column: column - 1, rows: 1, columns: 1 }),
  )!;
  const text = `${kind === 1 || kind === 3 ? "$" : ""}${letters}${kind <= 2 ? "$" : ""}${digits}`;
  return args[4] === undefined ? text : inSheet(textOf(args[4]), text);
}

const transposed = (matrix: Matrix<Scalar>): Matrix<Scalar> =>
  matrix[0]!.map((_, column) => matrix.map((row) => row[column] ?? null));

export const lookups: Functions = {
  MATCH: whole(2, 3, match, 0, 2),
  XMATCH: whole(2, 4, xmatch, 0, 2, 3),
  XLOOKUP: whole(3, 6, xlookup, 0, 4, 5),
  VLOOKUP: table(false),
  HLOOKUP: table(true),
  LOOKUP: whole(2, 3, lookup, 0),
  INDEX: whole(2, 4, index, 1, 2, 3),
  ROW: position("row"),
  COLUMN: position("column"),
  ROWS: whole(1, 1, ([range]) => extentOf(range).rows),
  COLUMNS: whole(1, 1, ([range]) => extentOf(range).columns),
  ADDRESS: whole(2, 5, address, 0, 1, 2, 3, 4),
  TRANSPOSE: whole(1, 1, ([range], { budget }) => {
    const matrix = matrixOf(range);
    budget.spend(matrix.length * matrix[0]!.length);
    return transposed(matrix);
  }),
};
