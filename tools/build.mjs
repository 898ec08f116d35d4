// @ts-check
/**
 * `npm run build`: the add-in, in dist/. `--origin https://host/path/` names the address at which it will be served; the pages
 * are the same for each, but manifest and metadata lead to it.
 */
import path from "node:path";
import { promisify } from "node:util";
import { parseArgs } from "node:util";
import webpack from "webpack";
import configurations from "../webpack.config.js";
import { DEVELOPMENT_URL, originOf } from "./origin.mjs";
import { isStarted } from "./process.mjs";

/**
 * @param {("addin" | "workbench")[]} names of configurations
 * @param {Parameters<typeof configurations>[0]} [env]
 */
export async function build(names, env) {
  const wanted = configurations(env, { mode: "production" }).filter(({ name }) => names.some((each) => each === name));
  const run = /** @type {(c: typeof wanted, done: (error: any, stats?: webpack.MultiStats) => void) => void} */ (
    webpack
  );
  const stats = await promisify(run)(wanted);
  if (stats?.hasErrors()) throw new Error(stats.toString("errors-only"));
}

async function main() {
  const { values } = parseArgs({ options: { origin: { type: "string" } } });
  const origin = values.origin === undefined ? DEVELOPMENT_URL : originOf(values.origin);
  await build(["addin"], { origin });
  const next = values.origin === undefined ? "; for a server: npm run package -- --origin https://host/path/" : "";
  console.log(`dist${path.sep} is for ${origin}${next}`);
}

if (isStarted(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
