import * as formulas from "@formulajs/formulajs";
import { DEFINITIONS } from "../../src/definitions";
import { areaOf } from "../../src/formula/addresses";
import { type Node, parse } from "../../src/formula/parser";
import { allNamed, lambdaModules, LawSheet } from "../../src/native";

it.each([undefined, "0.018"])(
  "each function is a LAMBDA that Excel takes, growth %s, with the arguments of its contract",
  (indexation) => {
    for (const { name, formula } of allNamed(new LawSheet({ indexation, until: 2029 }))) {
      expect(formula.length).toBeLessThan(8_192);
      const { root } = parse(formula);
      if (root.kind !== "call") throw new Error(name);
      const { takes } = DEFINITIONS[name as keyof typeof DEFINITIONS];
      const parameters = Object.entries(takes).map(([one, { optional }]) => (optional === true ? `[${one}]` : one));
      expect(root.name).toBe("LAMBDA");
      expect(root.arguments.slice(0, -1).map(({ start, end }) => formula.slice(start, end))).toEqual(parameters);
    }
  },
);

/** What Excel takes: of arguments in a call, of parameters of a LAMBDA, and of calls in calls. */
const MOST = { arguments: 255, parameters: 253, depth: 64 };

interface Measured {
  depth: number;
  arguments: number;
  /** What LAMBDA and LET bind. */
  readonly bound: string[];
}

function measure(node: Node, formula: string, found: Measured = { depth: 0, arguments: 0, bound: [] }, depth = 1) {
  const text = ({ start, end }: Node) => formula.slice(start, end).replace(/^\[(.*)\]$/, "$1");
  const inside =
    node.kind === "call"
      ? node.arguments
      : node.kind === "binary"
        ? [node.left, node.right]
        : "of" in node
          ? [node.of]
          : [];
  if (node.kind === "call") {
    found.depth = Math.max(found.depth, depth);
    found.arguments = Math.max(found.arguments, node.arguments.length);
    if (node.name === "LAMBDA") found.bound.push(...node.arguments.slice(0, -1).map(text));
    if (node.name === "LET")
      found.bound.push(...node.arguments.slice(0, -1).flatMap((one, at) => (at % 2 ? [] : text(one))));
  }
  for (const one of inside) measure(one, formula, found, node.kind === "call" ? depth + 1 : depth);
  return found;
}

it.each(allNamed(new LawSheet({ indexation: "0.025", until: 2030 })))(
  "$name stays within what Excel takes, and none of its names means anything else there",
  ({ name, formula }) => {
    const { root } = parse(formula);
    const { depth, arguments: most, bound } = measure(root, formula);
    expect(root.kind === "call" && root.arguments.length - 1).toBeLessThanOrEqual(MOST.parameters);
    expect(most).toBeLessThanOrEqual(MOST.arguments);
    expect(depth).toBeLessThanOrEqual(MOST.depth);
    expect(name).toMatch(/^[A-Z]+\.[A-Z]+$/);
    const known = new Set(Object.keys(formulas));
    expect(known.has(name)).toBe(false);
    // Neither a cell, in either notation, nor with a point.
    expect(bound.length).toBeGreaterThan(0);
    expect(bound.filter((one) => !/^[a-z_][a-z0-9_]*$/i.test(one))).toEqual([]);
    expect(bound.filter((one) => areaOf(one) !== null || /^(?:r\d*(?:c\d*)?|c\d*)$/i.test(one))).toEqual([]);
  },
);

it("the text of a module is comments, and names without a point with the LAMBDA that a name has", () => {
  const sheet = new LawSheet({});
  const all = new Map(allNamed(sheet).map(({ name, formula }) => [name, formula]));
  const found = lambdaModules(sheet).flatMap(({ name, text }) => {
    const statements = text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("//"))
      .join("\n");
    return [...statements.matchAll(/([^=;]*)(=[^;]*);\n?/gy)].map(([, one, formula]) => [
      `${name}.${one!.trim()}`,
      formula!,
    ]);
  });
  expect(new Map(found as [string, string][])).toEqual(all);
});

it("a module has the functions of a prefix, without it", () => {
  const modules = lambdaModules(new LawSheet({}));
  const inasti = modules.find(({ name }) => name === "INASTI")!;
  expect(inasti.text).toMatch(/^QUARTERLY =LAMBDA\(income,category,\[year\]/m);
  expect(inasti.text).not.toContain("FUND");
  expect(modules.map(({ name }) => name)).toContain("FUND");
});
