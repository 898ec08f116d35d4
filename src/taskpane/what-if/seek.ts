/** What the target shows at a place: both in whole units, cents or finer. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

export type Sought =
  /** The first place, of those around it, that gives what is wanted. */
  | { readonly kind: "found"; readonly point: Point }
  /** The target passes over what is wanted between two places next to each other, or around places where it has no number. */
  | { readonly kind: "jump"; readonly before: Point; readonly after: Point }
  /** Everywhere above or everywhere below: the nearest that was seen. */
  | { readonly kind: "outside"; readonly nearest: Point; readonly least: Point; readonly most: Point }
  /** The target is the same wherever one looks. */
  | { readonly kind: "constant"; readonly value: number }
  /** The target shows no number anywhere. */
  | { readonly kind: "no-number" };

export interface Search {
  /** The bounds, in whole units. */
  readonly least: number;
  readonly most: number;
  readonly wanted: number;
  /** The target at a place; null where it shows no number. */
  readonly valueAt: (at: number) => Promise<number | null>;
  /** How often the bounds were halved, of how often they will have to be. */
  readonly onNarrowed?: (done: number, total: number) => void;
}

/** Places that are looked at where the bounds lie on one side of what is wanted: the target may rise and fall. */
const SAMPLES = 10;

/**
 * The place where a target gives exactly what is wanted. It is looked for between two places of which one gives less and one not, which come
 * nearer until they are neighbours: the answer needs no tolerance, and a jump is seen as one.
 */
export async function seek({ least, most, wanted, valueAt, onNarrowed }: Search): Promise<Sought> {
  const known = new Map<number, number | null>();
  const look = async (at: number): Promise<number | null> => {
    if (!known.has(at)) known.set(at, await valueAt(at));
    return known.get(at)!;
  };
  const total = Math.ceil(Math.log2(most - least + 1));
  const narrowed = (width: number): void => onNarrowed?.(total - Math.ceil(Math.log2(Math.max(1, width))), total);

  /** The last place from one that has a number on towards one that has none. */
  const edge = async (numeric: number, other: number): Promise<number> => {
    let [inside, outside] = [numeric, other];
    while (Math.abs(outside - inside) > 1) {
      const middle = Math.trunc((inside + outside) / 2);
      if ((await look(middle)) === null) outside = middle;
      else inside = middle;
    }
    return inside;
  };
  const pointAt = async (at: number): Promise<Point> => ({ at, value: (await look(at))! });

  /** Brings two places with what is wanted between them together. */
  const narrow = async (from: Point, to: Point): Promise<Sought> => {
    const isRising = from.value < to.value;
    const isThere = (value: number): boolean => (isRising ? value >= wanted : value <= wanted);
    let [before, after] = [from, to];
    const aim = new Aim(wanted);
    while (after.at - before.at > 1) {
      narrowed(after.at - before.at);
      const at = aim.next(before, after);
      const value = await look(at);
      if (value !== null) {
        const point = { at, value };
        if (isThere(value)) {
          aim.moved("after", after, point);
          after = point;
        } else {
          aim.moved("before", before, point);
          before = point;
        }
        continue;
      }
      const [left, right] = [await pointAt(await edge(before.at, at)), await pointAt(await edge(after.at, at))];
      if (isThere(left.value)) after = left;
      else if (!isThere(right.value)) before = right;
      else
        return right.value === wanted ? { kind: "found", point: right } : { kind: "jump", before: left, after: right };
    }
    narrowed(1);
    return after.value === wanted ? { kind: "found", point: after } : { kind: "jump", before, after };
  };

  /** The places of a list that show a number, and the ends of where they do. */
  const numbersAmong = async (places: readonly number[]): Promise<Point[]> => {
    const found: Point[] = [];
    for (const [index, at] of places.entries()) {
      const value = await look(at);
      const last = index === 0 ? undefined : places[index - 1]!;
      if (value === null) {
        const ended = last !== undefined && found.at(-1)?.at === last ? await edge(last, at) : undefined;
        if (ended !== undefined && ended !== last) found.push(await pointAt(ended));
        continue;
      }
      if (last !== undefined && (await look(last)) === null) {
        const begins = await edge(at, last);
        if (begins !== at) found.push(await pointAt(begins));
      }
      found.push({ at, value });
    }
    return found;
  };

  narrowed(most - least + 1);
  const searchAmong = async (places: readonly number[]): Promise<Sought> => {
    const points = await numbersAmong(places);
    const [first] = points;
    if (!first) return { kind: "no-number" };
    if (first.value === wanted) return { kind: "found", point: first };
    let jump: Sought | undefined;
    for (const [index, point] of points.entries()) {
      const last = points[index - 1];
      if (!last || Math.sign(last.value - wanted) === Math.sign(point.value - wanted)) continue;
      const sought = await narrow(last, point);
      if (sought.kind === "found") return sought;
      jump ??= sought;
    }
    if (jump) return jump;
    const nearest = points.reduce((one, other) =>
      Math.abs(other.value - wanted) < Math.abs(one.value - wanted) ? other : one,
    );
    const isConstant = points.length > 1 && points.every(({ value }) => value === first.value);
    if (isConstant) return { kind: "constant", value: first.value };
    return { kind: "outside", nearest, least: points[0]!, most: points.at(-1)! };
  };

  const ends = await searchAmong(most === least ? [least] : [least, most]);
  if (ends.kind === "found" || most - least < 2) return ends;
  // The target may rise and fall between the bounds. A jump that is known is not looked for again.
  const count = Math.min(SAMPLES, most - least);
  const samples = Array.from({ length: count + 1 }, (_, index) => least + Math.round(((most - least) * index) / count));
  const sides = ends.kind === "jump" ? [ends.before.at, ends.after.at] : [];
  return searchAmong([...new Set([...samples, ...sides])].sort((one, other) => one - other));
}

