// @ts-check
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { loadFunctions } from "../../../tools/load-functions.mjs";
import { root } from "../../../tools/process.mjs";
import { loaded } from "../../../tools/typescript.mjs";
import { rows as shared } from "./rows.mjs";

/** @type {typeof import("../../../src/sql/index.js")} */
const { scriptsOf } = loaded("src/sql/index.ts");

const CHUNK = 2_048;
const CATEGORY = "principal";
const YEAR = 2026;

/**
 * The same incomes of a main occupation in 2026 by DuckDB, by INASTI.BATCH and by doubles: seconds, and the cents of each against BATCH.
 *
 * @param {{ python: string, folder: string, rows: number }} given
 */
export async function ratios({ python, folder, rows }) {
  if (!existsSync(path.join(root, "dist/functions.js"))) throw new Error("the add-in is not built (npm run build)");
  const incomes = Float64Array.from({ length: rows }, (_, n) => shared.member(n).income / 100);

  const batch = /** @type {(...cells: unknown[]) => number[][]} */ (loadFunctions().get("INASTI.BATCH"));
  const cents = new Float64Array(rows);
  let began = performance.now();
  for (let from = 0; from < rows; from += CHUNK) {
    const some = batch(
      Array.from(incomes.subarray(from, from + CHUNK), (one) => [one]),
      CATEGORY,
      YEAR,
      null,
    );
    for (let n = 0; n < some.length; n++) cents[from + n] = Math.round(some[n]?.[0] * 100);
  }
  const ofBatch = (performance.now() - began) / 1000;

  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const { law, inputs, views } = scriptsOf("duckdb", shared.law);
  const { income } = shared.memberSql((of, by) => `(${of} // ${by})`);
  for (const statement of [...law, ...inputs, ...views]) await connection.run(statement);
  await connection.run(
    `INSERT INTO inasti_member (member, category, year, quarter, income) SELECT n, '${CATEGORY}', ${YEAR}, 1, (${income}) * 0.01 FROM range(${rows}) AS r (n)`,
  );
  began = performance.now();
  await connection.run(
    "CREATE TABLE result AS SELECT CAST(member AS BIGINT) AS n, quarterly_cents FROM inasti_quarter",
  );
  const ofDuckdb = (performance.now() - began) / 1000;
  const [found] = (await connection.runAndReadAll("SELECT quarterly_cents FROM result ORDER BY n")).getColumns();
  connection.closeSync();
  const wrongDuckdb = cents.reduce((wrong, one, n) => wrong + (Number(found?.[n]) === one ? 0 : 1), 0);

  const [source, target] = ["incomes.bin", "doubles.bin"].map((name) => path.join(folder, name));
  writeFileSync(/** @type {string} */ (source), incomes);
  const ofDoubles = Number(
    execFileSync(python, [
      path.join(import.meta.dirname, "doubles.py"),
      /** @type {string} */ (source),
      /** @type {string} */ (target),
    ]),
  );
  const bytes = readFileSync(/** @type {string} */ (target));
  const doubles = new Float64Array(bytes.buffer, bytes.byteOffset, rows);
  const wrongDoubles = cents.reduce((wrong, one, n) => wrong + (doubles[n] === one ? 0 : 1), 0);

  const line = (/** @type {string} */ name, /** @type {number} */ seconds, /** @type {number} */ wrong) =>
    console.log(
      `ratios: ${name}: ${seconds.toFixed(2)} s for ${rows.toLocaleString("en")} rows, ${(seconds / ofDuckdb).toFixed(2)} × DuckDB, ${wrong.toLocaleString("en")} wrong cents`,
    );
  line("DuckDB, result written", ofDuckdb, wrongDuckdb);
  line("INASTI.BATCH", ofBatch, 0);
  line("doubles of a data frame", ofDoubles, wrongDoubles);
  return wrongDuckdb;
}
