import type { Texts } from "../../src/i18n/texts";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The pane's texts in a language: a file a part, and the shell's at the root. */
export function paneTexts(language: string): Texts {
  const folder = path.join(__dirname, "../../src/i18n", language, "pane");
  const read = (file: string): Texts => JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Texts;
  const parts = readdirSync(folder).filter((file) => file !== "shell.json");
  return { ...read("shell.json"), ...Object.fromEntries(parts.map((file) => [path.parse(file).name, read(file)])) };
}
