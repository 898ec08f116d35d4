// @ts-check
/** The examples of the functions, which are formulas, as calls outside a workbook. */
import { loaded } from "../typescript.mjs";

/** @typedef {{ kind: string, text: string }} Token */

/** @type {{ tokensOf: (formula: string) => Token[] }} */
const { tokensOf } = loaded("src/formula/tokens.ts");

/** A value of an argument; undefined where it is left out. @typedef {string | number | boolean | undefined} Value */

/**
 * What a formula hands over to the function that it calls, or null where that is not all in the formula: cells, other calls.
 *
 * @param {string} formula
 * @param {string} id
 * @returns {Value[] | null}
 */
export function valuesOf(formula, id) {
  const tokens = tokensOf(formula).filter(({ kind }) => kind !== "space");
  const [sign, name, bracket, ...rest] = tokens.map(({ text }) => text);
  if (sign !== "=" || name !== id || bracket !== "(" || rest.at(-1) !== ")") return null;
  if (rest.length === 1) return [];
  /** @type {Value[]} */
  const values = [];
  for (const given of argumentsIn(tokens.slice(3, -1))) {
    const value = valueOf(given);
    if (value === null) return null;
    values.push(value);
  }
  return values;
}

/** @param {Token[]} tokens @returns {Token[][]} */
function argumentsIn(tokens) {
  /** @type {Token[][]} */
  const all = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === "(") depth += 1;
    if (token.text === ")") depth -= 1;
    if (token.text === "," && depth === 0) all.push([]);
    else all.at(-1)?.push(token);
  }
  return all;
}

/** @param {Token[]} tokens @returns {Value | null} */
function valueOf(tokens) {
  const [first, second] = tokens;
  const text = tokens.map((token) => token.text).join("");
  if (first === undefined) return undefined;
  const date = /^DATE\((\d{4}),(\d{1,2}),(\d{1,2})\)$/.exec(text);
  if (date) return [date[1], date[2]?.padStart(2, "0"), date[3]?.padStart(2, "0")].join("-");
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  if (tokens.length === 1 && first.kind === "text") return first.text.slice(1, -1).replaceAll('""', '"');
  const isNumber = tokens.length === 1 ? first.kind === "number" : text.startsWith("-") && second?.kind === "number";
  return isNumber && tokens.length <= 2 ? Number(text) : null;
}
