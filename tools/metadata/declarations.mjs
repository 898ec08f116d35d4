// @ts-check
/**
 * The definitions as Microsoft's generator wants them: a declared function for each, with the comment that stands above the definition,
 * its arguments from `takes` and its result from `shows`.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { DEVELOPMENT_URL } from "../origin.mjs";
import { loaded } from "../typescript.mjs";

/**
 * @typedef {{ optional?: true, matrix?: true, words?: readonly (string | number)[], enumeration?: string, list?: string }} Argument
 * @typedef {{ takes: Record<string, Argument>, shows: string | Record<string, string> }} Definition
 */

/** What Excel takes for the type of a cell that shows a value so; tables and the rest are of any type. */
/** @type {Readonly<Record<string, string>>} */
const RESULTS = {
  euro: "number",
  exact: "number",
  rate: "number",
  fraction: "number",
  ratio: "number",
  date: "number",
  number: "number",
  text: "string",
  met: "boolean",
  quarters: "string[][]",
  any: "unknown",
};

/**
 * @param {string} root
 * @param {string} file of definitions, from the root
 * @param {(problem: string) => void} report
 * @returns {{ text: string, lists: Map<string, string> }} the declarations, and of which list of words each enum is
 */
export function declarationsOf(root, file, report) {
  const text = readFileSync(path.join(root, file), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  /** @type {Record<string, Definition>} */
  const definitions = Object.assign({}, ...Object.values(loaded(file, root)));
  const comments = commentsOf(source, report);
  for (const id of comments.keys()) if (definitions[id] === undefined) report(`${id}: is not exported`);
  const declared = Object.entries(definitions).flatMap(([id, definition]) => {
    const comment = comments.get(id);
    if (comment !== undefined) return [declaration(id, definition, comment)];
    report(`${id}: no comment`);
    return [];
  });
  const taken = Object.values(definitions).flatMap(({ takes }) => Object.values(takes));
  const offered = taken.filter(({ enumeration }) => enumeration !== undefined);
  return {
    text: [...enumsOf(root, offered), ...declared].join("\n"),
    lists: new Map(offered.map(({ enumeration = "", list = "" }) => [enumeration, list])),
  };
}

const ID = /^[A-Z]\w*[._]\w+$/;

/** @param {string} text of a source */
export const definesFunctions = (text) => /^ {2}"[A-Z]\w*[._]\w+": /m.test(text);

/**
 * The comments above the definitions, by id. A second one, left behind by something that is gone, would speak for the function.
 * @param {ts.SourceFile} source
 * @param {(problem: string) => void} report
 */
function commentsOf(source, report) {
  /** @type {Map<string, string>} */
  const comments = new Map();
  /** @param {ts.Node} node */
  function visit(node) {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name) && ID.test(node.name.text)) {
      const [comment, other] = node.getChildren().filter(ts.isJSDoc);
      if (other) report(`${node.name.text}: two comments`);
      if (comment) comments.set(node.name.text, comment.getText().replace(/^\s+\*/gm, " *"));
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return comments;
}

/** The name of the declared function. @param {string} id */
export const nameOf = (id) => id.replaceAll(".", "$");

/**
 * @param {string} id
 * @param {Definition} definition
 * @param {string} comment
 */
function declaration(id, { takes, shows }, comment) {
  const parameters = Object.entries(takes).map(([name, argument]) => {
    const type = argument.matrix ? "unknown[][]" : (argument.enumeration ?? "unknown");
    return `${name}${argument.optional ? "?" : ""}: ${type}`;
  });
  const result = (typeof shows === "string" && RESULTS[shows]) || "unknown[][]";
  const tags = ` * @customfunction ${id}\n * @helpurl ${DEVELOPMENT_URL}help/${id.toLowerCase()}.html\n`;
  const tagged = /^ \* @/m.test(comment)
    ? comment.replace(/^ \* @/m, `${tags} * @`)
    : comment.replace(" */", `${tags} */`);
  return `${tagged}\nexport function ${nameOf(id)}(${parameters.join(", ")}): ${result} {\n  throw new Error();\n}\n`;
}

/**
 * The closed lists that Excel offers, each once, in the order in which the functions take them.
 * @param {string} root
 * @param {Argument[]} offered
 */
function enumsOf(root, offered) {
  const file = path.join(root, "src/i18n/en/enums.json");
  /** @type {Record<string, Record<string, string>>} */
  const texts = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  /** @type {Map<string, string>} */
  const enums = new Map();
  for (const { enumeration = "", words = [], list = "" } of offered) {
    const values = words.map((word, at) => {
      const text = texts[enumeration]?.[word] ?? texts[list]?.[word] ?? "";
      return `  /** ${text} */\n  value${at} = ${JSON.stringify(word)},\n`;
    });
    if (!enums.has(enumeration))
      enums.set(enumeration, `/**\n * @customenum {string}\n */\nenum ${enumeration} {\n${values.join("")}}\n`);
  }
  return [...enums.values()];
}
