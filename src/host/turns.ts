import type { Work } from "./host";

/** In milliseconds: whoever waits longer for an answer feels it, in the pane and in the cells that it shares its thread with. */
export const LONGEST_TURN = 50;

/** Lets what waits run, clicks and painting among it. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** To be awaited before each piece of long work: pauses once the turn was long enough, and says so before. */
export function turns(onPause?: () => void): () => Promise<void> {
  let start = performance.now();
  return async () => {
    if (performance.now() - start < LONGEST_TURN) return;
    onPause?.();
    await pause();
    start = performance.now();
  };
}

/** One after the other, in turns; what was come to before the work was cancelled. */
export async function eachInTurn<Item, Result>(
  items: readonly Item[],
  of: (item: Item) => Result,
  { signal, onProgress }: Pick<Work, "signal" | "onProgress"> = {},
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = turns(() => onProgress?.(results.length, items.length));
  for (const item of items) {
    await rest();
    if (signal?.aborted) break;
    results.push(of(item));
  }
  return results;
}
