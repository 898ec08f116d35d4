// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { parse } from "yaml";
import { addYears } from "./every-year.mjs";
import { followIndex } from "./index/follow.mjs";
import { isTable, parametersOfTable } from "./table.mjs";
/** @import { Formula } from "../../src/parameters/formulas.js" */

/**
 * @typedef {"official" | "two" | "single" | "derived" | "unknown" | "conflict"} Confidence
 * @typedef {{ ref: string, article?: string }} SourceRef
 * @typedef {{ from: string, to?: string, value?: string, confidence: Confidence, source: SourceRef, condition?: string, note?: string }} Value
 * @typedef {{ from: string, source: Value["source"], note?: string } | { like: string }} EveryYear
 * @typedef {"rank" | "index-coefficient" | "pivot-chain" | "base-by-coefficient" | "half-base-by-coefficient" | "base-by-pivots" | "half-of-rounded" | "same"} IndexRuleName
 * @typedef {{ rule: IndexRuleName, pivot?: string, rank?: number, base?: string | string[], of?: string, pivots?: string, tied?: string, yearly?: string, as?: string, from?: string, source?: SourceRef, limit?: string, note?: { key: string, from: string } }} IndexRule
 * @typedef {{ rule: IndexRuleName, base?: string, of?: string, pivots?: string, tied?: string, heldBack?: true, note?: string }} AmountRule
 * @typedef {{ label?: string, unit: string, begins?: string, datedBy?: string, article?: string, formula?: Formula, everyYear?: EveryYear, index?: IndexRule, values?: Value[] }} ParameterData
 * @typedef {ParameterData & { id: string, file: string, values: Value[] }} Parameter
 * @typedef {{ title: string, link?: string }} Source
 * @typedef {{ parameters: Map<string, Parameter>, sources: Map<string, Source>, notes: Set<string>, units: string[], indexRules: Map<string, AmountRule>, texts: [string, string][] }} Data
 */

const FOLDER = "src/parameters";
const SOURCES = "sources.yaml";
/** Tables refer to it. */
const PARAMETER_SCHEMA = "parameter.schema.json";
/** Amounts as printed: test data, no parameters. */
const PUBLISHED = "published";

/**
 * Reads and validates every YAML file of the project, and completes the series that follow the index. Problems are collected, so that one run names them all.
 * @param {string} root
 * @param {string[]} problems
 * @returns {Data}
 */
export function readData(root, problems) {
  const folder = path.join(root, FOLDER);
  const ajv = new Ajv({ allErrors: true, strictRequired: false, discriminator: false });
  formats.default(ajv);
  const parameterSchema = readJson(path.join(folder, PARAMETER_SCHEMA));
  ajv.addSchema(parameterSchema, PARAMETER_SCHEMA);
  const checkParameters = ajv.compile(parameterSchema);
  const checkTable = ajv.compile(readJson(path.join(folder, "table.schema.json")));
  const checkSources = ajv.compile(readJson(path.join(folder, "sources.schema.json")));

  /** @type {Data} */
  const data = {
    parameters: new Map(),
    sources: new Map(),
    notes: new Set(keys(readJson(path.join(root, "src/i18n/en/notes.json")))),
    units: parameterSchema.definitions.unit.enum,
    indexRules: new Map(),
    texts: [],
  };
  for (const file of yamlFiles(folder)) {
    const text = readFileSync(path.join(folder, file), "utf8");
    data.texts.push([file, text]);
    const content = parseYaml(file, text, problems);
    const check = file === SOURCES ? checkSources : isTable(content) ? checkTable : checkParameters;
    if (content === undefined) continue;
    if (!check(content)) {
      problems.push(...schemaProblems(file, check.errors ?? []));
      continue;
    }
    if (file === SOURCES) data.sources = new Map(Object.entries(/** @type {Record<string, Source>} */ (content)));
    else addParameters(data.parameters, file, parametersIn(content, file, problems), problems);
  }
  addYears(data.parameters, problems);
  if (problems.length === 0) followIndex(data, problems);
  return data;
}

/** What a file that its schema accepts states. @param {unknown} content @param {string} file @param {string[]} problems */
function parametersIn(content, file, problems) {
  return isTable(content)
    ? parametersOfTable(content, (text) => problems.push(`${file}: ${text}`))
    : /** @type {Record<string, ParameterData>} */ (content);
}

/** @param {Map<string, Parameter>} parameters @param {string} file @param {Record<string, ParameterData>} content @param {string[]} problems */
function addParameters(parameters, file, content, problems) {
  for (const [id, parameter] of Object.entries(content)) {
    const other = parameters.get(id);
    if (other) problems.push(`${file}: ${id}: already defined in ${other.file}`);
    else if (domainOf(id) !== path.posix.dirname(file))
      problems.push(`${file}: ${id}: belongs in the folder ${domainOf(id)}`);
    else parameters.set(id, { ...parameter, values: parameter.values ?? [], id, file });
  }
}

/** The first word of an id names its folder and its compiled table. @param {string} id */
export function domainOf(id) {
  return id.slice(0, id.indexOf("."));
}

/** @param {string} folder */
function yamlFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => file.endsWith(".yaml") && !file.startsWith(`${PUBLISHED}/`))
    .sort();
}

/** @param {string} file @param {string} text @param {string[]} problems @returns {unknown} */
function parseYaml(file, text, problems) {
  try {
    return parse(text);
  } catch (error) {
    problems.push(`${file}: ${/** @type {Error} */ (error).message}`);
    return undefined;
  }
}

/** @param {string} file @param {import("ajv").ErrorObject[]} errors */
function schemaProblems(file, errors) {
  return errors.map((error) => {
    const [id, ...where] = error.instancePath.split("/").slice(1);
    const place = [id ?? "file", where.join(" ")].filter(Boolean).join(": ");
    const detail = Object.values(error.params).flat().join(", ");
    return `${file}: ${place}: ${error.message}${detail ? ` (${detail})` : ""}`;
  });
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Leaves of a nested object as keys with slashes, as i18n reads them. @param {Record<string, unknown>} object @param {string} [prefix] @returns {string[]} */
function keys(object, prefix = "") {
  return Object.entries(object).flatMap(([key, value]) =>
    typeof value === "string"
      ? [prefix + key]
      : keys(/** @type {Record<string, unknown>} */ (value), `${prefix}${key}/`),
  );
}
