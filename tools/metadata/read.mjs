// @ts-check
/** The functions as they are defined: the library's metadata of their declarations, and the tags that it does not know. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import ts from "typescript";
import { declarationsOf, definesFunctions, nameOf } from "./declarations.mjs";
/** @import { IEnum, IFunction } from "custom-functions-metadata" */

const DEFINITIONS = "src/definitions";

/** @param {string} module */
export const fileOf = (module) => `${DEFINITIONS}/${module}.ts`;

/**
 * @typedef {object} Declared
 * @property {string} module file name without its ending: `inasti`
 * @property {IFunction} metadata
 * @property {string} returns
 * @property {string} throws
 * @property {string} law
 * @property {string[]} examples
 * @property {boolean} allowErrors
 * @property {Map<string, boolean>} documented names in `@param` tags, and whether in brackets
 * @property {Set<string>} optional parameters with a question mark; for the library either mark will do
 *
 * @typedef {object} Enum
 * @property {string} module
 * @property {IEnum} metadata
 * @property {string} list of words, whose texts stand for all of its enums
 *
 * @typedef {object} Sources
 * @property {Declared[]} functions
 * @property {Enum[]} enums
 */

/**
 * @param {string} root
 * @param {string[]} problems
 * @returns {Promise<Sources>}
 */
export async function readSources(root, problems) {
  /** @type {Sources} */
  const sources = { functions: [], enums: [] };
  for (const file of readdirSync(path.join(root, DEFINITIONS)).sort()) {
    const module = path.basename(file, ".ts");
    if (file === module || !definesFunctions(readFileSync(path.join(root, fileOf(module)), "utf8"))) continue;
    await readModule(root, module, sources, (problem) => problems.push(`${fileOf(module)}: ${problem}`));
  }
  return sources;
}

/**
 * @param {string} root
 * @param {string} module
 * @param {Sources} sources
 * @param {(problem: string) => void} report
 */
async function readModule(root, module, sources, report) {
  const { text, lists } = declarationsOf(root, fileOf(module), report);
  const file = path.join(root, "build/metadata/declarations", `${module}.ts`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  const declarations = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements;

  const { functions, enums } = await generate(file, report);
  for (const metadata of functions) {
    const declaration = declarations
      .filter(ts.isFunctionDeclaration)
      .find(({ name }) => name?.text === nameOf(metadata.id));
    if (declaration) sources.functions.push(declared(module, declaration, metadata));
  }
  for (const metadata of enums) {
    for (const value of metadata.values) value.tooltip = oneLine(value.tooltip);
    sources.enums.push({ module, metadata, list: lists.get(metadata.id) ?? "" });
  }
}

/**
 * One file a call: the library does not say in which file an error is, and after one it drops the files that follow.
 * @param {string} file
 * @param {(problem: string) => void} report
 * @returns {Promise<{ functions: IFunction[], enums: IEnum[] }>}
 */
async function generate(file, report) {
  try {
    const { errors, metadataJson } = await generateCustomFunctionsMetadata(file);
    errors.forEach(report);
    const { functions = [], enums = [] } = metadataJson === "" ? {} : JSON.parse(metadataJson);
    return { functions, enums };
  } catch (error) {
    // It parses the values of an enum as JSON, and throws where they are not.
    report(error instanceof Error ? error.message : String(error));
    return { functions: [], enums: [] };
  }
}

/**
 * @param {string} module
 * @param {ts.FunctionDeclaration} declaration
 * @param {IFunction} metadata
 * @returns {Declared}
 */
function declared(module, declaration, metadata) {
  const tags = ts.getJSDocTags(declaration);
  /** @param {string} name */
  const texts = (name) =>
    tags
      .filter(({ tagName }) => tagName.text === name)
      .map(({ comment }) => oneLine(ts.getTextOfJSDocComment(comment)));
  metadata.description = oneLine(metadata.description);
  for (const parameter of metadata.parameters) parameter.description = oneLine(parameter.description);
  return {
    module,
    metadata,
    returns: texts("returns").join(" "),
    throws: texts("throws").join(" "),
    law: texts("law").join(" "),
    examples: texts("example"),
    allowErrors: texts("allowErrors").length > 0,
    documented: new Map(tags.filter(ts.isJSDocParameterTag).map((tag) => [tag.name.getText(), tag.isBracketed])),
    optional: new Set(declaration.parameters.filter((p) => p.questionToken).map((p) => p.name.getText())),
  };
}

/** @param {string | undefined} text */
function oneLine(text) {
  return (text ?? "").replace(/\s+/g, " ").trim();
}
