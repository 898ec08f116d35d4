/**
 * Stands in for the `CustomFunctions` global that Excel gives to an add-in, so that the workbench runs the very
 * functions.js that Excel runs. Its script must come before functions.js.
 */

export type Implementation = (...args: unknown[]) => unknown;

/** What a function throws, or puts into a table, to show an error value with a message. */
export class CellError extends Error {
  constructor(
    readonly code: string,
    message = "",
  ) {
    super(message);
  }
}

const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const;

const implementations = new Map<string, Implementation>();

export function implementationOf(id: string): Implementation | undefined {
  return implementations.get(id);
}

function associate(idOrMappings: string | Record<string, Implementation>, implementation?: Implementation): void {
  if (typeof idOrMappings === "string") {
    if (implementation) implementations.set(idOrMappings, implementation);
  } else {
    for (const [id, mapped] of Object.entries(idOrMappings)) implementations.set(id, mapped);
  }
}

Object.assign(globalThis, { CustomFunctions: { associate, Error: CellError, ErrorCode } });
