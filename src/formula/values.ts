/** A cell's content as hosts tell it: null is a blank one, "#N/A" and its like are errors. */
export type CellValue = string | number | boolean | null;

export type Matrix<Value> = readonly (readonly Value[])[];

/** A range of a sheet: "B2", "A1:C10"; "B2#" is what the formula of B2 fills. */
export interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** An area of a sheet or of a block, from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** An error of a cell. There is one for each code, so that they compare by identity. */
export class ErrorValue {
  private static readonly known = new Map<string, ErrorValue>();

  private constructor(readonly code: string) {}

  static of(code: string): ErrorValue {
    const upper = code.toUpperCase();
    const error = ErrorValue.known.get(upper) ?? new ErrorValue(upper);
    ErrorValue.known.set(upper, error);
    return error;
  }
}

export const NOT_AVAILABLE = ErrorValue.of("#N/A");
export const VALUE = ErrorValue.of("#VALUE!");
export const REFERENCE = ErrorValue.of("#REF!");
export const NUMBER = ErrorValue.of("#NUM!");
export const DIVISION = ErrorValue.of("#DIV/0!");
export const NAME = ErrorValue.of("#NAME?");
export const NULL = ErrorValue.of("#NULL!");
export const CALCULATION = ErrorValue.of("#CALC!");

/** What one cell can hold, with its errors told from texts. */
export type Scalar = CellValue | ErrorValue;

/** Cells where they stand. Whole columns and rows are read as far as the sheet is used. */
export class Range {
  constructor(
    /** Absent for what a name stands for: where that is, nobody tells. */
    readonly area: Area | null,
    readonly sheet: string,
    readonly values: Matrix<Scalar>,
  ) {}
}

/** Several ranges in brackets: (A1:A3,C1). */
export class Union {
  constructor(readonly ranges: readonly Range[]) {}
}

/** A function as a value: LAMBDA, or the name of one handed on. */
export class Closure {
  constructor(
    readonly fewest: number,
    readonly most: number,
    /** An argument that is left out is undefined. */
    readonly call: (args: readonly (Value | undefined)[]) => Value,
  ) {}
}

export type Value = Scalar | Matrix<Scalar> | Range | Union | Closure;

export const isMatrix = (value: unknown): value is Matrix<Scalar> => Array.isArray(value);

const ERROR =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA|CONNECT!|FIELD!|BLOCKED!|UNKNOWN!|EXTERNAL!|PYTHON!|TIMEOUT!)$/;

export const isErrorCode = (text: string): boolean => text.startsWith("#") && ERROR.test(text);

/** A cell's value with its error told from a text. */
export const fromCell = (value: CellValue): Scalar =>
  typeof value === "string" && isErrorCode(value) ? ErrorValue.of(value) : value;