/** Units of the target that are passed over towards the middle, so that the other end comes near too. */
const BEYOND = 2;
/** Looks in which the places must come twice as near: where the target bends, a straight line may lead nowhere. */
const PATIENCE = 2;

/** Where to look next between two places, of which one gives less than is wanted and one does not. */
class Aim {
  private readonly widths: number[] = [];
  private weights = { before: 1, after: 1 };
  private lastMoved: "before" | "after" | undefined;
  private isFlat = false;

  constructor(private readonly wanted: number) {}

  /**
   * On the straight line between both, half a unit before what is wanted, where rounding begins to give it; an end that stays where it was
   * weighs less each time. In the middle where that line brought nothing: the target did not change, or the places hardly came nearer.
   */
  next(before: Point, after: Point): number {
    const width = after.at - before.at;
    this.widths.push(width);
    const isSlow = this.isFlat || width > (this.widths.at(-1 - PATIENCE) ?? Infinity) / 2;
    if (isSlow) this.widths.length = 0;
    const missing = (Math.abs(this.wanted - before.value) - 0.5) * this.weights.before;
    const over = (Math.abs(after.value - this.wanted) + 0.5) * this.weights.after;
    const middle = before.at + width / 2;
    const on = before.at + (missing / (missing + over)) * width;
    const beyond = (BEYOND * width) / Math.abs(after.value - before.value) + 1;
    const isNear = Math.abs(middle - on) <= beyond;
    const aim = isSlow || isNear ? middle : on + Math.sign(middle - on) * beyond;
    return Math.min(Math.max(Math.round(aim), before.at + 1), after.at - 1);
  }

  moved(end: "before" | "after", from: Point, to: Point): void {
    this.isFlat = from.value === to.value;
    const other = end === "before" ? "after" : "before";
    const weight = this.lastMoved === end ? this.weights[other] / 2 : 1;
    this.weights = { before: 1, after: 1, [other]: weight };
    this.lastMoved = end;
  }
}
