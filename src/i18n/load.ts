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

/** Makes the functions speak a language. */
export async function loadTexts(language: Language): Promise<void> {
  if (language === "en") return;
  const [messages, notes] = await Promise.all(FILES[language]());
  addTexts(language, "messages", messages.default);
  addTexts(language, "notes", notes.default);
}
