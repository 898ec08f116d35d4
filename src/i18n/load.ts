import type { Language } from "./language";
import type { Texts } from "../settings";
import { addTexts } from "./texts";

type Loaded = Promise<{ readonly default: Texts }>;

/** The parts of a language that cells speak with. */
const PARTS = ["messages", "notes", "figures"] as const;

/** English comes with the functions; a page fetches the language that it needs, so that functions.js stays small. */
const FILES: Record<Exclude<Language, "en">, () => Readonly<Record<(typeof PARTS)[number], Loaded>>> = {
  fr: () => ({
    messages: import(/* webpackChunkName: "texts-fr" */ "./fr/messages.json"),
    notes: import(/* webpackChunkName: "texts-fr" */ "./fr/notes.json"),
    figures: import(/* webpackChunkName: "texts-fr" */ "./fr/figures.json"),
  }),
  nl: () => ({
    messages: import(/* webpackChunkName: "texts-nl" */ "./nl/messages.json"),
    notes: import(/* webpackChunkName: "texts-nl" */ "./nl/notes.json"),
    figures: import(/* webpackChunkName: "texts-nl" */ "./nl/figures.json"),
  }),
  de: () => ({
    messages: import(/* webpackChunkName: "texts-de" */ "./de/messages.json"),
    notes: import(/* webpackChunkName: "texts-de" */ "./de/notes.json"),
    figures: import(/* webpackChunkName: "texts-de" */ "./de/figures.json"),
  }),
};

/** Makes the functions speak a language. */
export async function loadTexts(language: Language): Promise<void> {
  if (language === "en") return;
  const files = FILES[language]();
  // Nothing is added before all is there: a message of two languages helps nobody.
  const loaded = await Promise.all(PARTS.map((part) => files[part]));
  PARTS.forEach((part, index) => addTexts(language, part, loaded[index]!.default));
}
