import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { DEFINITIONS } from "../../src/definitions";
import { LANGUAGES } from "../../src/i18n";
import { type Ended, ranAll, started } from "./command";
import { installed, type Installed } from "./installed";

let cli: Installed;
beforeAll(() => {
  cli = installed("cli");
});
afterAll(() => cli.remove());

const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Ended => started(cli, args, { env });
const runAll = (lines: readonly (readonly string[])[]): Promise<Ended[]> => ranAll(cli, lines);
const run = async (...line: string[]): Promise<Ended> => (await runAll([line]))[0]!;

const write = (name: string, text: string): string => {
  writeFileSync(path.join(cli.folder, name), text);
  return name;
};

const listOf = (...figures: readonly (readonly [id: string, year: number, value: string])[]) =>
  JSON.stringify({
    format: "statut-social own figures 1",
    figures: figures.map(([parameter, year, value]) => ({
      ...{ parameter, from: `${year}-01-01`, to: `${year}-12-31`, value, source: "My print" },
    })),
  });

describe("the installed command", () => {
  test("answers in the language that is asked for, else in that of the machine", () => {
    // 40,000.50 × 20.5 % / 4 = 2,050.03.
    const line = ["quarterly", "40000,50", "hoofdberoep", "2026"];
    expect(start([...line, "--lang", "fr"])).toEqual({ code: 0, out: "2 050,03 €\nFiabilité : officiel\n", err: "" });
    expect(start(line, { LANG: "nl_BE.UTF-8" })).toEqual({
      code: 0,
      out: "€ 2.050,03\nBetrouwbaarheid: officieel\n",
      err: "",
    });
    expect(start(line, { LC_ALL: "de_BE", LANG: "nl_BE" })).toMatchObject({
      out: "2.050,03 €\nVerlässlichkeit: amtlich\n",
    });
    expect(start(["--lang", "en", ...line], { LANG: "nl_BE" })).toMatchObject({
      out: "€2,050.03\nConfidence: official\n",
    });
  });

  test("ends with 1 for a refusal and 2 for a misuse, with a sentence beside the answers", () => {
    expect(start(["quarterly", "40000", "principal", "2027"])).toEqual({
      code: 1,
      out: "",
      err: "#N/A No figures are published for 2027; the last year is 2026. Enter the index of 2027 in a list of own figures (--figures), or give an indexation to project them.\n",
    });
    expect(start(["nothing"])).toEqual({ code: 2, out: "", err: "There is no function “nothing”.\n" });
  });

  test("has exact versions of few packages, and no source, test or page of the add-in", () => {
    expect(cli.manifest.dependencies).toEqual({
      ...Object.fromEntries(
        [
          ...["@modelcontextprotocol/server", "commander", "csv-parse", "decimal.js", "fastest-levenshtein", "fflate"],
          ...["hyparquet", "hyparquet-compressors", "hyparquet-writer", "numfmt"],
        ].map((name) => [name, expect.stringMatching(/^\d+\.\d+\.\d+$/) as string]),
      ),
    });
    expect(cli.files.filter((file) => /\.tsx?$|taskpane|workbench|src\/(?:host|functions)\//.test(file))).toEqual([]);
  });
});

describe("functions by name", () => {
  test("whole, short, in capitals, with the underscore of files; a short name that several have is none", async () => {
    const ended = await runAll([
      ["inasti.quarterly", "40000", "principal", "2026", "--json"],
      ["INASTI.QUARTERLY", "40000", "principal", "2026", "--json"],
      ["INASTI_QUARTERLY", "40000", "principal", "2026", "--json"],
      ["fund.rate", "0.0305"],
      ["rate", "Liantis"],
      ["surcharge", "--help", "--lang", "fr"],
      ["quarterli", "1", "--lang", "nl"],
      ["constructor"],
    ]);
    for (const { out } of ended.slice(0, 3))
      expect(JSON.parse(out)).toMatchObject({ value: 2050, confidence: "official" });
    expect(ended[3]).toEqual({ code: 0, out: "3.05%\n", err: "" });
    expect(ended.slice(4)).toEqual([
      { code: 2, out: "", err: "Several functions are called “rate”: fund.rate, benefit.rate.\n" },
      {
        code: 2,
        out: "",
        err: "Plusieurs fonctions s’appellent « surcharge » : inasti.surcharge, company.surcharge.\n",
      },
      {
        code: 2,
        out: "",
        err: expect.stringMatching(/^Er is geen functie “quarterli”\. Bedoelde u “quarterly”/) as string,
      },
      { code: 2, out: "", err: "There is no function “constructor”.\n" },
    ]);
  });

  test("arguments by place or by name, losses, what is left out, and ranges", async () => {
    const ended = await runAll([
      ["quarterly", "--income", "40000", "--category", "principal", "--year", "2026"],
      ["quarterly", "15000", "primostarter", "2026", "3", "--start", "2026-04-01"],
      ["quarterly", "-5000,50", "principal", "2026"],
      ["quarterly", "40000", "principal", "2026", "", "", "", ""],
      ["quarterly", "0", "principal", "--parameter-year", "2024"],
      ["batch", "40000;;-1,00", "principal", "2026", "--json"],
      ["career", "2026-01-01=principal;2026-07-01=none", "2026", "40000", "--json"],
      [
        "career",
        "--career",
        "2026-01-01=principal",
        "2026-07-01=none",
        "--firstYear",
        "2026",
        "--incomes",
        "40000",
        "--json",
      ],
    ]);
    expect(ended.map(({ code }) => code)).toEqual(ended.map(() => 0));
    expect(ended.slice(0, 5).map(({ out }) => out.split("\n")[0])).toEqual([
      "€2,050.00",
      // 15,000 in three quarters is 20,000 a year; × 20.5 % / 4.
      "€1,025.00",
      "€890.42",
      "€2,050.00",
      "€864.15",
    ]);
    const [batch, career, named] = ended.slice(5).map(({ out }) => (JSON.parse(out) as { value: unknown }).value);
    expect(batch).toEqual([[2050], [null], [890.42]]);
    expect(career).toEqual(named);
    // The income of two quarters counts for a year: 80,000.
    expect(career).toMatchObject([{ annualised: 80_000 }, {}, { category: "none", final: 0 }, {}]);
  });

  test("what cannot be read is refused as in a cell; a 0 is no year that is left out", async () => {
    const ended = await runAll([
      ["quarterly", "40.000", "principal", "2026", "--lang", "nl"],
      ["quarterly"],
      ["quarterly", "1", "principal", "0"],
      ["quarterly", "1", "principal", "2027", "--json"],
      ["batch", "1;x;2", "principal", "2026", "--lang", "de"],
    ]);
    expect(ended.slice(0, 3)).toEqual([
      { code: 1, out: "", err: expect.stringMatching(/^#WAARDE! inkomen: “40\.000” /) as string },
      { code: 1, out: "", err: "#VALUE! income is missing.\n" },
      { code: 1, out: "", err: "#VALUE! year must lie between 1900 and 2100; 0 was given.\n" },
    ]);
    expect(ended[3]).toMatchObject({ code: 1, err: "" });
    expect(JSON.parse(ended[3]!.out)).toMatchObject({
      function: "INASTI.QUARTERLY",
      refusal: { code: "#N/A", key: "year-not-published" },
    });
    // The other rows stand.
    expect(ended[4]).toEqual({
      code: 0,
      out: "890,42 €\n  #WERT!\n890,42 €\n#WERT! Einkommen muss eine Zahl sein; „x“ ist keine.\nVerlässlichkeit: eine Quelle\n",
      err: "",
    });
  });

  test("a command line that cannot be understood says why, in four languages", async () => {
    const wrong = [
      ["quarterly", "1", "principal", "--incomes", "2"],
      ["quarterly", "1", "principal", "2026", "1", "", "", "", "8"],
      ["quarterly", "1", "principal", "--income", "2"],
      ["quarterly", "1", "principal", "--year"],
      ["quarterly", "1", "principal", "--parameter-year", "1999"],
      ["quarterly", "1", "principal", "--figures", "missing.json"],
      ["figures", "--awaited", "--on", "tomorrow"],
    ];
    const ended = await runAll(
      LANGUAGES.flatMap((language) => wrong.map((line) => [...line.slice(0, 1), "--lang", language, ...line.slice(1)])),
    );
    expect(ended.map(({ code, out }) => [code, out])).toEqual(ended.map(() => [2, ""]));
    expect(ended.slice(0, wrong.length).map(({ err }) => err.trim())).toEqual([
      "There is no option --incomes. Did you mean “--income”?",
      "Too many arguments. Put a text with spaces between quotation marks.",
      "“income” is given twice, by its place and by its name.",
      "--year needs a value.",
      "--parameter-year must be a year from 2015 to 2100; “1999” was given.",
      "missing.json cannot be read (ENOENT).",
      "--on must be a day such as 2026-01-31; “tomorrow” was given.",
    ]);
    expect(new Set(ended.map(({ err }) => err)).size).toBe(ended.length);
    expect(await run("quarterly", "1", "--lang", "it")).toEqual({
      code: 2,
      out: "",
      err: "“it” is not one of the languages: en, fr, nl, de.\n",
    });
  });
});

describe("explanations and tables", () => {
  test("--explain tells the way with articles and sources", async () => {
    const { out } = await run("quarterly", "40000", "principal", "2026", "--explain", "--lang", "nl");
    expect(out).toContain("  Inkomen van het jaar: € 40.000,00\n      KB nr. 38, art. 11, § 2\n");
    expect(out).toContain(
      "  Eerste schijf: € 2.050,00\n      € 40.000,00 × 20,5% ÷ 4\n      KB nr. 38, art. 12, § 1 · officieel\n",
    );
    expect(out).toMatch(
      /Percentage van de eerste schijf: 20,5%, sinds 01\/01\/2018\. Koninklijk besluit nr\. 38 van 27\/07\/1967 · KB nr\. 38, art\. 12, § 1/,
    );
  });

  test("a table has its columns beside one another, words in the language", async () => {
    const [breakdown, eligible, compare] = (
      await runAll([
        ["breakdown", "90000", "principal", "2026", "--lang", "fr"],
        ["eligible", "principal", "bankruptcy", "2025-05-02", "3", "8", "--lang", "fr"],
        ["compare", "2050", "2026", "--lang", "nl"],
      ])
    ).map(({ out }) => out.split("\n"));
    expect(breakdown!.slice(0, 5)).toEqual([
      "étape             base     taux         montant  article                    fiabilité",
      "revenu     90 000,00 €                           AR n° 38, art. 11, § 2",
      "tranche 1  75 024,54 €   20,5 %  3 845,007675 €  AR n° 38, art. 12, § 1er   deux sources",
      "tranche 2  14 975,46 €  14,16 %    530,131284 €  AR n° 38, art. 12, § 1er   deux sources",
      "arrondi                              0,001041 €  AR du 19/12/1967, art. 53",
    ]);
    // As in a cell, the answer stands in the corner.
    expect(eligible![0]).toMatch(/^non +requis +donné +remplie +article$/);
    expect(compare![1]).toMatch(/^Acerta +3,05% +2026 +€ 62,53 +€ 2\.112,53 /);
    expect(compare!.at(-3)).toMatch(/^zonder gepubliceerd percentage: /);
  });
});

describe("own figures", () => {
  const INDEX = "contributions.index.numerator";

  test("2027 by one number is what the workbook gives: test/functions/own-figures.test.ts", async () => {
    const own = write(
      "own.json",
      listOf([INDEX, 2027, "690.00"], ["contributions.revaluation.denominator", 2027, "650.24"]),
    );
    const ended = await runAll([
      ["quarterly", "0", "principal", "2027", "--figures", own, "--lang", "fr"],
      ["quarterly", "0", "principal", "2028", "--indexation", "0,02", "--figures", own],
      ["source", "contributions.principal.minimum-income", "2027-03-01", "--figures", own, "--json"],
      ["quarterly", "0", "principal", "2027"],
      ["figures", "index", "numerator", "--figures", own],
    ]);
    expect(ended.slice(0, 2).map(({ out }) => out)).toEqual([
      "908,19 €\nFiabilité : chiffre personnel\n",
      "€926.35\nConfidence: projection\n",
    ]);
    expect(JSON.parse(ended[2]!.out)).toMatchObject({ value: [{ law: "My print", confidence: "own" }] });
    expect(ended[3]!.code).toBe(1);
    expect(ended[4]!.out).toMatch(
      /^contributions\.index\.numerator\n.*: 690, 01\/01\/2027 to 31\/12\/2027\. My print · own figure\n$/,
    );
  });

  test("one that the data have by now is told beside the answer, which rests on it", async () => {
    const known = write(
      "known.json",
      listOf([INDEX, 2026, "676.50"], ["contributions.revaluation.denominator", 2026, "650.00"]),
    );
    const { code, out, err } = await run("quarterly", "40000", "principal", "2026", "--figures", known, "--lang", "nl");
    expect([code, out]).toEqual([0, "€ 2.050,00\nBetrouwbaarheid: officieel\n"]);
    expect(err.split("\n")).toEqual([
      expect.stringMatching(/: Intussen gepubliceerd, met dezelfde waarde: 676,5, /),
      expect.stringMatching(/: Intussen gepubliceerd, met een andere waarde: 630,85, /),
      "",
    ]);
  });

  test("what is no list is refused with a sentence in each language, whatever is asked", async () => {
    const hostile = [
      ...["", "{", "[]", "null"],
      ...[listOf([INDEX, 2027, "1e308"]), listOf(["__proto__", 2027, "1"]), listOf([INDEX, 1, "1"])],
    ];
    const files = hostile.map((text, at) => write(`hostile-${at}.json`, text));
    const calls = files.flatMap((file) => [
      ["quarterly", "1", "principal", "--figures", file],
      ["figures", "--figures", file],
    ]);
    const ended = await runAll(LANGUAGES.flatMap((language) => calls.map((call) => [...call, "--lang", language])));
    expect(ended.map(({ code, out }) => [code, out])).toEqual(ended.map(() => [1, ""]));
    const sentences = ended.map(({ err }) => err);
    expect(sentences.filter((text) => !/^#\S+! \S.*\.\n$/.test(text))).toEqual([]);
    expect(sentences.filter((text) => /undefined|NaN|\{\{|\$t|at .*\.js/.test(text))).toEqual([]);
  });
});

describe("figures of the law", () => {
  test("are listed with value, days and source, by words of their name in the language", async () => {
    const ended = await runAll([
      ["figures"],
      ["figures", "--json"],
      ["figures", "drempelbedrag", "nothing", "--lang", "nl"],
      ["figures", "PLAFOND", "anticipee", "enfant", "--lang", "fr"],
    ]);
    const all = JSON.parse(ended[1]!.out) as { id: string; from: string; source: { title: string } }[];
    expect(all.length).toBeGreaterThan(300);
    expect(ended[0]!.out.match(/^\S/gm)).toHaveLength(all.length);
    expect(all.filter(({ id, from, source }) => !id || !/^\d{4}-\d\d-\d\d$/.test(from) || !source.title)).toEqual([]);
    expect(ended[2]).toEqual({ code: 1, out: "", err: "Geen cijfer bevat deze woorden.\n" });
    expect(ended[3]!.out).toMatch(
      /^status\.pensioner-ceiling\.early-child\n {2}Plafond de revenu : pension anticipée, avec enfant : 12 140,00 € par an, du 01\/01\/2025 au 31\/12\/2025\. /,
    );
  });

  test("those that are awaited on a day, and no longer where they are given", async () => {
    const own = write("index.json", listOf(["contributions.index.numerator", 2027, "690.00"]));
    const [asked, given, text] = await runAll([
      ["figures", "--awaited", "--on", "2026-12-01", "--json"],
      ["figures", "--awaited", "--on", "2026-12-01", "--json", "--figures", own],
      ["figures", "--awaited", "--lang", "de"],
    ]);
    const ids = ({ out }: Ended) =>
      (JSON.parse(out) as { id: string; from: string }[]).map(({ id, from }) => `${id} ${from}`);
    expect(ids(asked!)).toEqual(
      expect.arrayContaining(["contributions.index.numerator 2027-01-01", "benefits.index.rank 2026-12-01"]),
    );
    expect(ids(given!)).not.toContain("contributions.index.numerator 2027-01-01");
    expect(text!.out).toMatch(/^Index des nächsten Jahres/);
  });
});

describe("help", () => {
  const ids = Object.keys(DEFINITIONS).map((id) => id.toLowerCase());

  test("of every function is whole in each language", async () => {
    const pages = await runAll(
      LANGUAGES.flatMap((language) =>
        [["--help"], ...ids.map((id) => [id, "--help"])].map((line) => [...line, "--lang", language]),
      ),
    );
    expect(pages.filter(({ code, err }) => code !== 0 || err !== "")).toEqual([]);
    const left = /\{\{|\$t\(|undefined|program:|help:|column\/|display help|output the version/;
    expect(pages.filter(({ out }) => left.test(out)).map(({ out }) => out)).toEqual([]);
    LANGUAGES.forEach((language, at) => {
      const [whole, ...each] = pages.slice(at * (ids.length + 1), (at + 1) * (ids.length + 1));
      expect(ids.filter((id) => !whole!.out.includes(`  ${id} `))).toEqual([]);
      // English headings of commander, which French writes with a space before the colon.
      const english = each.filter(({ out }) => /^(?:Usage|Arguments|Options|Commands):/m.test(out));
      expect([language, english.length]).toEqual([language, language === "en" ? ids.length : 0]);
    });
  });

  test("of the other commands has no English in another language", async () => {
    const lines = ["figures", "sql", "standalone", "mcp"].flatMap((command) =>
      LANGUAGES.map((language) => [command, "--help", "--lang", language]),
    );
    const ended = await runAll(lines);
    expect(ended.map(({ code }) => code)).toEqual(lines.map(() => 0));
    const english = /<(?:file|code|year|folder|names|workbook)>|\(default|\[words|^Usage:/m;
    expect(ended.map(({ out }) => english.test(out) || /undefined|program:|\{\{/.test(out))).toEqual(
      lines.map((line) => line.at(-1) === "en"),
    );
  });

  test("its examples can be typed", async () => {
    const examples = JSON.parse(
      readFileSync(path.join(cli.folder, "node_modules/statut-social/examples.js"), "utf8").replace(
        /^export default |;\s*$/g,
        "",
      ),
    ) as Record<string, string[]>;
    const calls = Object.values(examples).flat();
    expect(calls.length).toBeGreaterThan(60);
    const lines = calls.map((call) => [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(([, text, word]) => text ?? word!));
    const ended = await runAll(lines);
    expect(calls.filter((_, at) => ended[at]!.code !== 0)).toEqual([]);
  });
});

describe("the law as tables, and the functions in SQL", () => {
  const at = (...names: string[]): string => path.join(cli.folder, ...names);

  /** What DuckDB answers once the scripts of a folder were run. */
  async function asked(folder: string, query: string): Promise<unknown[][]> {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    for (const name of ["law", "functions", "inputs", "views"])
      await connection.run(readFileSync(at(folder, "duckdb", `${name}.sql`), "utf8"));
    await connection.run("INSERT INTO inasti_member VALUES ('m', 'principal', 2027, 1, 40000, NULL, NULL, NULL)");
    const rows = (await connection.runAndReadAll(query)).getRowsJS();
    connection.closeSync();
    return rows;
  }

  test("come with the cents of the functions, and with reasons in the language of the reader", async () => {
    const [written, refused] = await runAll([
      ["sql", "-o", "deep/law", "--lang", "fr"],
      ["quarterly", "40000", "principal", "2027", "--lang", "fr"],
    ]);
    expect(written).toMatchObject({ code: 0, err: "" });
    expect(written!.out).toMatch(
      /^deep\/law : \d+ lois d’un trimestre, années de cotisation 2015 à 2026, pour duckdb, /,
    );
    // 40,000.50 × 20.5 % / 4 = 2,050.03.
    const query = `SELECT CAST(inasti_quarterly(40000.50, 'principal', 2026, 1) AS VARCHAR), reason FROM inasti_refused`;
    const [[amount, reason]] = (await asked("deep/law", query)) as [[string, string]];
    expect(amount).toBe("2050.03");
    expect(`#N/A ${reason.replace(/[^\S\n]/g, " ")}\n`).toBe(refused!.err);
    const tables = readdirSync(at("deep/law")).filter((name) => name.endsWith(".parquet"));
    for (const table of tables) {
      const [csv, parquet] = ["csv", "parquet"].map((kind) => at("deep/law", table.replace("parquet", kind)));
      const counts = `SELECT (SELECT COUNT(*) FROM read_csv('${csv}', header = true)) - (SELECT COUNT(*) FROM '${parquet}'), (SELECT COUNT(*) FROM '${parquet}') > 0`;
      expect([table, ...(await asked("deep/law", counts))]).toEqual([table, [0n, true]]);
    }
    expect(readFileSync(at("deep/law/README.md"), "utf8")).toContain("# Les cotisations sociales des indépendants");
  });

  test("rest on figures of one's own, or on an assumed growth of the index, for years to come", async () => {
    write("own-index.json", listOf(["contributions.index.numerator", 2027, "690.03"]));
    const [own, assumed] = await runAll([
      ["sql", "-o", "own", "--dialect", "duckdb", "--figures", "own-index.json"],
      ["sql", "-o", "assumed", "--dialect", "DuckDB", "--indexation", "0,018", "--until", "2029", "--json"],
    ]);
    expect([own!.code, assumed!.code]).toEqual([0, 0]);
    expect(JSON.parse(assumed!.out)).toMatchObject({ dialects: ["duckdb"], years: [2015, 2029] });
    expect(readdirSync(at("assumed")).filter((name) => !/\.(csv|parquet)$/.test(name))).toEqual([
      "README.md",
      "duckdb",
    ]);
    const query =
      "SELECT DISTINCT year, confidence FROM inasti_law WHERE year > 2026 AND category = 'principal' ORDER BY year";
    expect(await asked("own", query)).toEqual([[2027, "own"]]);
    expect(await asked("assumed", query)).toEqual([2027, 2028, 2029].map((year) => [year, "projection"]));
  });

  test("replace what this command wrote and nothing else; what is wrong is said, and leaves nothing", async () => {
    mkdirSync(at("kept"));
    write("kept/mine.csv", "1");
    await run("sql", "-o", "again", "--indexation", "0.018");
    const ended = await runAll([
      ["sql", "-o", "again", "--dialect", "sqlite"],
      ["sql", "-o", "kept"],
      ["sql", "-o", "kept/mine.csv"],
      ["sql", "-o", "."],
      ["sql"],
      ["sql", "-o", "none", "--dialect", "duckdb,posgresql"],
      ["sql", "-o", "none", "--until", "2030"],
      ["sql", "-o", "none", "--indexation", "0.02", "--until", "2026"],
      ["sql", "-o", "none", "--indexation", "2"],
      ["sql", "-o", "none", "--figures", "nowhere.json"],
    ]);
    expect(ended.map(({ code }) => code)).toEqual([0, 2, 2, 2, 2, 2, 2, 2, 1, 2]);
    expect(ended.slice(1).map(({ err }) => err.trim())).toEqual([
      "kept has something that this command did not write: mine.csv. Name a folder that is empty or not there yet.",
      "kept/mine.csv is a file. --output must be a folder.",
      expect.stringMatching(/^\. (?:has something|is the folder)/),
      "--output needs a value.",
      "There is no dialect “posgresql”. Did you mean “postgresql”? Accepted: duckdb, spark, postgresql, sqlite, clickhouse, bigquery, snowflake.",
      "--until needs --indexation: years to come have no figures without it.",
      "--until must be a year from 2027 to 2100; “2026” was given.",
      expect.stringMatching(/^#VALUE! indexation: a yearly growth is a fraction/),
      "nowhere.json cannot be read (ENOENT).",
    ]);
    expect(readdirSync(at("again")).filter((name) => !/\.(csv|parquet)$/.test(name))).toEqual(["README.md", "sqlite"]);
    expect([readdirSync(at("kept")), existsSync(at("none"))]).toEqual([["mine.csv"], false]);
    expect(readdirSync(cli.folder).filter((name) => /\.(part|before)$/.test(name))).toEqual([]);
  });
});
