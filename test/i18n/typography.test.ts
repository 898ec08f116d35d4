import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Language, LANGUAGES } from "../../src/i18n";
import type { Texts } from "../../src/i18n/texts";

const flat = (texts: Texts, prefix = ""): [key: string, text: string][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [[`${prefix}/${key}`, text]] : flat(text, `${prefix}/${key}`),
  );

/** What no text of a language has. A space below is the ordinary one, at which Excel breaks its tooltips. */
const WRONG: Record<Language, RegExp> = {
  en: /\d\s%/,
  fr: /\S [:;!?»%€]|« |§ |n° |\p{L}'\p{L}/u,
  nl: /\d\s%|§ |€ \d/,
  de: /[\d}] [%€]|§ /,
};

test.each(LANGUAGES)("%s: signs stand where the language puts them", (language) => {
  const folder = path.join(__dirname, "../../src/i18n", language);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
  const texts = [
    ...files
      .filter((file) => file.endsWith(".json") && !/^(words|language)\.json$/.test(file))
      .flatMap((file) => flat(JSON.parse(read(file)) as Texts, file)),
    ...files.filter((file) => file.endsWith(".md")).map((file): [string, string] => [file, read(file)]),
  ];
  expect(texts.map(([file]) => file)).toContain(path.join("pages", "functions-do-not-answer.md"));
  expect(texts.length).toBeGreaterThan(900);
  expect(texts.filter(([, text]) => WRONG[language].test(text))).toEqual([]);
});
