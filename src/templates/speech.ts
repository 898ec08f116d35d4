import { addTexts, type Language, reader, type Texts } from "../i18n";
import { loadAllPaneTexts, loadFigureNames } from "../i18n/load";

type Loaded = Promise<{ readonly default: Texts }>;

/** Names of the templates and what only they say. */
const TEXTS: Record<Language, () => Loaded> = {
  en: () => import("../i18n/en/templates.json"),
  fr: () => import("../i18n/fr/templates.json"),
  nl: () => import("../i18n/nl/templates.json"),
  de: () => import("../i18n/de/templates.json"),
};

/** From now on templates are in this language. */
export async function speak(language: Language): Promise<void> {
  await Promise.all([loadAllPaneTexts(language), loadFigureNames(language)]);
  addTexts(language, "templates", (await TEXTS[language]()).default);
  reader.language = language;
}
