import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import webpack from "webpack";
import { definitionOf, DEFINITIONS } from "../../src/definitions";
import { LANGUAGES } from "../../src/i18n";
import { LAST_YEAR } from "../../src/rules/contributions";
import { type Case, casesOf, cells } from "../golden/harness";
import { installed, type Installed, NODE, root } from "./installed";

/** As the project makes its own bundles. */
const { minimizer } = jest.requireActual<{ readonly minimizer: () => webpack.WebpackPluginInstance[] }>(
  "../../tools/swc.cjs",
);

let core: Installed;
beforeAll(() => {
  core = installed("core");
});
afterAll(() => core.remove());

const print = (expression: string) => `export default ${expression};`;

/** What an expression gives that uses the package as `core`. */
const ask = <T>(expression: string): Promise<T> =>
  core.ask(`import * as core from "@statut-social/core"; ${print(expression)}`);

/** The fraction of 2027, as the pane exports a list. */
const listOf = (value: string, id = "contributions.index.numerator") =>
  JSON.stringify({
    format: "statut-social own figures 1",
    figures: [{ parameter: id, from: "2027-01-01", to: "2027-12-31", value, source: "My print" }],
  });

describe("the tarball", () => {
  test("has what a program needs and no source, test or text of the pane", () => {
    expect(core.files).toEqual(
      expect.arrayContaining(["package.json", "README.md", "LICENSE", "index.js", "index.d.ts"]),
    );
    expect(core.files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))).toEqual([]);
    expect(core.files.filter((file) => /(taskpane|workbench|host|functions\/|pane\/(?!explain))/.test(file))).toEqual(
      [],
    );
    const text = core.files.filter((file) => file.endsWith(".js")).map((file) => readFileSync(inside(file), "utf8"));
    expect(text.filter((one) => /\b(Office|Excel|CustomFunctions|document|window)\./.test(code(one)))).toEqual([]);
  });

  test("needs exact versions of few packages", () => {
    expect(Object.values(core.manifest.dependencies).every((version) => /^\d+\.\d+\.\d+$/.test(version))).toBe(true);
    expect(Object.keys(core.manifest.dependencies)).toEqual(["decimal.js", "fastest-levenshtein"]);
  });

  test("leaves nothing on the global object", () => {
    // In a process of its own: the other questions have loaded it before.
    const source = `
      const all = () => [...Object.getOwnPropertyNames(globalThis), ...Object.getOwnPropertySymbols(globalThis).map(String)];
      const before = new Set(all());
      const core = await import("@statut-social/core");
      core.quarterly({ income: 1, category: "principal" });
      process.stdout.write(JSON.stringify(all().filter((name) => !before.has(name))));`;
    const options = { cwd: core.folder, encoding: "utf8" } as const;
    const { stdout } = spawnSync(NODE, ["--input-type=module", "--eval", source], options);
    const added = JSON.parse(stdout) as string[];
    expect(added).toEqual([]);
  });
});

const inside = (file: string) => path.join(core.folder, "node_modules/@statut-social/core", file);
/** Without comments and texts. */
const code = (text: string) => text.replace(/\/\*[^]*?\*\/|\/\/.*|"(?:[^"\\\n]|\\.)*"|`[^`]*`/g, "");

