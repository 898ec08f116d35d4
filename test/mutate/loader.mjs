// @ts-check
/** The sources as they stand, or with one file replaced, loaded afresh without a bundler: some milliseconds a load. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import ts from "typescript";
import { root } from "../../tools/process.mjs";

const packages = createRequire(path.join(root, "package.json"));

/** What no mutant touches is loaded once. */
const SHARED = /\/src\/(parameters|i18n\/\w+\/|i18n\/words)|\/test\/(?!mutate\/checks)|\.json$/;

/** @typedef {(exports: any, require: (name: string) => any, module: { exports: any }) => void} Body */

/** @type {Map<string, Body>} */
const bodies = new Map();
/** @type {Map<string, any>} */
const shared = new Map();

/** @param {string} file @returns {Body} */
function bodyOf(file) {
  const known = bodies.get(file);
  if (known) return known;
  const body = compiled(readFileSync(file, "utf8"));
  bodies.set(file, body);
  return body;
}

/** @param {string} text @returns {Body} */
function compiled(text) {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true },
  });
  return /** @type {Body} */ (new Function("exports", "require", "module", outputText));
}

/** @type {Map<string, string>} */
const places = new Map();

/** @param {string} from @param {string} name */
function resolved(from, name) {
  const base = path.resolve(path.dirname(from), name);
  const known = places.get(base);
  if (known) return known;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, path.join(base, "index.ts")];
  const file = candidates.find((one) => path.extname(one) !== "" && existsSync(one));
  if (file === undefined) throw new Error(`${from}: cannot find ${name}`);
  places.set(base, file);
  return file;
}

/**
 * @param {{ file: string, text: string }} [replaced] a file by its whole path, and what stands in it instead
 * @returns {(name: string) => any} loads a module by its path from the root
 */
export function loader(replaced) {
  /** @type {Map<string, any>} */
  const own = new Map();

  /** @param {string} file @returns {any} */
  function load(file) {
    const known = own.get(file) ?? shared.get(file);
    if (known) return known.exports;
    const module = { exports: /** @type {any} */ ({}) };
    (SHARED.test(file) ? shared : own).set(file, module);
    if (file.endsWith(".json")) {
      module.exports = JSON.parse(readFileSync(file, "utf8"));
      return module.exports;
    }
    const body = replaced?.file === file ? compiled(replaced.text) : bodyOf(file);
    body(module.exports, (/** @type {string} */ name) => required(file, name), module);
    return module.exports;
  }

  /** @param {string} from @param {string} name */
  function required(from, name) {
    if (!name.startsWith(".")) return packages(name);
    return load(resolved(from, name));
  }

  return (name) => load(path.join(root, name));
}
