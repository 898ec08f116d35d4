import { settings } from "../settings";

/** What a name can hide in: texts, quoted names of sheets, references to tables. */
export const TEXT = '"(?:[^"]|"")*"';
export const QUOTED = "'(?:[^']|'')*'";
export const BRACKETS = String.raw`\[(?:[^[\]']|'[^]|\[(?:[^[\]']|'[^])*\])*\]`;

/** Those; then names that are called. */
const TOKEN = new RegExp(
  String.raw`${TEXT}|${QUOTED}|${BRACKETS}|(?<![\p{L}\d_.\\!])([\p{L}_\\][\p{L}\d_.\\?]*)\s*\(`,
  "gu",
);

/** How a file stores the name of an add-in's function, and how Excel shows it while the add-in is not there. */
const STORED_PREFIX = /^_XLDUDF_/;

/** The functions of ours that a formula calls, each once, in the order of the formula. */
export function ownFunctions(formula: string): string[] {
  const called = Array.from(formula.matchAll(TOKEN), ([, name]) => (name === undefined ? "" : idOf(name)));
  return [...new Set(called)].filter((id) => settings.functions.has(id));
}

export const usesOurFunctions = (formula: string): boolean => ownFunctions(formula).length > 0;

/** Cells, whole columns and whole rows; names of the workbook and tables stay what they are wherever a formula stands. */
const REFERENCE =
  /(?<![\p{L}\d_.\\$])(?:\$?[A-Z]{1,3}\$?[1-9]\d{0,6}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[1-9]\d*:\$?[1-9]\d*)(?![\p{L}\d_.\\])/iu;

/** Whether a formula names cells by their address, so that it says something else in another cell. */
export const namesCells = (formula: string): boolean => REFERENCE.test(formula.replace(TOKEN, " "));

/** The function of ours that is called by exactly this name, in a cell or in a file; null for any other's. */
export function ownFunction(name: string): string | null {
  const id = STORED_PREFIX.test(name.toUpperCase()) ? idOf(name) : name.toUpperCase();
  return settings.functions.has(id) ? id : null;
}

/** A file has underscores for the dots of a name. */
const idOf = (name: string): string => name.toUpperCase().replace(STORED_PREFIX, "").replaceAll("_", ".");
