// @ts-check
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { DuckDBInstance } from "@duckdb/node-api";

/**
 * An engine that runs, and what it says in a way of its own.
 *
 * @typedef {object} Opened
 * @property {import("../../../src/sql/index.js").Engine} engine
 * @property {(...statements: readonly string[]) => Promise<void>} run
 * @property {(query: string) => Promise<(number | null)[][]>} rows
 * @property {(query: string) => Promise<(string | null)[][]>} texts
 * @property {(of: string, by: number) => string} whole quotient of whole numbers, cut off
 * @property {(from: number, to: number) => string} range numbers as a table with a column `n`
 * @property {(cents: string) => string} euro
 * @property {readonly string[]} doubles what makes a table of members whose income is a double, where the column is not one that holds any
 * @property {(of: string) => string} text
 * @property {(of: string) => string} number
 * @property {() => Promise<void>} close
 */

const number = (/** @type {unknown} */ one) => (one === null || one === "" || one === "\\N" ? null : Number(one));

const text = (/** @type {unknown} */ one) => (one === null ? null : String(one));

/** @returns {Promise<Opened>} */
export async function duckdb() {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return {
    engine: "duckdb",
    run: async (...statements) => {
      for (const statement of statements) await connection.run(statement);
    },
    rows: async (query) => (await connection.runAndReadAll(query)).getRowsJS().map((row) => row.map(number)),
    texts: async (query) => (await connection.runAndReadAll(query)).getRowsJS().map((row) => row.map(text)),
    whole: (of, by) => `(${of} // ${by})`,
    range: (from, to) => `(SELECT range AS n FROM range(${from}, ${to}))`,
    doubles: [
      "CREATE OR REPLACE TABLE inasti_member (member VARCHAR, category VARCHAR, year INTEGER, quarter INTEGER, income DOUBLE, income_given VARCHAR, income_n3 DOUBLE, fee_rate DOUBLE)",
    ],
    euro: (cents) => `${cents} * 0.01`,
    text: (of) => `CAST(${of} AS VARCHAR)`,
    number: (of) => `CAST(${of} AS BIGINT)`,
    close: () => Promise.resolve(connection.closeSync()),
  };
}

/** Where Debian and others keep the server's programs. */
function serverPrograms() {
  const home = "/usr/lib/postgresql";
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => path.join(home, version, "bin"))
    .find((one) => existsSync(path.join(one, "initdb")));
  if (found === undefined) throw new Error("no PostgreSQL server on this machine (Debian: postgresql)");
  return found;
}

/** PostgreSQL refuses to run as root. @returns {{ uid?: number, gid?: number }} */
function nobody() {
  if (process.getuid?.() !== 0) return {};
  const id = (/** @type {string} */ flag) => Number(spawnSync("id", [flag, "nobody"]).stdout.toString());
  return { uid: id("-u"), gid: id("-g") };
}

/** A cluster of its own, gone afterwards. @returns {Promise<Opened>} */
export async function postgresql() {
  const programs = serverPrograms();
  const as = nobody();
  const home = mkdtempSync(path.join(tmpdir(), "statut-sql-"));
  if (as.uid !== undefined) chownSync(home, as.uid, as.gid ?? 0);
  const program = (/** @type {string} */ name, /** @type {string[]} */ args) => {
    const { status, stderr } = spawnSync(path.join(programs, name), args, {
      ...as,
      cwd: home,
      env: { ...process.env, HOME: home },
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (status !== 0) throw new Error(`${name}: ${stderr?.toString()}`);
  };
  const data = path.join(home, "data");
  program("initdb", ["-D", data, "-A", "trust", "-U", "proof", "-E", "UTF8", "--no-sync"]);
  writeFileSync(path.join(home, "log"), "");
  if (as.uid !== undefined) chownSync(path.join(home, "log"), as.uid, as.gid ?? 0);
  program("pg_ctl", [
    "-D",
    data,
    "-w",
    "-l",
    path.join(home, "log"),
    "-o",
    `-c listen_addresses= -c fsync=off -c max_wal_size=8GB -k ${home}`,
    "start",
  ]);
  /** @param {string} input @returns {Promise<string>} */
  const psql = async (input) => {
    const child = spawn("psql", [
      "-h",
      home,
      "-U",
      "proof",
      "-d",
      "postgres",
      "-q",
      "-v",
      "ON_ERROR_STOP=1",
      "-f",
      "-",
    ]);
    /** @type {Buffer[]} */
    const out = [];
    /** @type {Buffer[]} */
    const errors = [];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => errors.push(chunk));
    child.stdin.end(input);
    const [code] = await once(child, "close");
    if (code !== 0) throw new Error(Buffer.concat(errors).toString());
    return Buffer.concat(out).toString();
  };
  const copied = async (/** @type {string} */ query) =>
    (await psql(`COPY (${query}) TO STDOUT;\n`))
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split("\t"));
  return {
    engine: "postgresql",
    run: async (...statements) => void (await psql(statements.map((one) => `${one};\n`).join(""))),
    rows: async (query) => (await copied(query)).map((row) => row.map(number)),
    // Its text format doubles what escapes.
    texts: async (query) =>
      (await copied(query)).map((row) => row.map((one) => (one === "\\N" ? null : one.replaceAll("\\\\", "\\")))),
    whole: (of, by) => `(${of} / ${by})`,
    range: (from, to) => `(SELECT CAST(n AS bigint) AS n FROM generate_series(${from}, ${to - 1}) AS g (n))`,
    doubles: [],
    euro: (cents) => `${cents} * 0.01`,
    text: (of) => `CAST(${of} AS text)`,
    number: (of) => `CAST(${of} AS bigint)`,
    close: async () => {
      program("pg_ctl", ["-D", data, "-m", "immediate", "stop"]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** ClickHouse as a library of Python. @param {string} python @returns {Promise<Opened>} */
export async function clickhouse(python) {
  const child = spawn(python, [path.join(import.meta.dirname, "clickhouse.py")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  /** @param {readonly string[]} statements @returns {Promise<unknown[][]>} */
  const ask = async (statements) => {
    child.stdin.write(`${JSON.stringify(statements)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error("ClickHouse ended");
    return JSON.parse(value);
  };
  return {
    engine: "clickhouse",
    run: async (...statements) => void (await ask(statements)),
    rows: async (query) => (await ask([query])).map((row) => row.map(number)),
    texts: async (query) => (await ask([query])).map((row) => row.map(text)),
    whole: (of, by) => `intDiv(${of}, ${by})`,
    range: (from, to) => `(SELECT toInt64(number) + ${from} AS n FROM numbers(${to - from}))`,
    doubles: [
      "CREATE OR REPLACE TABLE inasti_member (member String, category String, year Int32, quarter Int32, income Nullable(Float64), income_given Nullable(String), income_n3 Nullable(Float64), fee_rate Nullable(Float64)) ENGINE = MergeTree ORDER BY tuple()",
    ],
    euro: (cents) => `toDecimal64(${cents}, 6) / 100`,
    text: (of) => `toString(${of})`,
    number: (of) => `toInt64(${of})`,
    close: async () => {
      child.stdin.end();
      await once(child, "close");
    },
  };
}
