import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { day } from "../../src/rules/calendar";
import { LAST_YEAR } from "../../src/rules/contributions";
import { call } from "../golden/harness";
import { type CustomFunction, sourceFunctions } from "../setup/excel";
import type { Compiled } from "../setup/figures";

/**
 * What docs/updating-parameters.md promises: a contribution year is a line for each of the two figures of its fraction, and their source.
 * The fraction here is made up; every amount below is computed by hand from the articles.
 */
const ROOT = path.join(__dirname, "../..");
const YEAR = LAST_YEAR + 1;
const NUMERATOR = "690.00";
const DENOMINATOR = "650.24";

let root: string;
let functions: Map<string, CustomFunction>;

beforeAll(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "new-year-"));
  for (const folder of ["src/parameters", "src/i18n/en"])
    cpSync(path.join(ROOT, folder), path.join(root, folder), { recursive: true });
  add("contributions.index.numerator", NUMERATOR);
  add("contributions.revaluation.denominator", DENOMINATOR);
  appendFileSync(path.join(root, "src/parameters/sources.yaml"), `\nmade-up:\n  title: Decree that does not exist\n`);
  const compiler = path.join(ROOT, "tools/compile-parameters.mjs");
  const { status, stderr } = spawnSync(process.execPath, [compiler, "--root", root], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  functions = sourceFunctions(jest.requireActual<Compiled>(path.join(root, "src/parameters/compiled/index")));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** One line below the last value of the parameter. */
function add(id: string, value: string): void {
  const file = path.join(root, "src/parameters/contributions/index.yaml");
  const text = readFileSync(file, "utf8");
  const end = text.indexOf("\n\n", text.indexOf(`\n${id}:`));
  const line = `    - { from: ${YEAR}-01-01, to: ${YEAR}-12-31, value: "${value}", confidence: official, source: { ref: made-up } }`;
  writeFileSync(file, `${text.slice(0, end)}\n${line}${text.slice(end)}`);
}

const ask = (id: string, inputs: Record<string, unknown>) => call(functions, id, { year: YEAR, ...inputs });

test("it is the last year, and the next one is not there", () => {
  expect((functions.get("INASTI.VERSION")!() as unknown[][])[1]![2]).toBe(YEAR);
  expect(ask("INASTI.QUARTERLY", { income: 40_000, category: "principal", year: YEAR + 1 })).toBe("#N/A");
  expect(ask("PENSION.PLCI", { incomeN3: 30_000, year: YEAR + 1 })).toBe("#N/A");
});

// AR38 14 §1: base × 690.00 / 142.75, rounded half up to the cent.
test.each([
  ["bracket1.ceiling", 76_521.7], // 15,831.12: 76,521.70088
  ["bracket2.ceiling", 112_768.77], // 23,330.06: 112,768.76637
  ["principal.minimum-income", 17_720.8], // 3,666.15: 17,720.79510
  ["complementary.threshold", 1960.52], // 405.60: 1,960.51839
  ["article-37.ceiling", 9282.88], // 1,920.48: 9,282.88056
  ["spouse-maxi.minimum-income", 7784.75], // half of 3,221.08: 7,784.74676
  ["pensioner.threshold", 3921.04], // 811.20: 3,921.03678
  ["primostarter.minimum-income", 9151.12], // 1,893.22: 9,151.11594
  ["primostarter.first-quarter-reduction", 120.89], // 25.01: 120.88897
  ["student.lower-threshold", 8860.4], // AR38 12bis: half of 17,720.80
  ["revaluation.coefficient", 1.06114665], // 690.00 / 650.24
])("contributions.%s", (name, amount) => {
  expect(call(functions, "INASTI.PARAMETER", { name: `contributions.${name}`, date: day(YEAR, 7, 1) })).toBe(amount);
});

test("a threshold that nobody has printed says so", () => {
  const name = "contributions.bracket1.ceiling";
  const [[header = [], row = []]] = [call(functions, "INASTI.SOURCE", { name, date: day(YEAR, 7, 1) }) as unknown[][]];
  expect(row[header.indexOf("confidence")]).toBe("derived");
});

test.each([
  [0, "principal", 908.19], // AR38 12 §1: 17,720.80 × 20.5 % / 4 = 908.191
  [200_000, "principal", 5204.88], // (76,521.70 × 20.5 % + 36,247.07 × 14.16 %) / 4 = 5,204.8834
  [1960.51, "complementary", 0], // AR38 12 §2
  [1960.52, "complementary", 100.48], // 1,960.52 × 20.5 % / 4 = 100.47665
])("INASTI.QUARTERLY(%d, %s)", (income, category, amount) => {
  expect(ask("INASTI.QUARTERLY", { income, category })).toBe(amount);
});

test("INASTI.PROVISIONAL: the income of three years before, revalued by the fraction", () => {
  // AR38 11 §3: 40,000 × 690.00 / 650.24 = 42,445.87; × 20.5 % / 4 = 2,175.3508.
  expect(ask("INASTI.PROVISIONAL", { incomeN3: 40_000, category: "principal" })).toBe(2175.35);
});

test.each([
  [150_000, "ordinary", 4167.88], // 2/3 × 76,521.70 × 8.17 % = 4,167.8819
  [150_000, "social", 4795.36], // 2/3 × 76,521.70 × 9.40 % = 4,795.3599
  [30_000, "ordinary", 2600.87], // 30,000 × 690.00 / 650.24 = 31,834.40; × 8.17 % = 2,600.8705
])("PENSION.PLCI(%d, %s)", (incomeN3, kind, amount) => {
  expect(ask("PENSION.PLCI", { incomeN3, kind })).toBe(amount);
});

test("PASSERELLE.INCOMELIMIT: the minimum incomes of the year", () => {
  expect(ask("PASSERELLE.INCOMELIMIT", {})).toBe(17_720.8);
  expect(ask("PASSERELLE.INCOMELIMIT", { spouse: true })).toBe(7784.75);
});
