import type { Work } from "./host";

/** Neighbours together, as many as fit. */
function groups<T>(items: readonly T[], fit: (items: readonly T[]) => boolean): T[][] {
  const found: T[][] = [];
  for (const item of items) {
    const last = found.at(-1);
    if (last && fit([...last, item])) last.push(item);
    else found.push([item]);
  }
  return found;
}

/** One after the other, each of as many items as fit; how many were done before the work was cancelled. */
export async function inSteps<T>(
  items: readonly T[],
  fit: (items: readonly T[]) => boolean,
  { signal, onProgress }: Work,
  step: (items: readonly T[]) => Promise<void>,
): Promise<number> {
  let done = 0;
  onProgress?.(done, items.length);
  for (const chunk of groups(items, fit)) {
    if (signal?.aborted) break;
    await step(chunk);
    done += chunk.length;
    onProgress?.(done, items.length);
  }
  return done;
}
