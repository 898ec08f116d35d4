// @ts-check
import { marked } from "marked";
import { inSyntax } from "../metadata/formula.mjs";
import { recordOf } from "../metadata/texts.mjs";
import { escaped, table } from "./html.mjs";
/** @import { IFunctionParameter } from "custom-functions-metadata" */
/** @import { Reference } from "../metadata.mjs" */
/** @import { Declared } from "../metadata/read.mjs" */
/** @import { Language } from "../../src/i18n/language.js" */
/** @import { Texts } from "../metadata/texts.mjs" */

/**
 * The words of the pages themselves: `src/i18n/<language>/help.json`.
 * @typedef {object} Labels
 * @property {string} languages
 * @property {string} title
 * @property {string} intro
 * @property {string} index
 * @property {string} changes
 * @property {string} changesIntro
 * @property {Record<string, string>} prefixes
 * @property {string} syntax
 * @property {string} separators
 * @property {string} arguments
 * @property {string} argument
 * @property {string} meaning
 * @property {string} optional
 * @property {string} values
 * @property {string} value
 * @property {string} result
 * @property {string} examples
 * @property {string} errors
 * @property {string} error
 * @property {Record<string, string>} errorMeanings by what the cell shows
 * @property {string} law
 * @property {string} limits
 * @property {string} spills
 * @property {string} blanks
 * @property {string[]} limitList
 *
 * @typedef {object} Edition what a language needs
 * @property {Language} language
 * @property {Labels} labels
 * @property {Texts} texts
 * @property {Map<string, string>} pages texts of their own as Markdown, by the name of the page
 */

export const INDEX = "index.html";
export const CHANGELOG = "changelog.html";

/** @param {string} id of a function, or the name of a page of its own */
export const pageOf = (id) => `${id.toLowerCase()}.html`;

/**
 * @param {Edition} edition
 * @param {Edition[]} editions
 * @param {string} content
 * @param {boolean} [isIndex]
 */
function article({ language, labels }, editions, content, isIndex = false) {
  const languages = editions.map((other) => {
    const current = other.language === language ? ' aria-current="true"' : "";
    return `<li><a href="#${other.language}" lang="${other.language}" hreflang="${other.language}"${current}>${escaped(recordOf(other.language).name)}</a></li>`;
  });
  const home = isIndex ? "" : `<a href="${INDEX}#${language}">${escaped(labels.index)}</a>`;
  return `<article id="${language}" lang="${language}">
<nav aria-label="${escaped(labels.languages)}">${home}<ul>${languages.join("")}</ul></nav>
${content}</article>
`;
}

/**
 * @param {string} heading
 * @param {string} content
 */
const section = (heading, content) => `<h2>${escaped(heading)}</h2>\n${content}`;

/** @param {string} formula */
const formulaLine = (formula) => `<p class="formula"><code>${escaped(formula)}</code></p>\n`;

/**
 * @param {Reference["sources"]} sources
 * @param {Language} language
 * @returns {(text: string, self?: string) => string} text as HTML, in which the names of the other functions lead to them
 */
function linker({ functions }, language) {
  const ids = new Set(functions.map(({ metadata }) => metadata.id));
  return (text, self) =>
    escaped(text).replace(/[A-Z]+\.[A-Z0-9]+/g, (id) =>
      ids.has(id) && id !== self ? `<a href="${pageOf(id)}#${language}">${id}</a>` : id,
    );
}

/**
 * @param {Declared} declared
 * @param {Edition} edition
 * @param {Edition[]} editions
 * @param {Reference["sources"]} sources
 */
export function functionArticle({ metadata, examples }, edition, editions, sources) {
  const { labels, language } = edition;
  const { id, parameters } = metadata;
  const texts = edition.texts.functions[id];
  if (!texts) throw new Error(`${id}: no texts in ${language}`);
  const linked = linker(sources, language);
  /** @type {(parameter: IFunctionParameter) => string} */
  const nameOf = ({ name }) => texts.parameters[name]?.name ?? name;
  const shown = parameters.map((parameter) => (parameter.optional ? `[${nameOf(parameter)}]` : nameOf(parameter)));
  const rows = parameters.map((parameter) => {
    const optional = parameter.optional ? `<br><small>${escaped(labels.optional)}</small>` : "";
    const meaning = linked(texts.parameters[parameter.name]?.description ?? "", id);
    return [`<code>${escaped(nameOf(parameter))}</code>${optional}`, meaning];
  });
  const content = [
    `<h1>${id}</h1>\n<p>${linked(texts.description, id)}</p>\n`,
    section(labels.syntax, formulaLine(`=${id}(${shown.join(`${recordOf(language).excel.separator} `)})`)),
    rows.length > 0 ? section(labels.arguments, table([labels.argument, labels.meaning], rows)) : "",
    ...parameters.map((parameter) => enumTable(parameter, nameOf(parameter), edition)),
    section(labels.result, `<p>${linked(texts.returns, id)}</p>\n`),
    section(
      labels.examples,
      examples.map((example) => formulaLine(inSyntax(example, recordOf(language).excel))).join(""),
    ),
    `<p><small>${escaped(labels.separators)}</small></p>\n`,
    section(labels.errors, `<p>${linked(texts.throws, id)}</p>\n`),
    section(labels.law, `<p>${linked(texts.law, id)}</p>\n`),
    limitsOf(metadata, edition),
  ];
  return article(edition, editions, content.join(""));
}

