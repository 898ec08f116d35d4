import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { CellError, type CustomFunction } from "../setup/excel";
import { root, runScript } from "../tools/tool";
import type * as Entry from "./dev-entry";

/** A copy for trying, whose names keep clear of those of the add-in that people work with. */

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly helpUrl: string;
    readonly parameters: readonly { readonly description: string }[];
  }[];
}

interface Built {
  readonly metadata: readonly string[];
  readonly pages: readonly string[];
  readonly manifest: string;
  readonly source: string;
}

const SHEET = "src/taskpane/kit/version-formula.ts";
const LANGUAGES = ["", "-fr", "-nl", "-de"];
const TEXTS = LANGUAGES.map((language) => `build/metadata/functions${language}.json`);
const pages = readdirSync(path.join(root, "build/help"));

const { status, output } = runScript(
  "test/release/dev-copy.mjs",
  JSON.stringify({ texts: TEXTS, pages, source: SHEET }),
);
if (status !== 0) throw new Error(output);
const { metadata, ...copy } = JSON.parse(output) as Built;

const functions = new Map<string, CustomFunction>();
Object.assign(globalThis, {
  CustomFunctions: {
    associate: (id: string, implementation: CustomFunction) => void functions.set(id, implementation),
    Error: CellError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
  },
});
const { evaluate, GROUPS, callWith, ownFunction, ownFunctions, unfitIn } = jest.requireActual<typeof Entry>(
  path.join(root, "build/test/dev-copy.cjs"),
);

const ids = (JSON.parse(read(TEXTS[0]!)) as Metadata).functions.map(({ id }) => id);

describe("functions", () => {
  it("register under names that begin with DEV, and under no other", () => {
    expect([...functions.keys()].sort()).toEqual(ids.map((id) => `DEV.${id}`).sort());
    // 40,000 at 20.5 %, a quarter of it.
    expect(functions.get("DEV.INASTI.QUARTERLY")!(40_000, "principal", 2026)).toBe(2050);
  });

  it("name one another so in what they say", () => {
    expect(() => functions.get("DEV.BENEFIT.RATE")!("bankruptcy insurance", 46_266)).toThrow(
      /\bDEV\.PASSERELLE\.AMOUNT/,
    );
  });
});

describe("metadata", () => {
  it.each(LANGUAGES.map((language, at) => [language, at]))("functions%s.json has them with their help", (_, at) => {
    const named = (JSON.parse(metadata[at as number]!) as Metadata).functions;
    expect(named.map(({ id }) => id)).toEqual(ids.map((id) => `DEV.${id}`));
    for (const { id, name, description, helpUrl, parameters } of named) {
      expect(name).toBe(id);
      expect(copy.pages).toContain(path.posix.basename(new URL(helpUrl).pathname));
      // Excel's limit, as tools/metadata/check.mjs has it.
      for (const text of [description, ...parameters.map((each) => each.description)])
        expect(text.length).toBeLessThanOrEqual(512);
    }
  });
});

describe("pane", () => {
  it("writes them", () => {
    const id = "DEV.INASTI.QUARTERLY" as Parameters<typeof callWith>[0];
    const call = callWith(id, { income: 4_000_000, category: "principal", year: 2026 });
    expect(call.formula).toBe('DEV.INASTI.QUARTERLY(40000,"principal",2026)');
    expect(call.result()).toEqual({ ok: true, value: 2050 });
    const asked = GROUPS.flatMap(({ questions }) => questions.map((question) => question.id));
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((each) => !each.startsWith("DEV."))).toEqual([]);
    expect(copy.source).toContain("INDEX(DEV.INASTI.VERSION(),2,2)");
  });

  it("reads them, also as files store them, and leaves the others to the other add-in", () => {
    for (const name of ["DEV.INASTI.QUARTERLY", "_xldudf_DEV_INASTI_QUARTERLY"]) {
      expect(ownFunctions(`=ROUND(${name}(1),2)`)).toEqual(["DEV.INASTI.QUARTERLY"]);
      expect(ownFunction(name)).toBe("DEV.INASTI.QUARTERLY");
    }
    expect(ownFunctions("=INASTI.QUARTERLY(1)+_xldudf_INASTI_QUARTERLY(1)")).toEqual([]);
  });

  it("explains and freezes them", () => {
    const position = { sheet: "Sheet1", row: 0, column: 0 } as Parameters<typeof evaluate>[1];
    const values = (() => null) as unknown as Parameters<typeof evaluate>[2];
    const { value, calls } = evaluate('=DEV.INASTI.QUARTERLY(40000,"principal",2026)*2', position, values);
    expect(value).toBe(4100);
    expect(calls.map(({ id }) => id)).toEqual(["DEV.INASTI.QUARTERLY"]);
    const unfit = unfitIn({ sheets: ["Sheet1"], names: [] }, ownFunction);
    expect(unfit("=DEV.INASTI.QUARTERLY(1)")).toBeNull();
    expect(unfit("=INASTI.QUARTERLY(1)")).not.toBeNull();
  });
});

describe("manifest", () => {
  const tag = (name: string, text: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)![1];

  it("has an Id and a name of its own", () => {
    expect(tag("Id", copy.manifest)).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(tag("Id", copy.manifest)).not.toBe(tag("Id", read("manifest.xml")));
    expect(copy.manifest).toContain('<DisplayName DefaultValue="Statut Social DEV"/>');
    expect(copy.manifest).toContain('id="Group.Label" DefaultValue="Statut Social DEV"');
  });

  it("tells to type its names, within Excel's limits", () => {
    expect(copy.manifest).not.toMatch(/(?<!DEV\.)INASTI\./);
    const strings = Array.from(copy.manifest.matchAll(/Value="([^"]*)"/g), ([, text]) =>
      text!.replaceAll("&quot;", '"'),
    );
    expect(strings.length).toBeGreaterThan(50);
    expect(strings.filter((text) => text.length > 250)).toEqual([]);
  });
});

it("help pages have names of their own, so that no copy shows those of the other", () => {
  expect(copy.pages.filter((page) => existsSync(path.join(root, "build/help", page)))).toEqual(
    pages.filter((page) => !ids.includes(page.replace(/\.html$/, "").toUpperCase())),
  );
});
