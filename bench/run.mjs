// @ts-check
/** `npm run bench`: how fast results come, each as a ratio to a yardstick of the same run. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { compileFunction } from "node:vm";
import { gzipSync } from "node:zlib";
import { bundled } from "../tools/bundle.mjs";
import { root } from "../tools/process.mjs";
import { benchDossier } from "./dossier.mjs";
import { line, milliseconds, perSecond, thousands } from "./measure.mjs";
import { benchCashflow } from "./cashflow.mjs";
import { benchFiles } from "./files.mjs";
import { benchPeers } from "./peers.mjs";
import { benchScenario } from "./scenario.mjs";

const CALLS = 1_000_000;

const source = readFileSync(path.join(root, "dist/functions.js"), "utf8");

/** The functions as a host without pane loads them. */
function load() {
  /** @type {Map<string, (...args: any[]) => any>} */
  const functions = new Map();
  const CustomFunctions = {
    associate: (/** @type {string} */ id, /** @type {(...args: any[]) => any} */ f) => functions.set(id, f),
    Error,
    ErrorCode: {},
  };
  compileFunction(source, ["CustomFunctions"], { filename: "functions.js" })(CustomFunctions);
  return functions;
}

const functions = load();
const quarterly = /** @type {(...args: unknown[]) => number} */ (functions.get("INASTI.QUARTERLY"));
// Out of the module object: its getters would cost more than what is measured.
const {
  contribution,
  quarterly: quarterOf,
  askedRule,
} = /** @type {typeof import("./core.ts")} */ (await bundled("bench/core.ts", "bench/core.cjs"));

const incomes = Float64Array.from({ length: 1024 }, (_, index) => 3_000 + index * 117);
const cents = incomes.map((income) => income * 100);
const categories = /** @type {const} */ (["principal", "complementary"]);
const incomeAt = (/** @type {number} */ index) => /** @type {number} */ (incomes[index & 1023]);
const centsAt = (/** @type {number} */ index) => /** @type {number} */ (cents[index & 1023]);
const categoryAt = (/** @type {number} */ index) => categories[/** @type {0 | 1} */ (index & 1)];
const yearAt = (/** @type {number} */ index) => 2015 + (index % 12);

const { scale } = askedRule({ category: "principal", year: 2026 });
const speeds = perSecond(CALLS, {
  empty: (index) => incomeAt(index),
  scale: (index) => quarterOf(scale, centsAt(index)),
  rule: (index) => contribution(centsAt(index), askedRule({ category: categoryAt(index), year: yearAt(index) })),
  bundle: (index) => quarterly(incomeAt(index), categoryAt(index), yearAt(index), null, null, null),
});
console.log(`Results per second, ${thousands(CALLS)} calls a run, best of several runs\n`);
console.log(line("empty call", speeds.empty, speeds.empty));
console.log(line("core: income to quarter on a compiled scale", speeds.scale, speeds.empty));
console.log(line("core: category, year, income to quarter", speeds.rule, speeds.empty));
console.log(line("dist/functions.js: INASTI.QUARTERLY", speeds.bundle, speeds.empty));

await benchPeers(functions);
benchScenario(functions);
benchDossier(functions);
benchCashflow(functions);
await benchFiles();

const startUp = milliseconds(load, 10);
const first = milliseconds(() => load().get("INASTI.QUARTERLY")?.(40_000, "principal", 2026), 10);
console.log(`\nstart-up of functions.js: ${startUp.toFixed(1)} ms; with a first result: ${first.toFixed(1)} ms`);
console.log(
  `functions.js: ${(source.length / 1000).toFixed(1)} kB, ${(gzipSync(source, { level: 9 }).length / 1000).toFixed(1)} kB gzip (limit 135)`,
);
