import type { Cents } from "../../rules/money";
import { settings } from "../../settings";

/** What a cell with a call of one of our functions would show. */
export type CallResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string };

interface ErrorOfCell {
  readonly code: string;
  readonly message: string;
}

/** Errors come from the bundle of the functions, so they are known by their form. */
export const isErrorOfCell = (value: unknown): value is ErrorOfCell =>
  value instanceof Error && typeof (value as Partial<ErrorOfCell>).code === "string";

/** Calls a function as a cell does; an argument left out is null. */
export function callFunction(id: string, ...args: readonly unknown[]): CallResult {
  const implementation = settings.functions.get(id);
  if (!implementation) throw new Error(`no function ${id}`);
  try {
    return { ok: true, value: implementation(...args) };
  } catch (error) {
    if (isErrorOfCell(error)) return { ok: false, code: error.code, message: error.message };
    throw error;
  }
}

/** The cents of an amount that a function gave: it is the double nearest to them, so none is lost or made. */
export const centsOf = (euros: unknown): Cents => Math.round(Number(euros) * 100);

/** An assumed growth as a cell hands it over: the defined name holds a number. */
export const growthCell = (indexation: string | null | undefined): number | null =>
  indexation === null || indexation === undefined ? null : Number(indexation);
