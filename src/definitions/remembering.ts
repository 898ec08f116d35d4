import type { Cell } from "./cells";

/** Different cells that a column is remembered by: names of all sorts, but not a million. */
const MOST_REMEMBERED = 500;

/** The same for the same cell; most columns have few different ones. What is blank may be read as nothing, so a reading is kept in a box. */
export function remembering<T>(read: (cell: Cell) => T): (cell: Cell) => T {
  const known = new Map<Cell, { readonly reading: T }>();
  return (cell) => {
    const found = known.get(cell);
    if (found !== undefined) return found.reading;
    const reading = read(cell);
    if (known.size < MOST_REMEMBERED) known.set(cell, { reading });
    return reading;
  };
}
