import type { Texts } from "../../src/i18n/texts";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDERS = ["pane", "views"];

/** The pane's texts in a language: a file a part, and the shell's at the root. */
export function paneTexts(language: string): Texts {
  const files = FOLDERS.flatMap((folder) => {
    const place = path.join(__dirname, "../../src/i18n", language, folder);
    return readdirSync(place).map((file) => path.join(place, file));
  });
  const texts = files.map((file): [string, Texts] => [
    path.parse(file).name,
    JSON.parse(readFileSync(file, "utf8")) as Texts,
  ]);
  const { shell, ...parts } = Object.fromEntries(texts);
  return { ...(shell as Texts), ...parts };
}
