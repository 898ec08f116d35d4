// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { transformSync } from "@swc/core";
import { root as ownRoot } from "./process.mjs";
import { transpile } from "./swc.cjs";

const packages = createRequire(import.meta.url);
const options = { ...transpile(false), module: /** @type {const} */ ({ type: "commonjs" }) };

/** @type {Map<string, { exports: any }>} */
const modules = new Map();

/**
 * Loads a TypeScript module with all that it imports, at once: without a bundle.
 *
 * @param {string} file from the project's root
 * @param {string} [root]
 * @returns {any}
 */
export const loaded = (file, root = ownRoot) => moduleAt(path.join(root, file));

/** @param {string} file @returns {any} */
function moduleAt(file) {
  const known = modules.get(file);
  if (known) return known.exports;
  const module = { exports: /** @type {any} */ ({}) };
  modules.set(file, module);
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".json")) {
    module.exports = JSON.parse(text);
    return module.exports;
  }
  const { code } = transformSync(text, options);
  const required = (/** @type {string} */ name) =>
    name.startsWith(".") ? moduleAt(resolved(path.resolve(path.dirname(file), name))) : packages(name);
  new Function("module", "exports", "require", code)(module, module.exports, required);
  return module.exports;
}

/** @param {string} base */
function resolved(base) {
  const found = [base, `${base}.ts`, path.join(base, "index.ts")].find((one) => /\.\w+$/.test(one) && existsSync(one));
  if (found === undefined) throw new Error(`no module ${base}`);
  return found;
}
