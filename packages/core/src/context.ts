import { reader } from "../../../src/i18n";
import { chooseYear, chosenYear } from "../../../src/page/parameter-year";
import { english } from "./english";
import { OwnFigures } from "./figures";
import { Language } from "./language";
import { isRefusal } from "./refusal";
import type { Options, Refusal } from "./types";

/** The options once they are looked at. */
export interface Context {
  readonly language: Language;
  readonly figures: OwnFigures | undefined;
  readonly parameterYear: number | null;
}

const OPTIONS: readonly string[] = ["language", "figures", "parameterYear"] satisfies (keyof Options)[];

/** Throws a TypeError for what is no option: left unread, it would change an answer silently. */
export function contextOf(options: Options = {}): Context | Refusal {
  for (const name of Object.keys(options))
    if (!OPTIONS.includes(name)) throw new TypeError(`no option "${name}": ${OPTIONS.join(", ")}`);
  const { language = english, figures, parameterYear = null } = options;
  if (!(language instanceof Language)) throw new TypeError("language: one of the modules languages/<code>");
  if (isRefusal(figures)) return figures;
  if (figures !== undefined && !(figures instanceof OwnFigures))
    throw new TypeError("figures: what ownFigures() answers");
  return { language, figures, parameterYear };
}

/** Asks in a context. Nothing of it is left to the next call, which has its own: one process may use several lists and languages. */
export function within<T>({ language, figures, parameterYear }: Context, ask: () => T): T {
  const before = { language: reader.language, year: chosenYear() };
  OwnFigures.use(figures);
  chooseYear(parameterYear);
  reader.language = language.code;
  try {
    return ask();
  } finally {
    reader.language = before.language;
    chooseYear(before.year);
  }
}
