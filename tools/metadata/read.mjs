// @ts-check
/** The functions as their sources declare them: the library's metadata, and the tags that it does not know. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import ts from "typescript";
/** @import { IEnum, IFunction } from "custom-functions-metadata" */

const FUNCTIONS = "src/functions";

/** @param {string} module */
export const fileOf = (module) => `${FUNCTIONS}/${module}.ts`;

/**
 * @typedef {object} Declared
 * @property {string} module file name without its ending: `inasti`
 * @property {string} name of the function in the code
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
  const folder = path.join(root, FUNCTIONS);
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".ts")) continue;
    const text = readFileSync(path.join(folder, file), "utf8");
    if (text.includes("@customfunction")) await readModule(path.join(folder, file), text, sources, problems);
  }
  return sources;
}

/**
 * @param {string} file
 * @param {string} text
 * @param {Sources} sources
 * @param {string[]} problems
 */
async function readModule(file, text, sources, problems) {
  const module = path.basename(file, ".ts");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  /** @param {string} problem */
  const report = (problem) => problems.push(`${fileOf(module)}: ${problem}`);
  const declarations = taggedFunctions(source, report);

  const { functions, enums } = await generate(file, report);
  for (const metadata of functions) {
    const declaration = declarations.get(metadata.id);
    if (declaration) sources.functions.push(declared(module, declaration, metadata));
  }
  for (const metadata of enums) {
    for (const value of metadata.values) value.tooltip = oneLine(value.tooltip);
    sources.enums.push({ module, metadata });
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
 * Functions with `@customfunction` by their id. Reports the tags that the library passes over in silence, and the
 * exports that lack one.
 * @param {ts.SourceFile} source
 * @param {(problem: string) => void} report
 */
function taggedFunctions(source, report) {
  /** @type {Map<string, ts.FunctionDeclaration>} */
  const found = new Map();

  /** @param {ts.Node} node */
  function visit(node) {
    const id = customFunctionId(node);
    if (id !== undefined) {
      const exported = ts.canHaveModifiers(node) && isExported(node);
      if (!ts.isFunctionDeclaration(node) || node.parent !== source) {
        report(`${id}: @customfunction must stand on a function declaration of the file's top level`);
      } else if (!exported) report(`${id}: the function must be exported`);
      else found.set(id, node);
    }
    ts.forEachChild(node, visit);
  }
  visit(source);

  for (const statement of source.statements) {
    for (const name of exportedFunctions(statement)) {
      if (customFunctionId(statement) === undefined) report(`${name}: an exported function without @customfunction`);
    }
  }
  return found;
}

/** @param {ts.Node} node */
function customFunctionId(node) {
  const tags = node
    .getChildren()
    .filter(ts.isJSDoc)
    .flatMap((comment) => comment.tags ?? []);
  const tag = tags.find(({ tagName }) => tagName.text.toLowerCase() === "customfunction");
  return tag && oneLine(ts.getTextOfJSDocComment(tag.comment)).split(" ")[0]?.toUpperCase();
}

/** @param {ts.HasModifiers} node */
function isExported(node) {
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** @param {ts.Statement} statement */
function exportedFunctions(statement) {
  if (ts.isFunctionDeclaration(statement)) return isExported(statement) ? [statement.name?.text ?? "default"] : [];
  if (!ts.isVariableStatement(statement) || !isExported(statement)) return [];
  return statement.declarationList.declarations
    .filter(
      ({ initializer }) => initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
    )
    .map(({ name }) => name.getText());
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
    name: declaration.name?.text ?? "",
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
