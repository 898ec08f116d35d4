import { DuckDBInstance } from "@duckdb/node-api";
import { Database } from "node-sqlite3-wasm";
import { type Engine, type Law, scriptsOf } from "../../src/sql";

type Cell = string | number | null;

/** An engine that runs here, with the law and the views in it. */
export interface Opened {
  readonly engine: Engine;
  readonly run: (...statements: readonly string[]) => Promise<void>;
  /** Whole numbers as numbers. */
  readonly rows: (query: string) => Promise<Cell[][]>;
  /** The first column. */
  readonly column: (query: string) => Promise<Cell[]>;
  /** The quotient of whole numbers, cut off. */
  readonly whole: (of: string, by: number) => string;
  /** Numbers from 0 on, as a table with a column `n`. */
  readonly range: (count: number) => string;
}

const plain = (value: unknown): Cell => (typeof value === "bigint" ? Number(value) : (value as Cell));

async function duckdb(): Promise<Opened> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return {
    engine: "duckdb",
    run: async (...statements) => {
      for (const statement of statements) await connection.run(statement);
    },
    rows: async (query) => (await connection.runAndReadAll(query)).getRowsJS().map((row) => row.map(plain)),
    column: async (query) => (await connection.runAndReadAll(query)).getColumnsJS()[0]!.map(plain),
    whole: (of, by) => `(${of} // ${by})`,
    range: (count) => `(SELECT range AS n FROM range(${count}))`,
  };
}

function sqlite(): Opened {
  const database = new Database();
  const all = (query: string): unknown[][] =>
    database.all(query).map((row) => Object.values(row as Record<string, unknown>));
  return {
    engine: "sqlite",
    run: (...statements) => {
      for (const statement of statements) database.exec(statement);
      return Promise.resolve();
    },
    rows: (query) => Promise.resolve(all(query).map((row) => row.map(plain))),
    column: (query) => Promise.resolve(all(query).map(([one]) => plain(one))),
    whole: (of, by) => `(${of} / ${by})`,
    range: (count) =>
      `(WITH RECURSIVE r(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM r WHERE n < ${count - 1}) SELECT n FROM r)`,
  };
}

const OPENED = { duckdb, sqlite };
export const RUN = Object.keys(OPENED) as (keyof typeof OPENED)[];

/** A new database, all scripts run in it. */
export async function opened(engine: keyof typeof OPENED, law: Law): Promise<Opened> {
  const database = await OPENED[engine]();
  const { law: tables, functions, inputs, views } = scriptsOf(engine, law);
  await database.run(...tables, ...functions, ...inputs, ...views);
  return database;
}
