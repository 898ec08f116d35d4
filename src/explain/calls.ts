import { ask, definitionOf } from "../definitions";
import { registered } from "../page/functions";

/** A table of each stays in memory. */
const MOST = 1_000;
const MOST_CHARACTERS = 1_000_000;

/**
 * What calls give while the figures stay the same. One that comes again with the same arguments is not worked out again: cells that one
 * formula fills make the same, and so do neighbours.
 */
export class Calls {
  /** What the function gives to a cell. Throws what it throws. */
  readonly outcome = remembering((id, args) => registered.get(id)!(...args));
  /** What the rules answer, with its way. Throws a Refusal. */
  readonly answer = remembering((id, cells) => ask(definitionOf(id)!, cells));
}

function remembering<Result>(
  of: (id: string, args: readonly unknown[]) => Result,
): (id: string, args: readonly unknown[]) => Result {
  const known = new Map<string, () => Result>();
  let characters = 0;
  return (id, args) => {
    const key = JSON.stringify([id, ...args]);
    const found = known.get(key);
    if (found) return found();
    if (known.size >= MOST || characters > MOST_CHARACTERS) {
      known.clear();
      characters = 0;
    }
    characters += key.length;
    const result = attempted(() => of(id, args));
    known.set(key, result);
    return result();
  };
}

/** What comes of it, as often as it is asked. */
function attempted<Result>(act: () => Result): () => Result {
  try {
    const result = act();
    return () => result;
  } catch (error) {
    return () => {
      throw error as Error;
    };
  }
}
