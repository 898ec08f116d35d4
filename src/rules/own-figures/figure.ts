import Decimal from "decimal.js";
import {
  type DatedValue,
  isParameterId,
  type OwnFigure,
  type ParameterId,
  published,
  YEARLY_INDEX,
} from "../../parameters";
import { civilDate, type Day, firstDayOfYear, lastDayOfYear } from "../calendar";
import { INDEX_RANK, takesOwn } from "../figures";
import { LARGEST_FEE_RATE } from "../funds";
import { LARGEST_AMOUNT } from "../money";
import { type Facts, Refusal, type RefusalKey } from "../refusal";

/** As somebody typed it, or as a file has it. */
export interface TypedFigure {
  readonly parameter: string;
  readonly from: Day;
  readonly to: Day;
  /** Exact decimal in the unit of the parameter: "690.00". */
  readonly value: string;
  readonly source: string;
  /** Meant to stand in the place of a figure that the data have. */
  readonly correction: boolean;
}

const LONGEST_SOURCE = 300;
const FIRST_DAY = firstDayOfYear(2015);
const LAST_DAY = lastDayOfYear(2100);
const DECIMAL = /^-?\d{1,12}(?:\.\d{1,10})?$/;

/** Figures of one contribution year each. */
export const YEARLY: readonly ParameterId[] = [YEARLY_INDEX, "contributions.revaluation.denominator"];
const MOST_STEPS = 20;

/** Least and most of a unit, as it is counted. */
function boundsOf(id: ParameterId): readonly [least: number, most: number] {
  const { unit, decimals, value } = published(id).findLast((one) => one.value !== null) ?? published(id)[0]!;
  const scale = 10 ** decimals;
  if (id === INDEX_RANK) return [value!, value! + MOST_STEPS];
  if (id.startsWith("funds.fee.")) return [0, LARGEST_FEE_RATE * scale];
  if (unit.startsWith("EUR")) return [0, LARGEST_AMOUNT];
  if (unit === "fraction") return [0, scale];
  return [1, 100_000 * scale];
}

/** What it means, or why it cannot be a figure. The other figures of the list are looked at by `requireApart`. */
export function ownFigure({ parameter, from, to, value, source, correction }: TypedFigure): OwnFigure {
  if (!isParameterId(parameter)) throw new Refusal("unknown-parameter", { argument: "name", given: parameter });
  if (!takesOwn(parameter)) throw refused("own-unit", parameter);
  requireDays(parameter, from, to);
  return {
    ...{
      id: parameter,
      from,
      to,
      value: counted(parameter, value, boundsOf(parameter)),
      source: sourceOf(parameter, source),
    },
    ...(correction && { correction }),
  };
}

/** Whoever means to correct what the data have must say so. What the data have learnt since is another matter: see `caughtUp`. */
export function requireUnknown({ id, from, to, correction }: OwnFigure): void {
  const [known] = correction ? [] : knownValues(id, from, to);
  if (known === undefined) return;
  const { value, decimals, unit } = known;
  const last = known.to ?? to;
  throw refused("own-known", id, { amount: { value, decimals, unit }, from: { day: known.from }, to: { day: last } });
}

function requireDays(id: ParameterId, from: Day, to: Day): void {
  const are = (day: Day): boolean => Number.isInteger(day) && day >= FIRST_DAY && day <= LAST_DAY;
  if (!are(from) || !are(to)) throw refused("own-day", id, { first: { day: FIRST_DAY }, last: { day: LAST_DAY } });
  if (to < from) throw refused("own-order", id, { from: { day: from }, to: { day: to } });
  const { year } = civilDate(from);
  if (YEARLY.includes(id) && (from !== firstDayOfYear(year) || to !== lastDayOfYear(year)))
    throw refused("own-year", id, { year });
}

function counted(id: ParameterId, text: string, [least, most]: readonly [number, number]): number {
  const { decimals, unit } = published(id)[0]!;
  if (!DECIMAL.test(text)) throw new Refusal("not-a-number", { argument: "value", given: text });
  const value = new Decimal(text).times(10 ** decimals);
  if (!value.isInteger()) throw refused("own-decimals", id, { count: decimals });
  const shown = (bound: number) => ({ value: bound, decimals, unit });
  if (value.lt(least) || value.gt(most)) throw refused("own-range", id, { least: shown(least), most: shown(most) });
  return value.toNumber();
}

function sourceOf(id: ParameterId, source: string): string {
  const text = source.trim();
  if (text === "") throw refused("own-source", id);
  if (text.length > LONGEST_SOURCE) throw refused("own-source-long", id, { count: LONGEST_SOURCE });
  return text;
}

/** A figure that the data have. */
export type KnownValue = DatedValue & { readonly value: number };

/** Those of some days, oldest first. */
export const knownValues = (id: ParameterId, from: Day, to: Day): KnownValue[] =>
  published(id).filter(
    (one): one is KnownValue => one.value !== null && one.from <= to && (one.to === null || from <= one.to),
  );

/** No two of one parameter on one day. */
export function requireApart(figures: readonly OwnFigure[]): void {
  const rising = [...figures].sort((a, b) => (a.id === b.id ? a.from - b.from : a.id < b.id ? -1 : 1));
  rising.forEach((figure, index) => {
    const next = rising[index + 1];
    if (next?.id !== figure.id) return;
    if (next.from <= figure.to)
      throw refused("own-overlap", figure.id, { from: { day: next.from }, to: { day: figure.to } });
    if (figure.id === INDEX_RANK && next.value < figure.value) throw refused("own-rank", figure.id);
  });
}

const refused = (key: RefusalKey, parameter: ParameterId, facts: Facts = {}): Refusal =>
  new Refusal(key, { parameter, ...facts });
