// @ts-check
/** The printed and worked cases of `test/golden`, each as a call of one function of ours. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../process.mjs";
import { loaded } from "../typescript.mjs";
import { codeOf, definitionOf, errorOf, valueOf } from "./expected.mjs";
/** @import { Definition } from "../../src/definitions/index.js" */
/** @import { Expected, Row } from "./expected.mjs" */

/** @typedef {Readonly<Record<string, unknown>>} Words */
/** @typedef {{ title?: string, url?: string, law?: string, article?: string }} Source */
/** @typedef {{ id: string, kind: "case" | "print" | "edge", function: string, arguments: Words, times?: number, expected: Expected, confidence: string, source: Source }} Vector */
/** @typedef {{ id: string, rule: string, given: Words, expected: unknown, confidence: string, source: Source }} RuleVector */
/** @typedef {{ id: string, function: string, inputs: Words, expected: unknown, confidence: string, lastYear?: number, source: Source }} Case */
/** @typedef {{ parameter: string, from: string, to?: string, printed: string, source: Source }} Printed */

/** @param {string} name @returns {any} */
const golden = (name) => JSON.parse(readFileSync(path.join(root, "test/golden", `${name}.json`), "utf8"));

const { LAST_YEAR } = loaded("src/rules/contributions/index.ts");
const { series } = loaded("src/parameters/index.ts");
const { isoDate } = loaded("src/rules/calendar/index.ts");

/** A case that looks ahead holds on the figures of its time; nobody can ask it on those of today. @param {Case} one */
const holdsToday = ({ lastYear = LAST_YEAR }) => lastYear === LAST_YEAR;

/**
 * @param {string} domain
 * @returns {{ vectors: Vector[], rules: RuleVector[] }}
 */
export function goldenVectors(domain) {
  /** @type {Case[]} */
  const cases = golden(domain).filter(holdsToday).map(withoutBlanks);
  /** @type {Vector[]} */
  const vectors = [];
  /** @type {RuleVector[]} */
  const rules = [];
  for (const one of cases) {
    const vector = vectorOf(one);
    if (vector === undefined) rules.push(ruleOf(one));
    else vectors.push(vector);
  }
  return { vectors: domain === "benefits" ? [...vectors, ...printed()] : vectors, rules };
}

/** A source without article or link has neither. @param {Case} one @returns {Case} */
const withoutBlanks = ({ source, ...one }) => ({
  ...one,
  source: Object.fromEntries(Object.entries(source).filter(([, text]) => text !== "")),
});

/** What no function answers by itself stays as the rule book has it. @param {Case} one @returns {RuleVector} */
const ruleOf = ({ id, function: rule, inputs: given, expected, confidence, source }) => ({
  ...{ id, rule, given, expected, confidence, source },
});

const TOTAL = /^(?:(\d)\*)?(FUND\.TOTAL)\((.+)\)$/;

/** @param {Case} one @returns {Vector | undefined} */
function vectorOf({ id, function: name, inputs, expected, confidence, source }) {
  const shared = { id, kind: /** @type {const} */ ("case"), confidence, source };
  const total = TOTAL.exec(name);
  if (total !== null) {
    const [, times, outer = "", inner = ""] = total;
    const { fund, ...others } = inputs;
    const given = { contribution: { function: inner, arguments: others }, fund };
    const result = valueOf("euro", expected);
    return { ...shared, function: outer, arguments: given, ...(times && { times: Number(times) }), expected: result };
  }
  const definition = definitionOf(name);
  if (definition === undefined) return undefined;
  const { row, ...given } = inputs;
  const code = codeOf(expected);
  const result = code === undefined ? expectedOf(name, definition, expected, row) : errorOf(code, name, given);
  return result && { ...shared, function: name, arguments: given, expected: result };
}

/**
 * @param {string} id
 * @param {Definition} definition
 * @param {unknown} expected
 * @param {unknown} row which row of a table it is: a year, or a quarter as 2024Q3
 * @returns {Expected | undefined} undefined where it is not what the function answers
 */
function expectedOf(id, { shows, also = {}, besides }, expected, row) {
  if (shows === "quarters" || shows === "cells")
    return { list: /** @type {unknown[]} */ (expected).map((one) => valueOf(shows, one)) };
  if (typeof shows === "string") return singleOf(shows, expected);
  const columns = { ...shows, ...also };
  const rowOf = (/** @type {unknown} */ words) => namedRow(columns, /** @type {Words} */ (words));
  if (Array.isArray(expected)) return complete(id, expected.map(rowOf));
  const { rows, count, sums, ...words } = /** @type {Words & { rows?: Words[], count?: number, sums?: Words }} */ (
    expected
  );
  if (besides !== undefined) {
    const { eligible, failed } = words;
    return typeof eligible === "boolean" ? { is: eligible, failed: /** @type {string[]} */ (failed) } : undefined;
  }
  if (rows !== undefined) {
    const byYear = sums && Object.fromEntries(Object.entries(sums).map(([year, sum]) => [year, valueOf("euro", sum)]));
    return { rows: rows.map(rowOf), ...(count !== undefined && { count }), ...(byYear && { sums: byYear }) };
  }
  const which = whichRow(row);
  const names = Object.keys({ ...which, ...words });
  return names.every((name) => name in columns) ? { rows: [rowOf({ ...which, ...words })] } : undefined;
}

/** The rule book says more of some values: their first fact is what the function answers. @param {string} kind @param {unknown} expected */
function singleOf(kind, expected) {
  if (typeof expected !== "object" || expected === null) return valueOf(kind, expected);
  const { status, rate } = /** @type {Words} */ (expected);
  return valueOf(kind, status ?? rate);
}

/** A list in which every row of the answer stands, but for what a table says below it. @param {string} id @param {Row[]} rows */
const complete = (id, rows) => (id === "FUND.COMPARE" ? { rows } : { rows, count: rows.length });

/** @param {unknown} row @returns {Words} */
function whichRow(row) {
  if (row === undefined) return {};
  const [year, quarter] = String(row).split("Q").map(Number);
  return quarter === undefined ? { year } : { year, quarter };
}

/** @param {Readonly<Record<string, string>>} columns @param {Words} words @returns {Row} */
const namedRow = (columns, words) =>
  Object.fromEntries(Object.entries(words).map(([name, value]) => [name, valueOf(columns[name], value)]));

/** Amounts as an article or a page prints them, on the first day and the last. @returns {Vector[]} */
function printed() {
  return golden("printed-benefits").flatMap((/** @type {Printed} */ { parameter, from, to, printed: text, source }) => {
    const { confidence } = series(parameter).find(
      (/** @type {{ from: number }} */ entry) => isoDate(entry.from) === from,
    );
    return [from, ...(to === undefined ? [] : [to])].map((date) => ({
      id: `printed-${parameter}-${date}`,
      kind: /** @type {const} */ ("print"),
      function: "INASTI.PARAMETER",
      arguments: { name: parameter, date },
      expected: { decimal: String(text) },
      ...{ confidence, source },
    }));
  });
}
