// @ts-check
/** What the core package says to TypeScript: from the definitions and the comments on them, nothing is written for one function. */
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { root } from "../process.mjs";
import { loaded } from "../typescript.mjs";
import { valuesOf } from "./examples.mjs";
/** @import { Argument, Definition } from "../../src/definitions/index.js" */
/** @import { Declared, Sources } from "../metadata/read.mjs" */
/** @import { FunctionTexts, Texts } from "../metadata/texts.mjs" */

const { LANGUAGES } = loaded("src/i18n/index.ts");
const { REFUSALS } = loaded("src/rules/refusal.ts");
const { CONFIDENCES } = loaded("src/parameters/table.ts");

/** Confidences of an answer: those of the data, and what does not come from them. */
const SURENESS = [...CONFIDENCES, "own", "projection"];

/** @param {readonly (string | number)[]} values */
const union = (values) => values.map((value) => JSON.stringify(value)).join(" | ");

/** The declarations that `packages/core/src/types.ts` holds, by themselves. */
export function sharedTypes() {
  const source = readFileSync(path.join(root, "packages/core/src/types.ts"), "utf8");
  const units = /export type Unit =([^;]+);/.exec(
    readFileSync(path.join(root, "src/parameters/compiled/ids.ts"), "utf8"),
  );
  if (!units?.[1]) throw new Error("no units");
  /** @type {Readonly<Record<string, string>>} */
  const unions = {
    Code: union(LANGUAGES),
    Unit: units[1].trim(),
    Sureness: union(SURENESS),
    RefusalKey: union(Object.keys(REFUSALS)),
  };
  const aliases = Object.entries(unions).map(([name, types]) => `type ${name} = ${types};\n`);
  return aliases.join("") + source.replace(/^import type .*\n/gm, "");
}

/** What an argument may be, by its kind. */
/** @type {Readonly<Record<Argument<unknown>["kind"], string>>} */
const ARGUMENTS = {
  euro: "Numeric",
  rate: "Numeric",
  date: "Day",
  year: "Numeric",
  whole: "Numeric",
  number: "Numeric",
  yes: "Flag",
  word: "string",
  text: "string",
  rows: "Range",
};

/** The name of a list of words: PASSERELLE_GROUND is PasserelleGround. @param {string} enumeration */
const typeName = (enumeration) =>
  enumeration.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter) => letter.toUpperCase());

/** The words in editors, and whatever people type for them. @param {Argument<unknown>} argument */
function typeOf({ kind, matrix, words, enumeration }) {
  if (matrix) return kind === "rows" ? "Range" : `Range | ${ARGUMENTS[kind]}`;
  if (enumeration !== undefined) return typeName(enumeration);
  if (kind === "rate" && words) return `Numeric | ${union(words)}`;
  return ARGUMENTS[kind];
}

/** What a value is, by how a cell shows it. */
/** @type {Readonly<Record<string, string>>} */
const VALUES = {
  euro: "number",
  "euro-or-word": "number | string",
  exact: "number",
  rate: "number",
  fraction: "number",
  ratio: "number",
  number: "number",
  date: "string",
  text: "string",
  law: "string",
  article: "string",
  category: "string",
  condition: "string",
  step: "string",
  domain: "string",
  row: "string | number",
  confidence: "Confidence",
  met: "boolean",
  notes: "readonly string[]",
  any: "number | string | boolean | readonly string[]",
  cells: "readonly (readonly Cell<number>[])[]",
  quarters: "readonly string[]",
};

/** @type {Readonly<Record<string, string>>} */
const BESIDES = { yes: "boolean", funds: "readonly string[]" };

/** @param {string} kind */
function valueType(kind) {
  const type = VALUES[kind];
  if (type === undefined) throw new Error(`no type for ${kind}`);
  return type;
}

/** @param {string} name */
const capitalised = (name) => name.charAt(0).toUpperCase() + name.slice(1);

/** @param {string} text @param {string} [indent] */
const comment = (text, indent = "") =>
  text.includes("\n")
    ? `${indent}/**\n${text
        .split("\n")
        .map((line) => `${indent} * ${line}`)
        .join("\n")}\n${indent} */\n`
    : `${indent}/** ${text} */\n`;

/** A function's name in the package: its id below the prefix, in small letters. @param {string} id */
export const nameOf = (id) => id.slice(id.indexOf(".") + 1).toLowerCase();

/** @param {string} id */
export const domainOf = (id) => id.slice(0, id.indexOf(".")).toLowerCase();

/** Words of the language that no declaration may have for a name. @param {string} name */
const isReserved = (name) => {
  const kind = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, name).scan();
  return kind >= ts.SyntaxKind.FirstReservedWord && kind <= ts.SyntaxKind.LastFutureReservedWord;
};

