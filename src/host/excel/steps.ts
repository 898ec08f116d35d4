import type { Area, Work } from "../host";

/** Cells that one request reads: Excel on the web refuses answers of more than 5 MB. */
export const CELLS_A_STEP = 20_000;

export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** The area in slices of whole rows, each of as many cells as a step takes. */
export function slices(area: Area): Area[] {
  const rows = Math.max(1, Math.floor(CELLS_A_STEP / area.columns));
  return Array.from({ length: Math.ceil(area.rows / rows) }, (_, index) => ({
    ...area,
    row: area.row + index * rows,
    rows: Math.min(rows, area.rows - index * rows),
  }));
}

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
