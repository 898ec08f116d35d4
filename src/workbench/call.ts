import { eachCell, elementAt, liftedSize } from "../formula/lifting";
import type { CellValue as PlainValue, Matrix } from "../formula/values";
import { CellError, type Implementation } from "./custom-functions";
import type { FunctionMetadata, ParameterMetadata } from "./metadata";

/** A cell's content as Excel hands it to a function: a blank cell is null. */
export type CellValue = PlainValue | CellError;
export type { Matrix };
/** A literal arrives as a value, a reference as a matrix, an omitted argument as undefined. */
export type Argument = CellValue | Matrix<CellValue> | undefined;
export type Result = CellValue | Matrix<CellValue>;

const VALUE = "#VALUE!";
const NUMBER = "#NUM!";

/**
 * Calls a custom function the way Excel does: arguments are converted to the declared types, a range given for a
 * single value calls the function once per cell, an error among the arguments is the result, and whatever the
 * function throws becomes an error value. It never throws.
 */
export function callAsExcel(
  metadata: FunctionMetadata,
  implementation: Implementation,
  args: readonly Argument[],
): Result {
  const lifted = metadata.parameters.map((parameter, index) => isLifted(parameter, args[index]));
  if (!lifted.includes(true)) return callOnce(metadata, implementation, args);

  const grids = args.filter((_, index) => lifted[index]) as Matrix<CellValue>[];
  return eachCell(liftedSize(grids), (row, column) => {
    const scalars = args.map((argument, index) =>
      lifted[index] ? elementAt(argument as Matrix<CellValue>, row, column, new CellError("#N/A")) : argument,
    );
    return topLeft(callOnce(metadata, implementation, scalars));
  });
}

function callOnce(metadata: FunctionMetadata, implementation: Implementation, args: readonly Argument[]): Result {
  const converted = metadata.parameters.map((parameter, index) => convert(parameter, args[index]));
  if (!metadata.allowErrorForDataTypeAny) {
    const error = converted.flat(2).find((value) => value instanceof CellError);
    if (error) return error;
  }
  try {
    return asResult(implementation(...converted));
  } catch (error) {
    if (error instanceof CellError) return error;
    console.error(metadata.id, error);
    return new CellError(VALUE);
  }
}

function isMatrix<Value>(value: Value | Matrix<Value>): value is Matrix<Value> {
  return Array.isArray(value);
}

function isLifted(parameter: ParameterMetadata, argument: Argument): boolean {
  return parameter.dimensionality !== "matrix" && isMatrix(argument) && !isSingle(argument);
}

function isSingle(matrix: Matrix<CellValue>): boolean {
  return matrix.length === 1 && matrix[0]?.length === 1;
}

function topLeft(result: Result): CellValue {
  return isMatrix(result) ? (result[0]?.[0] ?? null) : result;
}

function convert(parameter: ParameterMetadata, argument: Argument): CellValue | Matrix<CellValue> {
  if (argument === undefined) return null;
  if (parameter.dimensionality === "matrix") {
    const matrix = isMatrix(argument) ? argument : [[argument]];
    return matrix.map((row) => row.map((value) => convertScalar(parameter.type, value)));
  }
  return convertScalar(parameter.type, isMatrix(argument) ? topLeft(argument) : argument);
}

function convertScalar(type: ParameterMetadata["type"], value: CellValue): CellValue {
  if (value instanceof CellError) return value;
  switch (type) {
    case "number": {
      const number = typeof value === "string" && value.trim() === "" ? NaN : Number(value);
      return Number.isNaN(number) ? new CellError(VALUE) : number;
    }
    case "string":
      return value === null ? "" : typeof value === "boolean" ? String(value).toUpperCase() : String(value);
    case "boolean":
      return typeof value === "string" ? booleanOf(value) : Boolean(value);
    default:
      return value;
  }
}

function booleanOf(text: string): CellValue {
  const upper = text.trim().toUpperCase();
  return upper === "TRUE" || upper === "FALSE" ? upper === "TRUE" : new CellError(VALUE);
}

function asResult(result: unknown): Result {
  return Array.isArray(result)
    ? result.map((row: unknown) => (Array.isArray(row) ? row.map(asCellValue) : [asCellValue(row)]))
    : asCellValue(result);
}

function asCellValue(value: unknown): CellValue {
  if (typeof value === "number") return Number.isFinite(value) ? value : new CellError(NUMBER);
  if (typeof value === "string" || typeof value === "boolean" || value instanceof CellError) return value;
  return value === null || value === undefined ? null : new CellError(VALUE);
}
