import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Language, LANGUAGES, recordOf } from "../../src/i18n";
import type { Texts } from "../../src/i18n/texts";
import { inTool, root } from "../tools/tool";

/** A text, by file and key. */
export type Keyed = readonly [key: string, text: string];

const flat = (texts: Texts, prefix: string): Keyed[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [[`${prefix}/${key}`, text] as const] : flat(text, `${prefix}/${key}`),
  );

/** What a text of a function says, and of an argument by the name in the code. */
export interface FunctionTexts {
  readonly returns: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, { readonly description: string }>>;
}

/** The reference of the functions: of English, what stands with the code. */
export const functionTexts = Object.fromEntries(
  inTool<[Language, { functions: Record<string, FunctionTexts> }][]>(
    "metadata.mjs",
    `[...(await tool.readReference(${JSON.stringify(root)})).texts]`,
  ),
) as Record<Language, { functions: Record<string, FunctionTexts> }>;

/** Lists of words that people type for something that they are not. */
const TYPED = ["mistaken", "elsewhere"];

/** What people type and nobody reads, and what is asked for elsewhere. */
const NOT_READ = ["words.json", "language.json", "functions.json", path.join("views", "search.json")];

/** Where Excel shows what the code has: the names of arguments, and in English the words of the lists. */
const SHOWN_ID = /\/parameters\/\w+\/name$/;
const SHOWN_WORD = /^functions\/enums\/.*\/name$/;

/** What the manifest says in a language; English is its default. */
function manifestTexts(language: Language): Keyed[] {
  const manifest = readFileSync(path.join(root, "manifest.xml"), "utf8");
  const said = language === "en" ? 'DefaultValue="([^"]*)"' : `Locale="${language}-\\w\\w" Value="([^"]*)"`;
  const all = [...manifest.matchAll(new RegExp(said, "g"))];
  return all
    .map(([, text]) => text!.replaceAll("&quot;", '"'))
    .filter((text) => !text.startsWith("https:"))
    .map((text, index) => [`manifest.xml/${index}`, text]);
}

/** Everything that a user can read in a language. */
export function allTexts(language: Language): Keyed[] {
  const folder = path.join(root, "src/i18n", language);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => path.extname(file) !== "" && !NOT_READ.includes(file),
  );
  const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
  // Of the words that people type the first is shown.
  const shown = Object.entries(recordOf(language).words)
    .filter(([list]) => !TYPED.includes(list))
    .flatMap(([list, ids]) => Object.entries(ids).map(([id, [name]]) => [`words/${list}/${id}`, name!] as const));
  return [
    ...shown,
    ...files.flatMap((file): Keyed[] =>
      file.endsWith(".json") ? flat(JSON.parse(read(file)) as Texts, file) : [[file, read(file)]],
    ),
    ...flat(functionTexts[language] as unknown as Texts, "functions").filter(
      ([key]) => !SHOWN_ID.test(key) && !(language === "en" && SHOWN_WORD.test(key)),
    ),
    ...manifestTexts(language),
  ];
}

export const OTHERS = LANGUAGES.filter((language) => language !== "en") as Exclude<Language, "en">[];

/** What has words and signs of its own: addresses, code, cells, versions, names of functions, options, and the errors of Excel. */
const NO_PROSE =
  /https?:\/\/\S+|```[^]*?```|`[^`]*`|\w+!\$?[A-Z]+\$?\d+(:[A-Z]+\d+)?|[vV]ersi(?:on|e) \d+\.\d+|[A-Z]+\.[A-Z]+|--[a-z-]+|\b[a-zA-Z]+=\p{L}+|#[\p{Lu}/0]+[!?]?/gu;
export const FORMULA = /=?\b[A-Z][A-Z0-9]+(\.[A-Z][A-Z0-9]+)?\([^()]*\)/g;
/** Texts that show what somebody types between straight quotes. */
const TYPES = /^(program\.json\/(by-name|range)|workbench\.json\/unknown-name)$/;

/** Texts that quote what a cell holds, the same in every language. */
export const HELD: Readonly<Record<string, string>> = {
  "functions/functions/BENEFIT.EXEMPTQUARTERS/returns": "2026Q2",
  "functions/functions/INASTI.PARAMETER/parameters/name/description": "contributions.bracket1.ceiling",
  "functions/functions/INASTI.SOURCE/parameters/name/description": "contributions.bracket1.ceiling",
  "functions/functions/INASTI.STATUS/returns": "article-37",
};

/** A text without them; values and texts in it stand for themselves. */
export const proseOf = (key: string, text: string): string =>
  (TYPES.test(key) ? text.replace(/"[^"]*"/g, "…") : text)
    .replace(HELD[key] ?? /(?!)/, "…")
    .replace(FORMULA, "…")
    .replace(NO_PROSE, "…");
