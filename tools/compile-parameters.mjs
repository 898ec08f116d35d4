// @ts-check
/**
 * The law's figures: YAML in, typed tables out.
 *
 *   node tools/compile-parameters.mjs [--root <project>]
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { checkData } from "./parameters/check.mjs";
import { calculator } from "./parameters/compute.mjs";
import { coverageOf } from "./parameters/coverage.mjs";
import {
  coverageSource,
  idsSource,
  indexRulesSource,
  indexSource,
  tableSource,
  yearRulesSource,
} from "./parameters/emit.mjs";
import { YEARLY_INDEX } from "./parameters/every-year.mjs";
import { domainOf, readData } from "./parameters/read.mjs";
import { isStarted, root as ownRoot } from "./process.mjs";

const COMPILED = "src/parameters/compiled";

/**
 * Compiles the parameters of a project in memory.
 * @param {{ root: string }} options
 * @returns {{ problems: string[], files: Map<string, string> }} problems, or the text of each compiled file
 */
export function compileParameters({ root }) {
  /** @type {string[]} */
  const problems = [];
  /** @type {Map<string, string>} */
  const files = new Map();
  const data = readData(root, problems);
  if (problems.length === 0) checkData(data, problems);
  if (problems.length > 0) return { problems, files };

  const figure = calculator(data);
  const domains = [...new Set([...data.parameters.keys()].map(domainOf))].sort();
  for (const domain of domains) files.set(`${domain}.ts`, tableSource(domain, data, figure, problems));
  files.set("ids.ts", idsSource(data));
  files.set("index-rules.ts", indexRulesSource(data));
  files.set("year-rules.ts", yearRulesSource(data));
  const lastDay = data.parameters.get(YEARLY_INDEX)?.values.at(-1)?.to;
  if (!lastDay) problems.push(`${YEARLY_INDEX}: the last value must end with its year`);
  else files.set("coverage.ts", coverageSource(`${hash(data.texts)} ${lastDay}`, coverageOf(data, problems)));
  files.set("index.ts", indexSource(domains));
  return { problems, files };
}

/** @param {[string, string][]} texts */
function hash(texts) {
  const digest = createHash("sha256");
  for (const [file, text] of texts) digest.update(`${file}\n${text}\n`);
  return digest.digest("hex").slice(0, 8);
}

function main() {
  const { values } = parseArgs({ options: { root: { type: "string" } } });
  const root = path.resolve(values.root ?? ownRoot);
  const { problems, files } = compileParameters({ root });
  if (problems.length > 0) {
    console.error(problems.join("\n"));
    process.exit(1);
  }
  const folder = path.join(root, COMPILED);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (!files.has(file)) rmSync(path.join(folder, file));
  for (const [file, text] of files) writeFileSync(path.join(folder, file), text);
}

if (isStarted(import.meta.url)) main();