describe("every function of the contract", () => {
  test("is there, by domain and by its own name where no other domain has it", async () => {
    const names = await ask<Record<string, string[]>>(
      `Object.fromEntries(Object.entries(core).filter(([, one]) => typeof one === "object").map(([name, one]) => [name, Object.keys(one)]))`,
    );
    const ids = Object.entries(names).flatMap(([domain, all]) => all.map((name) => `${domain}.${name}`.toUpperCase()));
    expect(ids.sort()).toEqual(Object.keys(DEFINITIONS).sort());
    const own = await ask<string[]>(`Object.keys(core).filter((name) => typeof core[name] === "function")`);
    expect(own).toEqual(expect.arrayContaining(["quarterly", "fee", "plci", "switch"]));
    // FUND.RATE and BENEFIT.RATE.
    expect(own).not.toContain("rate");
  });

  const cases = readdirSync(path.join(root, "test/golden"))
    .filter((file) => file.endsWith(".json") && file !== "printed-benefits.json")
    .flatMap((file) => casesOf(path.basename(file, ".json")))
    .filter(({ function: id, inputs, lastYear = LAST_YEAR }) => {
      const { takes } = definitionOf(id) ?? {};
      return lastYear === LAST_YEAR && takes && Object.keys(inputs).every((name) => name in takes);
    })
    .filter(({ expected }) => typeof expected !== "object" || (expected as { error?: string }).error !== undefined);

  test("answers the published and worked cases", async () => {
    const answers = await core.ask<unknown[]>(`
      import { readFileSync } from "node:fs";
      import * as core from "@statut-social/core";
      const cases = ${JSON.stringify(cases.map(({ function: id, inputs }) => ({ id, inputs: cells(inputs) })))};
      const answers = cases.map(({ id, inputs }) => {
        const [domain, name] = id.toLowerCase().split(".");
        const answer = core[domain][name](inputs);
        if (core.isRefusal(answer)) return answer;
        // The way to each answer can be told.
        for (const { text } of answer.way) if (text === "" || /[{}]|line\\//.test(text)) throw new Error(id + ": " + text);
        return answer.value;
      });
      ${print("answers")}`);
    const wrong = cases.flatMap((one, at) =>
      matches(one.expected, answers[at]) ? [] : [{ ...one, answer: answers[at] }],
    );
    expect(wrong.map(({ id, function: name, expected, answer }) => ({ id, name, expected, answer }))).toEqual([]);
    expect(cases.length).toBeGreaterThan(500);
  });
});

/** Whether an answer is what a case of the rule book expects. */
function matches(expected: Case["expected"], answer: unknown): boolean {
  const shown = (answer as { readonly code?: string } | null)?.code ?? answer;
  if (typeof expected === "object") return shown === (expected as { error: string }).error;
  const isNumber = typeof shown === "number" && !Number.isNaN(Number(expected));
  return isNumber ? Math.abs(Number(expected) - shown) < 1e-9 : Object.is(expected, shown);
}

