import { describe } from "../i18n";
import { Refusal, type RefusalCode } from "../rules/refusal";

type Function = (...args: never[]) => unknown;

type ErrorName = "invalidValue" | "notAvailable" | "invalidNumber" | "divisionByZero" | "nullReference";

const ERROR_NAMES: Record<RefusalCode, ErrorName> = {
  value: "invalidValue",
  notAvailable: "notAvailable",
  number: "invalidNumber",
};

/** The errors of an argument that a function can hand on as they are; the others become #VALUE!. */
const PROPAGATED: Readonly<Record<string, ErrorName>> = {
  "#N/A": "notAvailable",
  "#NUM!": "invalidNumber",
  "#DIV/0!": "divisionByZero",
  "#NULL!": "nullReference",
};

/** A refusal as the error that Excel shows in the cell, with its sentence. An error in an argument is handed on, as Excel's functions do. */
export function excelError(refusal: Refusal): CustomFunctions.Error {
  const { error } = refusal.facts;
  const name = (typeof error === "string" ? PROPAGATED[error] : undefined) ?? ERROR_NAMES[refusal.code];
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[name], describe(refusal));
}

/** Gives Excel a function under its id. A refusal becomes the cell's error; anything else would be a defect and stays loud. */
export function associate(id: string, implementation: Function): void {
  CustomFunctions.associate(id, (...args: never[]) => {
    try {
      return implementation(...args);
    } catch (error) {
      throw error instanceof Refusal ? excelError(error) : error;
    }
  });
}
