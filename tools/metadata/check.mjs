// @ts-check
import { DEVELOPMENT_URL } from "../origin.mjs";
import { exampleProblems } from "./formula.mjs";
import { fileOf } from "./read.mjs";
/** @import { Declared, Sources } from "./read.mjs" */
/** @import { Texts } from "./texts.mjs" */

/** Of the unified manifest's schema, the strictest of those that read these texts. */
const SHORTEST_ID = 3;
const LONGEST_ID = 64;
const LONGEST_DESCRIPTION = 512;
const LONGEST_ENUM_TEXT = 256;

const PARAMETER_NAME = /^\p{L}[\p{L}\p{N}_]*$/u;

/** Files that share a prefix with another one. */
/** @type {Readonly<Record<string, string>>} */
const SHARED_PREFIXES = { status: "INASTI" };

/** @param {string} module */
const prefixOf = (module) => SHARED_PREFIXES[module] ?? module.toUpperCase();

/**
 * What would break a workbook or the build.
 * @param {Sources} sources
 * @param {string[]} problems
 */
export function checkIds({ functions }, problems) {
  /** @type {Map<string, string>} */
  const taken = new Map();
  for (const { module, metadata } of functions) {
    const { id, name } = metadata;
    const where = `${fileOf(module)}: ${id}`;
    if (!id.startsWith(`${prefixOf(module)}.`)) problems.push(`${where}: the prefix must be that of the file`);
    if (name !== id) problems.push(`${where}: the name must be the id, not ${name}`);
    if (id.length < SHORTEST_ID || id.length > LONGEST_ID) {
      problems.push(`${where}: an id has ${SHORTEST_ID} to ${LONGEST_ID} characters`);
    }
    // Excel's files store the dots of a function's name as underscores.
    const stored = id.replaceAll(".", "_");
    const other = taken.get(stored);
    if (other === id) problems.push(`${where}: the id is taken`);
    else if (other !== undefined) problems.push(`${where}: differs from ${other} only by "." against "_"`);
    taken.set(stored, id);
  }
}

/**
 * What a reader of the help would miss.
 * @param {Sources} sources
 * @param {string[]} gaps
 */
export function checkTags(sources, gaps) {
  for (const declared of sources.functions) {
    const where = `${fileOf(declared.module)}: ${declared.metadata.id}`;
    const problems = tagProblems(declared);
    if (declared.examples.length === 0) problems.push("no @example");
    for (const example of declared.examples) problems.push(...exampleProblems(example, declared, sources));
    gaps.push(...problems.map((problem) => `${where}: ${problem}`));
  }
  for (const { module, metadata } of sources.enums) {
    for (const { stringValue, tooltip } of metadata.values) {
      if (tooltip === "") gaps.push(`${fileOf(module)}: ${metadata.id}.${stringValue}: no description`);
    }
  }
}

/**
 * @param {Declared} declared
 * @returns {string[]}
 */
function tagProblems({ metadata, returns, throws, law, documented, optional }) {
  const { description, parameters } = metadata;
  const helpUrl = `${DEVELOPMENT_URL}help/${metadata.id.toLowerCase()}.html`;
  const required = Object.entries({ description, "@returns": returns, "@throws": throws, "@law": law });
  const names = parameters.map(({ name }) => name);
  return [
    ...required.filter(([, text]) => !text).map(([tag]) => `no ${tag}`),
    ...(metadata.helpUrl === helpUrl ? [] : [`@helpurl must be ${helpUrl}`]),
    ...parameters.filter((parameter) => !parameter.description).map(({ name }) => `no @param ${name}`),
    ...[...documented.keys()].filter((name) => !names.includes(name)).map((name) => `@param ${name} is no parameter`),
    ...parameters
      .filter(({ name }) => documented.has(name) && documented.get(name) !== optional.has(name))
      .map(({ name }) => `@param ${name}: brackets and question mark must agree`),
  ];
}

/**
 * What Excel would cut off or refuse.
 * @param {string} where
 * @param {Texts} texts
 * @param {string[]} problems
 */
export function checkLimits(where, { functions, enums }, problems) {
  /** @type {(what: string, text: string, longest: number) => void} */
  const limit = (what, text, longest) => {
    if (text.length > longest) problems.push(`${where}: ${what}: ${text.length} characters, ${longest} at most`);
  };
  for (const [id, { description, parameters }] of Object.entries(functions)) {
    limit(id, description, LONGEST_DESCRIPTION);
    const names = Object.values(parameters).map(({ name }) => name);
    for (const { name, description: meaning } of Object.values(parameters)) {
      limit(`${id}: ${name}`, meaning, LONGEST_DESCRIPTION);
      if (!PARAMETER_NAME.test(name)) problems.push(`${where}: ${id}: "${name}" is no name: letters, digits and _`);
      if (names.indexOf(name) < names.lastIndexOf(name)) problems.push(`${where}: ${id}: "${name}" stands twice`);
    }
  }
  for (const [id, values] of Object.entries(enums)) {
    for (const [value, { name, tooltip }] of Object.entries(values)) {
      limit(`${id}: ${value}`, name, LONGEST_ENUM_TEXT);
      limit(`${id}: ${value}`, tooltip, LONGEST_ENUM_TEXT);
    }
  }
}
