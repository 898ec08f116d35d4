import type { Lowering } from "./lowering";

/** A column of a result, and what gives it. */
export type Output = readonly [name: string, sql: string];

const PREFIX = "inasti_";

/** What a table of the law is called in a database. */
export const tableName = (relation: string): string => `${PREFIX}${relation}`;

const columnsOf = ({ joins }: Lowering): string[] =>
  joins.flatMap(({ alias, columns }) => [...columns].map((column) => `${alias}.${column} AS ${alias}_${column}`));

/** The steps of a lowering, each in a query around the one before. */
const around = ({ steps }: Lowering, innermost: string): string =>
  steps.reduce(
    (query, step) =>
      `SELECT s.*, ${step.map(({ name, sql }) => `${sql} AS ${name}`).join(",\n  ")}\nFROM (\n${query}\n) AS s`,
    innermost,
  );

const result = (outputs: readonly Output[], query: string): string =>
  `SELECT ${outputs.map(([name, sql]) => (sql === name ? name : `${sql} AS ${name}`)).join(",\n  ")}\nFROM (\n${query}\n) AS s`;

/** A result of each row of a source; a row without a law keeps its place, with NULL. */
export function ofRows(source: string, lowering: Lowering, outputs: readonly Output[]): string {
  const joins = lowering.joins.map(({ alias, relation, keys }) => {
    const on = relation.keys.map((key, index) => `${alias}.${key} = ${keys[index]!}`).join(" AND ");
    return `\nLEFT JOIN ${tableName(relation.name)} AS ${alias} ON ${on}`;
  });
  const read = ["m.*", ...columnsOf(lowering)].join(", ");
  return result(outputs, around(lowering, `SELECT ${read}\nFROM (\n${source}\n) AS m${joins.join("")}`));
}

/** One value of arguments, which are named where they are read; none without a law. */
export function ofArguments(readings: readonly Output[], lowering: Lowering, value: string): string {
  const read = [...readings.map(([name, sql]) => `${sql} AS ${name}`), ...columnsOf(lowering)];
  const from = lowering.joins.map(({ alias, relation }) => `${tableName(relation.name)} AS ${alias}`);
  const where = lowering.joins.flatMap(({ alias, relation, keys }) =>
    relation.keys.map((key, index) => `${alias}.${key} = ${keys[index]!}`),
  );
  const rows = from.length === 0 ? "" : `\nFROM ${from.join(", ")}\nWHERE ${where.join(" AND ")}`;
  return result([["value", value]], around(lowering, `SELECT ${read.join(", ")}${rows}`));
}
