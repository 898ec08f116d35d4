/** What the help shows must work: the formulas of its examples, and the words of its lists. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { day } from "../../src/rules/calendar";
import {
  category,
  entitlementBenefit,
  exemptBenefit,
  family,
  ground,
  occupation,
  optionalBasis,
  optionalEndKind,
  optionalIncomeBasis,
  optionalPremiumKind,
  optionalVariant,
  rateBenefit,
  switchKind,
} from "../../src/functions/cells";
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

/** How our functions read the words of an enum. */
const readers: Record<string, (argument: string, cell: string) => unknown> = {
  INASTI_CATEGORY: category,
  INASTI_OCCUPATION: occupation,
  FUND_SWITCHKIND: switchKind,
  PASSERELLE_CATEGORY: category,
  PASSERELLE_GROUND: ground,
  PASSERELLE_BASIS: optionalBasis,
  BENEFIT_AMOUNT: rateBenefit,
  BENEFIT_VARIANT: optionalVariant,
  BENEFIT_FAMILY: family,
  BENEFIT_EXEMPTION: exemptBenefit,
  BENEFIT_END: optionalEndKind,
  BENEFIT_CATEGORY: category,
  BENEFIT_RIGHT: entitlementBenefit,
  PENSION_KIND: optionalPremiumKind,
  PENSION_BASIS: optionalIncomeBasis,
};

describe.each(["fr", "nl", "de"])("the lists in %s", (language) => {
  const { enums } = JSON.parse(readFileSync(path.join(root, "src/i18n", language, "functions.json"), "utf8")) as {
    enums: Record<string, Record<string, { name: string }>>;
  };

  test("are all read by a function", () => {
    expect(new Set(Object.keys(readers))).toEqual(new Set(Object.keys(enums)));
  });

  test.each(Object.entries(readers))("%s: what it shows may be typed", (id, read) => {
    const values = Object.entries(enums[id]!);
    expect(values.map(([, { name }]) => read("argument", name))).toEqual(values.map(([value]) => value));
  });
});
