import { LANGUAGES, reader, t } from "../../../../src/i18n";
import { lastKnownYear } from "../../../../src/rules/contributions";
import { DIALECTS, type Engine, INPUTS, type Law, type Relation, scriptsOf } from "../../../../src/sql";

/** How an engine takes the files, how it was tested, and whether there is something to know of it. */
interface Use {
  readonly run: string;
  readonly tested: "ran" | "ran-small" | "parsed";
  readonly note?: "spark" | "sqlite" | "clickhouse";
}

const inShell = (scripts: string, command: string): string =>
  `\`\`\`sh\nfor f in ${scripts}; do ${command}; done\n\`\`\``;

const ALL = "law functions inputs views";
const WITHOUT_FUNCTIONS = "law inputs views";

const SPARK = `\`\`\`python
spark.conf.set("inasti.path", "/data/inasti")
members.createOrReplaceTempView("inasti_member")
for name in ["law", "functions", "views"]:
    for statement in open(f"spark/{name}.sql", encoding="utf-8").read().split(";\\n"):
        if statement.strip(): spark.sql(statement)
\`\`\``;

const USES: Readonly<Record<Engine, Use>> = {
  duckdb: { run: inShell(ALL, "duckdb my.db < duckdb/$f.sql"), tested: "ran" },
  spark: { run: SPARK, tested: "ran", note: "spark" },
  postgresql: { run: inShell(ALL, "psql -1 -v ON_ERROR_STOP=1 -f postgresql/$f.sql"), tested: "ran" },
  sqlite: {
    run: inShell(WITHOUT_FUNCTIONS, "sqlite3 my.db < sqlite/$f.sql"),
    tested: "ran-small",
    note: "sqlite",
  },
  clickhouse: {
    run: inShell(WITHOUT_FUNCTIONS, "clickhouse-client --multiquery < clickhouse/$f.sql"),
    tested: "ran",
    note: "clickhouse",
  },
  bigquery: {
    run: inShell(ALL, "bq query --use_legacy_sql=false --dataset_id=my_dataset < bigquery/$f.sql"),
    tested: "parsed",
  },
  snowflake: { run: inShell(ALL, "snow sql -f snowflake/$f.sql"), tested: "parsed" },
};

/** The first and the last contribution year of the tables. */
export function yearsIn({ law }: Law): [first: number, last: number] {
  const years = law.rows.map((row) => Number(row[1]));
  return [Math.min(...years), Math.max(...years)];
}

const told = (key: string, facts: Readonly<Record<string, string | number>> = {}): string =>
  t(`program:sql/readme/${key}`, facts);

const quoted = (name: string): string => `\`${name}\``;

/** What stands beside the files. */
export function readmeOf(law: Law, engines: readonly Engine[], growth: string | undefined): string {
  const [first, last] = yearsIn(law);
  const version = String(law.law.rows[0]!.at(-1));
  const known = lastKnownYear();
  const other = LANGUAGES.find((language) => language !== reader.language)!;
  return [
    `# ${told("title")}`,
    [
      told("data", { version, first, last }),
      ...(growth === undefined ? [] : [told("projected", { known, growth })]),
      told("made"),
    ].join(" "),
    [told("cents"), told("words", { words: law.category.rows.map(([word]) => quoted(String(word))).join(", ") })].join(
      "\n",
    ),
    `## ${told("tables")}`,
    told("tables-text"),
    tablesOf(law),
    told("law"),
    `## ${told("functions")}`,
    told("functions-text"),
    scriptsOf("duckdb", law)
      .functions.map((one) => `- ${quoted(/MACRO (.*) AS/.exec(one)![1]!)}`)
      .join("\n"),
    "```sql\nSELECT inasti_quarterly(income, category, 2026, 1) FROM clients;\n```",
    told("many"),
    `## ${told("views")}`,
    told("views-text"),
    INPUTS.map(({ name, columns }) => {
      const all = columns.map((column) => `${quoted(column.name)} (${column.type})`);
      return `- ${quoted(name)}: ${all.join(", ")}`;
    }).join("\n"),
    told("activity"),
    [
      ["`inasti_quarter`", "quarter"],
      ["`inasti_year`", "year"],
      ["`fund_scenario`", "scenario"],
      ["`inasti_cash_year`, `inasti_cash`", "cash"],
      ["`inasti_refused`", "refused"],
    ]
      .map(
        ([names, key]) =>
          `- ${t("program:pair", { name: names!, value: told(key!, { languages: LANGUAGES.join(", "), other }) })}`,
      )
      .join("\n"),
    `## ${told("databases")}`,
    ...engines.flatMap((engine) => {
      const { run, tested, note } = USES[engine];
      return [`### ${DIALECTS[engine].title}`, run, [...(note ? [told(note)] : []), told(tested)].join(" ")];
    }),
    "",
  ].join("\n\n");
}

function tablesOf(law: Law): string {
  const rows = Object.values<Relation>({ ...law }).map(({ name, columns, rows: all }) =>
    [quoted(name), String(all.length), columns.map((column) => quoted(column.name)).join(" ")].join(" | "),
  );
  const heading = [told("table"), told("rows"), told("columns")].join(" | ");
  return [`| ${heading} |`, "| --- | --- | --- |", ...rows.map((row) => `| ${row} |`)].join("\n");
}
