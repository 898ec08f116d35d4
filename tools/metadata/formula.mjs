// @ts-check
/** Formulas as people type them: English in the sources, and the syntax of each language in the help. */
import { loaded } from "../typescript.mjs";
/** @import { Declared, Enum } from "./read.mjs" */

/**
 * @typedef {object} Token
 * @property {string} kind
 * @property {string} text
 */

/** @type {typeof import("../../src/formula/syntax.js")} */
export const { inSyntax, EXCEL_NAMES } = loaded("src/formula/syntax.ts");

/** @type {{ tokensOf: (formula: string) => Token[] }} */
const { tokensOf } = loaded("src/formula/tokens.ts");

/**
 * @param {string} example
 * @param {Declared} declared the function that it belongs to
 * @param {{ functions: Declared[], enums: Enum[] }} sources
 * @returns {string[]}
 */
export function exampleProblems(example, { metadata }, { functions, enums }) {
  const tokens = tokensOf(example).map(({ text }) => text);
  if (tokens[0] !== "=") return [`@example ${example}: a formula starts with =`];
  if (tokens.includes("{")) return [`@example ${example}: each language writes arrays otherwise; use a range`];
  const known = [...functions.map((other) => other.metadata.id), ...EXCEL_NAMES];
  const unknown = tokens.filter((token, i) => tokens[i + 1] === "(" && /^\w/.test(token) && !known.includes(token));
  if (unknown.length > 0) return [`@example ${example}: unknown ${unknown.join(", ")}`];

  const given = argumentsOf(tokens, metadata.id);
  if (!given) return [`@example ${example}: calls no ${metadata.id}`];
  const { parameters } = metadata;
  const needed = parameters.filter(({ optional }) => !optional).length;
  if (given.length < needed || given.length > parameters.length) {
    return [`@example ${example}: ${given.length} arguments, not ${needed} to ${parameters.length}`];
  }
  return parameters.flatMap(({ name, customEnumId }, i) => {
    const values = enums.find((other) => other.metadata.id === customEnumId)?.metadata.values;
    const text = /^"(.*)"$/.exec(given[i] ?? "")?.[1];
    const wrong = values && text !== undefined && !values.some(({ stringValue }) => stringValue === text);
    return wrong ? [`@example ${example}: "${text}" is no ${name}`] : [];
  });
}

/**
 * @param {string[]} tokens
 * @param {string} id
 * @returns {string[] | undefined} the arguments of the first call of a function
 */
function argumentsOf(tokens, id) {
  const start = tokens.findIndex((token, i) => token === id && tokens[i + 1] === "(");
  if (start < 0) return undefined;
  /** @type {string[]} */
  const given = [];
  let argument = "";
  let depth = 0;
  for (const token of tokens.slice(start + 2)) {
    if (token === ")" && depth === 0) return given.length === 0 && argument === "" ? [] : [...given, argument];
    if (token === "(") depth += 1;
    if (token === ")") depth -= 1;
    if (token === "," && depth === 0) {
      given.push(argument);
      argument = "";
    } else argument += token;
  }
  return undefined;
}
