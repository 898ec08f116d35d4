import type { ColumnType } from "./relation";

/** The engines for which scripts are written. */
export const ENGINES = ["duckdb", "spark", "postgresql", "sqlite", "clickhouse", "bigquery", "snowflake"] as const;
export type Engine = (typeof ENGINES)[number];

/** What an engine says in a way of its own. Everything else is SQL that all of them read. */
export interface Dialect {
  readonly title: string;
  readonly types: Readonly<Record<ColumnType, string>>;
  /** A column that may hold nothing; of most engines each may. */
  readonly nullable?: (type: string) => string;
  /** A quotient of whole numbers without what is behind the point; the divisor is positive. */
  readonly truncated: (of: string, by: string) => string;
  /** A number of euro, or a fraction, as whole parts of which `parts` make one; half up as decimals, away from zero below it. */
  readonly parts: (of: string, parts: number) => string;
  /** Whole cents as euro. */
  readonly euro: (cents: string) => string;
  /** The quotient of two whole numbers, as a fraction. */
  readonly fraction: (of: string, by: string) => string;
  /** What is a whole number, as one of 64 bits. */
  readonly whole: (of: string) => string;
  /** A number as text. */
  readonly text: (of: string) => string;
  /** The columns of a caller's amounts and rates. */
  readonly input: { readonly euro: string; readonly rate: string };
  readonly view: (name: string, query: string) => string;
  readonly table: (
    name: string,
    columns: readonly { readonly name: string; readonly type: string }[],
    keys?: readonly string[],
  ) => string;
  /** A table that holds nothing is filled anew; none where `table` has done it. */
  readonly emptied?: (name: string) => string;
  /** Rows of a table; none where the engine reads them from their file. */
  readonly values?: (name: string, columns: readonly string[], rows: string) => string;
  /** What follows the rows of a table: its engine plans by what it knows of them. */
  readonly known?: (name: string) => string;
  /** Whether the keys of a table are said: its engine then finds one row by them, and leaves a table out that is not read. */
  readonly keyed?: true;
  /** What keeps a query within another from being merged with it, where its columns would be worked out once for each use. */
  readonly fence?: string;
  /** A function of one expression; none where the engine has no functions in SQL. */
  readonly function?: (of: SqlFunction) => string;
  readonly quoted?: (text: string) => string;
}

/** What is made of a function of ours. */
export interface SqlFunction {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: ParameterType }[];
  readonly returns: ParameterType;
  readonly query: string;
  /** Whether it reads tables. */
  readonly reads: boolean;
}

/** Of euro and of fractions: an exact decimal. */
export type ParameterType = "euro" | "fraction" | "word" | "whole";

const DECIMALS = { euro: "18, 6", fraction: "18, 9" } as const;

const ANSI_PARAMETERS: Readonly<Record<ParameterType, string>> = {
  euro: `DECIMAL(${DECIMALS.euro})`,
  fraction: `DECIMAL(${DECIMALS.fraction})`,
  word: "VARCHAR",
  whole: "INTEGER",
};

/** What a function gives back. */
const ANSI_RESULTS: Readonly<Record<ParameterType, string>> = { ...ANSI_PARAMETERS, euro: "DECIMAL(18, 2)" };

const decimalOf = (parts: number): string => DECIMALS[parts === 100 ? "euro" : "fraction"];

/** Of engines to which a backslash is a sign of its own. */
const backslashQuoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

const listed = (parameters: SqlFunction["parameters"], types: Readonly<Record<ParameterType, string>>): string =>
  parameters.map(({ name, type }) => `${name} ${types[type]}`).join(", ");

const ansiTable: Dialect["table"] = (name, columns, keys) => {
  const lines = columns.map((one) => `  ${one.name} ${one.type}`);
  if (keys !== undefined) lines.push(`  PRIMARY KEY (${keys.join(", ")})`);
  return `CREATE TABLE IF NOT EXISTS ${name} (\n${lines.join(",\n")}\n)`;
};

const ansiValues: NonNullable<Dialect["values"]> = (name, columns, rows) =>
  `INSERT INTO ${name} (${columns.join(", ")}) VALUES\n${rows}`;

const orReplace =
  (what: string): Dialect["view"] =>
  (name, query) =>
    `CREATE OR REPLACE ${what} ${name} AS\n${query}`;

