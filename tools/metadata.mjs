// @ts-check
/**
 * What Excel must know of the functions, from the comments on them: `build/metadata/functions.json` and its translations,
 * and the code that gives Excel each function.
 *
 *   node tools/metadata.mjs [--root <project>] [--draft]
 *
 * `--draft`, for a function in the making: missing texts and translations are told, but English stands in for them.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { checkIds, checkLimits, checkTags } from "./metadata/check.mjs";
import { associationsSource, signaturesSource, versionSource } from "./metadata/emit.mjs";
import { readSources } from "./metadata/read.mjs";
import { englishTexts, LANGUAGES, metadataIn, translatedTexts } from "./metadata/texts.mjs";
import { isStarted, root as ownRoot } from "./process.mjs";
/** @import { Sources } from "./metadata/read.mjs" */
/** @import { Language } from "../src/i18n/language.js" */
/** @import { Texts } from "./metadata/texts.mjs" */

/**
 * @typedef {object} Reference
 * @property {Sources} sources
 * @property {Map<Language, Texts>} texts
 * @property {string[]} problems what forbids to go on
 * @property {string[]} gaps texts that are not there, for which others stand in
 */

/**
 * The functions of a project and all their texts.
 * @param {string} root
 * @returns {Promise<Reference>}
 */
export async function readReference(root) {
  /** @type {string[]} */
  const problems = [];
  /** @type {string[]} */
  const gaps = [];
  const sources = await readSources(root, problems);
  // Where a function could not be read, its texts would seem superfluous.
  if (problems.length > 0) return { sources, texts: new Map(), problems, gaps };
  checkIds(sources, problems);
  checkTags(sources, gaps);

  const english = englishTexts(sources);
  /** @type {Map<Language, Texts>} */
  const texts = new Map([["en", english]]);
  for (const language of LANGUAGES.filter((other) => other !== "en"))
    texts.set(language, translatedTexts(root, language, english, gaps));
  for (const [language, some] of texts) checkLimits(language, some, problems);
  return { sources, texts, problems, gaps };
}

/**
 * @param {Reference} reference
 * @param {string} version
 * @returns {Map<string, string>} text by file
 */
function filesOf({ sources, texts }, version) {
  const files = new Map([
    ["src/functions/generated/associations.ts", associationsSource(sources.functions)],
    ["src/functions/generated/signatures.ts", signaturesSource(sources.functions)],
    ["src/functions/generated/version.ts", versionSource(version)],
  ]);
  for (const [language, some] of texts) {
    const name = language === "en" ? "functions.json" : `functions-${language}.json`;
    files.set(`build/metadata/${name}`, `${JSON.stringify(metadataIn(sources, some), null, 2)}\n`);
  }
  return files;
}

async function main() {
  const { values } = parseArgs({ options: { root: { type: "string" }, draft: { type: "boolean" } } });
  const root = path.resolve(values.root ?? ownRoot);
  const reference = await readReference(root);
  const { problems, gaps } = reference;
  if (problems.length + gaps.length > 0) console.error([...problems, ...gaps].join("\n"));
  if (problems.length > 0 || (gaps.length > 0 && !values.draft)) process.exit(1);

  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  for (const [name, text] of filesOf(reference, version)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

if (isStarted(import.meta.url)) await main();
