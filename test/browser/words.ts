import { readFileSync } from "node:fs";
import path from "node:path";
import type { Language } from "../../src/i18n";
import type { Texts } from "../../src/i18n/texts";
import { paneTexts } from "../setup/pane-texts";

/** A text as `t` gives it; without values as it is written. */
type Words = (key: string, values?: Readonly<Record<string, string>>) => string;

/** The texts of the pane. */
export const wordsOf = (language: Language): Words => wordsIn(paneTexts(language));

/** Those of the workbench's page around it. */
export function pageWordsOf(language: Language): Words {
  const file = path.join(__dirname, "../../src/i18n", language, "workbench.json");
  return wordsIn(JSON.parse(readFileSync(file, "utf8")) as Texts);
}

const wordsIn =
  (texts: Texts): Words =>
  (key, values) => {
    const text = key
      .split("/")
      .reduce<string | Texts | undefined>((found, step) => (found as Texts | undefined)?.[step], texts);
    if (typeof text !== "string") throw new Error(`no text ${key}`);
    return values ? text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "") : text;
  };
