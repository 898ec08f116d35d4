import { shared } from "../page/shared";
import type { Language } from "./language";

/** Texts by key; a key of a nested text is a path: `refusal/missing`. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** Whom the page speaks to. */
export const reader = shared<{ language: Language }>("reader", { language: "en" });

/** What is loaded of each language, by part of the product. */
const loaded = shared<Partial<Record<Language, Readonly<Record<string, Texts>>>>>("texts", {});

/** All that is loaded of a language: another object once there is more. */
export const textsIn = (language: Language): Readonly<Record<string, Texts>> | undefined => loaded[language];

/** Adds the texts of a part of the product. */
export function addTexts(language: Language, namespace: string, texts: Texts): void {
  loaded[language] = { ...loaded[language], [namespace]: texts };
}

export function textOf(language: Language, namespace: string, path: string): string | undefined {
  let found: string | Texts | undefined = loaded[language]?.[namespace];
  for (const key of path.split("/")) found = typeof found === "object" ? found[key] : undefined;
  return typeof found === "string" ? found : undefined;
}
