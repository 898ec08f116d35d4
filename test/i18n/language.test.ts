import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isLanguage, LANGUAGES, languageOf } from "../../src/i18n";
import { root } from "../tools/tool";

const codeOf = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => path.posix.join(folder, file))
    .filter((file) => /\.([cm]?[jt]s|tsx|html)$/.test(file) && !/\/(generated|compiled)\//.test(file));

/** English is spoken of where it stands in for others; of these a new language would have to be one too. */
const OTHER = LANGUAGES.filter((language) => language !== "en").join("|");
const NAMED = new RegExp(`["'\`/](${OTHER})["'\`/]|\\b(${OTHER}):|["'](${OTHER})-|xml:lang|Locale="(${OTHER})`);

test("a language is named in four files", () => {
  const files = [...codeOf("src"), ...codeOf("tools"), "webpack.config.js", "manifest.xml"];
  expect(files.length).toBeGreaterThan(300);
  const named = files.filter((file) => NAMED.test(readFileSync(path.join(root, file), "utf8")));
  expect(named.sort()).toEqual([
    "manifest.xml",
    "src/i18n/language.ts",
    "src/i18n/load.ts",
    "src/workbench/menus/index.ts",
  ]);
});

test("each language has the same files", () => {
  const files = LANGUAGES.map((language) =>
    readdirSync(path.join(root, "src/i18n", language), { recursive: true, encoding: "utf8" }).sort(),
  );
  const [english, ...others] = files as [string[], ...string[][]];
  // English of figures and functions stands with them.
  for (const other of others) expect(other).toEqual([...english, "figures.json", "functions.json"].sort());
});

test.each([
  ["fr-BE", "fr"],
  ["NL", "nl"],
  ["de-AT", "de"],
  ["it-IT", "en"],
  ["", "en"],
] as const)("who speaks %p reads %s", (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test("only the four are languages of ours", () => {
  expect(["en", "fr", "nl", "de"].every(isLanguage)).toBe(true);
  expect(["constructor", "toString", "it", ""].some(isLanguage)).toBe(false);
});
