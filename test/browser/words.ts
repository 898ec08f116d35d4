import type { Language } from "../../src/i18n";
import type { Texts } from "../../src/i18n/texts";
import { paneTexts } from "../setup/pane-texts";

/** A text of the pane, as `t` gives it; without values as it is written. */
export function wordsOf(language: Language): (key: string, values?: Readonly<Record<string, string>>) => string {
  const texts = paneTexts(language);
  return (key, values) => {
    const text = key
      .split("/")
      .reduce<string | Texts | undefined>((found, step) => (found as Texts | undefined)?.[step], texts);
    if (typeof text !== "string") throw new Error(`no text ${key}`);
    return values ? text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "") : text;
  };
}
