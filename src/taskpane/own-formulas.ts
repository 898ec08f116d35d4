import { settings } from "../settings";

/** What a name can hide in: texts, quoted names of sheets, references to tables; then names that are called. */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|(?<![\p{L}\d_.\\!])([\p{L}_\\][\p{L}\d_.\\?]*)\s*\(/gsu;

/** How a file stores the name of an add-in's function, and how Excel shows it while the add-in is not there. */
const STORED_PREFIX = /^_XLDUDF_/;

/** The functions of ours that a formula calls, each once, in the order of the formula. */
export function ownFunctions(formula: string): string[] {
  const ids = idsByName();
  const called = Array.from(formula.matchAll(TOKEN), ([, name]) => name?.toUpperCase().replace(STORED_PREFIX, ""));
  return [...new Set(called.flatMap((name) => (name === undefined ? [] : (ids.get(name) ?? []))))];
}

export const usesOurFunctions = (formula: string): boolean => ownFunctions(formula).length > 0;

/** A file has underscores for the dots of a name. */
function idsByName(): ReadonlyMap<string, string> {
  return new Map(
    [...settings.functions.keys()].flatMap((id) => [
      [id.toUpperCase(), id],
      [id.toUpperCase().replaceAll(".", "_"), id],
    ]),
  );
}
