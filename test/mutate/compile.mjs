// @ts-check
/** What the workers load: sources and tests as JavaScript, and the rules also made to tell which of their functions are entered. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { transformSync } from "@swc/core";
import ts from "typescript";
import { root } from "../../tools/process.mjs";
import swc from "../../tools/swc.cjs";
import { filesOf } from "./files.mjs";

/** @param {string} file @param {string} text */
export const compiled = (file, text) =>
  transformSync(text, { ...swc.transpile(file.endsWith("x")), module: { type: "commonjs" } }).code;

/** @typedef {{ start: number, end: number, body: ts.ConciseBody }} Span */

/** @param {string} source @returns {Span[]} the functions, the outer before those within */
function functionsOf(source) {
  /** @type {Span[]} */
  const spans = [];
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  /** @param {ts.Node} node */
  function visit(node) {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      spans.push({ start: node.getStart(file), end: node.end, body: node.body });
    }
    ts.forEachChild(node, visit);
  }
  visit(file);
  return spans;
}

/** @param {string} file @param {Span} span */
const placeOf = (file, { start }) => `${file}:${start}`;

/** The innermost function at an offset, or the file where there is none. @param {string} file @param {string} source */
export function placesOf(file, source) {
  const spans = functionsOf(source);
  return (/** @type {number} */ at) => {
    const inner = spans.findLast(({ start, end }) => start <= at && at < end);
    return inner ? placeOf(file, inner) : file;
  };
}

/** @param {string} file @param {string} source */
function watched(file, source) {
  const tells = (/** @type {string} */ place) => `entered.add(${JSON.stringify(place)})`;
  const insertions = functionsOf(source).flatMap((span) => {
    const { body } = span;
    const told = tells(placeOf(file, span));
    if (ts.isBlock(body)) return [{ at: body.getStart() + 1, text: `${told};` }];
    return [
      { at: body.getStart(), text: `(${told}, ` },
      { at: body.end, text: ")" },
    ];
  });
  return insertions
    .sort((one, other) => other.at - one.at)
    .reduce((text, { at, text: told }) => text.slice(0, at) + told + text.slice(at), `${source}\n${tells(file)};`);
}

/** @typedef {{ plain: Map<string, string>, watched: Map<string, string> }} Code by whole path */

/** @param {string} rules their folder @returns {Code} */
export function code(rules) {
  const files = [...filesOf("src"), ...filesOf("test")].filter((file) => /\.tsx?$/.test(file));
  const texts = files.map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));
  const whole = (/** @type {string} */ file) => path.join(root, file);
  return {
    plain: new Map(texts.map(({ file, text }) => [whole(file), compiled(file, text)])),
    watched: new Map(
      texts
        .filter(({ file }) => file.startsWith(`${rules}/`))
        .map(({ file, text }) => [whole(file), compiled(file, watched(file, text))]),
    ),
  };
}
