import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { addTexts, LANGUAGES, type Texts } from "../../src/i18n";

const FOLDER = path.join(process.cwd(), "src/i18n");

/** All that a refusal is told with, in every language: reasons are written in each of them. */
export function speakAll(): void {
  for (const language of LANGUAGES)
    for (const part of ["messages", "notes", "figures"]) {
      const file = path.join(FOLDER, language, `${part}.json`);
      // The English names of figures stand with them.
      if (existsSync(file)) addTexts(language, part, JSON.parse(readFileSync(file, "utf8")) as Texts);
    }
}
