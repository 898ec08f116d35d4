import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { answerTo, DEFINITIONS } from "../../src/definitions";
import { LANGUAGES } from "../../src/i18n";
import { type Book, read, write } from "../../src/package";
import { day } from "../../src/rules/calendar";
import { commandOf, type Ended, ranAll, started } from "./command";
import { installed, type Installed, NODE } from "./installed";

let cli: Installed;
beforeAll(() => {
  cli = installed("cli");
});
afterAll(() => cli.remove());

const at = (name: string): string => path.join(cli.folder, name);
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return name;
};
const text = (name: string): string => readFileSync(at(name), "utf8").replace(/^\ufeff/, "");
const run = async (...line: string[]): Promise<Ended> => (await ranAll(cli, [line]))[0]!;
/** The fields of a text without quotation marks. */
const fields = (name: string, separator = ";"): string[][] =>
  text(name)
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(separator));

interface Client {
  readonly income: number;
  readonly category: string;
  readonly start: string;
  readonly fund: string;
  readonly paid: number | null;
}

const CLIENTS: readonly Client[] = [
  { income: 40_000, category: "hoofdberoep", start: "2019-04-01", fund: "Liantis", paid: 8_000 },
  { income: 1_234.56, category: "bijberoep", start: "2020-01-15", fund: "Xerius", paid: null },
  { income: -500, category: "titre principal", start: "2026-02-10", fund: "3,05%", paid: 100.1 },
  { income: 95_000.5, category: "meewerkende partner", start: "2010-12-31", fund: "Acerta", paid: 0 },
];

const belgian = (amount: number): string =>
  amount
    .toFixed(2)
    .replace(".", ",")
    .replace(/\B(?=(?:\d{3})+,)/g, ".");
const belgianDay = (iso: string): string => iso.split("-").reverse().join("/");

const HEADINGS = {
  en: "Client;Category;Net income;Start date;Fund;Paid",
  fr: "Nom;Statut;Revenu net;Date de début;Caisse;Payé",
  nl: "Klant;Statuut;Netto-inkomen;Begindatum;Fonds;Betaald",
  de: "Kunde;Kategorie;Nettoeinkommen;Beginn der Tätigkeit;Kasse;Bezahlt",
};

const listIn = (language: keyof typeof HEADINGS, newline = "\r\n"): string =>
  [
    HEADINGS[language],
    ...CLIENTS.map(({ income, category, start, fund, paid }, index) =>
      [
        `Client ${index + 1}`,
        category,
        belgian(income),
        belgianDay(start),
        fund,
        paid === null ? "" : belgian(paid),
      ].join(";"),
    ),
  ].join(newline) + newline;

/** What a cell with INASTI.DOSSIER has for the clients, in cents; undefined for nothing. */
const COLUMNS = ["quarter1", "quarter2", "quarter3", "quarter4", "annual", "fee", "total", "settlement"] as const;
const accounts = (): (number | undefined)[][] => {
  const { value } = answerTo(DEFINITIONS["INASTI.DOSSIER"], [
    CLIENTS.map(({ income }) => [income]),
    CLIENTS.map(({ category }) => [category]),
    2026,
    CLIENTS.map(({ start }) => [start]),
    null,
    CLIENTS.map(({ fund }) => [fund]),
    CLIENTS.map(({ paid }) => [paid]),
    null,
  ]);
  return (value as Readonly<Record<string, number | undefined>>[]).map((row) => COLUMNS.map((name) => row[name]));
};

