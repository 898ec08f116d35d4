import { type CellValue, ErrorValue, isMatrix, type Matrix, type Scalar } from "./values";

/** Calls of functions that are not Excel's, as a cell makes them. */

/** What a function is given. An error in a cell is handed on as Excel hands it to a custom function. */
export type Handed = CellValue | { readonly type: "Error"; readonly basicValue: string };

export interface CallArgument {
  readonly name: string;
  /** As it stands in the formula; "" where it is left out. */
  readonly text: string;
  readonly value: Handed | Matrix<Handed>;
}

export interface CellError {
  readonly code: string;
  readonly message: string;
}

export const isCellError = (value: unknown): value is CellError =>
  typeof value === "object" && value !== null && "code" in value;

/** A call of one of our functions, as the cell makes it. */
export interface Call {
  readonly id: string;
  readonly arguments: readonly CallArgument[];
  readonly result: CellValue | Matrix<unknown> | CellError;
  /** Where in a table the cell stands, from the table's corner; absent where the formula goes on with the whole table. */
  readonly at?: { readonly row: number; readonly column: number };
  /** A range was given for a single value: how many calls that makes, of which this is one. */
  readonly lifted?: number;
}

/** A function that is not Excel's. */
export interface OwnFunction {
  readonly id: string;
  /** A range is handed to `matrix` as a whole; to the others cell by cell. */
  readonly parameters: readonly { readonly name: string; readonly matrix?: true }[];
  /** Absent where it cannot be called. */
  readonly call: ((...args: unknown[]) => unknown) | undefined;
}

export const handed = (value: Scalar): Handed =>
  value instanceof ErrorValue ? { type: "Error", basicValue: value.code } : value;

export const handedOver = (value: Scalar | Matrix<Scalar>): Handed | Matrix<Handed> =>
  isMatrix(value) ? value.map((row) => row.map(handed)) : handed(value);

export function outcomeOf(implementation: (...args: unknown[]) => unknown, args: readonly unknown[]): Call["result"] {
  try {
    return implementation(...args) as Call["result"];
  } catch (error) {
    const { code, message } = error as Partial<CellError>;
    if (code === undefined) throw error;
    return { code, message: message ?? "" };
  }
}

/** What a function gives, with its errors as they go on through the formula. */
export function asValue(result: Call["result"]): Scalar | Matrix<Scalar> {
  const one = (value: unknown): Scalar => (isCellError(value) ? ErrorValue.of(value.code) : (value as CellValue));
  return Array.isArray(result) ? (result as unknown[][]).map((row) => row.map(one)) : one(result);
}
