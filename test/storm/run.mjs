// @ts-check
/**
 * `npm run storm`: hostile calls of the built functions. Prints its seed, with which it can be repeated.
 *
 *   node test/storm/run.mjs [--calls 1000000] [--seed <number>]
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadFunctions } from "../../tools/load-functions.mjs";
import { root } from "../../tools/process.mjs";
import { storm } from "./storm.mjs";

const { values } = parseArgs({ options: { calls: { type: "string" }, seed: { type: "string" } } });
const calls = Number(values.calls ?? 1_000_000);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const metadata = JSON.parse(readFileSync(path.join(root, "build/metadata/functions.json"), "utf8"));

console.log(`seed ${seed}`);
const functions = loadFunctions();
const before = process.memoryUsage().heapUsed;
const { counts, faults } = storm({ functions, metadata, seed, calls });
for (const fault of faults.slice(0, 20)) console.error(fault);
const grown = Math.round((process.memoryUsage().heapUsed - before) / 1e6);
const { values: single, tables, refusals } = counts;
console.log(
  `${calls.toLocaleString("en")} calls: ${single.toLocaleString("en")} values, ${tables.toLocaleString("en")} tables, ` +
    `${refusals.toLocaleString("en")} refusals, ${faults.length} faults, ${grown} MB of heap more`,
);
process.exitCode = faults.length === 0 && single > 0 && tables > 0 && refusals > 0 ? 0 : 1;
