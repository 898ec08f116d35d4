import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { LANGUAGES } from "../../src/i18n";
import type { Texts } from "../../src/i18n/texts";
import { paneTexts } from "../setup/pane-texts";

const src = path.join(__dirname, "../../src");
const packages = path.join(__dirname, "../../packages");
const OTHERS = LANGUAGES.filter((language) => language !== "en");

/** A key without a namespace is one of `messages`. */
const NAMESPACES = ["messages", "notes", "pane", "selftest", "templates", "workbench", "program"] as const;
type Namespace = (typeof NAMESPACES)[number];

const textsOf = (language: string, namespace: Namespace): Texts => {
  const folder = path.join(src, "i18n", language);
  if (namespace === "pane") return paneTexts(language);
  const texts = JSON.parse(readFileSync(path.join(folder, `${namespace}.json`), "utf8")) as Record<
    string,
    string | Texts
  >;
  // Names of arguments: test/functions/languages.test.ts holds them against what Excel shows.
  delete texts["argument"];
  return texts;
};

/** Texts by the path of their key. */
const flat = (texts: Texts, prefix = ""): [key: string, text: string][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [[`${prefix}${key}`, text]] : flat(text, `${prefix}${key}/`),
  );

const placeholders = (text: string): string => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort().join(" ");

/** What the sources say in strings: keys, with {} for each value in a template, and the words that can stand there. */
const spoken = readSources();

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file));
}

function readSources() {
  const keys = new Set<string>();
  const words = new Set<string>();
  for (const file of [src, packages].flatMap(filesIn)) {
    if (!/\.tsx?$/.test(file)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) {
        keys.add(/^\$t\((.+)\)$/.exec(node.text)?.[1] ?? node.text);
        words.add(node.text);
      }
      if (ts.isTemplateExpression(node)) {
        keys.add([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("{}"));
      }
      // A column goes by the name of its figure: `feePerYear`, fee-per-year.
      if (ts.isPropertyName(node) && !ts.isComputedPropertyName(node))
        words.add(node.text).add(node.text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
      node.forEachChild(visit);
    };
    visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest));
  }
  return { keys: [...keys], words };
}

const NAMESPACED = /^(\w+):(?=\S)/;

/** The keys of a namespace that the sources name; each {} is a group. */
function patternsOf(namespace: Namespace): RegExp[] {
  const own =
    namespace === "messages"
      ? spoken.keys.filter((key) => !NAMESPACED.test(key) && /^[a-z-]+\/\S+$|^pane-/.test(key))
      : spoken.keys.filter((key) => key.startsWith(`${namespace}:`)).map((key) => key.slice(namespace.length + 1));
  return patternsFrom(own);
}

const patternsFrom = (keys: readonly string[]): RegExp[] =>
  keys.map((key) => new RegExp(`^${key.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replaceAll("{}", "(.+)")}$`));

/** Words that the sources put together: `company-${size}`. */
const composed = spoken.keys
  .filter((key) => /^[a-z-]*\{\}[a-z-]*$/.test(key) && key.length > 2)
  .map((key) => new RegExp(`^${key.replace("{}", "[a-z\\d-]+")}$`));

const isWord = (word: string): boolean =>
  spoken.words.has(word) || spoken.words.has(`/${word}`) || composed.some((pattern) => pattern.test(word));

/** What fills a template is a word of the sources, or a path of them. */
const isUsed = (key: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => {
    const [, ...groups] = pattern.exec(key) ?? [];
    return pattern.test(key) && groups.every((group) => isWord(group) || group.split("/").every(isWord));
  });

describe.each(NAMESPACES)("texts: %s", (namespace) => {
  const english = flat(textsOf("en", namespace));
  const patterns = patternsOf(namespace);

  test("every text is used", () => {
    // A text may name another one: $t(key), $t(key/{{value}}).
    const quoted = patternsFrom(
      english.flatMap(([, text]) =>
        [...text.matchAll(/\$t\(([^)]+)\)/g)].map(([, key]) => key!.replace(/\{\{\w+\}\}/g, "{}")),
      ),
    );
    expect(english.length).toBeGreaterThan(2);
    expect(english.map(([key]) => key).filter((key) => !isUsed(key, [...patterns, ...quoted]))).toEqual([]);
  });

  // Among keys of messages there are strings that only look like one, so the pages alone can be held to it; for the
  // others every refusal is a sentence, by test/functions/languages.test.ts.
  if (namespace === "pane" || namespace === "selftest" || namespace === "workbench" || namespace === "program") {
    test("every key in the sources has a text", () => {
      expect(patterns.filter((pattern) => !english.some(([key]) => pattern.test(key)))).toEqual([]);
    });
  }

  describe.each(OTHERS)("%s", (language) => {
    const texts = new Map(flat(textsOf(language, namespace)));

    test("has the same keys as English, with the same values", () => {
      expect([...texts.keys()].sort()).toEqual(english.map(([key]) => key).sort());
      for (const [key, text] of english) {
        expect([key, placeholders(texts.get(key)!)]).toEqual([key, placeholders(text)]);
        expect([key, texts.get(key)!.trim() !== ""]).toEqual([key, true]);
      }
    });

    test("writes formulas with semicolons", () => {
      expect([...texts.values()].filter((text) => /[A-Z]+\.[A-Z]+\([^)]*,/.test(text))).toEqual([]);
    });
  });
});
