/** What the package has beside the functions of the contract. */
import { version } from "../../../src/definitions/generated/version";
import { holdAll } from "./all-figures";
import { contextOf, within } from "./context";
import { readFigures } from "./figures";
import { attempted } from "./refusal";
import type { Options, OwnFigures, Refusal } from "./types";

export { dataVersion } from "../../../src/parameters";
export { LAST_YEAR as lastYear } from "../../../src/rules/contributions";
export { quarterlies } from "./columns";
export { isRefusal } from "./refusal";

/** Of the code; `dataVersion` says with which figures it answers. */
export const codeVersion = version;

/** Reads the list of own figures that the pane exports: its JSON, as text or parsed. */
export function ownFigures(list: unknown, { language }: Pick<Options, "language"> = {}): OwnFigures | Refusal {
  holdAll();
  const context = contextOf({ language });
  return "key" in context ? context : within(context, () => attempted(() => readFigures(list)));
}
