import { t } from "../../i18n";
import type { Language } from "../../i18n";

/** Whether a spreadsheet did what was tried; "absent" where it has no such thing, and says so itself. */
export type Status = "ok" | "failed" | "absent";

/** What reads alike in every language, or a text by its key, or several of them. */
export type Said =
  string | { readonly key: string; readonly values?: Readonly<Record<string, string | number>> } | readonly Said[];

export interface Outcome {
  readonly status: Status;
  readonly expected: Said;
  readonly seen: Said;
}

/** In the reader's language, or in another one. */
export function say(said: Said, language?: Language): string {
  if (typeof said === "string") return said;
  if ("key" in said) return t(`selftest:said/${said.key}`, said.values, language);
  return said.map((one) => say(one, language)).join(", ");
}

export const phrase = (key: string, values?: Readonly<Record<string, string | number>>): Said => ({
  key,
  ...(values && { values }),
});

/** By whether what was seen is what was expected. */
export const judged = (isOk: boolean, expected: Said, seen: Said): Outcome => ({
  status: isOk ? "ok" : "failed",
  expected,
  seen,
});

/** What is the same when it reads the same. */
export const compared = (expected: string, seen: string): Outcome => judged(expected === seen, expected, seen);

export const absent = (expected: Said, why: Said): Outcome => ({ status: "absent", expected, seen: why });

interface Fault {
  readonly code?: string;
  readonly name?: string;
  /** Where in Office.js. */
  readonly debugInfo?: { readonly errorLocation?: string };
}

/** Of an error no more than its kind: its text may name what is the user's. */
export function faultOf(error: unknown): string {
  const { code, name, debugInfo } = (error ?? {}) as Fault;
  const where = debugInfo?.errorLocation ? ` (${debugInfo.errorLocation})` : "";
  return `${code ?? name ?? "Error"}${where}`;
}
