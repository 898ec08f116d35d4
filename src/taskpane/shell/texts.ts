import { addTexts, type Language } from "../../i18n";
import { loadTexts } from "../../i18n/load";
import type { Texts } from "../../settings";

const FILES: Record<Language, () => Promise<{ readonly default: Texts }>> = {
  en: () => import(/* webpackChunkName: "pane-en" */ "../../i18n/en/pane"),
  fr: () => import(/* webpackChunkName: "pane-fr" */ "../../i18n/fr/pane"),
  nl: () => import(/* webpackChunkName: "pane-nl" */ "../../i18n/nl/pane"),
  de: () => import(/* webpackChunkName: "pane-de" */ "../../i18n/de/pane"),
};

/** Makes functions and pane speak a language. */
export async function loadPaneTexts(language: Language): Promise<void> {
  const [pane] = await Promise.all([FILES[language](), loadTexts(language)]);
  addTexts(language, "pane", pane.default);
}
