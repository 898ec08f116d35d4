import { Dialect, init, parse } from "@polyglot-sql/sdk";
import { type Engine, type Law, lawOf, type Relation, type Scripts, scriptsOf } from "../../src/sql";
import { law as wholeLaw } from "./rows";

/** A few rows of each table are read as all of them are. */
const short = (law: Law): Law =>
  Object.fromEntries(
    Object.entries<Relation>({ ...law }).map(([name, table]) => [name, { ...table, rows: table.rows.slice(0, 20) }]),
  ) as unknown as Law;
const law = short(wholeLaw);
/** A growth with three decimals is worked out in other steps. */
const fineLaw = short(lawOf({ indexation: "0.018", until: 2028 }));

const ALL = ["law", "functions", "inputs", "views"] as const;

/**
 * What does not run in these tests is parsed. BigQuery and Snowflake run nowhere here; the others do in `npm run proof:sql`, where
 * PostgreSQL's functions are too, for the parser does not read their bodies.
 */
const PARSED: readonly (readonly [Engine, Dialect, readonly (keyof Scripts)[]])[] = [
  ["spark", Dialect.Spark, ALL],
  ["postgresql", Dialect.PostgreSQL, ["law", "inputs", "views"]],
  ["clickhouse", Dialect.ClickHouse, ALL],
  ["bigquery", Dialect.BigQuery, ALL],
  ["snowflake", Dialect.Snowflake, ALL],
];

beforeAll(() => init());

describe.each(PARSED)("%s", (engine, dialect, parts) => {
  const scripts = scriptsOf(engine, law);
  const fine = scriptsOf(engine, fineLaw);
  const statements = parts.flatMap((part) => [...scripts[part], ...fine[part]]);
  const faults = (all: readonly string[]) =>
    all.flatMap((statement) => {
      const { success, error } = parse(statement, dialect);
      return success ? [] : [[error, statement.slice(0, 80)]];
    });

  test("every statement is one of its language", () => {
    expect(statements.length).toBeGreaterThan(10);
    expect(faults(statements)).toEqual([]);
  });

  test("a broken one is not", () => {
    const broken = scripts.views.map((view) => view.replace(" END", ""));
    expect(faults(broken)).toHaveLength(broken.filter((view, index) => view !== scripts.views[index]).length);
  });
});
