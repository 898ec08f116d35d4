/** What the target shows at a place: both in whole units, cents or finer. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

export type Sought =
  /** The first place, of those around it, that gives what is wanted; and others that do, where the target rises and falls. */
  | { readonly kind: "found"; readonly point: Point; readonly others: readonly Point[] }
  /** The target passes over what is wanted between two places next to each other, or around places where it has no number. */
  | { readonly kind: "jump"; readonly before: Point; readonly after: Point }
  /** Everywhere above or everywhere below: the nearest that was seen. */
  | { readonly kind: "outside"; readonly nearest: Point }
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
  /** How many looks at the parts and halvings of one are done, of how many there will have to be. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Into how many parts the bounds are cut, to see where the target passes what is wanted: it may rise and fall. */
const PARTS = 20;
/** What rounding may take a straight line away from itself: a year is four rounded quarters. */
const ROUNDING = 2;
/** How far beyond what is seen a bend may reach: twice as far as it leads away from a straight line in the middle. */
const REACH = 2;
/** Looks, in all, at bends beside a place that was found. */
const MOST_AT_BENDS = 60;

/**
 * The places where a target gives exactly what is wanted. First all parts of the bounds are found within which it passes it; then each is
 * narrowed to two neighbours, of which one gives less and one not: the answer needs no tolerance, and a jump is seen as one.
 */
export async function seek({ least, most, wanted, valueAt, onProgress }: Search): Promise<Sought> {
  const known = new Map<number, number | null>();
  const look = async (at: number): Promise<number | null> => {
    if (!known.has(at)) {
      known.set(at, await valueAt(at));
      went(Math.min(known.size, parts.length));
    }
    return known.get(at)!;
  };
  const parts = partsOf(least, most, PARTS);
  const halvings = Math.ceil(Math.log2(Math.max(1, (most - least) / PARTS)));
  let furthest = 0;
  const went = (done: number): void => {
    furthest = Math.max(furthest, done);
    onProgress?.(furthest, parts.length + halvings);
  };
  const narrowed = (width: number): void => went(parts.length + halvings - Math.ceil(Math.log2(Math.max(1, width))));

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
  const narrow = async (from: Point, to: Point): Promise<Crossing> => {
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

  let bends = MOST_AT_BENDS;
  /** Places between two where the target bends so far that it may pass what is wanted there and come back. */
  const bendsBetween = async (from: Point, to: Point): Promise<Point[]> => {
    if (to.at - from.at < 2 || bends === 0) return [];
    bends -= 1;
    const at = halfway(from, to);
    const value = await look(at);
    if (value === null) return [];
    const point = { at, value };
    const straight = from.value + ((to.value - from.value) * (at - from.at)) / (to.at - from.at);
    const bend = Math.abs(value - straight);
    const away = Math.min(...[from, point, to].map((one) => Math.abs(one.value - wanted)));
    if (bend <= ROUNDING || away > REACH * bend) return [point];
    return [...(await bendsBetween(from, point)), point, ...(await bendsBetween(point, to))];
  };

  /** Where the target passes what is wanted among these places, each narrowed to the unit. */
  const crossingsAmong = async (points: readonly Point[]): Promise<Crossing[]> => {
    const crossings: Crossing[] = [];
    for (const [index, point] of points.entries()) {
      const last = points[index - 1];
      if (!last) {
        if (point.value === wanted) crossings.push({ kind: "found", point });
        continue;
      }
      // From a place that gives it the target only goes away.
      if (last.value === wanted || Math.sign(last.value - wanted) === Math.sign(point.value - wanted)) continue;
      const crossing = await narrow(last, point);
      const [before, after] = crossing.kind === "jump" ? [crossing.before, crossing.after] : [null, crossing.point];
      const end = before ?? (after.at - 1 > last.at ? await pointAt(after.at - 1) : last);
      crossings.push(
        ...(await crossingsAmong([last, ...(await bendsBetween(last, end)), end])),
        crossing,
        ...(await crossingsAmong([after, ...(await bendsBetween(after, point)), point])).filter(
          (one) => one.kind === "jump" || one.point.at !== after.at,
        ),
      );
    }
    return crossings;
  };

  /** Comes as near to the top of a peak, or to the foot of a valley, as is needed to see whether it reaches what is wanted. */
  const closer = async (extreme: readonly Point[]): Promise<readonly Point[]> => {
    let around = extreme;
    const side = Math.sign(around[0]!.value - wanted);
    for (;;) {
      const at = around.indexOf(nearestOf(around, wanted));
      const [before, here, after] = [around[at - 1], around[at], around[at + 1]];
      if (!before || !here || !after || after.at - before.at <= 2) return around;
      if (before.value === here.value && here.value === after.value) return around;
      const places = [before.at, halfway(before, here), here.at, halfway(here, after), after.at];
      around = await numbersAmong([...new Set(places)]);
      if (around.some(({ value }) => Math.sign(value - wanted) !== side)) return around;
    }
  };

  went(0);
  const points = await numbersAmong(parts);
  const [first] = points;
  if (!first) return { kind: "no-number" };
  const crossings = await crossingsAmong(points);
  for (const extreme of extremesOf(points, wanted)) crossings.push(...(await crossingsAmong(await closer(extreme))));
  narrowed(1);
  const found = crossings.flatMap((one) => (one.kind === "found" ? [one.point] : []));
  found.sort((one, other) => one.at - other.at);
  if (found[0]) return { kind: "found", point: found[0], others: found.slice(1) };
  const jump = crossings.find((one) => one.kind === "jump");
  if (jump) return jump;
  const isConstant = points.length > 1 && points.every(({ value }) => value === first.value);
  if (isConstant) return { kind: "constant", value: first.value };
  const seen = [...known].flatMap(([at, value]) => (value === null ? [] : [{ at, value }]));
  return { kind: "outside", nearest: nearestOf(seen, wanted) };
}

type Crossing = { readonly kind: "found"; readonly point: Point } | Extract<Sought, { readonly kind: "jump" }>;

const halfway = (one: Point, other: Point): number => Math.trunc((one.at + other.at) / 2);

const nearestOf = (points: readonly Point[], wanted: number): Point =>
  points.reduce((one, other) => (Math.abs(other.value - wanted) < Math.abs(one.value - wanted) ? other : one));

/** Where a target turns towards what is wanted and away again on the same side of it: with the places before and after. */
function extremesOf(points: readonly Point[], wanted: number): Point[][] {
  return points.flatMap((point, index) => {
    const length = points.slice(index).findIndex((one) => one.value !== point.value);
    const ends = [points[index - 1], points[index + length]];
    // Above what is wanted it turns where it is lowest, below where it is highest.
    const side = Math.sign(point.value - wanted);
    const turns = length > 0 && ends.every((end) => end && side * (end.value - point.value) > 0);
    return turns ? [points.slice(index - 1, index + length + 1)] : [];
  });
}

/** Both bounds, and the places that cut what lies between them into equal parts. */
function partsOf(least: number, most: number, parts: number): number[] {
  const count = Math.min(parts, most - least);
  if (count === 0) return [least];
  return Array.from({ length: count + 1 }, (_, index) => least + Math.round(((most - least) * index) / count));
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
