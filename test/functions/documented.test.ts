/** What the help shows must work: the formulas of its examples, and the words of its lists. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { day } from "../../src/rules/calendar";
import { type Argument, type Definition, DEFINITIONS } from "../../src/definitions";
import { inTool, root } from "../tools/tool";

type Function = (...args: unknown[]) => unknown;

const functions = new Map<string, Function>();

beforeAll(async () => {
  Object.assign(globalThis, {
    CustomFunctions: {
      associate: (id: string, implementation: Function) => functions.set(id, implementation),
      Error: class extends Error {
        constructor(
          readonly code: string,
          message: string,
        ) {
          super(message);
        }
      },
      ErrorCode: {},
    },
  });
  await import("../../src/functions");
});

/** Without references, and with the omitted arguments written, our formulas are expressions of JavaScript too. */
function calculate(formula: string): unknown {
  const prefixes: Record<string, Record<string, Function>> = {};
  for (const [id, implementation] of functions) {
    const [prefix, name] = id.split(".") as [string, string];
    prefixes[prefix] = { ...prefixes[prefix], [name]: implementation };
  }
  const expression = formula.slice(1).replace(/(?<=[,(])(?=,)/g, "null");
  return runInNewContext(expression, { ...prefixes, DATE: day, TRUE: true, FALSE: false });
}

const examples = inTool<string[]>(
  "metadata.mjs",
  `(await tool.readReference(${JSON.stringify(root)})).sources.functions.flatMap(({ examples }) => examples)`,
).filter((example) => !/\b[A-Z]+\d+\b/.test(example));

test.each(examples)("%s", (example) => {
  const result = calculate(example);
  const cells = Array.isArray(result) ? (result as unknown[][]).flat() : [result];
  expect(cells).not.toHaveLength(0);
  for (const cell of cells) expect(["number", "string", "boolean"]).toContain(typeof cell);
});

/** What whoever tests a submission is asked to type, and what a cell is then said to show. */
const notes = readFileSync(path.join(root, "docs/store/test-notes.md"), "utf8").split(/^\d+\. /m);
const typed = notes.flatMap((note) => {
  const [, shown] = /It shows (\d+|#N\/A)/.exec(note) ?? [];
  return Array.from(note.matchAll(/`(=[^`;]+)`/g), ([, formula]) => ({ formula: formula!, shown }));
});

test("the notes for a submission ask for formulas of each prefix", () => {
  const prefixes = new Set(typed.map(({ formula }) => /=([A-Z]+)/.exec(formula)![1]));
  expect(prefixes.size).toBe(new Set(Object.keys(DEFINITIONS).map((id) => id.split(".")[0])).size);
});

test.each(typed)("notes for a submission: $formula", ({ formula, shown }) => {
  if (shown === "#N/A") expect(() => calculate(formula)).toThrow(/2035/);
  else if (shown === undefined) expect(["number", "object"]).toContain(typeof calculate(formula));
  else expect(calculate(formula)).toBe(Number(shown));
});

/** The arguments that are words of an enum, by its id. */
const offered = new Map(
  Object.values<Definition>(DEFINITIONS)
    .flatMap(({ takes }) => Object.values(takes))
    .flatMap((argument): [string, Argument<unknown>][] =>
      argument.enumeration === undefined || argument.matrix ? [] : [[argument.enumeration, argument]],
    ),
);

interface Metadata {
  readonly enums: readonly {
    readonly id: string;
    readonly values: readonly { readonly name: string; readonly stringValue: string }[];
  }[];
}

describe.each(["fr", "nl", "de"])("the lists in %s", (language) => {
  const { enums } = JSON.parse(
    readFileSync(path.join(root, "build/metadata", `functions-${language}.json`), "utf8"),
  ) as Metadata;

  test("are all read by a function", () => {
    expect(enums.map(({ id }) => id).sort()).toEqual([...offered.keys()].sort());
  });

  test.each(enums)("$id: what it shows may be typed", ({ id, values }) => {
    const { read } = offered.get(id)!;
    expect(values.map(({ name }) => read("argument", name))).toEqual(values.map(({ stringValue }) => stringValue));
  });
});
