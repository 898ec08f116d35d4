import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import Ajv from "ajv";
import { DEFINITIONS } from "../../src/definitions";
import { LANGUAGES } from "../../src/i18n";
import { casesOf } from "../golden/harness";
import { commandOf } from "./command";
import { installed, type Installed, NODE } from "./installed";

let cli: Installed;
let client: Client;

/** A client as the official SDK has it, over input and output of the installed command. */
async function connected(...args: readonly string[]): Promise<Client> {
  const transport = new StdioClientTransport({
    command: NODE,
    args: commandOf(cli, ["mcp", ...args]),
    cwd: cli.folder,
    stderr: "pipe",
  });
  const made = new Client({ name: "test", version: "1.0.0" });
  await made.connect(transport);
  return made;
}

beforeAll(async () => {
  cli = installed("cli");
  client = await connected("--lang", "en");
});
afterAll(async () => {
  await client.close();
  cli.remove();
});

interface Answered {
  readonly isError?: boolean;
  readonly text: string;
  readonly content: Readonly<Record<string, unknown>>;
}

async function call(name: string, given: Readonly<Record<string, unknown>>, of = client): Promise<Answered> {
  const { isError, content, structuredContent } = await of.callTool({ name, arguments: given });
  const [first] = content as readonly unknown[] as readonly [{ readonly text: string }];
  return {
    ...(isError && { isError }),
    text: first.text.replace(/[^\S\n]/g, " "),
    content: structuredContent as Answered["content"],
  };
}

const nameOf = (id: string): string => id.toLowerCase().replace(".", "_");

