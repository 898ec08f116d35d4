import { distance } from "fastest-levenshtein";
import type { Spellings } from "../rules/refusal";
import { folded } from "./words";

// A host that sandboxes scripts makes a look-up of a global slow: see rules/money.
const { abs, floor, min } = Math;

/** One letter in three may be wrong, and three at most. */
const LETTERS_AN_ERROR = 3;
const MOST_ERRORS = 3;
/** What is shorter stands in too many words. */
const SHORTEST_PART = 4;
/** No name of anything here is longer. */
const LONGEST = 80;

/** The words of a list that may have been meant: the nearest by spelling, else those that what was given is a part of. */
export function similar(given: string, spellings: Spellings): string[] {
  const typed = folded(given);
  if (typed.length > LONGEST) return [];
  const near = nearest(typed, spellings);
  return near.length > 0 || typed.length < SHORTEST_PART ? near : containing(typed, spellings);
}

function nearest(typed: string, spellings: Spellings): string[] {
  let least = MOST_ERRORS;
  const found = new Set<string>();
  for (const [spelling, word] of spellings) {
    const most = min(least, floor(min(typed.length, spelling.length) / LETTERS_AN_ERROR));
    if (abs(typed.length - spelling.length) > most) continue;
    const errors = distance(typed, spelling);
    if (errors > most) continue;
    if (errors < least) found.clear();
    least = errors;
    found.add(word);
  }
  return [...found];
}

const containing = (typed: string, spellings: Spellings): string[] => [
  ...new Set([...spellings].filter(([spelling]) => spelling.includes(typed)).map(([, word]) => word)),
];
