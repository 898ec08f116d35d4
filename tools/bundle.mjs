// @ts-check
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import webpack from "webpack";
import { root } from "./process.mjs";
import { minimizer, transpile } from "./swc.cjs";

/**
 * Builds a TypeScript entry as one CommonJS file for Node, minified as the add-in is, and loads it.
 *
 * @param {string} entry from the project's root
 * @param {string} output below build/
 * @param {import("webpack").RuleSetRule[]} [rules]
 * @returns {Promise<any>}
 */
export async function bundled(entry, output, rules = []) {
  const file = path.join(root, "build", output);
  /** @type {import("webpack").Configuration} */
  const configuration = {
    mode: "production",
    target: "node20",
    context: root,
    entry: `./${entry}`,
    output: { path: path.dirname(file), filename: path.basename(file), library: { type: "commonjs2" } },
    resolve: { extensions: [".ts", ".js"] },
    optimization: { minimizer: minimizer() },
    module: { rules: [{ test: /\.ts$/, loader: "swc-loader", options: transpile(false) }, ...rules] },
  };
  const stats = await promisify(
    /** @type {(c: typeof configuration, done: (error: any, stats: any) => void) => void} */ (webpack),
  )(configuration);
  if (stats.hasErrors()) throw new Error(stats.toString("errors-only"));
  return createRequire(import.meta.url)(file);
}
