import { dated, type DatedValue, type ParameterId, series } from "../../parameters";
import type { Day } from "../calendar";
import { Refusal } from "../refusal";

/** The entry of a parameter on a day, or the reason why there is none. */
export function inForce(id: ParameterId, day: Day): DatedValue {
  const entry = dated(id, day);
  if (entry === undefined) throw notInForce(id, day);
  if (entry.value === null && entry.text === undefined)
    throw new Refusal("figure-unknown", { parameter: id, day: { day }, note: entry.note ?? "" });
  return entry;
}

/** Names the first day of a parameter, or the day on which what held before stopped. */
function notInForce(id: ParameterId, day: Day): Refusal {
  const values = series(id);
  const before = values.findLast(({ from }) => from <= day);
  if (before) return new Refusal("parameter-ended", { parameter: id, day: { day }, last: { day: before.to! } });
  return new Refusal("parameter-not-in-force", { parameter: id, day: { day }, first: { day: values[0]!.from } });
}

/** A parameter's figure on a day, or the reason why there is none. */
export const figureInForce = (id: ParameterId, day: Day): number => inForce(id, day).value!;