/** The page on what Excel does otherwise here and there. */
const PLATFORMS = "platforms";

/**
 * What Excel does with such a function; the page on platforms has the rest.
 * @param {Declared["metadata"]} metadata
 * @param {Edition} edition
 */
function limitsOf({ parameters, result }, { labels, pages, language }) {
  const sentences = [
    ...(parameters.some(({ optional }) => optional) ? [labels.blanks] : []),
    ...(result?.dimensionality === "matrix" ? [labels.spills] : []),
  ];
  if (sentences.length === 0) return "";
  const more = `<a href="${pageOf(PLATFORMS)}#${language}">${escaped(titleOf(pages.get(PLATFORMS) ?? ""))}</a>`;
  const items = [...sentences.map(escaped), more].map((item) => `<li>${item}</li>\n`);
  return section(labels.limits, `<ul>\n${items.join("")}</ul>\n`);
}

/**
 * @param {IFunctionParameter} parameter
 * @param {string} argument its name in this language
 * @param {Edition} edition
 */
function enumTable({ customEnumId = "" }, argument, { labels, texts }) {
  const values = texts.enums[customEnumId];
  if (!values) return "";
  const rows = Object.entries(values).map(([value, { name, tooltip }]) => {
    const translation = name === value ? "" : `<br><small>${escaped(name)}</small>`;
    return [`<code>${escaped(value)}</code>${translation}`, escaped(tooltip)];
  });
  const heading = `<h3>${escaped(labels.values)} <code>${escaped(argument)}</code></h3>\n`;
  return heading + table([labels.value, labels.meaning], rows);
}

/**
 * @param {Edition} edition
 * @param {Edition[]} editions
 * @param {Reference["sources"]} sources
 */
export function indexArticle(edition, editions, sources) {
  const { language, labels, texts } = edition;
  const linked = linker(sources, language);
  const lists = Object.entries(labels.prefixes).map(([prefix, heading]) => {
    const own = Object.entries(texts.functions).filter(([id]) => id.startsWith(`${prefix}.`));
    const rows = own.map(([id, { description }]) => [linked(id), linked(description, id)]);
    return rows.length > 0 ? section(heading, table([labels.syntax, labels.meaning], rows)) : "";
  });
  const errors = Object.entries(labels.errorMeanings).map(([shown, meaning]) => [
    `<code>${escaped(shown)}</code>`,
    escaped(meaning),
  ]);
  const content = [
    `<h1>${escaped(labels.title)}</h1>\n<p>${escaped(labels.intro)}</p>\n`,
    `<ul>\n${links(edition)}<li><a href="${CHANGELOG}#${language}">${escaped(labels.changes)}</a></li>\n</ul>\n`,
    ...lists,
    section(labels.errors, table([labels.error, labels.meaning], errors)),
    section(labels.limits, `<ul>\n${labels.limitList.map((limit) => `<li>${linked(limit)}</li>\n`).join("")}</ul>\n`),
  ];
  return article(edition, editions, content.join(""), true);
}

/**
 * @param {Edition} edition
 * @param {Edition[]} editions
 * @param {string} changes the changelog as HTML; it is kept in English
 */
export function changelogArticle(edition, editions, changes) {
  const { changes: title, changesIntro } = edition.labels;
  const content = `<h1>${escaped(title)}</h1>\n<p>${escaped(changesIntro)}</p>\n<div lang="en">\n${changes}</div>\n`;
  return article(edition, editions, content);
}

/** @param {Edition} edition */
const links = ({ pages, language }) =>
  [...pages]
    .map(([name, text]) => `<li><a href="${pageOf(name)}#${language}">${escaped(titleOf(text))}</a></li>\n`)
    .join("");

/** @param {string} text Markdown that begins with its title */
export const titleOf = (text) => /^# (.+)$/m.exec(text)?.[1] ?? "";

/**
 * A page of its own. Links to another one name its Markdown file; they stay in the language.
 * @param {string} name
 * @param {Edition} edition
 * @param {Edition[]} editions
 */
export function textArticle(name, edition, editions) {
  const { pages, language } = edition;
  const text = pages.get(name);
  if (!text) throw new Error(`${name}: no page in ${language}`);
  const html = marked.parse(text, { async: false });
  return article(
    edition,
    editions,
    html.replace(/href="([\w-]+)\.md"/g, (_, other) => `href="${pageOf(other)}#${language}"`),
  );
}
