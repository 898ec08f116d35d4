import { useHeldFigures } from "../definitions";
import { describe } from "../i18n";
import { noteCalculation } from "../page/calculation";
import { registered } from "../page/functions";
import { noteHanded } from "../page/handed";
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

const nameOf = ({ code, facts: { error } }: Refusal): ErrorName =>
  (typeof error === "string" ? PROPAGATED[error] : undefined) ?? ERROR_NAMES[code];

/** How a refusal shows. */
export const codeOf = (refusal: Refusal): string => CODES[nameOf(refusal)];

/** A refusal as the error that Excel shows in the cell, with its sentence. An error in an argument is handed on, as Excel's functions do. */
export function excelError(refusal: Refusal, message = describe(refusal)): CustomFunctions.Error {
  const name = nameOf(refusal);
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

/** What is larger leaves the cell at #BUSY! for ever; the limit is 5 MB, some of it for what goes around an answer. */
const MOST_ON_WEB = 4.5e6;

/** Excel on the web takes less at once than Excel on a desktop. Before Office has begun, its own names are not there. */
export const isOnWeb = (): boolean =>
  typeof Office !== "undefined" && String(Office.context?.platform) === "OfficeOnline";

/** An answer that Excel takes. */
function fitting(answer: unknown): unknown {
  if (!Array.isArray(answer) || !isOnWeb()) return answer;
  const { length } = JSON.stringify(answer);
  if (length <= MOST_ON_WEB) return answer;
  const most = Math.floor((answer.length * MOST_ON_WEB) / length);
  throw new Refusal("too-large-for-web", { rows: answer.length, most });
}

/** `?prefix=INASTI`: the page is that of one of six add-ins (`tools/release/split.mjs`). */
const namespace = typeof location === "undefined" ? undefined : /[?&]prefix=([A-Z]+)/.exec(location.search)?.[1];

/** Behind a namespace Excel calls INASTI.QUARTERLY by QUARTERLY; RATE stands behind two, so an add-in has none but its own. */
const idInExcel = (id: string): string | undefined => {
  if (namespace === undefined) return id;
  return id.startsWith(`${namespace}.`) ? id.slice(namespace.length + 1) : undefined;
};

/** Gives Excel, and the pane, a function under its id. A refusal becomes the cell's error; anything else would be a defect and stays loud. */
export function associate(id: string, implementation: Function): void {
  const asCell = (...args: never[]): unknown => {
    useHeldFigures();
    return implementation(...args);
  };
  registered.set(id, withErrors(asCell) as (...args: unknown[]) => unknown);
  const called = idInExcel(id);
  if (called === undefined) return;
  runtime()?.associate?.(
    called,
    withErrors((...args) => {
      noteCalculation();
      // Excel hands over as many arguments as it knows of, which after an update are those of before for a day, and this behind them.
      if (isInvocation(args[args.length - 1])) args.pop();
      noteHanded(id, args);
      return fitting(asCell(...args));
    }),
  );
}

const withErrors =
  (call: Function) =>
  (...args: never[]): unknown => {
    try {
      return call(...args);
    } catch (error) {
      throw error instanceof Refusal ? excelError(error) : error;
    }
  };
