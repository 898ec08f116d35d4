import de from "../../src/i18n/de/pane";
import en from "../../src/i18n/en/pane";
import fr from "../../src/i18n/fr/pane";
import nl from "../../src/i18n/nl/pane";
import type { Texts } from "../../src/settings";

const texts = { en, fr, nl, de };

export type PaneLanguage = keyof typeof texts;

/** A text of the pane, as `t` gives it; without values as it is written. */
export function wordsOf(language: PaneLanguage): (key: string, values?: Readonly<Record<string, string>>) => string {
  return (key, values) => {
    const text = key
      .split("/")
      .reduce<string | Texts | undefined>((found, step) => (found as Texts | undefined)?.[step], texts[language]);
    if (typeof text !== "string") throw new Error(`no text ${key}`);
    return values ? text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "") : text;
  };
}
