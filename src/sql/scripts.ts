import { dataVersion } from "../parameters";
import { Tables, type Years } from "../rules/tables";
import { DIALECTS, type Dialect, type Engine } from "./dialect";
import { functionsOf } from "./functions";
import { ansiQuoted } from "./lowering";
import { tableName } from "./query";
import { categoryRelation, languageRelation, refusalRelations } from "./refusals";
import { type Cell, type Relation, type Relations, relationsOf } from "./relation";
import { INPUTS, viewsOf } from "./views";

/** The tables of the law, on the figures in use and in the reader's language. */
export interface Law extends Relations {
  readonly category: Relation;
  readonly refusal: Relation;
  readonly reason: Relation;
  readonly language: Relation;
}

export function lawOf(years: Years): Law {
  const tables = new Tables(years);
  const relations = relationsOf(tables, dataVersion);
  const { figure } = relations;
  const language = languageRelation();
  return { ...relations, figure, category: categoryRelation(), ...refusalRelations(years, tables), language };
}

/** What an engine runs, in this order; each by itself may be run again. */
export interface Scripts {
  /** The tables of the law that functions and views read. */
  readonly law: readonly string[];
  readonly functions: readonly string[];
  /** Empty tables for the caller's rows, where an engine keeps some; a view of the same name will do. */
  readonly inputs: readonly string[];
  readonly views: readonly string[];
}

export function scriptsOf(engine: Engine, law: Law): Scripts {
  const dialect = DIALECTS[engine];
  const { view, function: functionText } = dialect;
  return {
    law: Object.values<Relation>({ ...law }).flatMap((one) => (one === law.figure ? [] : filled(one, dialect))),
    functions: functionText === undefined ? [] : functionsOf(dialect, law).map(functionText),
    inputs: inputs(dialect),
    views: viewsOf(dialect, law).map(({ name, query }) => view(name, query)),
  };
}

const BATCH = 500;

/** The setting by which Spark finds the files of the tables. */
const PATH = "inasti.path";

/** A table and its rows, as they would be after any number of runs; or its file, where an engine reads tables in place. */
function filled({ name, columns, keys, rows }: Relation, dialect: Dialect): string[] {
  const { types, values, nullable = (type) => type, emptied, known, keyed, quoted = ansiQuoted } = dialect;
  const table = tableName(name);
  if (values === undefined) return [dialect.view(table, `SELECT * FROM parquet.\`\${${PATH}}/${name}.parquet\``)];
  const made = dialect.table(
    table,
    columns.map((column) => ({ name: column.name, type: nullable(types[column.type]) })),
    keyed && keys,
  );
  const literal = (cell: Cell) => (cell === null ? "NULL" : typeof cell === "number" ? String(cell) : quoted(cell));
  const text = (row: readonly Cell[]) => `(${row.map(literal).join(", ")})`;
  const names = columns.map((column) => column.name);
  const batches = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) =>
    values(
      table,
      names,
      rows
        .slice(index * BATCH, (index + 1) * BATCH)
        .map(text)
        .join(",\n"),
    ),
  );
  return [made, ...(emptied ? [emptied(table)] : []), ...batches, ...(known ? [known(table)] : [])];
}

/** Without tables of its own an engine reads what the caller names so. */
function inputs({ types, values, table, nullable = (type) => type, input }: Dialect): string[] {
  if (values === undefined) return [];
  const ofType = { text: types.text, integer: types.integer, euro: input.euro, rate: input.rate };
  return INPUTS.map(({ name, columns }) =>
    table(
      name,
      columns.map((column) => ({ name: column.name, type: nullable(ofType[column.type]) })),
    ).replace(/CREATE OR REPLACE TABLE|CREATE TABLE IF NOT EXISTS/, "CREATE TABLE IF NOT EXISTS"),
  );
}
