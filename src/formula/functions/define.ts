import type { Budget } from "../budget";
import { elementAt, type Size, sizeOf } from "../lifting";
import { toNumber, toText, toTruth } from "../operators";
import {
  type Area,
  CALCULATION,
  ErrorValue,
  isMatrix,
  type Matrix,
  NOT_AVAILABLE,
  Range,
  type Scalar,
  Union,
  VALUE,
  type Value,
} from "../values";

/** What a function may know beside its arguments. */
export interface Context {
  readonly budget: Budget;
  /** The cell with the formula. */
  readonly cell: Area | null;
  /** Now, as a day with its time. */
  readonly now: () => number;
  /** Excel's number formats; absent where they are not loaded. */
  readonly format: ((value: number | string, format: string) => string) | undefined;
  /** Gives up on the call: what it does here is not known. */
  readonly cannot: () => never;
}

/** One of Excel's own functions. An argument that is left out at the end is undefined; an empty one is blank. */
export interface ExcelFunction {
  readonly fewest: number;
  readonly most: number;
  /** Arguments of which one value is wanted: a range makes one call per cell. */
  readonly isSingle: (index: number) => boolean;
  /** An error among the single values is for the function to see, not its result. */
  readonly seesErrors: boolean;
  readonly call: (args: readonly (Value | undefined)[], context: Context) => Value;
}

export type Functions = Readonly<Record<string, ExcelFunction>>;

type Call<Argument> = (args: readonly Argument[], context: Context) => Value;

/** Of single values only. */
export const scalar = (fewest: number, most: number, call: Call<Scalar>, seesErrors = false): ExcelFunction => ({
  fewest,
  most,
  isSingle: () => true,
  seesErrors,
  call: call as ExcelFunction["call"],
});

/** Of ranges and arrays as they are; `single` says which arguments are not. */
export const whole = (
  fewest: number,
  most: number,
  call: Call<Value | undefined>,
  ...single: readonly number[]
): ExcelFunction => ({ fewest, most, isSingle: (index) => single.includes(index), seesErrors: false, call });

/** Of numbers; another number of digits than given is 0. */
export const numeric = (
  fewest: number,
  most: number,
  call: (numbers: readonly number[], context: Context) => number | ErrorValue,
): ExcelFunction =>
  scalar(fewest, most, (args, context) => {
    const numbers: number[] = [];
    for (const value of args) {
      const number = toNumber(value);
      if (number instanceof ErrorValue) return number;
      numbers.push(number);
    }
    return call(numbers, context);
  });

/** The error that stops a function, thrown so that readers of arguments need not hand it on. */
export class Failed extends Error {
  constructor(readonly error: ErrorValue) {
    super(error.code);
  }
}

const or = <Result>(result: Result | ErrorValue): Result => {
  if (result instanceof ErrorValue) throw new Failed(result);
  return result;
};

export const first = (value: Value | undefined): Scalar => {
  const grid = gridOf(value);
  return isMatrix(grid) ? (grid[0]?.[0] ?? null) : grid;
};

export const numberOf = (value: Value | undefined, otherwise?: number): number =>
  value === undefined && otherwise !== undefined ? otherwise : or(toNumber(or(first(value)) as Scalar));

/** Excel's younger functions take an empty argument for one that is left out. */
export const orLeftOut = (value: Value | undefined): Value | undefined => (value === null ? undefined : value);

/** A whole number, cut as Excel cuts it. */
export const wholeOf = (value: Value | undefined, otherwise?: number): number => Math.trunc(numberOf(value, otherwise));

export const textOf = (value: Value | undefined, otherwise?: string): string =>
  value === undefined && otherwise !== undefined ? otherwise : or(toText(or(first(value)) as Scalar));

export const truthOf = (value: Value | undefined, otherwise?: boolean): boolean =>
  value === undefined && otherwise !== undefined ? otherwise : or(toTruth(or(first(value)) as Scalar));

/** The values of what was given: one, or several by rows. */
function gridOf(value: Value | undefined): Scalar | Matrix<Scalar> {
  if (value instanceof Union) throw new Failed(VALUE);
  const grid = value instanceof Range ? value.values : value;
  if (isMatrix(grid)) return grid.length === 1 && grid[0]!.length === 1 ? grid[0]![0]! : grid;
  if (typeof grid === "object" && grid !== null && !(grid instanceof ErrorValue)) throw new Failed(CALCULATION);
  return grid ?? null;
}

/** The same, always by rows. */
export function matrixOf(value: Value | undefined): Matrix<Scalar> {
  const grid = gridOf(value);
  return isMatrix(grid) ? grid : [[grid]];
}

/** How large a range is, whatever of it was read. */
export function extentOf(value: Value | undefined): Size {
  return value instanceof Range && value.area ? value.area : sizeOf(matrixOf(value));
}

/** A part of a range, which stays one, or of an array. */
export function part(value: Value | undefined, row: number, column: number, rows: number, columns: number): Value {
  const values = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_unused, c) => elementOf(value, row + r, column + c)),
  );
  if (!(value instanceof Range)) return values;
  const { area, sheet } = value;
  return new Range(area && { row: area.row + row, column: area.column + column, rows, columns }, sheet, values);
}

/** Cells of a range that were not read, for its sheet ends before them, are blank. */
export function elementOf(value: Value | undefined, row: number, column: number): Scalar {
  const values = matrixOf(value);
  const found = values[row]?.[column];
  return found === undefined && value instanceof Range ? null : elementAt(values, row, column, NOT_AVAILABLE);
}

/** Every value of some arguments, with whether it stands in a range or array, where texts and truth values do not count. */
export function* eachOf(
  args: readonly (Value | undefined)[],
  { budget }: Pick<Context, "budget">,
): Generator<readonly [value: Scalar, inRange: boolean]> {
  for (const arg of args) {
    const ranges = arg instanceof Union ? arg.ranges : [arg];
    for (const range of ranges) {
      const inRange = range instanceof Range || isMatrix(range);
      for (const row of matrixOf(range)) {
        budget.spend(row.length);
        for (const value of row) yield [value, inRange];
      }
    }
  }
}

/** The numbers that a sum counts: all of a range's, and what is given beside ranges read as numbers. */
export function numbersOf(args: readonly (Value | undefined)[], context: Context): number[] {
  const numbers: number[] = [];
  for (const [value, inRange] of eachOf(args, context)) {
    if (value instanceof ErrorValue) throw new Failed(value);
    if (!inRange) numbers.push(or(toNumber(value)));
    else if (typeof value === "number") numbers.push(value);
  }
  return numbers;
}
