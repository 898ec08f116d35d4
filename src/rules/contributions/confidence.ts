import type { Confidence, ParameterId } from "../../parameters";
import { parametersOf, type Scale } from "../scale";
import type { QuarterLaw } from "./law";

/** How sure a figure is; `projection` rests on an assumed index. */
export type Sureness = Confidence | "projection";

const STRONGEST_FIRST: readonly Sureness[] = ["official", "two", "single", "derived", "projection"];

/** The weakest of several; nothing where there are none. */
export function weakest(all: readonly Sureness[]): Sureness | undefined {
  return STRONGEST_FIRST[Math.max(...all.map((one) => STRONGEST_FIRST.indexOf(one)))];
}

/** How sure the figures are that a result rests on. */
export const surenessOf = (law: QuarterLaw, parameters: readonly string[]): Sureness | undefined =>
  weakest(parameters.map((id) => law.figure(id as ParameterId).confidence));

/** How sure a whole scale is. */
export const surenessOfScale = (law: QuarterLaw, scale: Scale): Sureness | undefined =>
  surenessOf(
    law,
    scale.flatMap(({ band }) => parametersOf(band)),
  );
