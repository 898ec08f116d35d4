// @ts-check
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { root } from "./process.mjs";

/**
 * Loads a TypeScript module that imports no more than its neighbours, at once: without a bundle.
 *
 * @param {string} file from the project's root
 * @returns {any}
 */
export function loaded(file) {
  const { outputText } = ts.transpileModule(readFileSync(path.join(root, file), "utf8"), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  const module = { exports: {} };
  /** @param {string} name */
  const neighbour = (name) => {
    const other = path.join(path.dirname(file), name);
    return other.endsWith(".json") ? JSON.parse(readFileSync(path.join(root, other), "utf8")) : loaded(`${other}.ts`);
  };
  new Function("module", "exports", "require", outputText)(module, module.exports, neighbour);
  return module.exports;
}
