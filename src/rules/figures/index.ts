import {
  beganByLaw,
  type Confidence,
  dated,
  type DatedValue,
  type ParameterId,
  published,
  series,
} from "../../parameters";
import type { Day } from "../calendar";
import { type Fact, type Facts, Refusal } from "../refusal";

/** The number of index steps: whoever knows the day of the next one has every amount that follows the index. */
export const INDEX_RANK = "benefits.index.rank";

const MEASURED = /^(?:EUR|fraction|index points|coefficient)(?:\/|$)/;

/** Whether somebody may give a figure of his own for it: what is measured, and the number of index steps. */
export const takesOwn = (id: ParameterId): boolean => id === INDEX_RANK || MEASURED.test(published(id)[0]!.unit);

/** Where somebody who holds a figure can enter it. */
const WAY_OUT: Fact = { sentence: "way-out/figure", facts: {} };

/** The entry of a parameter on a day, or the reason why there is none. */
export function inForce(id: ParameterId, day: Day): DatedValue {
  const entry = dated(id, day);
  if (entry === undefined) throw notInForce(id, day);
  if (entry.value === null && entry.text === undefined) throw unknown(entry, day);
  return entry;
}

/** What is not known, with the last figure that is. */
function unknown({ id, to, note = "" }: DatedValue, day: Day): Refusal {
  const last = published(id).findLast(({ value, from }) => value !== null && from <= day);
  const verified = last === undefined ? "" : { sentence: "verified/before", facts: lastVerified(last) };
  // Between two figures there is a question that no publication decides, which is said instead.
  const wayOut = to === null && takesOwn(id) ? WAY_OUT : "";
  return new Refusal("figure-unknown", { parameter: id, day: { day }, verified, note, wayOut });
}

/** The last figure before the unknown, with the days on which it held. */
export const lastVerified = ({ value, decimals, unit, from, to }: DatedValue): Facts => ({
  amount: { value: value!, decimals, unit },
  from: { day: from },
  last: { day: to! },
});

/** Names the first day of a parameter, or the day on which what held before stopped. Mostly only the data begin on that first day. */
function notInForce(id: ParameterId, day: Day): Refusal {
  const values = series(id);
  const before = values.findLast(({ from }) => from <= day);
  if (before) {
    const wayOut = before === values.at(-1) && takesOwn(id) ? WAY_OUT : "";
    return new Refusal("parameter-ended", { parameter: id, day: { day }, last: { day: before.to! }, wayOut });
  }
  const key = beganByLaw(id) ? "parameter-not-begun" : "parameter-not-in-force";
  return new Refusal(key, { parameter: id, day: { day }, first: { day: values[0]!.from } });
}

/** A parameter's figure on a day, or the reason why there is none. */
export const figureInForce = (id: ParameterId, day: Day): number => inForce(id, day).value!;

/** How sure a figure is; `projection` rests on an assumed index. */
export type Sureness = Confidence | "projection";

export const STRONGEST_FIRST: readonly Sureness[] = ["official", "two", "single", "derived", "own", "projection"];

/** The weakest of several; nothing where there are none. */
export function weakest(all: readonly Sureness[]): Sureness | undefined {
  return STRONGEST_FIRST[Math.max(...all.map((one) => STRONGEST_FIRST.indexOf(one)))];
}

/** A figure of the law that an answer rests on: its value on the day, how sure it is, and where it stands. */
export interface Figure extends Omit<DatedValue, "confidence"> {
  readonly confidence: Sureness;
}

/** Where a figure stands: its article, or the text where the source states none. */
export const citationOf = ({ source }: Figure): string => source.article || source.title;

/** The figures that hold on a day; without one those that hold last. */
export const figuresOn = (ids: readonly ParameterId[], on: Day | undefined): Figure[] =>
  ids.map((id) => figureOn(id, on));

/** Past the last figure held, that one stands as an assumption; before the first one, the first. */
function figureOn(id: ParameterId, on: Day | undefined): Figure {
  const known = series(id).filter(({ value, text }) => value !== null || text !== undefined);
  const last = known.at(-1)!;
  if (on === undefined) return last;
  const found = dated(id, on);
  if (found && (found.value !== null || found.text !== undefined)) return found;
  return on < known[0]!.from ? known[0]! : { ...last, confidence: "projection" };
}
