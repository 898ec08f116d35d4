import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe as inWords, LANGUAGES } from "../../src/i18n";
import { addTexts } from "../../src/i18n/texts";
import { REFUSALS, Refusal, type RefusalKey } from "../../src/rules/refusal";
import { settings, type Texts } from "../../src/settings";

const read = (language: string, file: string): Texts =>
  JSON.parse(readFileSync(join(__dirname, `../../src/i18n/${language}/${file}.json`), "utf8")) as Texts;

/** Paths of all texts, with the values that each names. */
function leaves(texts: Texts, path = ""): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [`${path}${key} ${placeholders(text)}`] : leaves(text, `${path}${key}/`),
  );
}

const placeholders = (text: string): string => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort().join("");

const OTHERS = LANGUAGES.filter((language) => language !== "en");

afterEach(() => {
  settings.language = "en";
});

describe.each(OTHERS)("texts in %s", (language) => {
  test.each(["messages", "notes", "pane", "workbench"])(
    "%s: the same keys with the same values as in English",
    (file) => {
      // English arguments go by the name of the contract.
      const own = leaves(read(language, file)).filter((key) => !key.startsWith("argument/"));
      expect(own.sort()).toEqual(leaves(read("en", file)).sort());
    },
  );

  test("a message names an argument as Excel shows it in this language", () => {
    const { functions } = read(language, "functions") as unknown as {
      functions: Record<string, { parameters: Record<string, { name: string }> }>;
    };
    const shown = Object.values(functions).flatMap(({ parameters }) => Object.entries(parameters));
    const names = (read(language, "messages") as { argument: Record<string, string> }).argument;
    expect(shown.map(([parameter, { name }]) => [parameter, name])).toEqual(
      shown.map(([parameter]) => [parameter, names[parameter]]),
    );
  });

  test("every refusal is a sentence of this language", () => {
    addTexts(language, "messages", read(language, "messages"));
    const sentences = (in_: typeof language | "en") => {
      settings.language = in_;
      return (Object.keys(REFUSALS) as RefusalKey[]).map((key) => inWords(new Refusal(key, { argument: "income" })));
    };
    const [own, english] = [sentences(language), sentences("en")];
    own.forEach((sentence, index) => expect(sentence).not.toBe(english[index]));
  });
});
