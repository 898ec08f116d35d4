import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { patched } = createRequire(__filename)("../../tools/univer-literals.cjs") as {
  readonly patched: (source: string, resource: string) => string;
};

const source = (name: string): string => readFileSync(require.resolve(`@univerjs/${name}/lib/es/index.js`), "utf8");

it.each([
  ["engine-formula", 'FORMULA_LEXER_TOKENS = [\n\t";"'],
  ["sheets-formula-ui", "statutArgumentSeparator"],
  ["sheets", "setValue(i, j, worksheet.getCellRaw(i, j))"],
  ["sheets-ui", "statutShown(num"],
])("finds what it changes in %s", (name, changed) => {
  expect(patched(source(name), `node_modules/@univerjs/${name}/lib/es/index.js`)).toContain(changed);
});

it("fails where a version has it otherwise", () => {
  expect(() => patched("const FORMULA = []", "node_modules/@univerjs/engine-formula/lib/es/index.js")).toThrow(
    "0 times, not 1",
  );
});
