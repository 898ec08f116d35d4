// @ts-check
import { readFileSync } from "node:fs";
import path from "node:path";
import { compileFunction } from "node:vm";
import { root } from "./process.mjs";

/** An error of a cell: the code that Excel shows, and the sentence. */
export class CellError extends Error {
  /** @param {string} code @param {string} [message] */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  invalidNumber: "#NUM!",
  divisionByZero: "#DIV/0!",
  nullReference: "#NULL!",
};

/** @typedef {Map<string, (...args: any[]) => any>} Functions */

const bundle = path.join(root, "dist/functions.js");

/**
 * The functions of the built add-in, by id, as a host without pane has them.
 *
 * @param {string} [source]
 * @returns {Functions}
 */
export function loadFunctions(source = readFileSync(bundle, "utf8")) {
  /** @type {Functions} */
  const functions = new Map();
  const associate = (/** @type {string} */ id, /** @type {(...args: any[]) => any} */ f) => functions.set(id, f);
  compileFunction(source, ["CustomFunctions"], { filename: "functions.js" })({
    associate,
    Error: CellError,
    ErrorCode,
  });
  return functions;
}