describe("tools", () => {
  test("are the functions, with their arguments, words and a form of the answer", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([...Object.keys(DEFINITIONS).map(nameOf), "figures"]);
    expect(tools.filter(({ name }) => !/^[a-z0-9_-]{1,64}$/.test(name))).toEqual([]);
    for (const { name, inputSchema, outputSchema, description } of tools.slice(0, -1)) {
      const { takes } = Object.entries(DEFINITIONS).find(([id]) => nameOf(id) === name)![1];
      expect(Object.keys(inputSchema.properties!)).toEqual([...Object.keys(takes), "language"]);
      const ajv = new Ajv({ strict: false });
      expect([ajv.validateSchema(inputSchema), ajv.validateSchema(outputSchema as object)]).toEqual([true, true]);
      expect(description).not.toMatch(/undefined|\{\{|\$t\(|program:|help:/);
    }
    const { category } = tools[0]!.inputSchema.properties as { category: { enum: string[]; description: string } };
    expect(category.enum).toContain("complementary");
    expect(category.description).toContain("complementary: Complementary occupation.");
  });

  test("answer what is printed, with unit, confidence, law and way", async () => {
    const cases = casesOf("contributions").filter(
      ({ function: id, expected }) => id === "INASTI.QUARTERLY" && /^\d+\.\d\d$/.test(String(expected)),
    );
    for (const { inputs, expected } of cases.slice(0, 20)) {
      const numbers = { ...inputs, income: Number(inputs["income"]) };
      const { content, text } = await call("inasti_quarterly", numbers);
      expect(content).toMatchObject({ function: "INASTI.QUARTERLY", value: Number(expected), unit: "EUR" });
      expect(content["way"]).not.toEqual([]);
      expect(text).toContain(String(expected).split(".")[1]);
    }
    // 40,000.50 × 20.5 % / 4 = 2,050.03.
    const { content, text } = await call("inasti_quarterly", {
      ...{ income: "40000,50", category: "hoofdberoep", year: 2026, language: "nl" },
    });
    expect(text).toMatch(/^€ 2\.050,03\nBetrouwbaarheid: officieel\n/);
    expect(content).toMatchObject({
      value: 2050.03,
      confidence: "official",
      sources: [
        {
          law: expect.stringContaining("nr. 38") as string,
          article: expect.stringContaining("art. 12") as string,
          from: "2018-01-01",
        },
      ],
    });
  });

  test("of many rows have the confidence, the sources and the way of each", async () => {
    const { content } = await call("inasti_dossier", { incomes: [40000, 20000], categories: "principal", years: 2026 });
    expect(content).toMatchObject({
      confidence: "official",
      unit: { annual: "EUR" },
      value: [{ annual: 8200 }, { annual: 4100 }],
    });
    expect(content["way"]).toHaveLength(2);
    expect((content["sources"] as unknown[]).length).toBeGreaterThan(0);
    const incomes = Array.from({ length: 200 }, (_, row) => row * 100);
    const long = await call("inasti_dossier", { incomes, categories: "principal", years: 2026 });
    expect(long.content["value"]).toHaveLength(200);
    expect(long.content["way"]).toHaveLength(20);
    expect(long.text).toMatch(/\nThe way is told for the first 20 rows/);
    // That of the minimum is another one than that of the first bracket's rate.
    expect((long.content["sources"] as unknown[]).length).toBeGreaterThan(1);
    const one = await call("inasti_batch", { incomes: [[40000], [null]], categories: "principal", years: 2026 });
    expect(one.content).toMatchObject({ confidence: "official", value: [[2050], [null]] });
  });

  test("refuse with the sentence in the language of the call, and the name of the reason", async () => {
    const sentences = await Promise.all(
      LANGUAGES.map((language) => call("inasti_quarterly", { income: 1, category: "principal", year: 2027, language })),
    );
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(LANGUAGES.length);
    for (const { isError, content } of sentences)
      expect([isError, content]).toEqual([
        true,
        expect.objectContaining({
          refusal: expect.objectContaining({ code: "#N/A", key: "year-not-published" }) as unknown,
        }),
      ]);
  });

  test("what is no call is refused or an error of the protocol, and the next call is answered", async () => {
    for (const name of ["__proto__", "constructor", "toString", "inasti.quarterly", ""])
      await expect(client.callTool({ name, arguments: {} })).rejects.toMatchObject({ code: -32602 });
    const hostile: Readonly<Record<string, unknown>>[] = [
      { incom: 1 },
      { constructor: 1 },
      { income: {} },
      { income: [1], category: "principal" },
      { income: 1e308, category: "principal" },
      { income: null, category: null },
      { income: 1, category: "x".repeat(100_000) },
      { income: 1, category: "principal", language: "__proto__" },
      { income: 1, category: "principal", language: 5 },
    ];
    for (const given of hostile) {
      const { isError, text } = await call("inasti_quarterly", given);
      expect([isError, text]).toEqual([true, expect.stringMatching(/^#VALUE! \S.*\.$|^#VALUE! .*…$/)]);
      expect(text).not.toMatch(/undefined|\{\{|\$t/);
    }
    const many = { incomes: Array<number>(10_001).fill(1), categories: "principal" };
    expect(await call("inasti_batch", many)).toMatchObject({
      isError: true,
      text: expect.stringContaining("10,000") as string,
    });
    expect(await call("inasti_batch", { incomes: [[[1]]], categories: "principal" })).toMatchObject({ isError: true });
    expect(await call("figures", { words: {} })).toMatchObject({ isError: true });
    expect(await call("inasti_quarterly", { income: 40000, category: "principal", year: 2026 })).toMatchObject({
      content: { value: 2050 },
    });
  });

  test("of figures find them by words of the reader's language", async () => {
    const { content, text } = await call("figures", { words: "PLAFOND anticipee enfant", language: "fr" });
    // Printed by lecap.be for 2025.
    expect(content).toMatchObject({ figures: [{ id: "status.pensioner-ceiling.early-child", value: 12140 }] });
    expect(text).toContain("12 140,00 €");
    expect(await call("figures", { words: "no such word" })).toMatchObject({ isError: true });
    const { text: figure } = await call("inasti_parameter", {
      name: "status.pensioner-ceiling.early-child",
      date: "2025-06-01",
    });
    expect(figure).toMatch(/^€12,140\.00 a year\n/);
  });
});

describe("resources", () => {
  const read = async (uri: string): Promise<string> => {
    const { contents } = await client.readResource({ uri });
    return (contents[0] as { readonly text: string }).text;
  };

  test("are help and figures; each can be read", async () => {
    const { resources } = await client.listResources();
    expect(resources.length).toBeGreaterThan(Object.keys(DEFINITIONS).length + 300);
    const some = resources.filter((_, at) => at < 80 || at % 20 === 0);
    for (const { uri, mimeType } of some) {
      const text = await read(uri);
      if (mimeType === "application/json") expect(JSON.parse(text)).toBeInstanceOf(Array);
      else expect(text).toMatch(/^# \S/);
      expect(text).not.toMatch(/undefined|\{\{|\$t\(|program:|help:/);
    }
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      "statut-social://help/{function}{?language}",
      "statut-social://figures/{id}{?language}",
    ]);
  });

  test("are told in the language that is asked for, and what stands nowhere is an error", async () => {
    expect(await read("statut-social://help/inasti.quarterly?language=nl")).toContain("## Argumenten");
    expect(JSON.parse(await read("statut-social://figures/contributions.rate.bracket1?language=fr"))).toContainEqual(
      expect.objectContaining({ value: 0.205, from: "2018-01-01", to: null }),
    );
    const nowhere = ["statut-social://help/x", "statut-social://figures/__proto__", "file:///etc/passwd", "x"];
    for (const uri of [...nowhere, "statut-social://help/inasti.quarterly?language=xx"])
      await expect(client.readResource({ uri })).rejects.toMatchObject({ code: -32602 });
  });
});

test("own figures, year, language and the choice of functions hold for the whole server", async () => {
  const figures = [
    {
      parameter: "contributions.index.numerator",
      from: "2027-01-01",
      to: "2027-12-31",
      value: "690.00",
      source: "My print",
    },
  ];
  writeFileSync(path.join(cli.folder, "own.json"), JSON.stringify({ format: "statut-social own figures 1", figures }));
  const other = await connected(
    "--lang",
    "nl",
    "--figures",
    "own.json",
    "--parameter-year",
    "2027",
    "--only",
    "inasti.quarterly,fund",
  );
  const { tools } = await other.listTools();
  expect(tools.map(({ name }) => name.split("_")[0])).toEqual([
    "inasti",
    ...Array<string>(tools.length - 2).fill("fund"),
    "figures",
  ]);
  // 142.75 / 690 of the index: the minimum of 17,720.79 × 20.5 % / 4.
  const { content, text } = await call("inasti_quarterly", { income: 0, category: "principal" }, other);
  expect(content).toMatchObject({ value: 908.19, confidence: "own" });
  expect(text).toMatch(/^€ 908,19\n/);
  await expect(other.callTool({ name: "inasti_annual", arguments: {} })).rejects.toMatchObject({ code: -32602 });
  await other.close();
});

/** The command with what is written to its input. */
const piped = (input: string, args: readonly string[] = []) =>
  new Promise<{ code: number | null; out: string; err: string }>((done) => {
    const child = spawn(NODE, commandOf(cli, ["mcp", ...args]), {
      cwd: cli.folder,
      env: { PATH: process.env["PATH"] },
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (piece) => (out += String(piece)));
    child.stderr.on("data", (piece) => (err += String(piece)));
    child.on("close", (code) => done({ code, out, err }));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });

const OPENING = `${JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } },
})}\n`;

test("the output has messages of the protocol only, and the end of the input ends the command", async () => {
  const deep = `{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{"x":${"[".repeat(50_000)}${"]".repeat(50_000)}}}\n`;
  const { code, out, err } = await piped(`no message\n{}\n${OPENING}${deep}`);
  expect(code).toBe(0);
  const [first, ...others] = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
  const result = expect.objectContaining({ protocolVersion: "2025-06-18" }) as unknown;
  expect(first).toEqual(expect.objectContaining({ id: 1, result }));
  expect(others.length).toBeLessThan(2);
  expect(err).toMatch(/^(?:A message that is none of the protocol.*\n)+$/);
  expect(await piped("", ["--only", "inast"])).toEqual({
    ...{ code: 2, out: "" },
    err: "There is no function “inast”. Did you mean “inasti”?\n",
  });
});
