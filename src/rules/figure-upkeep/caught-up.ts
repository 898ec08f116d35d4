import { type OwnFigure, published } from "../../parameters";
import { type KnownValue, knownValues, MOST_FIGURES, requireApart } from "../own-figures";
import { Refusal } from "../refusal";

/** A figure of the user's that the data have by now: one that is equal may go, about another one the user decides. */
export interface CaughtUp {
  readonly own: OwnFigure;
  /** What the data have on some of its days, the first that differs where one does. */
  readonly known: KnownValue;
  readonly isEqual: boolean;
}

export const caughtUp = (figures: readonly OwnFigure[]): CaughtUp[] =>
  figures.flatMap((own) => {
    const known = own.correction ? [] : knownValues(own.id, own.from, own.to);
    const [first] = known;
    if (first === undefined) return [];
    const other = known.find(({ value }) => value !== own.value);
    return { own, known: other ?? first, isEqual: other === undefined };
  });

/** A figure on the days that the data still leave it. */
export function withoutKnown(own: OwnFigure): OwnFigure[] {
  const parts: OwnFigure[] = [];
  let from = own.from;
  for (const known of knownValues(own.id, own.from, own.to)) {
    if (known.from > from) parts.push({ ...own, from, to: known.from - 1 });
    from = (known.to ?? own.to) + 1;
  }
  return from > own.to ? parts : [...parts, { ...own, from }];
}

/** A list that somebody shares goes into another one: a figure of the same days takes the place of the one there. */
export function merged(figures: readonly OwnFigure[], shared: readonly OwnFigure[]): OwnFigure[] {
  const isReplaced = ({ id, from, to }: OwnFigure): boolean =>
    shared.some((other) => other.id === id && other.from === from && other.to === to);
  const all = [...figures.filter((figure) => !isReplaced(figure)), ...shared];
  if (all.length > MOST_FIGURES) throw new Refusal("own-too-many", { count: MOST_FIGURES });
  requireApart(all);
  return all;
}

/** The last value before a figure that lies a tenth or more from it: is it meant so? Undefined where it is near, or there is none. */
export function implausible({ id, from, value }: OwnFigure) {
  const last = published(id).findLast((one) => one.value !== null && one.from < from);
  if (last === undefined || last.value === null) return undefined;
  return Math.abs(value - last.value) * 10 >= last.value ? last : undefined;
}
