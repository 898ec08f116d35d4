import { folded } from "../i18n/words";
import { Refusal, type RefusalKey, type WordList } from "../rules/refusal";
import { type Cell, type Reading, required } from "./cells";

/** What can be chosen, as a refusal names it. */
export interface Choice<T extends string = string> {
  readonly words: readonly T[];
  readonly of?: WordList;
}

/** No name of anything here is half as long. */
const LONGEST_WORD = 150;

/**
 * A word of a closed list in any of the four languages: case, accents, spaces, hyphens and apostrophes do not matter. What people take
 * for a word of it may have a refusal of its own.
 */
export function word<T extends string>(
  argument: string,
  cell: Cell,
  accepted: Choice,
  known: ReadonlyMap<string, T>,
  mistaken?: ReadonlyMap<string, RefusalKey>,
): Reading<T> {
  const value = required(argument, cell);
  if (value instanceof Refusal) return value;
  // A host that sandboxes scripts makes a look-up of a global slow: see rules/money.
  const given = typeof value === "string" ? value : String(value);
  if (given.length > LONGEST_WORD) return new Refusal("unknown-word", { argument, given, accepted });
  const spelling = folded(given);
  const found = known.get(spelling);
  if (found !== undefined) return found;
  const own = mistaken?.get(spelling);
  if (own !== undefined) return new Refusal(own, { argument, given });
  return new Refusal("unknown-word", { argument, given, accepted, similar: known });
}

/** Folded spellings of a list of words and of their synonyms. */
export function spellings<T extends string>(
  list: readonly (readonly [T, readonly string[]])[],
): ReadonlyMap<string, T> {
  return new Map(
    list.flatMap(([value, others]) => [value, ...others].map((spelling) => [folded(spelling), value] as const)),
  );
}
