import { readSettings } from "../package/settings";
import { treeOf } from "../package/xml";
import { Parts } from "../package/zip";
import { SETTINGS, storedParameters } from "../page/kept";

/** What the add-in keeps in a file beside its cells. */
export interface Kept {
  readonly year?: number | undefined;
  readonly indexation?: string | undefined;
  /** The list of own figures, as it is stored; "" for none. */
  readonly figures: string;
}

export function keptIn(bytes: Uint8Array): Kept {
  const parts = new Parts(bytes);
  const settings = new Map<string, unknown>();
  for (const name of parts.names.filter((one) => /^xl\/webextensions\/webextension[^/]*\.xml$/.test(one)))
    for (const [key, value] of readSettings(treeOf(parts.text(name), name)) ?? []) settings.set(key, value);
  const { parameters } = storedParameters(settings.get(SETTINGS.year), settings.get(SETTINGS.indexation));
  const figures = settings.get(SETTINGS.figures);
  return {
    year: parameters?.year,
    indexation: parameters?.indexation ?? undefined,
    figures: typeof figures === "string" ? figures : "",
  };
}