describe("an answer", () => {
  // The amounts of test/functions/inasti.test.ts.
  test("has value, confidence and way; tables are rows by the names of their columns", async () => {
    const [one, rows, eligible] = await ask<
      [Answer<number>, Answer<Row[]>, Answer<{ eligible: boolean; rows: Row[] }>]
    >(`[
      core.quarterly({ income: 40000, category: "principal", year: 2026 }),
      core.breakdown({ income: 90000, category: "principal", year: 2026 }),
      core.passerelle.eligible({ category: "principal", ground: "bankruptcy", date: "2025-05-02", subjectedQuarters: 3, paidQuarters: 8 }),
    ]`);
    expect(one).toMatchObject({ value: 2050, confidence: "official" });
    expect(one.way.at(-1)).toMatchObject({ amount: 2050, article: "AR38 12 §1" });
    expect(one.way.at(-1)!.figures[0]).toMatchObject({ value: 0.205, from: "2018-01-01", to: null });
    expect(rows.value.map(({ step }) => step)).toEqual(["income", "bracket-1", "bracket-2", "rounding"]);
    expect(rows.value.reduce((sum, { amount }) => sum + Number(amount ?? 0), 0)).toBeCloseTo(4375.14, 10);
    expect(eligible.value.eligible).toBe(false);
    expect(eligible.value.rows.find(({ met }) => met === false)).toMatchObject({ id: "subject-quarters", given: 3 });
  });

  test("of many rows is as sure as the weakest of them, and has the way of each", async () => {
    const [many, one, batch, alone] = await ask<[Answer<Row[]>, Answer<Row[]>, Answer<number[][]>, Answer<number>]>(`[
      core.dossier({ incomes: [40000, 20000], categories: "principal", years: 2026 }),
      core.dossier({ incomes: 40000, categories: "principal", years: 2026 }),
      core.batch({ incomes: [[40000, null], [0, "x"]], categories: "principal", years: 2026 }),
      core.quarterly({ income: 0, category: "principal", year: 2026 }),
    ]`);
    expect([many.confidence, one.confidence]).toEqual(["official", "official"]);
    // The minimum is less sure than the rate.
    expect(batch.confidence).toBe(alone.confidence);
    expect(alone.confidence).not.toBe("official");
    expect(many.way.map(({ steps }) => steps.length > 0)).toEqual([true, true]);
    expect(many.way[0]!.steps).toEqual(one.way);
    expect(batch.way).toHaveLength(2);
  });

  test("reads what cells read: Belgian decimals, words in four languages, days as ISO text", async () => {
    expect(
      await ask(`[
        core.quarterly({ income: "40.000,00 €", category: "Hoofdberoep", year: "2026" }).value,
        core.quarterly({ income: 40000, category: "titre principal", year: 2026, start: "2020-01-01", stop: null }).value,
        core.quarterly({ income: "40.000", category: "principal", year: 2026 }).key,
        core.inasti.duedate({ year: 2026, quarter: 1 }).value,
      ]`),
    ).toEqual([2050, 2050, "ambiguous-number", "2026-03-31"]);
  });

  test("a call without a year takes the parameter year that is given, else the last published one", async () => {
    const [given, none, last] = await ask<number[]>(`[
      core.quarterly({ income: 0, category: "principal" }, { parameterYear: 2024 }).value,
      core.quarterly({ income: 0, category: "principal" }).value,
      core.lastYear,
    ]`);
    const [in2024, inLast] = await ask<number[]>(
      `[2024, core.lastYear].map((year) => core.quarterly({ income: 0, category: "principal", year }).value)`,
    );
    expect([given, none, last]).toEqual([in2024, inLast, LAST_YEAR]);
    expect(in2024).not.toBe(inLast);
  });

  // In a cell it is: Excel on the desktop hands a blank cell over as 0.
  test("a 0 is not left out, but no year, quarter, day or word", async () => {
    expect(
      await ask(`[
        core.quarterly({ income: 0, category: "principal", year: 0 }).key,
        core.quarterly({ income: 0, category: "principal", year: 2026, quarter: "0" }).key,
        core.quarterly({ income: 0, category: "principal", year: 2026, start: 0 }).key,
        core.plci({ incomeN3: 30000, year: 2026, kind: 0 }).key,
        core.batch({ incomes: [0], categories: "principal", years: Int32Array.of(0) }).value[0][0].key,
        core.quarterlies({ incomes: [0], categories: "principal", years: Int32Array.of(0) }).refusalAt(0).key,
        core.fromprofit({ profit: 0, category: "principal", year: 2026, fund: 0 }).value > 0,
      ]`),
    ).toEqual(["out-of-range", "out-of-range", "not-a-date", "unknown-word", "out-of-range", "out-of-range", true]);
  });

  test("a name that is none, and what no cell can hold, is thrown: left unread it would change the answer", async () => {
    const thrown = await ask<string[]>(`[
      () => core.quarterly({ income: 1, category: "principal", yaer: 2025 }),
      () => core.quarterly({ income: 1, category: "principal", start: new Date() }),
      () => core.quarterly({ income: 1, category: "principal" }, { lang: "fr" }),
      () => core.quarterly({ income: 1, category: "principal" }, { language: "fr" }),
      () => core.quarterly({ income: 1, category: "principal" }, { figures: "{}" }),
      () => core.quarterly({ income: 1, category: "principal" }, { parameterYear: 1999 }),
      () => core.quarterly({ income: 1, category: "principal", ["__proto__"]: 1 }),
    ].map((call) => { try { return call().value; } catch (error) { return error.name + " " + error.message; } })`);
    expect(thrown).toEqual([
      expect.stringMatching(/^TypeError no argument "yaer": income, category, year/),
      expect.stringMatching(/^TypeError start: /),
      expect.stringMatching(/^TypeError no option "lang"/),
      expect.stringMatching(/^TypeError language: /),
      expect.stringMatching(/^TypeError figures: /),
      expect.stringMatching(/^RangeError /),
      expect.stringMatching(/^TypeError no argument "__proto__"/),
    ]);
  });
});

