import { LEFT, type Left, type LeftWhat } from "./book";

/** Collects what a file has and the book has not. */
export class Leaving {
  private readonly found = new Map<LeftWhat, { count: number; sheets: Set<string> }>();

  add(what: LeftWhat, sheet?: string, count = 1): void {
    if (count === 0) return;
    const entry = this.found.get(what) ?? { count: 0, sheets: new Set() };
    entry.count += count;
    if (sheet !== undefined) entry.sheets.add(sheet);
    this.found.set(what, entry);
  }

  list(): Left[] {
    return LEFT.flatMap((what) => {
      const entry = this.found.get(what);
      return entry ? [{ what, count: entry.count, sheets: [...entry.sheets] }] : [];
    });
  }
}
