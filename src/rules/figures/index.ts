import { dated, type DatedValue, type ParameterId, series } from "../../parameters";
import type { Day } from "../calendar";
import { Refusal } from "../refusal";

/** The entry of a parameter on a day, or the reason why there is none. */
export function inForce(id: ParameterId, day: Day): DatedValue {
  const entry = dated(id, day);
  if (entry === undefined) {
    const first = series(id)[0]!.from;
    throw new Refusal("parameter-not-in-force", { parameter: id, day: { day }, first: { day: first } });
  }
  if (entry.value === null && entry.text === undefined)
    throw new Refusal("figure-unknown", { parameter: id, day: { day }, note: entry.note ?? "" });
  return entry;
}

/** A parameter's figure on a day, or the reason why there is none. */
export const figureInForce = (id: ParameterId, day: Day): number => inForce(id, day).value!;
