// @ts-check
/**
 * The help pages to which Excel leads from a function: `build/help`, a page a function, an index, the changelog and the
 * pages of `src/i18n/<language>/pages`, each in four languages.
 *
 *   node tools/help.mjs [--root <project>]
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { marked } from "marked";
import {
  CHANGELOG,
  changelogArticle,
  functionArticle,
  INDEX,
  indexArticle,
  pageOf,
  textArticle,
  titleOf,
} from "./help/articles.mjs";
import { CHOOSE_LANGUAGE, LANGUAGE_SCRIPT, page } from "./help/html.mjs";
import { readReference } from "./metadata.mjs";
import { isStarted, root as ownRoot } from "./process.mjs";
import { loaded } from "./typescript.mjs";
/** @import { Edition } from "./help/articles.mjs" */
/** @import { Reference } from "./metadata.mjs" */

const PRODUCT = "Statut Social";

/**
 * @param {Reference} reference
 * @param {Edition[]} editions
 * @param {string} changelog as Markdown
 * @returns {Map<string, string>} text by file
 */
function pagesOf({ sources }, editions, changelog) {
  // Its title stands in the language of the reader.
  const changes = marked.parse(changelog.replace(/^# .*\n/, ""), { async: false });
  const pages = new Map([
    [LANGUAGE_SCRIPT, CHOOSE_LANGUAGE],
    [
      INDEX,
      page(
        PRODUCT,
        editions.map((edition) => indexArticle(edition, editions, sources)),
      ),
    ],
    [
      CHANGELOG,
      page(
        `Changelog – ${PRODUCT}`,
        editions.map((edition) => changelogArticle(edition, editions, changes)),
      ),
    ],
  ]);
  for (const declared of sources.functions) {
    const articles = editions.map((edition) => functionArticle(declared, edition, editions, sources));
    pages.set(pageOf(declared.metadata.id), page(`${declared.metadata.id} – ${PRODUCT}`, articles));
  }
  const [english] = editions;
  for (const [name, text] of english?.pages ?? []) {
    const articles = editions.map((edition) => textArticle(name, edition, editions));
    pages.set(pageOf(name), page(`${titleOf(text)} – ${PRODUCT}`, articles));
  }
  return pages;
}

/**
 * @param {string} folder
 * @returns {Map<string, string>}
 */
const textsIn = (folder) =>
  new Map(readdirSync(folder).map((file) => [path.parse(file).name, readFileSync(path.join(folder, file), "utf8")]));

/**
 * The page of the self-test with what each of its rows is about.
 * @param {string} text
 * @param {string} file
 */
function withRows(text, file) {
  /** @type {{ name: string, text: string }[]} */
  const rows = Object.values(JSON.parse(readFileSync(file, "utf8")).row);
  return text.replace("<!-- rows -->", rows.map((row) => `- **${row.name}.** ${row.text}`).join("\n"));
}

/**
 * The page of the templates with links to the files of its language.
 * @param {string} text
 * @param {string} language
 * @param {string} file
 */
function withTemplates(text, language, file) {
  const { addTexts } = loaded("src/i18n/index.ts");
  const { downloadsOf } = loaded("src/templates/files.ts");
  addTexts(language, "templates", JSON.parse(readFileSync(file, "utf8")));
  /** @type {{ name: string, files: { form: string, file: string }[] }[]} */
  const downloads = downloadsOf(language);
  const rows = downloads.map(({ name, files }) => {
    const links = files.map((one) => `[${one.form}](../templates/${one.file})`);
    return `- **${name}**: ${links.join(", ")}`;
  });
  return text.replace("<!-- templates -->", rows.join("\n"));
}

async function main() {
  const { values } = parseArgs({ options: { root: { type: "string" } } });
  const root = path.resolve(values.root ?? ownRoot);
  const reference = await readReference(root);
  if (reference.problems.length > 0) {
    console.error(reference.problems.join("\n"));
    process.exit(1);
  }
  const editions = [...reference.texts].map(([language, texts]) => {
    const folder = path.join(root, "src/i18n", language);
    const labels = JSON.parse(readFileSync(path.join(folder, "help.json"), "utf8"));
    const pages = textsIn(path.join(folder, "pages"));
    const selfTest = pages.get("self-test");
    if (selfTest !== undefined) pages.set("self-test", withRows(selfTest, path.join(folder, "selftest.json")));
    const templates = pages.get("templates");
    if (templates !== undefined)
      pages.set("templates", withTemplates(templates, language, path.join(folder, "templates.json")));
    return { language, texts, labels, pages };
  });

  const changelog = readFileSync(path.join(root, "CHANGELOG.md"), "utf8");
  const folder = path.join(root, "build/help");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of pagesOf(reference, editions, changelog)) writeFileSync(path.join(folder, name), text);
}

if (isStarted(import.meta.url)) await main();
