import { useHeldFigures } from "../definitions";
import { describe } from "../i18n";
import { noteCalculation } from "../page/calculation";
import { registered } from "../page/functions";
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

const CODES: Record<ErrorName, string> = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  invalidNumber: "#NUM!",
  divisionByZero: "#DIV/0!",
  nullReference: "#NULL!",
};

/** Outside Office the global has no errors, and without office.js there is none; the pane is then a calculator of its own. */
const runtime = (): Partial<typeof CustomFunctions> | undefined =>
  typeof CustomFunctions === "undefined" ? undefined : CustomFunctions;

/** A refusal as the error that Excel shows in the cell, with its sentence. An error in an argument is handed on, as Excel's functions do. */
export function excelError(refusal: Refusal): CustomFunctions.Error {
  const { error } = refusal.facts;
  const name = (typeof error === "string" ? PROPAGATED[error] : undefined) ?? ERROR_NAMES[refusal.code];
  const message = describe(refusal);
  const { Error: ExcelError, ErrorCode } = runtime() ?? {};
  return ExcelError && ErrorCode
    ? new ExcelError(ErrorCode[name], message)
    : (Object.assign(new Error(message), { code: CODES[name] }) as CustomFunctions.Error);
}

/** What Excel's runtime tells of a call; data types of cells, which are objects too, name their type. */
const isInvocation = (last: unknown): boolean =>
  typeof last === "object" &&
  last !== null &&
  typeof (last as Partial<CustomFunctions.Invocation>).functionName === "string" &&
  !("type" in last);

/** Gives Excel, and the pane, a function under its id. A refusal becomes the cell's error; anything else would be a defect and stays loud. */
export function associate(id: string, implementation: Function): void {
  const asCell = (...args: never[]): unknown => {
    try {
      useHeldFigures();
      return implementation(...args);
    } catch (error) {
      throw error instanceof Refusal ? excelError(error) : error;
    }
  };
  registered.set(id, asCell as (...args: unknown[]) => unknown);
  runtime()?.associate?.(id, (...args: never[]) => {
    noteCalculation();
    // Excel hands over as many arguments as it knows of, which after an update are those of before for a day, and this behind them.
    if (isInvocation(args[args.length - 1])) args.pop();
    return asCell(...args);
  });
}
