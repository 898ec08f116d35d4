import { addTexts, type Language } from "../i18n";
import type { Texts } from "../i18n/texts";

/** Makes the page around the spreadsheet speak a language. */
export async function loadWorkbenchTexts(language: Language): Promise<void> {
  const texts = (await import(`../i18n/${language}/workbench.json`)) as { readonly default: Texts };
  addTexts(language, "workbench", texts.default);
}

export { t } from "../i18n";
