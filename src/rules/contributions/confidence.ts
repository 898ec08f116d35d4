import { type Sureness, weakest } from "../figures";
import { type Band, parametersOf, type Scale } from "../scale";
import type { QuarterLaw } from "./law";

/** How sure the figures of a band are. */
export const surenessOfBand = (law: QuarterLaw, band: Band): Sureness | undefined =>
  weakest(parametersOf(band).map((id) => law.figure(id).confidence));

/** How sure a whole scale is. */
export const surenessOfScale = (law: QuarterLaw, scale: Scale): Sureness | undefined =>
  weakest(scale.flatMap(({ band }) => surenessOfBand(law, band) ?? []));
