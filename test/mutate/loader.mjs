// @ts-check
/** Sources and tests as Jest would load them, but without Jest and in some milliseconds: afresh each time, with one file replaced. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../../tools/process.mjs";

const packages = createRequire(path.join(root, "package.json"));

/** What no mutant touches, and nothing changes, is loaded once. */
const SHARED = /\/src\/(parameters|i18n\/\w+)\/|\/test\/oracle\/(?!.*\.test\.ts$)|\.json$/;

/** @typedef {(exports: any, require: (name: string) => any, module: { exports: any }, jest: any, __dirname: string) => void} Body */
/** @typedef {(file: string) => Body} Bodies of the modules, by their whole path */

/** @param {string} code a CommonJS module @returns {Body} */
export const body = (code) =>
  /** @type {Body} */ (new Function("exports", "require", "module", "jest", "__dirname", code));

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

/** @typedef {Map<string, { exports: any }>} Modules */

/** @type {Modules} */
const shared = new Map();

/** A registry of modules, as Jest has one for each test file. @param {Bodies} bodyOf @returns {(file: string) => any} */
export function loader(bodyOf) {
  /** @type {Modules} */
  let own = new Map();
  /** @type {Map<string, () => any>} */
  const mocks = new Map();

  /** @param {string} file @returns {any} */
  function load(file) {
    const modules = SHARED.test(file) && mocks.size === 0 ? shared : own;
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: /** @type {any} */ ({}) };
    modules.set(file, module);
    if (mocks.has(file)) module.exports = mocks.get(file)?.();
    else if (file.endsWith(".json")) module.exports = JSON.parse(readFileSync(file, "utf8"));
    else {
      const required = (/** @type {string} */ name) =>
        name.startsWith(".") ? load(resolved(file, name)) : packages(name);
      bodyOf(file)(module.exports, required, module, jestOf(file), path.dirname(file));
    }
    return module.exports;
  }

  /** What the tests of the rules use of Jest's own object. @param {string} file */
  const jestOf = (file) => ({
    setTimeout() {},
    /** @param {() => void} run */
    isolateModules(run) {
      const outer = own;
      own = new Map();
      try {
        run();
      } finally {
        own = outer;
      }
    },
    doMock: (/** @type {string} */ name, /** @type {() => any} */ factory) => mocks.set(resolved(file, name), factory),
    dontMock: (/** @type {string} */ name) => mocks.delete(resolved(file, name)),
    requireActual: (/** @type {string} */ name) => load(resolved(file, name)),
  });

  return load;
}
