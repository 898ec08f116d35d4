// @ts-check
/** What a function must answer, as the text of a file that no program reads in two ways. */
import { loaded } from "../typescript.mjs";
/** @import { Definition } from "../../src/definitions/index.js" */

/**
 * @typedef {{ cents: number } | { decimal: string, rounded?: true } | { date: string } | { is: boolean } | { word: string } | { blank: true } | { error: { code: string, key?: string } }} Value
 * @typedef {Readonly<Record<string, Value>>} Row
 * @typedef {Value | { list: Value[] } | { rows: Row[], count?: number, sums?: Readonly<Record<string, Value>> } | { is: boolean, failed: string[] }} Expected
 */

/** @type {Readonly<Record<string, Definition>>} */
const DEFINITIONS = loaded("src/definitions/index.ts").DEFINITIONS;
const { asked } = loaded("packages/core/src/function.ts");
const { isRefusal } = loaded("packages/core/src/refusal.ts");
const { english } = loaded("packages/core/src/english.ts");
/** @type {Readonly<Record<string, string>>} */
const ROWS = loaded("src/i18n/en/messages.json").row;
const { holdAll } = loaded("packages/core/src/all-figures.ts");

/** The definition of a function; none for a rule behind functions. @param {string} id */
export const definitionOf = (id) => (Object.hasOwn(DEFINITIONS, id) ? DEFINITIONS[id] : undefined);

/** @param {string} code */
const isCode = (code) => code.startsWith("#");

/** The code of an expected error, in either spelling of the rule book. @param {unknown} expected @returns {string | undefined} */
export function codeOf(expected) {
  if (typeof expected === "string") return isCode(expected) ? expected : undefined;
  return /** @type {{ error?: string } | null} */ (expected)?.error;
}

/**
 * An expected error with the name of its reason. A source knows no names of ours, so this one word is ours; the code must be the source's.
 *
 * @param {string} code
 * @param {string} id
 * @param {Readonly<Record<string, unknown>>} given
 * @returns {Value}
 */
export function errorOf(code, id, given) {
  const definition = definitionOf(id);
  if (definition === undefined) throw new Error(`${id}: no function`);
  holdAll();
  const cells = Object.keys(definition.takes).map((name) => given[name]);
  const answer = asked(definition, cells, { language: english });
  if (!isRefusal(answer) || answer.code !== code) throw new Error(`${id} ${JSON.stringify(given)}: not ${code}`);
  return { error: { code, key: answer.key } };
}

/** Kinds whose last decimals a source rounds. */
const ROUNDED = new Set(["ratio"]);
const LAST_DECIMAL = /\.\d{6,}$/;
const EURO = new Set(["euro", "euro-or-word", "exact", "cells"]);
const YES = new Set(["met", "yes"]);
const WORDS = new Set(["text", "category", "condition", "law", "article", "step", "domain", "confidence"]);

/**
 * A value as a source has it, by the kind of what shows it.
 *
 * @param {string | undefined} kind
 * @param {unknown} value
 * @returns {Value}
 */
export function valueOf(kind, value) {
  if (value === null || value === "") return { blank: true };
  if (typeof value === "boolean") return { is: value };
  const text = String(value);
  if (typeof value === "string" && isCode(value)) return { error: { code: value } };
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { date: text };
  // A month goes by its first day.
  if (kind === "date" && /^\d{4}-\d\d$/.test(text)) return { date: `${text}-01` };
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return { word: kind === "row" ? rowNamed(text) : text };
  if (kind !== undefined && (WORDS.has(kind) || YES.has(kind))) return { word: text };
  if (kind !== undefined && EURO.has(kind)) return centsOf(text);
  return {
    decimal: text,
    ...(kind !== undefined && ROUNDED.has(kind) && LAST_DECIMAL.test(text) && { rounded: true }),
  };
}

/** A row that is no year, which the rule book names as its cell does. @param {string} text */
function rowNamed(text) {
  const found = Object.entries(ROWS).find(([, name]) => name === text);
  if (found === undefined) throw new Error(`no row “${text}”`);
  return found[0];
}

/** @param {string} text @returns {Value} */
function centsOf(text) {
  const [whole = "", decimals = ""] = text.split(".");
  if (decimals.length > 2) return { decimal: text };
  return { cents: Number(`${whole}${decimals.padEnd(2, "0")}`) };
}
