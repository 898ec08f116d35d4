// @ts-check
/**
 * What workbooks count on, written down when a version is given out: the functions with their parameters, in
 * `test/tools/released-signatures.json`.
 *
 *   node tools/signatures.mjs [--root <project whose functions are written down>]
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { isStarted, root as ownRoot } from "./process.mjs";

/**
 * @typedef {object} Parameter
 * @property {string} name
 * @property {string} type
 * @property {string} [dimensionality]
 * @property {boolean} [optional]
 */

/**
 * @typedef {object} Metadata
 * @property {{ id: string, parameters: Parameter[], result: { dimensionality?: string } }[]} functions
 */

/** @param {Parameter} parameter */
const written = ({ name, type, dimensionality, optional }) =>
  `${name}${optional ? "?" : ""}: ${type}${dimensionality === "matrix" ? "[][]" : ""}`;

/**
 * The functions by their ids.
 * @param {Metadata} metadata
 */
export const signaturesOf = ({ functions }) =>
  Object.fromEntries(
    [...functions]
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ id, parameters, result }) => [
        id,
        { spills: result.dimensionality === "matrix", parameters: parameters.map(written) },
      ]),
  );

async function main() {
  const { values } = parseArgs({ options: { root: { type: "string" } } });
  const root = path.resolve(values.root ?? ownRoot);
  /** @param {string} file @returns {unknown} */
  const read = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8"));
  const { version } = /** @type {{ version: string }} */ (read("package.json"));
  const functions = signaturesOf(/** @type {Metadata} */ (read("build/metadata/functions.json")));
  const file = path.join(ownRoot, "test/tools/released-signatures.json");
  const { format, resolveConfig } = await import("prettier");
  const options = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify({ version, functions }), { ...options, parser: "json" }));
  console.log(`${Object.keys(functions).length} functions of ${version}`);
}

if (isStarted(import.meta.url)) await main();
