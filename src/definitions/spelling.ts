import { Refusal, type WordList } from "../rules/refusal";
import { type Cell, type Reading, required } from "./cells";

/** What can be chosen, as a refusal names it. */
export interface Choice<T extends string = string> {
  readonly words: readonly T[];
  readonly of?: WordList;
}

/** No name of anything here is half as long. */
const LONGEST_WORD = 150;

/** A word of a closed list in any of the four languages: case, accents, spaces, hyphens and apostrophes do not matter. */
export function word<T extends string>(
  argument: string,
  cell: Cell,
  accepted: Choice,
  known: ReadonlyMap<string, T>,
): Reading<T> {
  const value = required(argument, cell);
  if (value instanceof Refusal) return value;
  // A host that sandboxes scripts makes a look-up of a global slow: see rules/money.
  const given = typeof value === "string" ? value : String(value);
  const found = given.length <= LONGEST_WORD ? known.get(folded(given)) : undefined;
  return found ?? new Refusal("unknown-word", { argument, given, accepted });
}

export function folded(text: string): string {
  const small = text.toLowerCase();
  return (ASCII.test(small) ? small : small.normalize("NFD")).replace(BETWEEN_LETTERS, "");
}

const ASCII = /^[ -~]*$/;
/** Accents, which NFD sets apart from their letters, separators, and the accents that people type for an apostrophe. */
const BETWEEN_LETTERS = /[\u0300-\u036f\s\-–_'’´`.,/()]/g;

/** Folded spellings of a list of words and of their synonyms. */
export function spellings<T extends string>(
  list: readonly (readonly [T, readonly string[]])[],
): ReadonlyMap<string, T> {
  return new Map(
    list.flatMap(([value, others]) => [value, ...others].map((spelling) => [folded(spelling), value] as const)),
  );
}
