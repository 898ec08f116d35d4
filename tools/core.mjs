// @ts-check
/**
 * `npm run core`: the packages for programs and for the command line, in `dist-packages`. Their functions, types and texts come from the
 * definitions; what they share stands in `packages`.
 *
 *   node tools/core.mjs
 */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readReference } from "./metadata.mjs";
import { valuesOf } from "./core/examples.mjs";
import { figuresOf } from "./core/figures.mjs";
import { placeOf, writeModules } from "./core/modules.mjs";
import { domainOf, domainTypes, handedOut, nameOf, sharedTypes } from "./core/types.mjs";
import { isStarted, root } from "./process.mjs";
import { loaded } from "./typescript.mjs";
/** @import { Definition } from "../src/definitions/index.js" */
/** @import { Reference } from "./metadata.mjs" */
/** @import { Texts } from "./metadata/texts.mjs" */

const OUTPUT = "dist-packages";

/** @type {Readonly<Record<string, Definition>>} */
const DEFINITIONS = loaded("src/definitions/index.ts").DEFINITIONS;
/** @type {readonly string[]} */
const LANGUAGES = loaded("src/i18n/index.ts").LANGUAGES;

/** @typedef {{ version: string, license: string, engines: { node: string }, dependencies: Record<string, string>, devDependencies: Record<string, string> }} Project */

/** @type {Project} */
const project = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

/**
 * A package in the making.
 *
 * @param {string} name of its folder
 */
