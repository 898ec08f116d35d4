import type { Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorValueObject,
  FunctionType,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
  type ErrorType,
  type IFunctionInfo,
} from "@univerjs/preset-sheets-core";
import { callAsExcel, type Argument, type CellValue, type Matrix, type Result } from "./call";
import { CellError, implementationOf } from "./custom-functions";
import type { FunctionMetadata, Metadata, ParameterMetadata } from "./metadata";

/** What a cell with an error keeps beside its value. */
export interface ErrorNote {
  readonly code: string;
  readonly message: string;
}

/** The add-in's functions in the form in which the spreadsheet engine takes its own. */
export function sheetFunctions(metadata: Metadata): {
  function: [new (name: string) => BaseFunction, string][];
  description: IFunctionInfo[];
} {
  return {
    function: metadata.functions.map((entry) => [engineFunction(entry), entry.name]),
    description: metadata.functions.map((entry) => describe(entry, metadata)),
  };
}

/**
 * A class of the engine rather than its simpler `registerFunction`: that one reads texts like "2026-01-01" or "20 %"
 * in a result as numbers, which Excel does not.
 */
function engineFunction(metadata: FunctionMetadata): new (name: string) => BaseFunction {
  return class extends BaseFunction {
    // Excel takes no formula with too few. Here the function says which is missing; the engine would say #N/A and no more.
    override minParams = 0;
    override maxParams = metadata.parameters.length;

    /** Text given as a literal stays text. */
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...args: BaseValueObject[]): BaseValueObject {
      const implementation = implementationOf(metadata.id);
      if (!implementation) return ErrorValueObject.create("#N/A" as ErrorType);
      return toEngine(callAsExcel(metadata, implementation, args.map(fromEngine)));
    }
  };
}

function fromEngine(value: BaseValueObject): Argument {
  if (!value.isArray()) return cellFromEngine(value);
  return (value as ArrayValueObject).getArrayValue().map((row) => row.map(cellFromEngine));
}

function cellFromEngine(value: Nullable<BaseValueObject>): CellValue {
  if (!value || value.isNull()) return null;
  if (value.isError()) return new CellError((value as ErrorValueObject).getErrorType());
  return value.getValue();
}

function toEngine(result: Result): BaseValueObject {
  return Array.isArray(result) ? matrixToEngine(result as Matrix<CellValue>) : cellToEngine(result as CellValue);
}

function matrixToEngine(matrix: Matrix<CellValue>): BaseValueObject {
  return ArrayValueObject.create({
    calculateValueList: matrix.map((row) => row.map(cellToEngine)),
    rowCount: matrix.length,
    columnCount: matrix[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function cellToEngine(value: CellValue): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (value instanceof CellError) {
    // The message travels with the value into the cell. `create` would give an object that other cells share.
    const note: ErrorNote = { code: value.code, message: value.message };
    return new ErrorValueObject(value.code as ErrorType).withCustomData({ ...note });
  }
  switch (typeof value) {
    case "number":
      return NumberValueObject.create(value);
    case "boolean":
      return BooleanValueObject.create(value);
    default:
      return StringValueObject.create(value);
  }
}

function describe(entry: FunctionMetadata, metadata: Metadata): IFunctionInfo {
  return {
    functionName: entry.name,
    functionType: FunctionType.User,
    description: entry.description,
    abstract: entry.description,
    functionParameter: entry.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: exampleFor(parameter, metadata),
      require: parameter.optional ? 0 : 1,
      repeat: 0,
    })),
  };
}

function exampleFor(parameter: ParameterMetadata, metadata: Metadata): string {
  const values = metadata.enums?.find(({ id }) => id === parameter.customEnumId)?.values ?? [];
  return values.map(({ name, stringValue }) => `"${stringValue ?? name}"`).join(" ");
}
