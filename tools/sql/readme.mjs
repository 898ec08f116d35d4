// @ts-check
/** @import { Law } from "../../src/sql/index.js" */

/** How each engine takes the files; what is run in the tests and in the proof, and what is only parsed. @type {Record<string, { run: string, proven: string }>} */
const ENGINES = {
  duckdb: {
    run: "```\nfor f in law functions inputs views; do duckdb my.db < duckdb/$f.sql; done\n```",
    proven: "run: in `npm test` and, with 10 million rows, in `npm run proof:sql`",
  },
  spark: {
    run: `\`\`\`python
spark.conf.set("inasti.path", "/where/dist/sql")  # the folder with the .parquet files, as the executors see it
members.createOrReplaceTempView("inasti_member")  # and inasti_member_year, fund_trial
for name in ["law", "functions", "views"]:
    for statement in open(f"spark/{name}.sql").read().split(";\\n"):
        if statement.strip(): spark.sql(statement)
\`\`\`
Spark 4 or later. A function asks for a column: one that has only constants as arguments is not planned by Spark 4.3.`,
    proven: "run: in `npm run proof:sql`, on several executors",
  },
  postgresql: {
    run: "```\nfor f in law functions inputs views; do psql -1 -v ON_ERROR_STOP=1 -f postgresql/$f.sql; done\n```",
    proven: "run: in `npm run proof:sql`; parsed in `npm test`",
  },
  sqlite: {
    run: "```\nfor f in law inputs views; do sqlite3 my.db < sqlite/$f.sql; done\n```\nSQLite has no functions in SQL, and no decimals: amounts in euro are doubles; the columns in cents are exact.",
    proven: "run: in `npm test`",
  },
  clickhouse: {
    run: "```\nfor f in law inputs views; do clickhouse-client --multiquery < clickhouse/$f.sql; done\n```\nIts functions in SQL read no tables, so there are views only.",
    proven: "run: in `npm run proof:sql`, where chdb is found; parsed in `npm test`",
  },
  bigquery: {
    run: "```\nfor f in law functions inputs views; do bq query --use_legacy_sql=false --dataset_id=my_dataset < bigquery/$f.sql; done\n```",
    proven: "parsed only",
  },
  snowflake: {
    run: "```\nfor f in law functions inputs views; do snow sql -f snowflake/$f.sql; done\n```",
    proven: "parsed only",
  },
};

/**
 * What stands beside the files.
 *
 * @param {Law} law
 * @param {any} sql
 */
export function readmeOf(law, { DIALECTS, ENGINES: names, INPUTS, scriptsOf }) {
  const years = law.law.rows.map((row) => Number(row[1]));
  const projected = law.law.rows.some((row) => String(row.at(-2)).includes("projection"));
  const version = law.law.rows[0]?.at(-1);
  const tables = Object.values(law).map(
    ({ name, columns, rows }) =>
      `| \`${name}\` | ${rows.length} | ${columns.map((/** @type {any} */ column) => `\`${column.name}\``).join(" ")} |`,
  );
  const functions = scriptsOf("duckdb", law).functions.map(
    (/** @type {string} */ one) => `- \`${/MACRO (.*) AS/.exec(one)?.[1]}\``,
  );
  const inputs = INPUTS.map(
    (/** @type {any} */ input) =>
      `- \`${input.name}\`: ${input.columns.map((/** @type {any} */ column) => `\`${column.name}\` (${column.type})`).join(", ")}`,
  );
  const engines = names.map(
    (/** @type {string} */ name) =>
      `### ${DIALECTS[name].title}\n\n${ENGINES[name]?.run}\n\nProven: ${ENGINES[name]?.proven}.\n`,
  );
  return `# The social contributions of Belgian self-employed in SQL

Data version ${version}; contribution years ${Math.min(...years)} to ${Math.max(...years)}${projected ? ", the last ones projected with the growth of the index that was given (`confidence` says so)" : ""}.
Made by \`npm run sql\`; nothing here is written by hand. Every script may be run again.

Amounts are whole cents inside and decimals at the edge. NULL in gives NULL out, and so does a year, quarter or category without a law: it never takes another year's. Why, says \`inasti_refused\`.
No category but these words: ${law.category.rows.map(([word]) => `\`${word}\``).join(", ")}.

## Tables

Each as CSV and Parquet here, and as \`inasti_<name>\` in a database (\`figure\` only here).

| Table | Rows | Columns |
| --- | --- | --- |
${tables.join("\n")}

In \`law\` a row is a category and a quarter. An income of c cents lies in the last segment whose \`f\` it reaches, and owes \`b + r × c\` a year, in cents × 10,000; a quarter is that divided by 40,000, half up.

## Functions

Amounts in euro, rates as fractions.

${functions.join("\n")}

\`\`\`sql
SELECT inasti_quarterly(income, category, 2026, 1) FROM clients;
\`\`\`

For many rows the views are faster: one join by equal keys, and no look-up a row.

## Views

They read tables that you fill, or views of these names over your own; empty ones are made by \`inputs.sql\`. \`income_given\` is what stood in the place of an income that is no number: \`inasti_refused\` shows it.

${inputs.join("\n")}

- \`inasti_quarter\`: of each row of \`inasti_member\` the final and the provisional quarter (on \`income_n3\`), fee and total at \`fee_rate\`
- \`inasti_year\`: of each row of \`inasti_member_year\` the year, and the account against \`paid\`
- \`fund_scenario\`: what each rate of \`fund_trial\` brings in from \`inasti_quarter\`, a row a quarter and rate; \`place\` 1 is the present rate, \`leave\` the share of the members that leaves
- \`inasti_cash_year\`, \`inasti_cash\`: what members pay in a year, provisionally and as the account of two years before; one row a member and year in \`inasti_member_year\`, three years before the first one that is asked. A sum in which a member has no answer is NULL
- \`inasti_refused\`: rows without an answer, and the reason as a cell gives it

They are for an activity without start and stop in the years that are asked; careers, starters and reduced contributions are not among them.

## Engines

${engines.join("\n")}`;
}