/** The name of a declaration, and how it is handed out. @param {string} id */
export function handedOut(id) {
  const name = nameOf(id);
  const local = isReserved(name) ? `${name}_` : name;
  return { local, out: local === name ? name : `${local} as ${name}` };
}

/**
 * The declarations of a domain.
 *
 * @param {readonly string[]} ids
 * @param {Readonly<Record<string, Definition>>} definitions
 * @param {Sources} sources
 * @param {Texts} texts English
 */
export function domainTypes(ids, definitions, sources, texts) {
  /** @type {Set<string>} */
  const enumerations = new Set();
  const functions = ids.map((id) => {
    const definition = definitions[id];
    const declared = sources.functions.find(({ metadata }) => metadata.id === id);
    const said = texts.functions[id];
    if (!definition || !declared || !said) throw new Error(`${id}: no definition or no comment`);
    for (const { enumeration } of Object.values(definition.takes)) if (enumeration) enumerations.add(enumeration);
    return functionTypes(id, definition, declared, said);
  });
  const lists = [...enumerations].map((enumeration) => listType(enumeration, texts));
  const shared = ["Answer", "Cell", "Confidence", "Day", "Flag", "Numeric", "Options", "Range", "Result"];
  const names = ids.map((id) => handedOut(id).out);
  return [
    `import type { ${shared.join(", ")} } from "./types.js";\n`,
    ...lists,
    ...functions,
    `export { ${names.join(", ")} };\n`,
  ].join("\n");
}

/** @param {string} enumeration @param {Texts} texts */
function listType(enumeration, texts) {
  const values = Object.entries(texts.enums[enumeration] ?? {});
  if (values.length === 0) throw new Error(`${enumeration}: no words`);
  const said = values.map(([value, { tooltip }]) => `- \`${value}\`: ${tooltip}`).join("\n");
  return `${comment(`Words of the list, or what people type for them in the four languages.\n\n${said}`)}export type ${typeName(
    enumeration,
  )} = ${union(values.map(([value]) => value))} | (string & {});\n`;
}

/**
 * @param {string} id
 * @param {Definition} definition
 * @param {Declared} declared
 * @param {FunctionTexts} texts
 */
function functionTypes(id, definition, { examples }, texts) {
  const { local } = handedOut(id);
  const type = capitalised(nameOf(id));
  const fields = Object.entries(definition.takes).map(([name, argument]) => {
    const blank = argument.optional || argument.blankable ? " | null | undefined" : "";
    const said = comment(texts.parameters[name]?.description ?? "", "  ");
    return `${said}  readonly ${name}${argument.optional ? "?" : ""}: ${typeOf(argument)}${blank};\n`;
  });
  const calls = examples.flatMap((example) => exampleOf(id, Object.keys(definition.takes), example) ?? []);
  const said = [
    texts.description,
    `@returns ${texts.returns.replace(/Excel date(s?)/g, "ISO date$1")}`,
    `@remarks Refused: ${texts.throws} Law: ${texts.law}`,
    ...calls.map((call) => `@example ${call}`),
  ].join("\n");
  const { row, value } = resultTypes(type, definition);
  const needed = Object.values(definition.takes).some(({ optional }) => !optional);
  const given = `given${needed ? "" : "?"}: ${type}Arguments`;
  return `export interface ${type}Arguments {\n${fields.join("")}}\n${row}${comment(
    said,
  )}declare function ${local}(${given}, options?: Options): Result<${value}>;\n`;
}

/**
 * @param {string} type
 * @param {Definition} definition
 * @returns {{ row: string, value: string }} the declaration of a row, where there are rows, and the type of the value
 */
function resultTypes(type, { shows, also = {}, besides }) {
  if (typeof shows === "string") return { row: "", value: valueType(shows) };
  const columns = [
    ...Object.entries(shows).map(([name, kind]) => `  readonly ${name}: Cell<${valueType(kind)}>;\n`),
    ...Object.entries(also).map(([name, kind]) => `  readonly ${name}?: Cell<${valueType(kind)}>;\n`),
  ];
  const row = `export interface ${type}Row {\n${columns.join("")}}\n`;
  const rows = `readonly ${type}Row[]`;
  if (besides === undefined) return { row, value: rows };
  const others = Object.entries(besides).map(([name, kind]) => `readonly ${name}: ${BESIDES[kind]}; `);
  return { row, value: `{ ${others.join("")}readonly rows: ${rows} }` };
}

/**
 * @param {string} id
 * @param {readonly string[]} names of the arguments
 * @param {string} formula
 */
function exampleOf(id, names, formula) {
  const values = valuesOf(formula, id);
  if (values === null) return undefined;
  const given = values.flatMap((value, at) => (value === undefined ? [] : [`${names[at]}: ${JSON.stringify(value)}`]));
  return `${domainOf(id)}.${nameOf(id)}(${given.length === 0 ? "" : `{ ${given.join(", ")} }`})`;
}
