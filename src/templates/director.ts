import { reader, recordOf } from "../i18n";
import { EXAMPLE_DIRECTOR } from "../taskpane/director/example";
import { directorSheet } from "../taskpane/director/director-sheet";
import type { Template } from "./template";

/** What the remuneration of a director costs his company and leaves him, by several amounts. */
export const director: Template = {
  id: "director",
  sheets: () => [directorSheet(EXAMPLE_DIRECTOR, recordOf(reader.language).euro)],
  // Who pays his contributions himself deducts them from what they are calculated on.
  frozen: ["INASTI.FROMPROFIT", "INASTI.SOURCE"],
};
