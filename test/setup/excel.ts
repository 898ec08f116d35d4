import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import type { Compiled } from "./figures";

/** What Excel's runtime gives a function bundle, and no more. */
export class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

const ERROR_CODE = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  invalidNumber: "#NUM!",
  divisionByZero: "#DIV/0!",
  nullReference: "#NULL!",
} as const;

export type CustomFunction = (...args: unknown[]) => unknown;

export interface Runtime {
  readonly associate: (id: string, implementation: CustomFunction) => void;
  readonly Error: typeof CellError;
  readonly ErrorCode: typeof ERROR_CODE;
}

function runtime(): { readonly CustomFunctions: Runtime; readonly functions: Map<string, CustomFunction> } {
  const functions = new Map<string, CustomFunction>();
  const associate = (id: string, implementation: CustomFunction) => void functions.set(id, implementation);
  return { CustomFunctions: { associate, Error: CellError, ErrorCode: ERROR_CODE }, functions };
}

/** The functions as the sources register them, on the project's figures or on others. */
export function sourceFunctions(figures?: Compiled): Map<string, CustomFunction> {
  const { CustomFunctions, functions } = runtime();
  Object.assign(globalThis, { CustomFunctions });
  jest.isolateModules(() => {
    if (figures) jest.doMock("../../src/parameters/compiled/index", () => figures);
    jest.requireActual("../../src/functions");
    jest.dontMock("../../src/parameters/compiled/index");
  });
  return functions;
}

const root = join(__dirname, "../..");

/** The built bundle in a context that has nothing but `CustomFunctions`. */
export function bundleFunctions(globals: Record<string, unknown> = {}): Map<string, CustomFunction> {
  const { CustomFunctions, functions } = runtime();
  runInContext(readFileSync(join(root, "dist/functions.js"), "utf8"), createContext({ CustomFunctions, ...globals }));
  return functions;
}

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly optional?: boolean;
      readonly dimensionality?: string;
    }[];
  }[];
}

export const metadata = JSON.parse(readFileSync(join(root, "build/metadata/functions.json"), "utf8")) as Metadata;

const parametersOf = (id: string) => metadata.functions.find((f) => f.id === id)!.parameters;

/** Calls by parameter name, handing over null for what is omitted, as Excel does. */
export function callNamed(
  functions: Map<string, CustomFunction>,
  id: string,
  inputs: Record<string, unknown>,
): unknown {
  const names = parametersOf(id).map(({ name }) => name);
  const unknown = Object.keys(inputs).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new RangeError(`${id} has no parameter ${unknown.join(", ")}`);
  return functions.get(id)!(...names.map((name) => inputs[name] ?? null));
}

/** The value, or the code of the error as a cell shows it. Anything but a cell error stays an exception. */
export function cellOf(evaluate: () => unknown): unknown {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof CellError) return error.code;
    throw error;
  }
}
