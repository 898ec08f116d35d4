import type { Language } from "./language";
import type { Texts } from "../settings";
import { addTexts } from "./texts";

type Loaded = Promise<{ readonly default: Texts }>;

/** English comes with the functions; a page fetches the language that it needs, so that functions.js stays small. */
const FILES: Record<Exclude<Language, "en">, () => readonly [messages: Loaded, notes: Loaded]> = {
  fr: () => [
    import(/* webpackChunkName: "texts-fr" */ "./fr/messages.json"),
    import(/* webpackChunkName: "texts-fr" */ "./fr/notes.json"),
  ],
  nl: () => [
    import(/* webpackChunkName: "texts-nl" */ "./nl/messages.json"),
    import(/* webpackChunkName: "texts-nl" */ "./nl/notes.json"),
  ],
  de: () => [
    import(/* webpackChunkName: "texts-de" */ "./de/messages.json"),
    import(/* webpackChunkName: "texts-de" */ "./de/notes.json"),
  ],
};

/** The names of the figures, which only refusals, explanations and the audit need. */
const FIGURES: Record<Exclude<Language, "en">, () => Loaded> = {
  fr: () => import(/* webpackChunkName: "figures-fr" */ "./fr/figures.json"),
  nl: () => import(/* webpackChunkName: "figures-nl" */ "./nl/figures.json"),
  de: () => import(/* webpackChunkName: "figures-de" */ "./de/figures.json"),
};

/** Makes the functions speak a language. */
export async function loadTexts(language: Language): Promise<void> {
  if (language === "en") return;
  const [messages, notes] = await Promise.all(FILES[language]());
  addTexts(language, "messages", messages.default);
  addTexts(language, "notes", notes.default);
}

/** Gives the figures their names in a language; until then they go by the English ones. */
export async function loadFigureNames(language: Language): Promise<void> {
  if (language !== "en") addTexts(language, "figures", (await FIGURES[language]()).default);
}
