import { readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { asked } from "../../packages/core/src/function";
import { isRefusal } from "../../packages/core/src/refusal";
import { DEFINITIONS, type FunctionId } from "../../src/definitions";
import { root, runScript } from "../tools/tool";

interface Call {
  readonly function: FunctionId;
  readonly arguments: Readonly<Record<string, unknown>>;
}

type Tagged = Readonly<Record<string, unknown>>;

interface Vector extends Call {
  readonly id: string;
  readonly kind: "case" | "print" | "edge";
  readonly times?: number;
  readonly expected: Tagged;
}

interface Domain {
  readonly domain: string;
  readonly vectors: readonly Vector[];
  readonly rules: readonly { readonly id: string }[];
}

const folder = path.join(os.tmpdir(), `statut-vectors-${process.pid}`);
const { output, status } = runScript("tools/vectors.mjs", "--out", folder);
if (status !== 0) throw new Error(output);
afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
const files = readdirSync(folder).filter((name) => /^[a-z]+\.json$/.test(name));
const domains = files.map((name) => read(name) as Domain);
const all = domains.flatMap(({ vectors }) => vectors);

describe("the files", () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
  addFormats(ajv);
  const isValid = ajv.compile(read("vectors.schema.json") as object);

  test.each(files)("%s fits the schema", (name) => {
    isValid(read(name));
    expect(isValid.errors).toBeNull();
  });

  const [first] = domains;
  const changed = (change: Tagged) => ({ ...first, vectors: [{ ...first!.vectors[0], ...change }] });

  test.each<Tagged>([
    { expected: { cents: 2050.5 } },
    { expected: { cents: 1, decimal: "1" } },
    { expected: { decimal: "2.050,00" } },
    { expected: { date: "2026-02-30" } },
    { expected: { error: { code: "#N/A" } } },
    { kind: "edge", expected: { decimal: "1" } },
    { source: {} },
    { source: { article: "12" } },
    { source: { url: "javascript:0" } },
    { confidence: "sure" },
    { function: "quarterly" },
    { arguments: { income: { cents: 1 } } },
    { note: "" },
  ])("the schema takes no %j", (change) => {
    expect(isValid(changed({}))).toBe(true);
    expect(isValid(changed(change))).toBe(false);
  });

  test("names stand once, and say which versions they hold for", () => {
    const ids = all.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(domains.map(({ domain }) => `${domain}.json`)).toEqual(files);
  });
});

const NONE = Symbol("nothing");

/** Whether an answer is what a vector says: amounts in whole cents, decimal text as the number that it is. */
function isSame(tagged: Tagged, answer: unknown): boolean {
  if ("error" in tagged) {
    const { code, key } = tagged["error"] as { code: string; key?: string };
    return isRefusal(answer) && answer.code === code && (key === undefined || answer.key === key);
  }
  if ("cents" in tagged) return typeof answer === "number" && Math.round(answer * 100) === tagged["cents"];
  if ("decimal" in tagged) {
    const text = String(tagged["decimal"]);
    return (
      (tagged["rounded"] ? Number(answer).toFixed(text.split(".")[1]!.length) : String(answer)) === plain(text, tagged)
    );
  }
  return "blank" in tagged ? answer === null || answer === "" : Object.values(tagged)[0] === answer;
}

/** "0.50" is 0.5. */
const plain = (text: string, { rounded }: Tagged): string => (rounded ? text : String(Number(text)));

function answerOf({ function: id, arguments: given }: Call): unknown {
  const { takes } = DEFINITIONS[id];
  const unknown = Object.keys(given).filter((name) => !(name in takes));
  if (unknown.length > 0) throw new Error(`${id} takes no ${unknown.join(", ")}`);
  const cells = Object.keys(takes).map((name) => cellOf(given[name]));
  const result = asked(DEFINITIONS[id], cells);
  return isRefusal(result) ? result : result.value;
}