function packageIn(name) {
  const directory = path.join(root, OUTPUT, name);
  rmSync(directory, { recursive: true, force: true });
  /** @param {string} file @param {string} text */
  const write = (file, text) => {
    const target = path.join(directory, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  /** The modules that its files name, with all that they need, and what npm must know. @param {readonly string[]} modules */
  const finish = (modules) => {
    const others = [...writeModules(modules, directory)].filter((other) => !other.startsWith("node:"));
    const imported = [...new Set(others.map(packageOf))].sort();
    const all = { ...project.dependencies, ...project.devDependencies };
    const manifest = JSON.parse(readFileSync(path.join(root, "packages", name, "package.json"), "utf8"));
    const { version, license } = project;
    const engines = { node: project.engines.node };
    const dependencies = Object.fromEntries(imported.map((other) => [other, all[other]]));
    write("package.json", `${JSON.stringify({ ...manifest, version, license, engines, dependencies }, null, 2)}\n`);
    copyFileSync(path.join(root, "packages", name, "README.md"), path.join(directory, "README.md"));
    copyFileSync(path.join(root, "LICENSE"), path.join(directory, "LICENSE"));
  };
  return { write, finish };
}

/** A module of a package stands behind its name. @param {string} specifier */
const packageOf = (specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

/** Ids of functions by the domain that they belong to. @returns {Map<string, string[]>} */
function domains() {
  /** @type {Map<string, string[]>} */
  const all = new Map();
  for (const id of Object.keys(DEFINITIONS)) {
    const domain = domainOf(id);
    all.set(domain, [...(all.get(domain) ?? []), id]);
  }
  return all;
}

/** In which file a function is defined, and under which name. @param {Reference} reference @param {string} id */
function moduleOf({ sources }, id) {
  const declared = sources.functions.find(({ metadata }) => metadata.id === id);
  if (!declared) throw new Error(`${id}: no comment`);
  return declared.module;
}

const CORE = "packages/core/src";
/** @param {string} file of the core's own sources */
const core = (file) => `${CORE}/${file}.ts`;

const BATCH_TYPES = [
  `import type { Annuals, CentsBatch, Fees, Options, Quarters, Refusal } from "./types.js";\n`,
  `/** The categories, by their numbers in a column of bytes. */\nexport declare const categories: readonly string[];\n`,
  `/** INASTI.QUARTERLY of each row, in cents, without an object a row. */\nexport declare function quarterly(columns: Quarters, options?: Options): CentsBatch | Refusal;\n`,
  `/** INASTI.ANNUAL of each row, in cents: the sum of its four rounded quarters. */\nexport declare function annual(columns: Annuals, options?: Options): CentsBatch | Refusal;\n`,
  `/** FUND.FEE of each row, in cents: what a fund charges on the contribution of a quarter. */\nexport declare function fee(columns: Fees, options?: Options): CentsBatch | Refusal;\n`,
].join("");

/** @param {Reference} reference */
function writeCore(reference) {
  const { write, finish } = packageIn("core");
  const english = reference.texts.get("en");
  if (!english) throw new Error("no English texts");
  const byDomain = domains();
  for (const [domain, ids] of byDomain) {
    write(`${domain}.js`, domainModule(reference, ids));
    write(`${domain}.d.ts`, domainTypes(ids, DEFINITIONS, reference.sources, english));
  }
  for (const language of LANGUAGES) {
    write(`languages/${language}.js`, languageModule(language));
    write(
      `languages/${language}.d.ts`,
      `import type { Language } from "../types.js";\ndeclare const language: Language;\nexport default language;\n`,
    );
  }
  write("types.d.ts", sharedTypes());
  write("batch.js", `export { annual, categories, fee, quarterly } from "${placeOf(core("batch"))}";\n`);
  write("batch.d.ts", BATCH_TYPES);
  write("index.js", indexModule(byDomain));
  write("index.d.ts", indexTypes(byDomain));
  const definitions = [...new Set(Object.keys(DEFINITIONS).map((id) => moduleOf(reference, id)))];
  finish([
    ...["index", "function", "english", "batch"].map(core),
    ...definitions.map((module) => `src/definitions/${module}.ts`),
    ...FIGURES.map(tableFile),
    ...LANGUAGES.flatMap((language) => textFiles(language).map(([, file]) => file)),
    core("language"),
    core("spoken"),
  ]);
}

/** The tables of figures. */
const FIGURES = Object.keys(loaded("src/parameters/compiled/index.ts").tables);
/** Functions that take the name of any figure. */
const NAME = loaded("src/definitions/arguments.ts").parameter;
const BY_NAME = Object.keys(DEFINITIONS).filter((id) => Object.values(DEFINITIONS[id]?.takes ?? {}).includes(NAME));
/** @param {string} name */
const tableFile = (name) => `src/parameters/compiled/${name}.ts`;

/** @param {Reference} reference @param {readonly string[]} ids */
function domainModule(reference, ids) {
  const modules = new Set(ids.map((id) => moduleOf(reference, id)));
  const imports = [...modules].map(
    (module) => `import { ${module} as ${module}Definitions } from "${placeOf(`src/definitions/${module}.ts`)}";\n`,
  );
  const own = [...new Set([...modules].flatMap((module) => figuresOf(`src/definitions/${module}.ts`, FIGURES)))];
  const needed = ids.some((id) => BY_NAME.includes(id)) ? FIGURES : own;
  imports.push(...needed.map((name) => `import { ${name} as ${name}Figures } from "${placeOf(tableFile(name))}";\n`));
  const functions = ids.map((id) => {
    const { local } = handedOut(id);
    const figures = BY_NAME.includes(id) ? FIGURES : own;
    const definition = `${moduleOf(reference, id)}Definitions["${id}"]`;
    return `const ${local} = /* @__PURE__ */ functionOf(${definition}, { ${figures.map((name) => `${name}: ${name}Figures`).join(", ")} });\n`;
  });
  const names = ids.map((id) => handedOut(id).out);
  return [
    ...imports,
    `import { functionOf } from "${placeOf(core("function"))}";\n\n`,
    ...functions,
    `\nexport { ${names.join(", ")} };\n`,
  ].join("");
}

/** The texts of a language by their part; English stands with the figures. @param {string} language */
function textFiles(language) {
  const files = {
    messages: "messages",
    explain: "views/explain",
    notes: "notes",
    figures: "figures",
  };
  return Object.entries(files)
    .filter(([part]) => part !== "figures" || language !== "en")
    .map(([part, file]) => /** @type {const} */ ([part, `src/i18n/${language}/${file}.json`]));
}

/** @param {string} language */
function languageModule(language) {
  if (language === "en") return `export { english as default } from ".${placeOf(core("english"))}";\n`;
  const files = textFiles(language);
  return [
    ...files.map(([part, file]) => `import ${part} from ".${placeOf(file)}";\n`),
    `import { Language } from ".${placeOf(core("language"))}";\n`,
    `import { spoken } from ".${placeOf(core("spoken"))}";\n\n`,
    `export default /* @__PURE__ */ new Language("${language}", /* @__PURE__ */ spoken({ ${files
      .map(([part]) => part)
      .join(", ")} }));\n`,
  ].join("");
}

/** Names that only one domain has are handed out by themselves too. @param {Map<string, string[]>} byDomain */
function ownNames(byDomain) {
  const names = [...byDomain.values()].flat().map(nameOf);
  return [...byDomain].map(([domain, ids]) => {
    const own = ids.filter((id) => names.filter((name) => name === nameOf(id)).length === 1);
    return /** @type {const} */ ([domain, own.map(nameOf)]);
  });
}

/** @param {Map<string, string[]>} byDomain */
const indexExports = (byDomain) => [
  ...[...byDomain.keys()].map((domain) => `export * as ${domain} from "./${domain}.js";\n`),
  ...ownNames(byDomain).map(([domain, names]) => `export { ${names.join(", ")} } from "./${domain}.js";\n`),
];

/** @param {Map<string, string[]>} byDomain */
const indexModule = (byDomain) => [`export * from "${placeOf(core("index"))}";\n`, ...indexExports(byDomain)].join("");

/** @param {Map<string, string[]>} byDomain */
const indexTypes = (byDomain) =>
  [
    `import type { Columns, Language, Options, OwnFigures, Quarterlies, Refusal } from "./types.js";\n`,
    `export type * from "./types.js";\n`,
    `/** Of the code; \`dataVersion\` says with which figures it answers. */\nexport declare const codeVersion: string;\n`,
    `/** Of the figures of the law. */\nexport declare const dataVersion: string;\n`,
    `/** The last year whose contribution figures are published: what a call without a year takes. */\nexport declare const lastYear: number;\n`,
    `/** Whether an answer, a list of own figures or a cell of a table is a refusal. */\nexport declare function isRefusal(answer: unknown): answer is Refusal;\n`,
    `/** Reads the list of own figures that the pane exports: its JSON, as text or parsed. */\nexport declare function ownFigures(list: unknown, options?: { readonly language?: Language }): OwnFigures | Refusal;\n`,
    `/** INASTI.QUARTERLY for each row of columns, typed arrays among them, without an object a row. */\nexport declare function quarterlies(columns: Columns, options?: Options): Quarterlies | Refusal;\n`,
    ...indexExports(byDomain),
  ].join("");

const CLI = "packages/cli/src";

/** @param {Reference} reference */
function writeCommandLine(reference) {
  const { write, finish } = packageIn("cli");
  /** @type {Record<string, string[]>} */
  const examples = {};
  for (const { metadata, examples: formulas } of reference.sources.functions)
    examples[metadata.id] = formulas.flatMap((formula) => commandOf(formula, metadata.id) ?? []);
  write("names.js", `export default ${JSON.stringify(argumentNames(reference), null, 1)};\n`);
  write("examples.js", `export default ${JSON.stringify(examples, null, 1)};\n`);
  for (const [language, texts] of reference.texts) {
    const functions = `export default ${JSON.stringify(texts.functions, null, 1)};\n`;
    write(
      `functions/${language}.js`,
      `${functions}export const words = ${JSON.stringify(meaningsOf(texts), null, 1)};\n`,
    );
    write(`languages/${language}.js`, speechModule(language));
  }
  const loaders = LANGUAGES.map((language) => `${language}: () => import("./languages/${language}.js")`);
  write(
    "statut-social.js",
    `#!/usr/bin/env node
import examples from "./examples.js";
import names from "./names.js";
import { main } from "${placeOf(`${CLI}/main.ts`)}";

await main({ examples, names, languages: { ${loaders.join(", ")} } });
`,
  );
  chmodSync(path.join(root, OUTPUT, "cli/statut-social.js"), 0o755);
  finish([
    `${CLI}/main.ts`,
    `${CLI}/speech.ts`,
    ...LANGUAGES.flatMap((language) => speechFiles(language).map(([, file]) => file)),
  ]);
}

/** What the words of each list mean. @param {Texts} texts */
const meaningsOf = ({ enums }) =>
  Object.fromEntries(
    Object.entries(enums).map(([list, words]) => [
      list,
      Object.fromEntries(Object.entries(words).map(([word, { tooltip }]) => [word, tooltip])),
    ]),
  );

/** @param {string} language */
function speechFiles(language) {
  const files = { upkeep: "pane/figures", copy: "views/copy", help: "help", program: "program" };
  return [
    ...textFiles(language),
    ...Object.entries(files).map(([part, file]) => /** @type {const} */ ([part, `src/i18n/${language}/${file}.json`])),
  ];
}

/** Why a workbook is not read: the workbench's sentences, for it is the same reader. @param {string} language */
function refusedFiles(language) {
  const texts = readFileSync(path.join(root, "src/i18n", language, "workbench.json"), "utf8");
  return /** @type {{ file: { refused: object } }} */ (JSON.parse(texts)).file.refused;
}

/** @param {string} language */
function speechModule(language) {
  const files = speechFiles(language);
  return [
    ...files.map(([part, file]) => `import ${part} from ".${placeOf(file)}";\n`),
    `import functions, { words } from "../functions/${language}.js";\n`,
    `import { speech } from ".${placeOf(`${CLI}/speech.ts`)}";\n`,
    `const refused = ${JSON.stringify(refusedFiles(language))};\n\n`,
    `export default speech("${language}", { ${files.map(([part]) => part).join(", ")}, refused }, functions, words);\n`,
  ].join("");
}

/** How an argument is called in each language, by its name. @param {Reference} reference */
function argumentNames({ texts }) {
  /** @type {Record<string, string[]>} */
  const names = {};
  for (const { functions } of texts.values())
    for (const { parameters } of Object.values(functions))
      for (const [argument, { name }] of Object.entries(parameters)) {
        const known = (names[argument] ??= [argument]);
        if (!known.includes(name)) known.push(name);
      }
  return names;
}

/** An example as it is typed, or nothing where it takes more than values. @param {string} formula @param {string} id */
function commandOf(formula, id) {
  const values = valuesOf(formula, id)?.map((value) => (value === undefined ? "" : String(value)));
  return values && [id.toLowerCase(), ...values.map(inShell)].join(" ");
}

/** @param {string} text */
const inShell = (text) => (/^[\w.-]+$/.test(text) ? text : `"${text}"`);

async function main() {
  const reference = await readReference(root);
  const { problems, gaps } = reference;
  if (problems.length + gaps.length > 0) throw new Error([...problems, ...gaps].join("\n"));
  writeCore(reference);
  writeCommandLine(reference);
}

if (isStarted(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
