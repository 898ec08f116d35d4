import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Argument, DEFINITIONS, type FunctionId } from "../../src/definitions";
import { CONTRACT } from "../functions/contract";
import { commentAbove, firstSentence } from "./comments";
import { inTool, root } from "./tool";

const LANGUAGES = ["en", "fr", "nl", "de"];

interface Metadata {
  allowErrorForDataTypeAny?: boolean;
  functions: {
    id: string;
    name: string;
    description: string;
    helpUrl: string;
    parameters: Parameter[];
    result: { type?: string; dimensionality?: string };
  }[];
  enums: { id: string; values: { name: string; stringValue: string; tooltip: string }[] }[];
}

interface Parameter {
  name: string;
  description: string;
  type: string;
  dimensionality?: string;
  optional?: boolean;
  customEnumId?: string;
}

let project: string;

const makeProject = () => {
  project = mkdtempSync(path.join(os.tmpdir(), "statut-metadata-"));
};

const removeProject = () => rmSync(project, { recursive: true, force: true });

function write(file: string, text: string) {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), text);
}

const read = (file: string) => readFileSync(path.join(project, file), "utf8");

const metadata = (language: string) =>
  JSON.parse(read(`build/metadata/functions${language === "en" ? "" : `-${language}`}.json`)) as Metadata;

function generate(...options: string[]) {
  const tool = path.join(root, "tools", "metadata.mjs");
  const { status, stderr } = spawnSync(process.execPath, [tool, "--root", project, ...options], { encoding: "utf8" });
  return { status, problems: stderr.split("\n").filter((line) => line !== "") };
}