interface Answer<Value> {
  readonly value: Value;
  readonly confidence?: string;
  readonly way: readonly {
    readonly article: string;
    readonly figures: readonly object[];
    readonly steps: readonly object[];
  }[];
}
type Row = Readonly<Record<string, unknown>>;

describe("languages", () => {
  test("a refusal and a way speak the language of their call, and no other call's", async () => {
    const modules = LANGUAGES.map((one) => `(await import("@statut-social/core/languages/${one}")).default`).join(", ");
    const said = await core.ask<[string, string, string][]>(`
      import * as core from "@statut-social/core";
      const languages = [${modules}];
      const answers = languages.map((language) => core.quarterly({ income: 1, category: "principal", year: 2026 }, { language }));
      const refusals = languages.map((language) => core.quarterly({ category: "principal", year: 2027, income: 1 }, { language }).message);
      ${print("answers.map(({ way }, at) => [refusals[at], way[1].text, way[1].figures[0].name])")}`);
    const [refusals, lines, names] = [0, 1, 2].map((at) => said.map((one) => one[at]!)) as [
      string[],
      string[],
      string[],
    ];
    expect(refusals.map((text) => text.replace(/\s/g, " "))).toEqual([
      "No figures are published for 2027; the last year is 2026. Enter the index of 2027 in a list of own figures, or give an indexation to project them.",
      "Aucun montant n’est publié pour 2027 ; la dernière année est 2026. Introduisez l’indice de 2027 dans une liste de chiffres personnels, ou donnez une indexation pour les projeter.",
      "Voor 2027 zijn geen bedragen gepubliceerd; het laatste jaar is 2026. Geef de index van 2027 op in een lijst met eigen cijfers, of geef een indexering om ze te projecteren.",
      "Für 2027 sind keine Beträge veröffentlicht; das letzte Jahr ist 2026. Geben Sie den Index von 2027 in einer Liste eigener Angaben ein, oder eine Indexierung, um sie zu projizieren.",
    ]);
    expect(new Set(lines).size).toBe(4);
    expect(new Set(names).size).toBe(4);
  });
});

