// @ts-check
/** What the functions say of themselves, in each language. English stands in the sources, the others in `src/i18n`. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { loaded } from "../typescript.mjs";
/** @import { IFunction } from "custom-functions-metadata" */
/** @import { Language } from "../../src/i18n/language.js" */
/** @import { Sources } from "./read.mjs" */

/** @type {typeof import("../../src/i18n/language.js")} */
export const { LANGUAGES, recordOf } = loaded("src/i18n/language.ts");

/**
 * @typedef {object} FunctionTexts
 * @property {string} description
 * @property {string} returns
 * @property {string} throws
 * @property {string} law
 * @property {Record<string, { name: string, description: string }>} parameters by their name in the code
 *
 * @typedef {object} Texts
 * @property {Record<string, FunctionTexts>} functions by their id
 * @property {Record<string, Record<string, { name: string, tooltip: string }>>} enums by their id, then by value
 */

/**
 * @param {Sources} sources
 * @returns {Texts}
 */
export function englishTexts({ functions, enums }) {
  return {
    functions: Object.fromEntries(
      functions.map(({ metadata, returns, throws, law }) => {
        const parameters = metadata.parameters.map(({ name, description = "" }) => [name, { name, description }]);
        const { description = "" } = metadata;
        return [metadata.id, { description, returns, throws, law, parameters: Object.fromEntries(parameters) }];
      }),
    ),
    enums: Object.fromEntries(
      enums.map(({ metadata }) => {
        const values = metadata.values.map((value) => [
          valueOf(value),
          { name: valueOf(value), tooltip: value.tooltip },
        ]);
        return [metadata.id, Object.fromEntries(values)];
      }),
    ),
  };
}

/** @param {{ stringValue?: string, numberValue?: number }} value */
const valueOf = ({ stringValue, numberValue }) => stringValue ?? String(numberValue);

/**
 * English stands in for what is not translated.
 * @param {string} root
 * @param {Language} language
 * @param {Texts} english
 * @param {Sources} sources
 * @param {string[]} gaps
 * @returns {Texts}
 */
export function translatedTexts(root, language, english, sources, gaps) {
  /** @param {string} name @returns {any} */
  const json = (name) => {
    const file = path.join(root, `src/i18n/${language}/${name}.json`);
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  };
  /** @type {{ argument?: Record<string, string> }} an argument has one name wherever it stands */
  const { argument = {} } = json("messages") ?? {};
  const described = functionsWithoutNames(english.functions);
  const functions = translated(described, json("functions"), `src/i18n/${language}/functions.json`, gaps);
  const enums = enumsOf(english.enums, sources, json("enums") ?? {}, `src/i18n/${language}/enums.json`, gaps);
  /** @param {string} name */
  const nameOf = (name) => {
    const given = argument[name];
    if (given === undefined) gaps.push(`src/i18n/${language}/messages.json: argument: ${name}: not translated`);
    return given ?? name;
  };
  return { functions: withNames(functions, nameOf), enums };
}

/** @param {Texts["functions"]} functions @returns {any} a description for each argument */
const functionsWithoutNames = (functions) =>
  mapped(functions, (texts) => ({ ...texts, parameters: mapped(texts.parameters, ({ description }) => description) }));

/** @param {any} functions @param {(name: string) => string} nameOf @returns {Texts["functions"]} */
const withNames = (functions, nameOf) =>
  mapped(functions, (texts) => ({
    ...texts,
    parameters: mapped(texts.parameters, (description, name) => ({ name: nameOf(name), description })),
  }));

/**
 * @template From, To
 * @param {Record<string, From>} entries
 * @param {(value: From, key: string) => To} change
 * @returns {Record<string, To>}
 */
const mapped = (entries, change) =>
  Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value, key)]));

/**
 * The texts of an enum: those of its list of words, and its own where they differ.
 * @param {Texts["enums"]} english
 * @param {Sources} sources
 * @param {Record<string, Record<string, Partial<{ name: string, tooltip: string }>>>} given
 * @param {string} where
 * @param {string[]} gaps
 * @returns {Texts["enums"]}
 */
function enumsOf(english, { enums }, given, where, gaps) {
  const known = enums.flatMap(({ metadata: { id }, list = id }) => [id, list]);
  for (const key of Object.keys(given)) if (!known.includes(key)) gaps.push(`${where}: superfluous ${key}`);
  return mapped(english, (values, id) =>
    mapped(values, (text, value) => {
      const list = enums.find(({ metadata }) => metadata.id === id)?.list ?? id;
      const found = { ...given[list]?.[value], ...given[id]?.[value] };
      if (!found.name || !found.tooltip) gaps.push(`${where}: ${id}: ${value}: not translated`);
      return { ...text, ...found };
    }),
  );
}

/** @typedef {string | { [key: string]: Tree }} Tree */

/**
 * @param {any} english a tree of texts
 * @param {any} given the same tree in another language
 * @param {string} where
 * @param {string[]} gaps
 * @returns {Tree}
 */
function translated(english, given, where, gaps) {
  const isText = typeof english === "string";
  if (isText ? typeof given !== "string" || given.trim() === "" : typeof given !== "object") {
    gaps.push(`${where}: not translated`);
    return english;
  }
  if (isText) return given;
  for (const key of Object.keys(given)) if (!Object.hasOwn(english, key)) gaps.push(`${where}: superfluous ${key}`);
  return Object.fromEntries(
    Object.entries(english).map(([key, text]) => [key, translated(text, given[key], `${where}: ${key}`, gaps)]),
  );
}

/**
 * The file that Excel reads. Names of functions and values of enums are those of the contract in every language: a
 * workbook must open in all of them.
 * @param {Sources} sources
 * @param {Texts} texts
 */
export function metadataIn({ functions, enums }, texts) {
  return {
    allowCustomDataForDataTypeAny: true,
    // Excel knows it for the whole add-in only.
    ...(functions.some(({ allowErrors }) => allowErrors) && { allowErrorForDataTypeAny: true }),
    functions: functions.map(({ metadata }) => localised(metadata, texts.functions[metadata.id])),
    enums: enums.map(({ metadata }) => ({
      ...metadata,
      values: metadata.values.map((value) => ({ ...value, ...texts.enums[metadata.id]?.[valueOf(value)] })),
    })),
  };
}

/**
 * @param {IFunction} metadata
 * @param {FunctionTexts | undefined} texts
 */
function localised(metadata, texts) {
  const parameters = metadata.parameters.map((parameter) => ({ ...parameter, ...texts?.parameters[parameter.name] }));
  return { ...metadata, description: texts?.description, parameters };
}
