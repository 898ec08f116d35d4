// @ts-check
/** On which tables of figures a definition may rest: those whose ids its rules name, and the rules that these import. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../process.mjs";
import { importsOf } from "./modules.mjs";

/**
 * What asks figures by their names brings all of them itself; what words a cell may hold is read without them; and the rank of the index is only compared with.
 */
const ELSEWHERE = [
  /^src\/(?:i18n|page|parameters)\//,
  /^src\/rules\/(?:own-figures|figure-upkeep)\//,
  /^src\/rules\/figures\/index\.ts$/,
  /^src\/definitions\/(?:arguments|own-figures)\.ts$/,
];

/**
 * @param {string} module from the project's root
 * @param {readonly string[]} domains of the figures
 * @returns {string[]}
 */
export function figuresOf(module, domains) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @type {Set<string>} */
  const seen = new Set();
  const waiting = [module];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const one = file;
    if (seen.has(one) || ELSEWHERE.some((pattern) => pattern.test(one))) continue;
    seen.add(one);
    const text = readFileSync(path.join(root, one), "utf8");
    for (const domain of domains) if (new RegExp(`["'\`]${domain}\\.`).test(text)) found.add(domain);
    waiting.push(...importsOf(one).filter((other) => other.endsWith(".ts")));
  }
  return [...found].sort();
}
