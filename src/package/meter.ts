import { FileRefused, LIMITS, type RefusalKey } from "./refused";

const KEYS = {
  rows: "too-many-rows",
  cells: "too-many-cells",
  filled: "too-many-cells",
  names: "too-many-names",
  characters: "too-large",
} as const satisfies Readonly<Record<string, RefusalKey>>;

type Counted = keyof typeof KEYS;

/** What the sheets of a file hold together. */
export class Meter {
  private readonly counts: Record<Counted, number> = { rows: 0, cells: 0, filled: 0, names: 0, characters: 0 };

  add(what: Counted, count = 1): void {
    this.counts[what] += count;
    const limit = LIMITS[what === "filled" ? "cells" : what];
    if (this.counts[what] > limit) throw new FileRefused(KEYS[what], { limit });
  }
}
