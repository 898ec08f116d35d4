// @ts-check
/**
 * `npm run proof:sql`: the scripts of `npm run sql` on ten million rows in DuckDB, PostgreSQL, ClickHouse and Spark, against the rules and the
 * oracle; and how long doubles, DuckDB and INASTI.BATCH take for the same rows. What an engine needs is fetched into `build/proof-sql`; one that
 * cannot be had is left out, and said. `npm run proof:sql -- spark` runs one of them, `--rows 1000000` fewer rows.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../../../tools/process.mjs";
import { loaded } from "../../../tools/typescript.mjs";
import { clickhouse, duckdb, postgresql } from "./engines.mjs";
import { ratios } from "./ratios.mjs";
import { proveRows, rows as shared } from "./rows.mjs";
import { spark } from "./spark.mjs";

const FOLDER = path.join(root, "build/proof-sql");
const LAW = path.join(FOLDER, "law");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: "string", default: "10000000" } },
});
const rows = Number(values.rows);
const sizes = [rows / 10, (rows * 3) / 10, rows];

mkdirSync(FOLDER, { recursive: true });
/** @type {typeof import("../../../packages/cli/src/sql/files.js")} */
const { writeLaw } = loaded("packages/cli/src/sql/files.ts");
await writeLaw(shared.law, ["spark"], "", LAW);

/** Python with packages of its own, or why there is none. @param {string[]} packages @returns {string} */
function python(packages) {
  const home = path.join(FOLDER, "venv");
  const program = path.join(home, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  if (!existsSync(program)) execFileSync("python3", ["-m", "venv", home], { stdio: "inherit" });
  const has = (/** @type {string} */ name) => spawnSync(program, ["-c", `import ${name}`]).status === 0;
  const missing = packages.filter((name) => !has(name));
  if (missing.length > 0) execFileSync(program, ["-m", "pip", "install", "--quiet", ...missing], { stdio: "inherit" });
  return program;
}

/** @type {Record<string, () => Promise<number>>} differences found, by what is proven */
const PROOFS = {
  duckdb: async () => proveRows(await duckdb(), sizes),
  postgresql: async () => proveRows(await postgresql(), sizes),
  clickhouse: async () => proveRows(await clickhouse(python(["chdb"])), sizes),
  spark: () => spark({ python: python(["pyspark"]), folder: FOLDER, law: LAW, sizes }),
  ratios: () => ratios({ python: python(["numpy"]), folder: FOLDER, rows }),
};

let different = 0;
for (const [name, prove] of Object.entries(PROOFS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  try {
    different += await prove();
  } catch (error) {
    // Asked for by name, an engine that is not there is a failure.
    if (positionals.includes(name)) throw error;
    console.log(`${name}: left out: ${/** @type {Error} */ (error).message.split("\n")[0]}`);
  }
}
console.log(`${different} differences`);
process.exitCode = different === 0 ? 0 : 1;
