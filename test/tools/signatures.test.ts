/** Workbooks hold calls of the last version given out, and Excel its list of parameters for another day. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { inTool, root } from "./tool";
import released from "./released-signatures.json";

interface Signature {
  readonly spills: boolean;
  readonly parameters: readonly string[];
}

type Signatures = Readonly<Record<string, Signature>>;

/** What would break: a function that is gone, a parameter that is not what it was, or a new one that must be given. */
const broken = (before: Signatures, now: Signatures): string[] =>
  Object.entries(before).flatMap(([id, { spills, parameters }]) => {
    const own = now[id];
    if (own === undefined) return [`${id} is gone`];
    const changed = parameters.flatMap((parameter, at) =>
      own.parameters[at] === parameter ? [] : [`${id}: ${parameter}, now ${own.parameters[at] ?? "nothing"}`],
    );
    const needed = own.parameters
      .slice(parameters.length)
      .filter((parameter) => !/^\w+\?:/.test(parameter))
      .map((parameter) => `${id}: ${parameter} is new and needed`);
    return [...changed, ...needed, ...(spills === own.spills ? [] : [`${id}: one cell or many`])];
  });

const metadata = readFileSync(path.join(root, "build/metadata/functions.json"), "utf8");
const present = inTool<Signatures>("signatures.mjs", `tool.signaturesOf(${metadata})`);

test(`calls written for ${released.version} are still understood`, () => {
  expect(Object.keys(released.functions).length).toBeGreaterThan(40);
  expect(broken(released.functions, present)).toEqual([]);
});

test("a signature says whether a parameter may be left out, what it takes and whether the answer fills a range", () => {
  expect(present["INASTI.QUARTERLY"]).toMatchObject({ spills: false });
  expect(present["INASTI.QUARTERLY"]!.parameters.slice(0, 3)).toEqual([
    "income: any",
    "category: string",
    "year?: any",
  ]);
  expect(present["INASTI.BATCH"]).toMatchObject({ spills: true });
  expect(present["INASTI.BATCH"]!.parameters[0]).toBe("incomes: any[][]");
});

test("the version given out is not newer than the code", () => {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  expect(released.version.localeCompare(version, "en", { numeric: true })).toBeLessThanOrEqual(0);
});

describe("what breaks a workbook", () => {
  const of = (...parameters: string[]): Signatures => ({ "CALC.SHARE": { spills: false, parameters } });
  const before = of("amount: any", "kind?: string");

  test.each<[string, Signatures, string[]]>([
    ["nothing", of("amount: any", "kind?: string"), []],
    ["an optional parameter at the end", of("amount: any", "kind?: string", "rows?: any[][]"), []],
    ["a needed one", of("amount: any", "kind?: string", "rows: any"), ["CALC.SHARE: rows: any is new and needed"]],
    ["one that is gone", of("amount: any"), ["CALC.SHARE: kind?: string, now nothing"]],
    ["one that must be given now", of("amount: any", "kind: string"), ["CALC.SHARE: kind?: string, now kind: string"]],
    ["another type", of("amount: any", "kind?: any"), ["CALC.SHARE: kind?: string, now kind?: any"]],
    [
      "another order",
      of("kind?: string", "amount: any"),
      ["CALC.SHARE: amount: any, now kind?: string", "CALC.SHARE: kind?: string, now amount: any"],
    ],
    ["a function that is gone", {}, ["CALC.SHARE is gone"]],
    [
      "a range for one cell",
      { "CALC.SHARE": { ...before["CALC.SHARE"]!, spills: true } },
      ["CALC.SHARE: one cell or many"],
    ],
  ])("%s", (_, now, expected) => {
    expect(broken(before, now)).toEqual(expected);
  });
});
