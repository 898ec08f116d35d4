import type { Area } from "../host";

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
