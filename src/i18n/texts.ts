import { settings, type Texts } from "../settings";
import type { Language } from "./language";

/** Adds the texts of a part of the product. They hang on the settings, for the bundles of a page share them. */
export function addTexts(language: Language, namespace: string, texts: Texts): void {
  settings.texts[language] = { ...settings.texts[language], [namespace]: texts };
}

export function textOf(language: Language, namespace: string, path: string): string | undefined {
  let found: string | Texts | undefined = settings.texts[language]?.[namespace];
  for (const key of path.split("/")) found = typeof found === "object" ? found[key] : undefined;
  return typeof found === "string" ? found : undefined;
}
