// @ts-check
/** TypeScript modules as ES modules of a package, one by one: whoever bundles them keeps those that he uses. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { transformSync } from "@swc/core";
import ts from "typescript";
import { root } from "../process.mjs";
import { transpile } from "../swc.cjs";

/** @type {import("@swc/core").Options} */
const options = { ...transpile(false), module: { type: "es6" } };

/** A program has no page, and figures of its own domains only. */
/** @type {Readonly<Record<string, string>>} */
const INSTEAD = {
  "src/page/shared.ts": "packages/core/src/state.ts",
  "src/parameters/compiled/index.ts": "packages/core/src/tables.ts",
};

/** Below the package, where its modules stand as in the project. */
const LIBRARY = "lib";

/** Where a module of the project stands in a package. @param {string} file from the project's root */
export const placeOf = (file) => `./${LIBRARY}/${file.replace(/\.ts$/, "").replace(/\.json$/, ".json")}.js`;

/**
 * Writes modules, and all that they import.
 *
 * @param {readonly string[]} entries from the project's root
 * @param {string} directory of the package
 * @returns {Set<string>} the packages that they import
 */
export function writeModules(entries, directory) {
  /** @type {Set<string>} */
  const packages = new Set();
  /** @type {Set<string>} */
  const done = new Set();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (done.has(file)) continue;
    done.add(file);
    const { code, modules, others } = moduleOf(file);
    waiting.push(...modules);
    for (const other of others) packages.add(other);
    const target = path.join(directory, placeOf(file));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  return packages;
}

/**
 * @param {string} file from the project's root
 * @returns {{ code: string, modules: string[], others: string[] }} what it imports of ours, and of others
 */
function moduleOf(file) {
  const text = readFileSync(path.join(root, file), "utf8");
  if (file.endsWith(".json")) return { code: `export default ${text.trim()};\n`, modules: [], others: [] };
  const { code } = transformSync(text, { ...options, filename: file });
  /** @type {string[]} */
  const modules = [];
  /** @type {string[]} */
  const others = [];
  let written = "";
  let at = 0;
  // Of the result: types are gone, and with them what only they need.
  for (const { fileName, pos, end } of ts.preProcessFile(code, true, true).importedFiles) {
    if (!fileName.startsWith(".")) {
      others.push(fileName);
      continue;
    }
    const found = resolved(path.posix.join(path.posix.dirname(file), fileName));
    modules.push(found);
    // The place of a specifier begins at its quote, and ends behind the text.
    const start = code.indexOf(fileName, pos);
    written += code.slice(at, start) + relative(file, found);
    at = start + fileName.length;
    if (start > end) throw new Error(`${file}: ${fileName} is not where it was found`);
  }
  return { code: written + code.slice(at), modules, others };
}

/** What a module of the project imports of it, types apart. @param {string} file from the project's root */
export const importsOf = (file) => moduleOf(file).modules;

/** @param {string} base from the project's root */
function resolved(base) {
  const candidates = [base, `${base}.ts`, path.posix.join(base, "index.ts")];
  const found = candidates.find((one) => /\.(ts|json)$/.test(one) && existsSync(path.join(root, one)));
  if (found === undefined) throw new Error(`no module ${base}`);
  return INSTEAD[found] ?? found;
}

/** @param {string} from @param {string} to */
function relative(from, to) {
  const way = path.posix.relative(path.posix.dirname(placeOf(from)), placeOf(to));
  return way.startsWith(".") ? way : `./${way}`;
}
