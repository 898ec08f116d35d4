import type { Lowering } from "./lowering";

/** A column of a result, and what gives it. */
export type Output = readonly [name: string, sql: string];

const PREFIX = "inasti_";

/** What a table of the law is called in a database. */
export const tableName = (relation: string): string => `${PREFIX}${relation}`;

const columnsOf = ({ joins }: Lowering): string[] =>
  joins.flatMap(({ alias, columns }) => [...columns].map((column) => `${alias}.${column} AS ${alias}_${column}`));

/** A query around another one. */
const selected = (columns: readonly string[], { dialect }: Lowering, query: string): string =>
  `SELECT ${columns.join(",\n  ")}\nFROM (\n${query}${dialect.fence ?? ""}\n) AS s`;

/** The steps of a lowering, each in a query around the one before. */
const around = (lowering: Lowering, innermost: string): string =>
  lowering.steps.reduce(
    (query, step) => selected(["s.*", ...step.map(({ name, sql }) => `${sql} AS ${name}`)], lowering, query),
    innermost,
  );

const result = (outputs: readonly Output[], lowering: Lowering, query: string): string =>
  selected(
    outputs.map(([name, sql]) => (sql === name ? name : `${sql} AS ${name}`)),
    lowering,
    query,
  );

/** A result of each row of a source; a row without a law keeps its place, with NULL. */
export function ofRows(source: string, lowering: Lowering, outputs: readonly Output[]): string {
  return result(outputs, lowering, around(lowering, lowering.joins.length === 0 ? source : joined(source, lowering)));
}

function joined(source: string, lowering: Lowering): string {
  const joins = lowering.joins.map(({ alias, relation, keys }) => {
    const on = relation.keys.map((key, index) => `${alias}.${key} = ${keys[index]!}`).join(" AND ");
    return `\nLEFT JOIN ${tableName(relation.name)} AS ${alias} ON ${on}`;
  });
  const read = ["m.*", ...columnsOf(lowering)].join(", ");
  return `SELECT ${read}\nFROM (\n${source}${lowering.dialect.fence ?? ""}\n) AS m${joins.join("")}`;
}

/** One value of arguments, which are named where they are read; none without a law. */
export function ofArguments(readings: readonly Output[], lowering: Lowering, value: string): string {
  const read = [...readings.map(([name, sql]) => `${sql} AS ${name}`), ...columnsOf(lowering)];
  const from = lowering.joins.map(({ alias, relation }) => `${tableName(relation.name)} AS ${alias}`);
  const where = lowering.joins.flatMap(({ alias, relation, keys }) =>
    relation.keys.map((key, index) => `${alias}.${key} = ${keys[index]!}`),
  );
  const rows = from.length === 0 ? "" : `\nFROM ${from.join(", ")}\nWHERE ${where.join(" AND ")}`;
  return result([["value", value]], lowering, around(lowering, `SELECT ${read.join(", ")}${rows}`));
}
