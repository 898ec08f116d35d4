import { DEFINITIONS, type Shown } from "../../definitions";
import type { Question, Saying } from "./questions";

export type SaidAs = Saying | "euro" | "euro-or-word" | "date" | "rate" | "met";

/** As a cell shows it; all else is an amount. */
const AS_SHOWN: ReadonlySet<Shown> = new Set(["date", "rate", "met", "euro-or-word"]);
const isAsShown = (shows: unknown): shows is SaidAs => AS_SHOWN.has(shows as Shown);

/** How the answer to a question is said: as the form wants, else as the cell shows it. */
export function saidAs({ id, says }: Question): SaidAs {
  const { shows } = DEFINITIONS[id];
  return says ?? (isAsShown(shows) ? shows : "euro");
}