describe("a list of clients", () => {
  test("is found by its headings in four languages, and each row has what a cell has, to the cent", async () => {
    const lines = LANGUAGES.map((language) => [
      ...["dossier", put(`list-${language}.csv`, listIn(language))],
      ...["--years", "2026", "-o", `out-${language}.csv`, "--lang", language],
    ]);
    const ended = await ranAll(cli, lines);
    expect(ended.map(({ code, out }) => [code, out])).toEqual(LANGUAGES.map(() => [0, ""]));
    const expected = accounts();
    // 40,000 × 20.5 % ÷ 4.
    expect(expected[0]!.slice(0, 5)).toEqual([205_000, 205_000, 205_000, 205_000, 820_000]);
    for (const language of LANGUAGES) {
      const [head, ...rows] = fields(`out-${language}.csv`);
      expect(head!.slice(0, 6).join(";")).toBe(HEADINGS[language]);
      const cents = rows.map((row) =>
        row
          .slice(8, 16)
          .map((field) => (field === "" ? undefined : Number(field.replace(/["]/g, "").replace(",", "")))),
      );
      expect(cents).toEqual(expected);
    }
    expect(fields("out-nl.csv")[0]!.slice(6)).toEqual([
      ...["kwartalen", "op jaarbasis", "kwartaal 1", "kwartaal 2", "kwartaal 3", "kwartaal 4"],
      ...["jaarbijdrage", "beheerskosten", "totaal", "regularisatie", "betrouwbaarheid", "fout"],
    ]);
    expect(ended[2]!.err).toBe(
      "Kolommen: incomes: Netto-inkomen · categories: Statuut · starts: Begindatum · funds: Fonds · paid: Betaald\n" +
        "Niet gebruikt: Klant\n" +
        "Rijen met een antwoord: 4; geweigerd: 0.\n",
    );
  });

  test("gives the same from a workbook and from Parquet, and back: days, amounts, blanks", async () => {
    const columns = HEADINGS.nl.split(";");
    const book: Book = {
      styles: [{ format: "dd/mm/yyyy" }],
      sheets: [
        { name: "Other", cells: [{ row: 0, column: 0, value: "nothing" }] },
        {
          name: "Klanten",
          cells: [
            ...columns.map((value, column) => ({ row: 2, column: column + 1, value })),
            ...CLIENTS.flatMap(({ income, category, start, fund, paid }, index) => {
              const [y, m, d] = start.split("-").map(Number) as [number, number, number];
              const values = [`Client ${index + 1}`, category, income, day(y, m, d), fund, paid];
              return values.flatMap((value, column) =>
                value === null
                  ? []
                  : [{ row: 3 + index, column: column + 1, value, ...(column === 3 && { style: 0 }) }],
              );
            }),
          ],
        },
      ],
    };
    put("list.xlsx", write(book, []));
    put("list.csv", listIn("nl"));
    const ended = await ranAll(cli, [
      ["dossier", "list.xlsx", "--sheet", "klanten", "--years", "2026", "-o", "one.parquet"],
      ["dossier", "list.csv", "--years", "2026", "-o", "two.xlsx", "--lang", "nl"],
      // What was answered stands beside the columns of the list, and is none of them.
      ["dossier", "two.xlsx", "--years", "2026", "-o", "three.ndjson", "--json"],
      ["dossier", "one.parquet", "--years", "2026", "-o", "four.csv", "--lang", "nl"],
    ]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    const expected = accounts();
    const rows = await cli.ask<Record<string, unknown>[]>(`
      import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
      export default await parquetReadObjects({ file: await asyncBufferFromFile(${JSON.stringify(at("one.parquet"))}) });`);
    const names = ["quarter 1", "quarter 2", "quarter 3", "quarter 4", "annual", "fee", "total", "settlement"];
    expect(rows.map((row) => names.map((name) => cents(row[name])))).toEqual(expected);
    expect(rows[0]).toMatchObject({ Begindatum: "2019-04-01", confidence: "derived", error: null });
    const [sheet] = read(readFileSync(at("two.xlsx")), []).book.sheets;
    const cells = (row: number): unknown[] =>
      Array.from(
        { length: 18 },
        (_, column) => sheet!.cells.find((one) => one.row === row && one.column === column)?.value,
      );
    expect([1, 2, 3, 4].map((row) => cells(row).slice(8, 16).map(cents))).toEqual(expected);
    const lines = text("three.ndjson")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Line);
    expect(lines.map(({ value }) => COLUMNS.map((name) => cents(value[0]![name])))).toEqual(expected);
    expect(lines[0]).toMatchObject({ row: 2, input: { Klant: "Client 1" }, confidence: "derived" });
    expect(
      fields("four.csv")
        .slice(1)
        .map((row) => row.slice(8, 16).map((one) => one.replace(/"/g, ""))),
    ).toEqual(
      fields("four.csv")
        .slice(1)
        .map((row) => row.slice(20, 28).map((one) => one.replace(/"/g, ""))),
    );
  });

  interface Line {
    readonly value: readonly Readonly<Record<string, unknown>>[];
  }
  const cents = (amount: unknown): number | undefined =>
    amount === null || amount === undefined ? undefined : Math.round(Number(amount) * 100);
});

describe("any function", () => {
  test("takes columns by its own names, by --map, and what holds for all rows by name; a table gives a row each", async () => {
    // A year is called so in any language: that it would be left out, and the parameter year taken, nobody would see.
    put("rows.csv", "id;Winst;jaar;soort\n1;40000;2026;principal\n2;90000;2025;student\n");
    const ended = await ranAll(cli, [
      ["quarterly", "rows.csv", "--map", "income=winst", "--map", "category=D"],
      ["annual", "rows.csv", "--map", "income=Winst", "--category", "hoofdberoep", "--lang", "nl"],
      ["breakdown", "rows.csv", "--map", "income=Winst", "--category", "principal", "--json"],
      ["inasti.duedate", "rows.csv", "--quarter", "1"],
    ]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    const column = ({ out }: Ended, index: number): string[] =>
      out
        .trimEnd()
        .split("\n")
        .map((line) => line.split(";")[index]!.replace(/"/g, ""));
    expect(column(ended[0]!, 4).slice(0, 2)).toEqual(["INASTI.QUARTERLY", "2050,00"]);
    expect(column(ended[1]!, 4)[1]).toBe("8200,00");
    const [first] = ended[2]!.out.split("\n").map((line) => JSON.parse(line || "{}") as { value?: { step: string }[] });
    expect(first!.value!.map(({ step }) => step)).toEqual(
      ["income", "bracket-1", "rounding"].slice(0, first!.value!.length),
    );
    expect(column(ended[3]!, 4)).toEqual(["INASTI.DUEDATE", "31/03/2026", "31/03/2025"]);
  });

  test("a row that is refused says so beside the others; reasons are summed, and the exit code tells", async () => {
    put(
      "bad.csv",
      "income;category;year\n1.234;principal;2026\n40000;principal;2026\n;principal;2026\n40000;nobody;2026\n40000;principal;2031\n1,5;1;2;3\n;;\n1e308;principal;2026\n",
    );
    const { code, err } = await run("quarterly", "bad.csv", "-o", "bad.out.csv");
    expect(code).toBe(1);
    const rows = fields("bad.out.csv");
    expect(rows[0]).toEqual(["income", "category", "year", "INASTI.QUARTERLY", "confidence", "error"]);
    expect(rows.slice(1).map((row) => row[3]!.replace(/"/g, ""))).toEqual([
      "#VALUE!",
      "2050,00",
      ...["#VALUE!", "#VALUE!", "#N/A", "#VALUE!", "", "#VALUE!"],
    ]);
    expect(rows[1]![5]).toContain("#VALUE! income: “1.234” can be read as a thousand or as a decimal.");
    expect(err).toContain("Rows with an answer: 1; refused: 6.\n");
    expect(err).toContain("1 ×, first in row 6: #N/A No figures are published for 2031;");
    expect(err).toContain("first in row 7: #VALUE! The row has 4 fields, and there are 3 headings.");
  });
});

describe("text files", () => {
  test("are read in the encodings and line ends of this country, with marks, quotes and other separators", async () => {
    const rows = [
      "Dénomination;Revenu;Catégorie",
      '"Élise ""L."" d’Hôte; fils";40000,00;principal',
      "“Zoë”\u20ac;40.000,00;principal",
    ];
    const body = rows.join("\r\n");
    const windows = Buffer.from(
      [...body].map((sign) => ({ "\u20ac": 0x80, "’": 0x92, "“": 0x93, "”": 0x94 })[sign] ?? sign.charCodeAt(0)),
    );
    const variants: Readonly<Record<string, Uint8Array>> = {
      "utf8.csv": Buffer.from(body),
      "mark.csv": Buffer.from(`\ufeff${body}\r\n`),
      "windows.csv": windows,
      "utf16.csv": Buffer.from(`\ufeff${body}`, "utf16le"),
      "big.csv": Buffer.from(`\ufeff${body}`, "utf16le").swap16(),
      "old.csv": Buffer.from(rows.join("\r")),
      "said.csv": Buffer.from(`sep=;\r\n${body}`),
      "tabs.tsv": Buffer.from(
        body.replaceAll('"Élise ""L."" d’Hôte; fils"', '"Élise ""L."" d’Hôte; fils"').replace(/;(?! fils)/g, "\t"),
      ),
      "lines.csv": Buffer.from(body.replace("Hôte; fils", "Hôte\r\nfils; fils").replace("\r\nfils;", "\n;")),
    };
    const names = Object.keys(variants);
    for (const name of names) put(name, variants[name]!);
    const ended = await ranAll(
      cli,
      names.map((name) => ["quarterly", name, "--year", "2026", "--json"]),
    );
    ended.forEach(({ code, out, err }, index) => {
      const lines = out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as { input: Record<string, string>; value: number });
      expect([names[index], code, lines.map(({ value }) => value)]).toEqual([names[index], 0, [2050, 2050]]);
      if (names[index] !== "lines.csv") expect(lines[0]!.input["Dénomination"]).toBe('Élise "L." d’Hôte; fils');
      expect(lines[1]!.input["Dénomination"]).toBe("“Zoë”€");
      expect(err.includes("was read as Windows-1252")).toBe(names[index] === "windows.csv");
    });
  });

  test("a decimal point stays one, and no row is mixed up by a comma that parts fields", async () => {
    put("english.csv", "income,category\n40000.50,principal\n40000,50,principal\n");
    const { code, out } = await run("quarterly", "english.csv", "--year", "2026");
    expect(code).toBe(1);
    expect(out.split("\n").slice(1, 3)).toEqual([
      "40000.50,principal,2050.03,official,",
      expect.stringMatching(/^40000,50,#VALUE!,,"#VALUE! The row has 3 fields/) as string,
    ]);
  });
});

describe("what cannot be read", () => {
  const good = "income;category\n1;principal\n";
  const CASES: readonly (readonly [
    file: string,
    content: string | Uint8Array | null,
    args: readonly string[],
    sentence: RegExp,
  ])[] = [
    ["gone.csv", null, [], /^gone\.csv does not exist\.$/],
    ["empty.csv", "", [], /^empty\.csv is empty\.$/],
    ["empty.xlsx", "", [], /^empty\.xlsx is empty\.$/],
    ["empty.parquet", "", [], /^empty\.parquet is empty\.$/],
    ["head.csv", "a;b\n1;2\n", [], /^No column for: income, category\. The headings are: a, b\. /],
    ["binary.csv", Buffer.from([0x89, 0x50, 0, 1, 2, 3, 10]), [], /^binary\.csv is no text file\./],
    ["marked.csv", Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x3b, 0xe9, 10]), [], /^marked\.csv says that it is UTF-8/],
    ["quote.csv", 'income;category\n1;principal\n"2;principal\n', [], /^quote\.csv, line \d: a quotation mark opens/],
    [
      "long.csv",
      `income;category\n1;${"x".repeat(2 ** 21)}`,
      [],
      /^long\.csv, line \d: a row has more than 1,048,576 characters/,
    ],
    ["broken.xlsx", "PK\u0003\u0004 nothing", [], /^broken\.xlsx was not read\. This file is no workbook/],
    ["text.xlsx", good, [], /^text\.xlsx was not read\. This file is no workbook/],
    ["text.parquet", good, [], /^text\.parquet is no Parquet file, or it is damaged\.$/],
    ["cut.parquet", Buffer.from("PAR1aaaaaaaa\u0010\0\0\0PAR1"), [], /^cut\.parquet is no Parquet file/],
    ["fine.csv", good, ["--map", "income"], /^--map must be an argument and a heading/],
    ["fine.csv", good, ["--map", "profit=income"], /^There is no argument “profit”: income, category, /],
    [
      "fine.csv",
      good,
      ["--map", "income=incone"],
      /^No column is headed “incone”: income, category\. Did you mean “income”\?$/,
    ],
    ["fine.csv", good, ["--separator", "ab"], /^--separator must be one sign/],
    ["fine.csv", good, ["--output", "out.pdf"], /^out\.pdf: --output must end in \.csv, /],
    ["fine.csv", good, ["--output", "./fine.csv"], /^fine\.csv is read and cannot be written at the same time\./],
    ["fine.csv", good, ["--output", "nowhere/out.csv"], /^nowhere\/out\.csv does not exist\.$/],
    ["fine.csv", good, ["2026"], /^Beside a file, arguments are given by their names/],
  ];

  test("is refused with a sentence and an exit code in each language, and nothing is written", async () => {
    for (const [file, content] of CASES) if (content !== null) put(file, content);
    const before = readdirSync(cli.folder).sort();
    const line = (language: string) =>
      CASES.map(([file, , args]) => [
        "quarterly",
        file,
        ...(args.includes("--output") ? [] : ["-o", "never.csv"]),
        ...args,
        "--lang",
        language,
      ]);
    const ended = await ranAll(cli, LANGUAGES.flatMap(line));
    expect(ended.map(({ code, out }) => [code, out])).toEqual(ended.map(() => [2, ""]));
    const last = ended.map(({ err }) => err.trimEnd().split("\n").at(-1)!);
    CASES.forEach(([, , , sentence], index) => expect(last[index]).toMatch(sentence));
    expect(new Set(last).size).toBeGreaterThan(CASES.length * 3);
    expect(ended.filter(({ err }) => /undefined|NaN|\{\{|program:|workbench:|at .*\.js/.test(err))).toEqual([]);
    expect(
      readdirSync(cli.folder)
        .filter((name) => !name.startsWith("module-"))
        .sort(),
    ).toEqual(before.filter((name) => !name.startsWith("module-")));
  });

  test("options of files without one are refused", async () => {
    expect(await run("quarterly", "1", "principal", "-o", "x.csv")).toMatchObject({
      code: 2,
      err: "--output belongs to a file of rows, which stands in the place of the arguments: clients.csv.\n",
    });
  });
});

describe("large files", () => {
  /** A list of so many clients. */
  const large = (name: string, rows: number): string => {
    const file = openSync(at(name), "w");
    writeSync(file, "Klant;Statuut;Netto-inkomen\r\n");
    for (let row = 0; row < rows; row += 1_000)
      writeSync(
        file,
        Array.from({ length: 1_000 }, (_, one) => `Klant ${row + one};hoofdberoep;${row + one},50\r\n`).join(""),
      );
    closeSync(file);
    return name;
  };

  test("go through in little memory: the heap has less room than the file takes", () => {
    large("large.csv", 150_000);
    const { code, err } = started(cli, ["quarterly", "large.csv", "--year", "2026", "-o", "large.out.csv"], {
      options: ["--max-old-space-size=40"],
    });
    expect([code, err.split("\n")[2]]).toEqual([0, "Rows with an answer: 150,000; refused: 0."]);
    expect(statSync(at("large.csv")).size).toBeGreaterThan(4 * 2 ** 20);
    const rows = text("large.out.csv").trimEnd().split("\r\n");
    expect(rows).toHaveLength(150_001);
    // 75,000.50 × 20.5 % ÷ 4 = 3,843.78.
    expect(rows[75_001]).toBe("Klant 75000;hoofdberoep;75000,50;3843,78;official;");
    // A bar belongs on a terminal.
    expect(err.split("").filter((sign) => sign === "\r" || sign === "\u001b")).toEqual([]);
  });

  test("one that is stopped leaves nothing behind", async () => {
    large("stopped.csv", 300_000);
    const child = spawn(NODE, commandOf(cli, ["quarterly", "stopped.csv", "--year", "2026", "-o", "stopped.out.csv"]), {
      cwd: cli.folder,
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    const parts = (): string[] => readdirSync(cli.folder).filter((name) => name.endsWith(".part"));
    while (parts().length === 0 && child.exitCode === null) await wait(5);
    child.kill("SIGTERM");
    expect((await ended)[0]).toBe(143);
    expect([parts(), existsSync(at("stopped.out.csv"))]).toEqual([[], false]);
  });

  test("show on a terminal how far they are", async () => {
    put("shown.csv", listIn("nl"));
    const shown = await cli.ask<string>(`
      import { run } from "./node_modules/statut-social/lib/packages/cli/src/run.js";
      let shown = "";
      await run(["dossier", ${JSON.stringify(at("shown.csv"))}, "--lang", "fr"], {
        examples: {}, names: {}, environment: {}, columns: 100, today: 46357, now: () => 0, terminal: (text) => { shown += text; },
        speech: async (code) => (await import("./node_modules/statut-social/languages/" + code + ".js")).default,
        read: () => "", out: () => {}, err: () => {}, put: async () => {} });
      export default shown;`);
    expect(shown.replace(/\s/g, " ")).toBe(` ${"█".repeat(30)} 100 %, 4 lignes\u001b[K \u001b[K`);
  });
});
