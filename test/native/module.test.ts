import { DEFINITIONS } from "../../src/definitions";
import { parse } from "../../src/formula/parser";
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

it("a module has the functions of a prefix, without it", () => {
  const modules = lambdaModules(new LawSheet({}));
  const inasti = modules.find(({ name }) => name === "INASTI")!;
  expect(inasti.text).toMatch(/^QUARTERLY =LAMBDA\(income,category,\[year\]/m);
  expect(inasti.text).not.toContain("FUND");
  expect(modules.map(({ name }) => name)).toContain("FUND");
});
