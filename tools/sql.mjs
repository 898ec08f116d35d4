// @ts-check
/**
 * `npm run sql`: the law as tables, and our functions in SQL for several engines, in `dist/sql`. Whoever has figures of his own, or assumes
 * how the index grows, gets them in the tables.
 *
 *   node tools/sql.mjs [--figures own.json] [--indexation 0.02] [--until 2036] [--out folder]
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { parquetWriteFile } from "hyparquet-writer";
import { isStarted, root } from "./process.mjs";
import { readmeOf } from "./sql/readme.mjs";
import { loaded } from "./typescript.mjs";
/** @import { Law, Relation } from "../src/sql/index.js" */

const YEARS_AHEAD = 10;

const sql = loaded("src/sql/index.ts");
const { describe } = loaded("src/i18n/index.ts");
const { Refusal } = loaded("src/rules/refusal.ts");

/**
 * The tables of the law, on the figures and the growth that are given.
 *
 * @param {{ figures?: string | undefined, indexation?: string | undefined, until?: number | undefined }} given figures: the list that the pane exports, as text
 * @returns {Law}
 */
export function lawWith({ figures, indexation, until }) {
  speakEnglish();
  const { useOwnFigures } = loaded("src/parameters/index.ts");
  const { lastKnownYear } = loaded("src/rules/contributions/index.ts");
  const { held } = loaded("src/definitions/cells.ts");
  const { indexation: growth } = loaded("src/definitions/arguments.ts");
  const assumed = indexation === undefined ? undefined : held(growth.read("indexation", indexation));
  useOwnFigures(figures === undefined ? [] : loaded("src/rules/own-figures/index.ts").readList(figures));
  return sql.lawOf({ indexation: assumed, until: until ?? lastKnownYear() + YEARS_AHEAD });
}

/** Reasons are told as a program tells them: it has no pane. */
function speakEnglish() {
  const { addTexts } = loaded("src/i18n/index.ts");
  const { spoken } = loaded("packages/core/src/spoken.ts");
  const texts = spoken({ messages: loaded("src/i18n/en/messages.json"), explain: {} });
  for (const [part, some] of Object.entries(texts)) addTexts("en", part, some);
}

/**
 * Writes all files of the law below a folder.
 *
 * @param {Law} law
 * @param {string} folder
 */
export function writeSql(law, folder) {
  rmSync(folder, { recursive: true, force: true });
  const write = (/** @type {string} */ file, /** @type {string} */ text) => {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  const { writeCsv } = loaded("src/package/index.ts");
  const syntax = { separator: ",", decimal: ".", words: { TRUE: "true", FALSE: "false" } };
  for (const relation of /** @type {Relation[]} */ (Object.values(law))) {
    const names = relation.columns.map(({ name }) => name);
    // The mark that Excel needs would be part of a database's first name.
    write(`${relation.name}.csv`, writeCsv([names, ...relation.rows], syntax).slice(1));
    writeParquet(relation, path.join(folder, `${relation.name}.parquet`));
  }
  for (const engine of sql.ENGINES)
    for (const [name, statements] of Object.entries(sql.scriptsOf(engine, law)))
      if (statements.length > 0)
        write(`${engine}/${name}.sql`, statements.map((/** @type {string} */ one) => `${one};\n`).join("\n"));
  write("README.md", readmeOf(law, sql));
}

/** @type {Record<string, { type: "INT32" | "INT64" | "BYTE_ARRAY", converted_type?: "DATE" | "UTF8" }>} */
const PARQUET = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  bigint: { type: "INT64" },
  date: { type: "INT32", converted_type: "DATE" },
};

/** @param {Relation} relation @param {string} filename */
function writeParquet(relation, filename) {
  const { columns, rows } = relation;
  /** @param {Relation["rows"][0][0]} cell @param {string} type */
  const valueOf = (cell, type) => {
    if (cell === null || cell === undefined) return null;
    if (type === "bigint") return BigInt(cell);
    return type === "date" ? new Date(Date.parse(String(cell))) : cell;
  };
  parquetWriteFile({
    filename,
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.map(({ name, type }) => ({
        name,
        repetition_type: /** @type {const} */ ("OPTIONAL"),
        .../** @type {any} */ (PARQUET[type]),
      })),
    ],
    columnData: columns.map(({ name, type }, index) => ({
      name,
      data: rows.map((row) => valueOf(row[index] ?? null, type)),
    })),
  });
}

function main() {
  const { values } = parseArgs({
    options: {
      figures: { type: "string" },
      indexation: { type: "string" },
      until: { type: "string" },
      out: { type: "string", default: path.join(root, "dist/sql") },
    },
  });
  const figures = values.figures === undefined ? undefined : readFileSync(values.figures, "utf8");
  const until = values.until === undefined ? undefined : Number(values.until);
  if (until !== undefined && !/^2[01]\d\d$/.test(values.until ?? ""))
    throw new Error(`--until takes a year, not ${values.until}`);
  const law = lawWith({ figures, indexation: values.indexation, until });
  writeSql(law, values.out);
  console.log(
    `${law.law.rows.length} laws of a quarter for ${sql.ENGINES.length} engines in ${path.relative(root, values.out) || "."}`,
  );
}

if (isStarted(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Refusal ? describe(error) : /** @type {Error} */ (error).message);
    process.exitCode = 1;
  }
}
