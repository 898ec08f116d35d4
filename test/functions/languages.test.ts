import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe as inWords, LANGUAGES, reader } from "../../src/i18n";
import { addTexts, type Texts } from "../../src/i18n/texts";
import { REFUSALS, Refusal, type RefusalKey } from "../../src/rules/refusal";

const read = (language: string, file: string): Texts =>
  JSON.parse(readFileSync(join(__dirname, `../../src/i18n/${language}/${file}.json`), "utf8")) as Texts;

/** Paths of all texts, with the values that each names. */
function leaves(texts: Texts, path = ""): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [`${path}${key} ${placeholders(text)}`] : leaves(text, `${path}${key}/`),
  );
}

const strings = (texts: Texts): string[] =>
  Object.values(texts).flatMap((text) => (typeof text === "string" ? [text] : strings(text)));

const placeholders = (text: string): string => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort().join("");

const OTHERS = LANGUAGES.filter((language) => language !== "en");

afterEach(() => {
  reader.language = "en";
});

describe.each(OTHERS)("texts in %s", (language) => {
  test.each(["messages", "notes"])("%s: the same keys with the same values as in English", (file) => {
    // English arguments go by the name of the contract.
    const own = leaves(read(language, file)).filter((key) => !key.startsWith("argument/"));
    expect(own.sort()).toEqual(leaves(read("en", file)).sort());
  });

  // "indexSteps" is the contract's name; in French Excel shows "adaptations_index".
  test("no sentence names an argument as the contract does", () => {
    const { argument, ...sentences } = read(language, "messages") as { argument: Record<string, string> } & Texts;
    const own = Object.keys(argument).filter((name) => /[a-z][A-Z]/.test(name) && argument[name] !== name);
    const named = new RegExp(`(?<![/{])\\b(${own.join("|")})\\b`);
    expect(strings(sentences).filter((sentence) => named.test(sentence))).toEqual([]);
  });

  test("a sentence that names two arguments or another one shows both in this language", () => {
    addTexts(language, "messages", read(language, "messages"));
    const { argument } = read(language, "messages") as { argument: Record<string, string> };
    reader.language = language;
    expect(inWords(new Refusal("missing", { argument: "daysPerYear / monthsPerYear" }))).toContain(
      `${argument["daysPerYear"]} / ${argument["monthsPerYear"]}`,
    );
    expect(inWords(new Refusal("missing", { argument: "incomes[3]" }))).toContain(`${argument["incomes"]}[3]`);
    expect(inWords(new Refusal("date-before", { argument: "until", other: "date" }))).toContain(argument["date"]);
    expect(inWords(new Refusal("balance-total-missing"))).toContain(argument["balanceTotal"]);
  });

  test("every refusal is a sentence of this language", () => {
    addTexts(language, "messages", read(language, "messages"));
    const sentences = (in_: typeof language | "en") => {
      reader.language = in_;
      return (Object.keys(REFUSALS) as RefusalKey[]).map((key) => inWords(new Refusal(key, { argument: "income" })));
    };
    const [own, english] = [sentences(language), sentences("en")];
    own.forEach((sentence, index) => expect(sentence).not.toBe(english[index]));
  });
});