describe("own figures", () => {
  const two = JSON.stringify({
    format: "statut-social own figures 1",
    figures: [
      {
        parameter: "contributions.index.numerator",
        from: "2027-01-01",
        to: "2027-12-31",
        value: "690.00",
        source: "My print",
      },
      {
        parameter: "contributions.revaluation.denominator",
        from: "2027-01-01",
        to: "2027-12-31",
        value: "650.24",
        source: "My print",
      },
    ],
  });
  const prepared = `
    import * as core from "@statut-social/core";
    const mine = core.ownFigures(${JSON.stringify(two)});
    const others = core.ownFigures(${JSON.stringify(listOf("700.00"))});
    const minimum = (year, options, more) => core.quarterly({ income: 0, category: "principal", year, ...more }, options);`;

  test("2027 by one number is what the workbook gives, and says that it is own", async () => {
    // 3,666.15 × 690.00 / 142.75 = 17,720.80; × 20.5 % / 4 = 908.19. The year after, with 2 %: test/functions/own-figures.test.ts.
    const answers = await core.ask<[Answer<number>, number, string, string]>(`${prepared}
      ${print(`[minimum(2027, { figures: mine }), minimum(2028, { figures: mine }, { indexation: 0.02 }).value,
        minimum(2027).key, core.source({ name: "contributions.principal.minimum-income", date: "2027-03-01" }, { figures: mine }).value[0].law]`)}`);
    expect(answers).toEqual([
      expect.objectContaining({ value: 908.19, confidence: "own" }),
      926.35,
      "year-not-published",
      "My print",
    ]);
  });

  test("an indexation is an argument, as in a cell, and gives way to an own figure", async () => {
    const answers = await core.ask(`${prepared}
      const projected = minimum(2027, {}, { indexation: 0.02 });
      ${print(`[projected.confidence, minimum(2027, { figures: mine }, { indexation: 0.02 }).value]`)}`);
    expect(answers).toEqual(["projection", 908.19]);
  });

  test("two lists in one process do not meet: not in answers, not in ways that are read later", async () => {
    const answers = await core.ask(`${prepared}
      const one = minimum(2027, { figures: mine });
      const [two, none] = await Promise.all([
        (async () => { await null; return minimum(2027, { figures: others }); })(),
        (async () => { await null; return minimum(2027); })(),
      ]);
      const base = ({ way }) => way.flatMap(({ figures }) => figures).find(({ id }) => id.endsWith("minimum-income"))?.value;
      ${print("[one.value, two.value, none.key, base(one), base(two), base(one), one.value, minimum(2026).confidence !== 'own']")}`);
    // 3,666.15 × 700.00 / 142.75 = 17,977.62; × 20.5 % / 4 = 921.35.
    expect(answers).toEqual([908.19, 921.35, "year-not-published", 17_720.8, 17_977.62, 17_720.8, 908.19, true]);
  });

  test("those that the data have by now are told, and count all the same", async () => {
    const known = listOf("676.50").replaceAll("2027-", "2026-");
    const other = listOf("700.00").replaceAll("2027-", "2026-");
    const [equal, different, none, value] = await core.ask<unknown[]>(`
      import * as core from "@statut-social/core";
      const [known, other, next] = ${JSON.stringify([known, other, listOf("690.00")])}.map((list) => core.ownFigures(list));
      ${print(`[known.caughtUp, other.caughtUp, next.caughtUp,
        core.parameter({ name: "contributions.index.numerator", date: "2026-07-01" }, { figures: other }).value]`)}`);
    const days = { id: "contributions.index.numerator", from: "2026-01-01", to: "2026-12-31" };
    expect([equal, different, none]).toEqual([[{ ...days, isEqual: true }], [{ ...days, isEqual: false }], []]);
    expect(value).toBe(700);
  });

  const HOSTILE: readonly (readonly [list: string, key: string])[] = [
    ["", "own-file"],
    ["{", "own-file"],
    ["[]", "own-file"],
    ['{"format":"statut-social own figures 1","figures":{"__proto__":[]}}', "own-file"],
    ['{"format":"statut-social own figures 1","figures":[null]}', "own-file-entry"],
    [listOf("1e308"), "own-file-entry"],
    [listOf("690", "constructor"), "own-file-entry"],
    [listOf("690", "__proto__"), "own-file-entry"],
    [JSON.stringify({ format: "statut-social own figures 1", figures: Array(501).fill({}) }), "own-too-many"],
  ];

  test("a list that is none is refused, and so is every call that is to rest on it", async () => {
    const answers = await core.ask<Refusal[][]>(`
      import * as core from "@statut-social/core";
      const parsed = (text) => { try { return JSON.parse(text); } catch { return text; } };
      const answers = ${JSON.stringify(HOSTILE.map(([list]) => list))}.map((text) => {
        const list = core.ownFigures(text);
        return [list, core.ownFigures(parsed(text)), core.quarterly({ income: 1, category: "principal" }, { figures: list })];
      });
      ${print("answers")}`);
    expect(answers.map(([read]) => read!.key)).toEqual(HOSTILE.map(([, key]) => key));
    for (const [read, parsed, call] of answers) {
      expect(read).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(/\.$/) as string });
      expect(parsed).toEqual(read);
      expect(call).toEqual(read);
    }
  });
});

interface Refusal {
  readonly code: string;
  readonly key: string;
  readonly message: string;
}

