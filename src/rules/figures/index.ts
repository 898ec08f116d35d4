import { beganByLaw, type Confidence, dated, type DatedValue, type ParameterId, series } from "../../parameters";
import type { Day } from "../calendar";
import { type Facts, Refusal } from "../refusal";

/** The entry of a parameter on a day, or the reason why there is none. */
export function inForce(id: ParameterId, day: Day): DatedValue {
  const entry = dated(id, day);
  if (entry === undefined) throw notInForce(id, day);
  if (entry.value === null && entry.text === undefined) throw unknown(entry, day);
  return entry;
}

/** What is not known, with the last figure that is. */
function unknown({ id, note = "" }: DatedValue, day: Day): Refusal {
  const last = series(id).findLast(({ value, from }) => value !== null && from <= day);
  const verified = last === undefined ? "" : { sentence: "verified/before", facts: lastVerified(last) };
  return new Refusal("figure-unknown", { parameter: id, day: { day }, verified, note });
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
  if (before) return new Refusal("parameter-ended", { parameter: id, day: { day }, last: { day: before.to! } });
  const key = beganByLaw(id) ? "parameter-not-begun" : "parameter-not-in-force";
  return new Refusal(key, { parameter: id, day: { day }, first: { day: values[0]!.from } });
}

/** A parameter's figure on a day, or the reason why there is none. */
export const figureInForce = (id: ParameterId, day: Day): number => inForce(id, day).value!;

/** How sure a figure is; `projection` rests on an assumed index. */
export type Sureness = Confidence | "projection";

const STRONGEST_FIRST: readonly Sureness[] = ["official", "two", "single", "derived", "projection"];

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
