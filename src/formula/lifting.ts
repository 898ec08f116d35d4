import type { Matrix } from "./values";

/** Excel's lifting: a range given for a single value makes one call per cell. Ours and Excel's own functions alike. */

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export const sizeOf = (matrix: Matrix<unknown>): Size => ({ rows: matrix.length, columns: matrix[0]?.length ?? 0 });

/** How many rows and columns the calls for some ranges fill. */
export function liftedSize(grids: readonly Matrix<unknown>[]): Size {
  return {
    rows: grids.reduce((most, grid) => Math.max(most, grid.length), 1),
    columns: grids.reduce((most, grid) => Math.max(most, grid[0]?.length ?? 0), 1),
  };
}

/** A single row or column serves every row or column; `beyond` stands where a range has ended. */
export function elementAt<Value>(matrix: Matrix<Value>, row: number, column: number, beyond: Value): Value {
  const line = matrix[matrix.length === 1 ? 0 : row];
  const value = line?.[line.length === 1 ? 0 : column];
  return value === undefined ? beyond : value;
}

/** One call per cell. */
export function eachCell<Result>(
  { rows, columns }: Size,
  call: (row: number, column: number) => Result,
): readonly (readonly Result[])[] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => call(row, column)),
  );
}