/** Decimal text is a number: as people type it, 1.234 would have two readings. */
function cellOf(cell: unknown): unknown {
  if (Array.isArray(cell)) return cell.map(cellOf);
  if (typeof cell === "string" && /^-?\d+(?:\.\d+)?$/.test(cell)) return Number(cell);
  return typeof cell === "object" && cell !== null && "function" in cell ? answerOf(cell as Call) : cell;
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/** What differs from the expected answer, or nothing. */
function difference({ id, expected, times = 1, ...call }: Vector): unknown {
  const answer = answerOf(call);
  const wrong = { id, expected, answer };
  if ("failed" in expected) {
    const { eligible, rows } = answer as { eligible: boolean; rows: Rows };
    const failed = rows.filter(({ met }) => met === false).map(({ id: condition }) => condition);
    return eligible === expected["is"] && failed.join() === (expected["failed"] as string[]).join() ? NONE : wrong;
  }
  if ("list" in expected) {
    const values = (answer as unknown[]).flat();
    const list = expected["list"] as Tagged[];
    return list.length === values.length && list.every((one, at) => isSame(one, values[at])) ? NONE : wrong;
  }
  if ("rows" in expected) return hasRows(expected, answer) ? NONE : wrong;
  const value = times === 1 ? answer : (Math.round((answer as number) * 100) * times) / 100;
  return isSame(expected, value) ? NONE : wrong;
}

function hasRows({ rows, count, sums }: Tagged, given: unknown): boolean {
  const answer = (Array.isArray(given) ? given : (given as { rows?: Rows }).rows) as Rows | undefined;
  if (answer === undefined || (count !== undefined && answer.length !== count)) return false;
  let next = 0;
  for (const row of rows as Readonly<Record<string, Tagged>>[]) {
    const at = answer.findIndex(
      (one, index) => index >= next && Object.entries(row).every(([name, tagged]) => isSame(tagged, one[name])),
    );
    if (at < 0) return false;
    next = at + 1;
  }
  return Object.entries((sums ?? {}) as Readonly<Record<string, Tagged>>).every(([year, sum]) =>
    isSame(sum, sumOf(answer.filter(({ due }) => String(due).startsWith(year)).map(({ amount }) => amount))),
  );
}

/** An amount that is not known leaves the sum of its year open. */
const sumOf = (amounts: readonly unknown[]): unknown =>
  amounts.find(isRefusal) ?? amounts.reduce<number>((sum, one) => Math.round((sum + Number(one)) * 100) / 100, 0);

describe.each(domains)("$domain", ({ vectors, rules }) => {
  test("our functions answer as every vector says", () => {
    expect(vectors.map(difference).filter((one) => one !== NONE)).toEqual([]);
    expect(vectors.length).toBeGreaterThan(30);
    expect(rules.length).toBeGreaterThan(0);
  });

  test("a vector with another value would be noticed", () => {
    for (const kind of ["cents", "decimal", "date", "is", "word", "error"]) {
      const one = vectors.find(({ expected }) => kind in expected && !("failed" in expected));
      const expected = kind === "cents" ? { cents: Number(one?.expected["cents"]) + 1 } : { word: "other" };
      if (one) expect(difference({ ...one, expected })).not.toBe(NONE);
    }
  });
});

interface Case {
  readonly id: string;
  readonly expected: unknown;
  readonly lastYear?: number;
}

test("every case that can be asked today is there, amounts to the cent", () => {
  for (const { domain, vectors, rules } of domains) {
    const cases = JSON.parse(readFileSync(path.join(root, "test/golden", `${domain}.json`), "utf8")) as Case[];
    const ids = new Set([...vectors, ...rules].map(({ id }) => id));
    const missing = cases.filter(({ id }) => !ids.has(id));
    expect(missing.filter(({ lastYear }) => lastYear === undefined)).toEqual([]);
    const byId = new Map(vectors.map((vector) => [vector.id, vector.expected]));
    for (const { id, expected } of cases)
      if ("cents" in (byId.get(id) ?? {}))
        expect([id, byId.get(id)]).toEqual([id, { cents: Math.round(Number(expected) * 100) }]);
  }
});

describe("edges", () => {
  const edges = all.filter(({ kind, function: id }) => kind === "edge" && id === "INASTI.QUARTERLY");
  const incomeOf = (vector: Vector) => Math.round(Number(vector.arguments["income"]) * 100);
  const laws = new Map<string, Vector[]>();
  for (const edge of edges) {
    const { category, year, quarter } = edge.arguments;
    const law = `${category as string} ${year as number}Q${quarter as number}`;
    laws.set(law, [...(laws.get(law) ?? []), edge]);
  }

  test("each law has its thresholds, a cent below and above", () => {
    const inForce = [...laws.values()].filter(([one]) => "cents" in one!.expected);
    expect(inForce.length).toBeGreaterThan(130);
    for (const vectors of inForce) {
      const incomes = new Set(vectors.map(incomeOf));
      const thresholds = [...incomes].filter(
        (income) => income > 0 && incomes.has(income - 1) && incomes.has(income + 1),
      );
      expect(thresholds.length).toBeGreaterThanOrEqual(2);
    }
  });

  test("2026 has the ceilings and the minimum that are printed", () => {
    // Amounts of 2026 as the funds print them.
    const incomes = laws.get("principal 2026Q1")!.map(({ arguments: { income } }) => income);
    expect(incomes).toEqual(expect.arrayContaining(["17374.08", "75024.54", "110562.42"]));
    const complementary = laws.get("complementary 2026Q1")!;
    const at = (income: string) => complementary.find((one) => one.arguments["income"] === income)!.expected["cents"];
    expect(at("1922.15")).toBe(0);
    expect(at("1922.16")).toBeGreaterThan(0);
  });
});
