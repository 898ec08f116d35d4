import { ownFigures as inUse, type OwnFigure, useOwnFigures } from "../../../src/parameters";
import { isoDate } from "../../../src/rules/calendar";
import { caughtUp } from "../../../src/rules/figure-upkeep";
import { readList } from "../../../src/rules/own-figures";
import type { OwnFigures as Public } from "./types";

const NONE: readonly OwnFigure[] = [];

/** A list of own figures that was read and checked. */
export class OwnFigures implements Public {
  readonly #figures: readonly OwnFigure[];

  constructor(figures: readonly OwnFigure[]) {
    this.#figures = figures;
  }

  get size(): number {
    return this.#figures.length;
  }

  get caughtUp(): Public["caughtUp"] {
    return caughtUp(this.#figures).map(({ own: { id, from, to }, isEqual }) => ({
      ...{ id, from: isoDate(from), to: isoDate(to) },
      isEqual,
    }));
  }

  /** The figures of a list, or none; what was made from others is forgotten. */
  static use(list: OwnFigures | undefined): readonly OwnFigure[] {
    const figures = list === undefined ? NONE : list.#figures;
    // Nearly every call rests on the same figures as the one before.
    if (inUse() !== figures) useOwnFigures(figures);
    return figures;
  }
}

/** The list that the pane exports, as text or parsed. Throws the refusal. */
export const readFigures = (list: unknown): OwnFigures =>
  new OwnFigures(readList(typeof list === "string" ? list : JSON.stringify(list)));
