import { type Language, reader } from "../i18n";
import { loadAllPaneTexts, loadFigureNames, loadTemplateTexts } from "../i18n/load";

/** From now on templates are in this language. */
export async function speak(language: Language): Promise<void> {
  await Promise.all([loadAllPaneTexts(language), loadFigureNames(language), loadTemplateTexts(language)]);
  reader.language = language;
}