describe("columns", () => {
  test("typed arrays give each row what the function gives", async () => {
    const same = await core.ask(`
      import * as core from "@statut-social/core";
      const categories = ["principal", "bijberoep", "student", "nothing", "spouse-maxi"];
      const rows = Array.from({ length: 2000 }, (_, row) => ({ income: row * 61.37 - 500, category: categories[row % 5], year: 2014 + (row % 14), quarter: 1 + (row % 4) }));
      const { values, refused, refusalAt } = core.quarterlies({
        incomes: Float64Array.from(rows, ({ income }) => income), categories: rows.map(({ category }) => category),
        years: Int32Array.from(rows, ({ year }) => year), quarters: Uint8Array.from(rows, ({ quarter }) => quarter) });
      const one = rows.map((row) => core.quarterly(row));
      const differ = rows.filter((_, at) => core.isRefusal(one[at])
        ? !Number.isNaN(values[at]) || refusalAt(at).key !== one[at].key : values[at] !== one[at].value || refusalAt(at) !== undefined);
      ${print("[differ, values instanceof Float64Array, refused === one.filter(core.isRefusal).length, refused > 400]")}`);
    expect(same).toEqual([[], true, true, true]);
  });

  test("a name that is none is thrown: left unread it would change the answer", async () => {
    const thrown = await core.ask(`
      import { quarterlies } from "@statut-social/core";
      let message = "";
      try { quarterlies({ incomes: [40000], categories: "principal", year: 2025 }); } catch (error) { message = error.name + " " + error.message; }
      ${print("message")}`);
    expect(thrown).toBe('TypeError no argument "year": incomes, categories, years, quarters');
  });

  test("a column of another length and no column are refused", async () => {
    expect(
      await ask(`[
        core.quarterlies({ incomes: [1, 2, 3], categories: ["principal", "student"], years: 2026 }).key,
        core.quarterlies({ incomes: [], categories: "principal" }).key,
        core.batch({ incomes: Float64Array.of(40000, -1), categories: "principal", years: 2026 }).value,
      ]`),
    ).toEqual(["wrong-size", "missing", [[2050], [890.42]]]);
  });
});

describe("TypeScript", () => {
  const compile = (source: string) => {
    writeFileSync(path.join(core.folder, "consumer.ts"), source);
    const options = [
      "--noEmit",
      "--strict",
      "--exactOptionalPropertyTypes",
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--lib",
      "es2022",
    ];
    const tsc = path.join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, ...options, "consumer.ts"], {
      cwd: core.folder,
      encoding: "utf8",
    });
    return stdout;
  };

  test("knows arguments, results and refusals, without the types of Node, of a page or of Excel", () => {
    expect(
      compile(`
        import { codeVersion, dataVersion, fund, inasti, isRefusal, lastYear, ownFigures, quarterlies, quarterly } from "@statut-social/core";
        import type { Confidence, Line, Options } from "@statut-social/core";
        import { career, type InastiCategory } from "@statut-social/core/inasti";
        import { switch as change } from "@statut-social/core/fund";
        import { eligible } from "@statut-social/core/passerelle";
        import nl from "@statut-social/core/languages/nl";
        const options: Options = { language: nl, figures: ownFigures("{}"), parameterYear: lastYear };
        const who: InastiCategory = "hoofdberoep";
        const answer = quarterly({ income: "40000,50", category: who, year: 2026, start: null }, options);
        if (isRefusal(answer)) throw new Error(answer.code + answer.message);
        const value: number = answer.value;
        const sure: Confidence | undefined = answer.confidence;
        const lines: readonly Line[] = answer.way;
        const rows = career({ career: [["2024-01-01", "principal"]], firstYear: 2024, incomes: Float64Array.of(1, 2) });
        if (!isRefusal(rows)) for (const { final } of rows.value) if (final !== null && !isRefusal(final)) final.toFixed(2);
        const right = eligible({ category: "principal", ground: "bankruptcy", date: "2025-05-02", subjectedQuarters: 8, paidQuarters: 8 });
        if (!isRefusal(right)) { const is: boolean = right.value.eligible; void is; }
        const many = quarterlies({ incomes: new Float64Array(3), categories: "principal" });
        if (!isRefusal(many)) many.refusalAt(0)?.message;
        const on = change({ since: "2022-02-15" });
        const versions: string = codeVersion + dataVersion;
        inasti.version();
        void [value, sure, lines, on, versions, fund.rate({ fund: "Liantis" })];
        // @ts-expect-error: no such argument
        quarterly({ income: 1, category: "principal", yaer: 2026 });
        // @ts-expect-error: needed
        quarterly({ income: 1 });
        // @ts-expect-error: no moment
        quarterly({ income: 1, category: "principal", start: new Date() });
        // @ts-expect-error: may be a refusal
        quarterly({ income: 1, category: "principal" }).value;
      `),
    ).toBe("");
  });

  test("shows what the comments say", () => {
    const types = readFileSync(inside("inasti.d.ts"), "utf8");
    expect(types).toContain(
      " * Social contribution of one quarter on the year’s own income (final), in euro, without management fee.\n",
    );
    expect(types).toContain(
      "/** Contribution year from 2015; omitted: the parameter year of the workbook. */\n  readonly year?:",
    );
    expect(types).toContain('@example inasti.quarterly({ income: 40000, category: "principal", year: 2026 })');
    expect(types).not.toContain("Excel date");
  });
});