const duckdb: Dialect = {
  title: "DuckDB",
  types: { text: "VARCHAR", integer: "INTEGER", bigint: "BIGINT", date: "DATE" },
  input: { euro: "DECIMAL(18, 6)", rate: "DECIMAL(18, 9)" },
  truncated: (of, by) => `(${of} // ${by})`,
  parts: (of, parts) => `CAST(ROUND(CAST(${of} AS DECIMAL(${decimalOf(parts)})) * ${parts}) AS BIGINT)`,
  euro: (cents) => `CAST(CAST(${cents} AS DECIMAL(18, 0)) * 0.01 AS DECIMAL(18, 2))`,
  fraction: (of, by) => `(CAST(${of} AS DOUBLE) / ${by})`,
  whole: (of) => `CAST(${of} AS BIGINT)`,
  text: (of) => `CAST(${of} AS VARCHAR)`,
  view: orReplace("VIEW"),
  table: (name, columns) => ansiTable(name, columns).replace("TABLE IF NOT EXISTS", "OR REPLACE TABLE"),
  values: ansiValues,
  function: ({ name, parameters, query }) =>
    `CREATE OR REPLACE MACRO ${name}(${parameters.map((one) => one.name).join(", ")}) AS (\n${query}\n)`,
};

const spark: Dialect = {
  title: "Spark SQL",
  types: { text: "STRING", integer: "INT", bigint: "BIGINT", date: "DATE" },
  input: { euro: "DECIMAL(18, 6)", rate: "DECIMAL(18, 9)" },
  truncated: (of, by) => `(${of} DIV ${by})`,
  parts: (of, parts) => `CAST(ROUND(CAST(${of} AS DECIMAL(${decimalOf(parts)})) * ${parts}, 0) AS BIGINT)`,
  euro: (cents) => `CAST(CAST(${cents} AS DECIMAL(18, 0)) * 0.01 AS DECIMAL(18, 2))`,
  fraction: (of, by) => `(CAST(${of} AS DOUBLE) / ${by})`,
  whole: (of) => `CAST(${of} AS BIGINT)`,
  text: (of) => `CAST(${of} AS STRING)`,
  view: orReplace("TEMPORARY VIEW"),
  table: ansiTable,
  function: ({ name, parameters, returns, query }) =>
    `CREATE OR REPLACE TEMPORARY FUNCTION ${name}(${listed(parameters, { ...ANSI_PARAMETERS, word: "STRING", whole: "INT" })})\nRETURNS ${ANSI_RESULTS[returns]}\nRETURN (\n${query}\n)`,
  quoted: backslashQuoted,
};

const postgresql: Dialect = {
  title: "PostgreSQL",
  types: { text: "text", integer: "integer", bigint: "bigint", date: "date" },
  input: { euro: "numeric", rate: "numeric" },
  truncated: (of, by) => `(${of} / ${by})`,
  parts: (of, parts) => `CAST(ROUND(CAST(${of} AS numeric) * ${parts}) AS bigint)`,
  euro: (cents) => `CAST(${cents} * 0.01 AS numeric(18, 2))`,
  fraction: (of, by) => `CAST(${of} AS double precision) / ${by}`,
  whole: (of) => `CAST(${of} AS bigint)`,
  text: (of) => `CAST(${of} AS text)`,
  view: orReplace("VIEW"),
  table: ansiTable,
  emptied: (name) => `TRUNCATE ${name}`,
  known: (name) => `ANALYZE ${name}`,
  keyed: true,
  fence: "\nOFFSET 0",
  values: ansiValues,
  function: ({ name, parameters, returns, query, reads }) =>
    `CREATE OR REPLACE FUNCTION ${name}(${listed(parameters, { euro: "numeric", fraction: "numeric", word: "text", whole: "integer" })})\nRETURNS numeric LANGUAGE sql ${reads ? "STABLE" : "IMMUTABLE"} PARALLEL SAFE AS $$\nSELECT CAST((\n${query}\n) AS ${returns === "euro" ? "numeric(18, 2)" : "numeric"})\n$$`,
};

const sqlite: Dialect = {
  title: "SQLite",
  types: { text: "TEXT", integer: "INTEGER", bigint: "INTEGER", date: "TEXT" },
  input: { euro: "NUMERIC", rate: "NUMERIC" },
  truncated: (of, by) => `(${of} / ${by})`,
  // A double; what is behind its fifteenth digit is noise.
  parts: (of, parts) => `CAST(ROUND(ROUND(${of} * ${parts}, 4)) AS INTEGER)`,
  euro: (cents) => `${cents} / 100.0`,
  fraction: (of, by) => `CAST(${of} AS REAL) / ${by}`,
  whole: (of) => `CAST(${of} AS INTEGER)`,
  text: (of) => `CAST(${of} AS TEXT)`,
  view: (name, query) => `DROP VIEW IF EXISTS ${name};\nCREATE VIEW ${name} AS\n${query}`,
  table: ansiTable,
  emptied: (name) => `DELETE FROM ${name}`,
  keyed: true,
  values: ansiValues,
};

