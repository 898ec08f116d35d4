import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { parquetWriteFile } from "hyparquet-writer";
import type { SchemaElement } from "hyparquet";
import { csvLine } from "../../../../src/package";
import {
  type Cell,
  type ColumnType,
  type Engine,
  FINE_REVALUATION,
  type Law,
  type Relation,
  scriptsOf,
} from "../../../../src/sql";

const README = "README.md";

/** What stands in a folder of ours; whatever else does is somebody's. */
export const namesOf = (law: Law, engines: readonly Engine[]): readonly string[] => [
  README,
  ...engines,
  // What an earlier law had may go too.
  ...[...tablesOf(law).map(({ name }) => name), FINE_REVALUATION].flatMap((name) => [`${name}.csv`, `${name}.parquet`]),
];

const tablesOf = (law: Law): Relation[] => Object.values<Relation>({ ...law });

/** Writes the tables of the law, what is run in each engine, and a text that says how, into a folder. */
export async function writeLaw(law: Law, engines: readonly Engine[], readme: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const relation of tablesOf(law)) {
    await writeFile(path.join(folder, `${relation.name}.csv`), csvOf(relation));
    writeParquet(relation, path.join(folder, `${relation.name}.parquet`));
  }
  for (const engine of engines) {
    await mkdir(path.join(folder, engine), { recursive: true });
    for (const [name, statements] of Object.entries<readonly string[]>({ ...scriptsOf(engine, law) }))
      if (statements.length > 0)
        await writeFile(path.join(folder, engine, `${name}.sql`), statements.map((one) => `${one};\n`).join("\n"));
  }
  await writeFile(path.join(folder, README), readme);
}

/** The first file or folder in a folder that is none of ours. */
export async function strangerIn(folder: string, ours: readonly string[]): Promise<string | undefined> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names.sort().find((name) => !ours.includes(name));
}

const SYNTAX = { separator: ",", decimal: ".", words: { TRUE: "true", FALSE: "false" } };

/** Without the mark that Excel needs, which would be part of a database's first name. */
const csvOf = ({ columns, rows }: Relation): string =>
  [columns.map(({ name }) => name), ...rows].map((row) => `${csvLine(row, SYNTAX)}\r\n`).join("");

const ELEMENTS: Readonly<Record<ColumnType, Omit<SchemaElement, "name">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  bigint: { type: "INT64" },
  date: { type: "INT32", converted_type: "DATE" },
};

/** A cell as its column has it. */
function stored(cell: Cell, type: ColumnType): unknown {
  if (cell === null) return null;
  if (type === "bigint") return BigInt(cell);
  return type === "date" ? new Date(Date.parse(String(cell))) : cell;
}

function writeParquet({ columns, rows }: Relation, filename: string): void {
  parquetWriteFile({
    filename,
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.map(({ name, type }) => ({ name, repetition_type: "OPTIONAL" as const, ...ELEMENTS[type] })),
    ],
    columnData: columns.map(({ name, type }, at) => ({ name, data: rows.map((row) => stored(row[at] ?? null, type)) })),
  });
}