describe("a project of two functions", () => {
  const CALC = `
export const calc = {
  /**
   * Twice an amount,
   * or half of it.
   * @param amount Amount in euro.
   * @param [kind] Which part of it.
   * @param [rows] Rows.
   * @returns Euro.
   * @throws #VALUE! for a bad amount.
   * @law Law of 01/02/2003.
   * @example =CALC.SHARE(10.5,"in-half")
   */
  "CALC.SHARE": {
    takes: {
      amount: {},
      kind: { optional: true, list: "kind", enumeration: "CALC_KIND", words: ["whole", "in-half"] },
      rows: { optional: true, matrix: true },
    },
    shows: "euro",
  },

  /**
   * All shares.
   * @returns Table.
   * @throws Nothing.
   * @law None.
   * @example =CALC.SHARES()
   */
  "CALC.SHARES": { takes: {}, shows: { share: "rate" } },
};
`;

  const ENUMS = { kind: { whole: "All of it.", "in-half": "Half of it." } };

  const translation = (language: string) => ({
    functions: {
      "CALC.SHARE": {
        description: `${language} description`,
        returns: "r",
        throws: "t",
        law: "l",
        parameters: { amount: `${language} amount`, kind: "k", rows: "r" },
      },
      "CALC.SHARES": { description: "d", returns: "r", throws: "t", law: "l", parameters: {} },
    },
    enums: {
      kind: { whole: { name: `${language} whole`, tooltip: "all" }, "in-half": { name: "half", tooltip: "half" } },
      CALC_KIND: { whole: { tooltip: `${language} all` } },
    },
    messages: { argument: { amount: `${language}_amount`, kind: "kind", rows: "rows" } },
  });

  const writeTranslation = (language: string, texts: Readonly<Record<string, unknown>>) => {
    for (const [name, content] of Object.entries(texts))
      write(`src/i18n/${language}/${name}.json`, JSON.stringify(content));
  };

  beforeEach(makeProject);
  afterEach(removeProject);

  beforeEach(() => {
    write("package.json", JSON.stringify({ version: "1.2.3" }));
    write("src/definitions/calc.ts", CALC);
    write("src/definitions/helper.ts", "export const helper = () => 1;\n");
    write("src/i18n/en/enums.json", JSON.stringify(ENUMS));
    for (const language of ["fr", "nl", "de"]) writeTranslation(language, translation(language));
  });

  test("knows the version of the package", () => {
    expect(generate()).toEqual({ status: 0, problems: [] });
    expect(read("src/definitions/generated/version.ts")).toContain('export const version = "1.2.3";');
  });

  test("an argument is of any type or a word of a list, a cell or a range, needed or not; a tag ends the text before it", () => {
    generate();
    expect(metadata("en")).toEqual({
      allowCustomDataForDataTypeAny: true,
      functions: [
        {
          id: "CALC.SHARE",
          name: "CALC.SHARE",
          description: "Twice an amount, or half of it.",
          helpUrl: "https://localhost:3000/help/calc.share.html",
          parameters: [
            { name: "amount", description: "Amount in euro.", type: "any" },
            {
              name: "kind",
              description: "Which part of it.",
              type: "string",
              optional: true,
              customEnumId: "CALC_KIND",
            },
            { name: "rows", description: "Rows.", type: "any", dimensionality: "matrix", optional: true },
          ],
          result: { type: "number" },
        },
        {
          id: "CALC.SHARES",
          name: "CALC.SHARES",
          description: "All shares.",
          helpUrl: "https://localhost:3000/help/calc.shares.html",
          parameters: [],
          result: { dimensionality: "matrix" },
        },
      ],
      enums: [
        {
          id: "CALC_KIND",
          type: "string",
          values: [
            { name: "whole", stringValue: "whole", tooltip: "All of it." },
            { name: "in-half", stringValue: "in-half", tooltip: "Half of it." },
          ],
        },
      ],
    });
  });

  test("translates what people read, never what workbooks hold", () => {
    generate();
    const [share] = metadata("nl").functions;
    expect(share).toMatchObject({
      id: "CALC.SHARE",
      name: "CALC.SHARE",
      description: "nl description",
      parameters: [{ name: "nl_amount", description: "nl amount" }, {}, {}],
    });
    expect(metadata("nl").enums[0]?.values[0]).toEqual({ name: "nl whole", stringValue: "whole", tooltip: "nl all" });
  });

  test("a function that takes errors in its cells opens the add-in for them", () => {
    write("src/definitions/calc.ts", CALC.replace("   * @law None.", "   * @law None.\n   * @allowErrors"));
    expect(generate().status).toBe(0);
    for (const language of LANGUAGES) expect(metadata(language).allowErrorForDataTypeAny).toBe(true);
  });

  describe("refuses", () => {
    const another = (id: string) => `
export const another = {
  /**
   * Another.
   * @returns Nothing.
   * @throws Nothing.
   * @law None.
   * @example =${id}()
   */
  "${id}": { takes: {}, shows: "any" },
};
`;

    /** A change of the sources, and the problem that it makes. */
    const unreadable: [string, string | RegExp, string, string][] = [
      ["definitions that are not exported", "export const calc", "const calc", "CALC.SHARES: is not exported"],
      ["a definition without a comment", /\/\*\*\n {3}\* All shares[^]*?\*\//, "", "CALC.SHARES: no comment"],
      [
        "a comment of something that is gone",
        "  /**\n   * All shares.",
        "  /** A working life is shorter. */\n  /**\n   * All shares.",
        "CALC.SHARES: two comments",
      ],
      [
        "another prefix than the file's",
        '"CALC.SHARES": {',
        '"SUM.SHARES": {',
        "SUM.SHARES: the prefix must be that of the file",
      ],
      [
        "two names that a file stores alike",
        /$/,
        another("CALC_SHARES"),
        'CALC.SHARES: differs from CALC_SHARES only by "." against "_"',
      ],
      [
        "a text that Excel would cut off",
        "Amount in euro.",
        "x".repeat(513),
        "en: CALC.SHARE: amount: 513 characters, 512 at most",
      ],
    ];

    const incomplete: [string, string | RegExp, string, string][] = [
      ["no description", "   * All shares.\n", "", "CALC.SHARES: no description"],
      ["an undocumented parameter", "   * @param amount Amount in euro.\n", "", "CALC.SHARE: no @param amount"],
      ["a parameter without text", "amount Amount in euro.", "amount", "CALC.SHARE: no @param amount"],
      ["a tag for no parameter", "@param [rows]", "@param [row]", "CALC.SHARE: @param row is no parameter"],
      [
        "optional in the comment only",
        "kind: { optional: true, list",
        "kind: { list",
        "CALC.SHARE: @param kind: brackets and question mark must agree",
      ],
      [
        "optional in the code only",
        "@param [kind]",
        "@param kind",
        "CALC.SHARE: @param kind: brackets and question mark must agree",
      ],
      ["no result", "   * @returns Table.\n", "", "CALC.SHARES: no @returns"],
      ["no errors", "   * @throws Nothing.\n", "", "CALC.SHARES: no @throws"],
      ["no law", "   * @law None.\n", "", "CALC.SHARES: no @law"],
      ["no example", "   * @example =CALC.SHARES()\n", "", "CALC.SHARES: no @example"],
      ["an enum value without text", '"whole"', '"entire"', "CALC_KIND.entire: no description"],
      [
        "an example that is no formula",
        "=CALC.SHARES()",
        "CALC.SHARES()",
        "CALC.SHARES: @example CALC.SHARES(): a formula starts with =",
      ],
      [
        "an example of another function",
        "=CALC.SHARES()",
        "=CALC.SHARE(1)",
        "CALC.SHARES: @example =CALC.SHARE(1): calls no CALC.SHARES",
      ],
      [
        "an example with an unknown function",
        "=CALC.SHARES()",
        "=SUM(CALC.SHARES())",
        "CALC.SHARES: @example =SUM(CALC.SHARES()): unknown SUM",
      ],
      [
        "an example with an argument too many",
        "=CALC.SHARES()",
        "=CALC.SHARES(1)",
        "CALC.SHARES: @example =CALC.SHARES(1): 1 arguments, not 0 to 0",
      ],
      [
        "an example without a needed argument",
        '=CALC.SHARE(10.5,"in-half")',
        "=CALC.SHARE()",
        "CALC.SHARE: @example =CALC.SHARE(): 0 arguments, not 1 to 3",
      ],
      [
        "an example with an unknown word",
        '10.5,"in-half"',
        '10.5,"inHalf"',
        'CALC.SHARE: @example =CALC.SHARE(10.5,"inHalf"): "inHalf" is no kind',
      ],
      [
        "an example with an array",
        "=CALC.SHARES()",
        "=CALC.SHARES({1,2})",
        "CALC.SHARES: @example =CALC.SHARES({1,2}): each language writes arrays otherwise; use a range",
      ],
    ];

    type Found = Record<string, { problems: string[]; gaps: string[] }>;
    let found: Found;

    beforeAll(() => {
      // One process for all: most of a run goes into starting TypeScript.
      const roots = mkdtempSync(path.join(os.tmpdir(), "statut-metadata-"));
      for (const [name, from, to] of [...unreadable, ...incomplete]) {
        const changed = CALC.replace(from, to);
        if (changed === CALC) throw new Error(`${name}: nothing to change`);
        for (const folder of ["src/definitions", "src/i18n/en"])
          mkdirSync(path.join(roots, name, folder), { recursive: true });
        writeFileSync(path.join(roots, name, "src/definitions/calc.ts"), changed);
        writeFileSync(path.join(roots, name, "src/i18n/en/enums.json"), JSON.stringify(ENUMS));
      }
      const names = JSON.stringify(readdirSync(roots));
      found = inTool<Found>(
        "metadata.mjs",
        `Object.fromEntries(await Promise.all(${names}.map(async (name) => {
          const { problems, gaps } = await tool.readReference(${JSON.stringify(roots)} + "/" + name);
          return [name, { problems, gaps: gaps.filter((gap) => !gap.startsWith("src/i18n")) }];
        })))`,
      );
      rmSync(roots, { recursive: true });
    });

    test.each(unreadable)("%s", (name, _from, _to, problem) => {
      expect(found[name]!.problems).toContainEqual(expect.stringContaining(problem));
    });

    test.each(incomplete)("%s", (name, _from, _to, gap) => {
      expect(found[name]!.problems).toEqual([]);
      expect(found[name]!.gaps).toContain(`src/definitions/calc.ts: ${gap}`);
    });

    test("to write anything then, and tells it all at once", () => {
      write(
        "src/definitions/calc.ts",
        CALC.replace("   * @returns Table.\n", "").replace("@param [rows]", "@param [row]"),
      );
      expect(generate()).toEqual({
        status: 1,
        problems: [
          "src/definitions/calc.ts: CALC.SHARE: no @param rows",
          "src/definitions/calc.ts: CALC.SHARE: @param row is no parameter",
          "src/definitions/calc.ts: CALC.SHARES: no @returns",
        ],
      });
      expect(existsSync(path.join(project, "build/metadata/functions.json"))).toBe(false);
    });

    test("a translation that is missing, and one too many", () => {
      const french = translation("fr");
      french.functions["CALC.SHARE"].parameters.amount = "";
      const functions = { "CALC.SHARE": french.functions["CALC.SHARE"], "CALC.OLD": {} };
      const { whole } = french.enums.kind;
      writeTranslation("fr", { functions, enums: { kind: { whole }, old: {} }, messages: { argument: { kind: "k" } } });
      expect(generate()).toEqual({
        status: 1,
        problems: [
          "src/i18n/fr/functions.json: superfluous CALC.OLD",
          "src/i18n/fr/functions.json: CALC.SHARE: parameters: amount: not translated",
          "src/i18n/fr/functions.json: CALC.SHARES: not translated",
          "src/i18n/fr/enums.json: superfluous old",
          "src/i18n/fr/enums.json: CALC_KIND: in-half: not translated",
          "src/i18n/fr/messages.json: argument: amount: not translated",
          "src/i18n/fr/messages.json: argument: rows: not translated",
        ],
      });
    });

    test("a translation that Excel could not show", () => {
      const german = translation("de");
      german.enums.CALC_KIND.whole.tooltip = "x".repeat(257);
      german.messages.argument.amount = "der Betrag";
      german.messages.argument.rows = "kind";
      writeTranslation("de", german);
      const { status, problems } = generate("--draft");
      expect(status).toBe(1);
      expect([...new Set(problems)]).toEqual([
        'de: CALC.SHARE: "der Betrag" is no name: letters, digits and _',
        'de: CALC.SHARE: "kind" stands twice',
        "de: CALC_KIND: whole: 257 characters, 256 at most",
      ]);
    });
  });

  test("a draft gets its files, with English in place of what is not translated", () => {
    rmSync(path.join(project, "src/i18n/fr"), { recursive: true });
    const { status, problems } = generate("--draft");
    expect(status).toBe(0);
    expect(problems).toContain("src/i18n/fr/functions.json: not translated");
    expect(metadata("fr")).toEqual(metadata("en"));
  });
});

describe("this project", () => {
  beforeAll(() => {
    makeProject();
    cpSync(path.join(root, "package.json"), path.join(project, "package.json"));
    cpSync(path.join(root, "src"), path.join(project, "src"), { recursive: true });
    expect(generate()).toEqual({ status: 0, problems: [] });
  });

  afterAll(removeProject);

  test("keeps the contract: every function with its parameters, in their order", () => {
    const kept = metadata("en").functions.map(({ id, parameters }) => [
      id,
      parameters.map(({ name, optional = false }) => ({ name, optional })),
    ]);
    expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(CONTRACT));
  });

  test("has the same functions in each language and in the code", () => {
    const ids = metadata("en").functions.map(({ id }) => id);
    expect(ids).toContain("INASTI.QUARTERLY");
    expect(new Set(ids).size).toBe(ids.length);
    for (const language of LANGUAGES) {
      const { functions, enums } = metadata(language);
      expect(functions.map(({ id }) => id)).toEqual(ids);
      expect(functions.map(({ name }) => name)).toEqual(ids);
      expect(enums.map(({ values }) => values.map(({ stringValue }) => stringValue))).toEqual(
        metadata("en").enums.map(({ values }) => values.map(({ stringValue }) => stringValue)),
      );
    }
    expect(Object.keys(DEFINITIONS).sort()).toEqual([...ids].sort());
  });

  // One function once said what a constant above it had been.
  test("says of each function first what the comment right above it says", () => {
    const said = metadata("en").functions.map(({ id, description }) => [id, firstSentence(description)]);
    expect(said).toEqual(said.map(([id]) => [id, firstSentence(commentAbove(id!))]));
  });

  test("declares what the definitions take", () => {
    for (const { id, parameters } of metadata("en").functions) {
      const { takes } = DEFINITIONS[id as FunctionId];
      expect(
        parameters.map(({ name, optional, dimensionality }) => [name, optional === true, dimensionality === "matrix"]),
      ).toEqual(
        Object.entries<Argument<unknown>>(takes).map(([name, one]) => [
          name,
          one.optional === true,
          one.matrix === true,
        ]),
      );
    }
  });

  test("stays within what Excel accepts", () => {
    for (const language of LANGUAGES) {
      const { functions, enums } = metadata(language);
      for (const { id, description, parameters, helpUrl } of functions) {
        expect(id).toMatch(/^[A-Z][A-Z0-9._]{2,63}$/);
        expect(helpUrl).toBe(`https://localhost:3000/help/${id.toLowerCase()}.html`);
        for (const text of [description, ...parameters.map((parameter) => parameter.description)]) {
          expect(text.length).toBeGreaterThan(0);
          expect(text.length).toBeLessThanOrEqual(512);
        }
      }
      for (const { name, tooltip } of enums.flatMap(({ values }) => values)) {
        expect(Math.max(name.length, tooltip.length)).toBeLessThanOrEqual(256);
      }
    }
  });

  test.each([
    ["fr", ["#VALEUR!", "#N/A", "#NOMBRE!"]],
    ["nl", ["#WAARDE!", "#N/B", "#GETAL!"]],
    ["de", ["#WERT!", "#NV", "#ZAHL!"]],
  ])("%s names the errors as Excel shows them", (language, shown) => {
    const errors: string[] = read(`src/i18n/${language}/functions.json`).match(/#[A-Z][A-Z/]*!?/g) ?? [];
    expect(new Set(errors)).toEqual(new Set(shown.filter((error) => errors.includes(error))));
    expect(errors).toContain(shown[0]);
  });
});