const clickhouse: Dialect = {
  title: "ClickHouse",
  types: { text: "String", integer: "Int32", bigint: "Int64", date: "Date32" },
  nullable: (type) => `Nullable(${type})`,
  input: { euro: "Decimal(18, 6)", rate: "Decimal(18, 9)" },
  truncated: (of, by) => `intDiv(${of}, ${by})`,
  parts: (of, parts) =>
    `CAST(round(CAST(${of} AS Nullable(Decimal(${decimalOf(parts)}))) * ${parts}) AS Nullable(Int64))`,
  euro: (cents) => `CAST(${cents} AS Nullable(Decimal(18, 2))) / 100`,
  fraction: (of, by) => `CAST(${of} AS Nullable(Float64)) / ${by}`,
  whole: (of) => `CAST(${of} AS Nullable(Int64))`,
  text: (of) => `toString(${of})`,
  view: orReplace("VIEW"),
  table: (name, columns) =>
    `${ansiTable(name, columns).replace("TABLE IF NOT EXISTS", "OR REPLACE TABLE")} ENGINE = MergeTree ORDER BY tuple()`,
  values: ansiValues,
  quoted: backslashQuoted,
};

const bigquery: Dialect = {
  title: "BigQuery",
  types: { text: "STRING", integer: "INT64", bigint: "INT64", date: "DATE" },
  input: { euro: "NUMERIC", rate: "NUMERIC" },
  truncated: (of, by) => `DIV(${of}, ${by})`,
  parts: (of, parts) => `CAST(ROUND(CAST(${of} AS NUMERIC) * ${parts}) AS INT64)`,
  euro: (cents) => `CAST(${cents} AS NUMERIC) / 100`,
  fraction: (of, by) => `CAST(${of} AS FLOAT64) / ${by}`,
  whole: (of) => `CAST(${of} AS INT64)`,
  text: (of) => `CAST(${of} AS STRING)`,
  view: orReplace("VIEW"),
  table: (name, columns) => ansiTable(name, columns).replace("TABLE IF NOT EXISTS", "OR REPLACE TABLE"),
  values: ansiValues,
  function: ({ name, parameters, query }) =>
    `CREATE OR REPLACE FUNCTION ${name}(${listed(parameters, { euro: "NUMERIC", fraction: "NUMERIC", word: "STRING", whole: "INT64" })}) AS ((\n${query}\n))`,
  quoted: backslashQuoted,
};

const snowflake: Dialect = {
  title: "Snowflake",
  types: { text: "VARCHAR", integer: "INTEGER", bigint: "BIGINT", date: "DATE" },
  // Its quotient is rounded to six decimals: what leaves no remainder is exact.
  input: { euro: "NUMBER(18, 6)", rate: "NUMBER(18, 9)" },
  truncated: (of, by) => `CAST((${of} - MOD(${of}, ${by})) / ${by} AS NUMBER(38, 0))`,
  parts: (of, parts) => `CAST(ROUND(CAST(${of} AS NUMBER(${decimalOf(parts)})) * ${parts}) AS NUMBER(38, 0))`,
  euro: (cents) => `CAST(${cents} * 0.01 AS NUMBER(18, 2))`,
  fraction: (of, by) => `(CAST(${of} AS DOUBLE) / ${by})`,
  whole: (of) => `CAST(${of} AS NUMBER(38, 0))`,
  text: (of) => `CAST(${of} AS VARCHAR)`,
  view: orReplace("VIEW"),
  table: (name, columns) => ansiTable(name, columns).replace("TABLE IF NOT EXISTS", "OR REPLACE TABLE"),
  values: ansiValues,
  function: ({ name, parameters, returns, query }) =>
    `CREATE OR REPLACE FUNCTION ${name}(${listed(parameters, { ...ANSI_PARAMETERS, euro: "NUMBER(18, 6)", fraction: "NUMBER(18, 9)" })})\nRETURNS ${returns === "euro" ? "NUMBER(18, 2)" : "DOUBLE"} AS $$\n${query}\n$$`,
};

export const DIALECTS: Readonly<Record<Engine, Dialect>> = {
  duckdb,
  spark,
  postgresql,
  sqlite,
  clickhouse,
  bigquery,
  snowflake,
};