describe("a domain by itself", () => {
  /** What webpack makes of a module, as it is delivered. */
  async function bundled(name: string, source: string) {
    writeFileSync(path.join(core.folder, `${name}.mjs`), source);
    const stats = await promisify<webpack.Configuration, webpack.Stats | undefined>(webpack)({
      mode: "production",
      context: core.folder,
      entry: `./${name}.mjs`,
      target: "web",
      output: { path: core.folder, filename: `${name}.js` },
      performance: false,
      optimization: { minimizer: minimizer() },
    });
    expect(stats!.hasErrors()).toBe(false);
    const all = { modules: true, nestedModules: true, modulesSpace: 9999, nestedModulesSpace: 9999 };
    const { modules = [] } = stats!.toJson({ all: false, ...all });
    const names = modules.flatMap(({ name: one, modules: nested = [] }) => [one, ...nested.map((inner) => inner.name)]);
    const bytes = gzipSync(readFileSync(path.join(core.folder, `${name}.js`))).length;
    return { bytes, has: (file: string) => names.some((one) => one?.includes(file)) };
  }

  test("leaves rules and figures of the others out of a bundle, which is half as large then", async () => {
    const whole = await bundled("whole", 'import * as core from "@statut-social/core"; globalThis.core = core;');
    const fund = await bundled(
      "one",
      'import { fund } from "@statut-social/core"; console.log(fund.rate({ fund: "Liantis" }));',
    );
    expect(fund.has("rules/funds/fee.js")).toBe(true);
    for (const other of [
      ...["rules/projection/cashflow", "rules/pension/estimate", "rules/benefits/sickness", "rules/passerelle/payment"],
      ...["compiled/benefits.js", "compiled/pension.js", "compiled/passerelle.js", "compiled/company.js"],
    ])
      expect([other, whole.has(other), fund.has(other)]).toEqual([other, true, false]);
    // 71 kB of 133 when this was written.
    expect(fund.bytes / whole.bytes).toBeLessThan(0.6);
    expect(fund.bytes).toBeLessThan(80_000);
  });

  const golden = readdirSync(path.join(root, "test/golden"))
    .filter((file) => file.endsWith(".json") && file !== "printed-benefits.json")
    .flatMap((file) => casesOf(path.basename(file, ".json")))
    .filter(({ function: id, inputs }) => Object.keys(inputs).every((name) => name in (definitionOf(id)?.takes ?? {})));

  // A table that is not there throws: no figure is unknown for want of it.
  test.each(["fund", "company", "passerelle", "benefit", "pension"])(
    "%s has the figures that each of its cases rests on, with the way",
    (domain) => {
      const cases = golden
        .filter(({ function: id }) => id.toLowerCase().startsWith(`${domain}.`))
        .map(({ function: id, inputs }) => ({
          name: id.slice(id.indexOf(".") + 1).toLowerCase(),
          inputs: cells(inputs),
        }));
      const source = `
        import * as domain from "@statut-social/core/${domain}";
        const answers = ${JSON.stringify(cases)}.map(({ name, inputs }) => domain[name](inputs));
        process.stdout.write(JSON.stringify([answers.length, answers.flatMap((answer) => answer.way ?? []).length]));`;
      const options = { cwd: core.folder, encoding: "utf8" } as const;
      const { stdout, stderr } = spawnSync(NODE, ["--input-type=module", "--eval", source], options);
      expect(stderr).toBe("");
      const [answers, lines] = JSON.parse(stdout) as [number, number];
      expect(answers).toBe(cases.length);
      expect(answers).toBeGreaterThan(5);
      expect(lines).toBeGreaterThan(answers / 2);
    },
  );
});
