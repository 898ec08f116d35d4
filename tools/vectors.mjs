// @ts-check
/**
 * `npm run vectors`: what other programs of the same law can be tested against, in `dist/vectors`. Amounts that somebody printed or worked out
 * come from `test/golden`, amounts around the thresholds from `test/oracle`; none comes from our own functions.
 *
 *   node tools/vectors.mjs [--out folder]
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { isStarted, root } from "./process.mjs";
import { edgeVectors } from "./vectors/edges.mjs";
import { goldenVectors } from "./vectors/golden.mjs";
import { readmeOf } from "./vectors/readme.mjs";
import { loaded } from "./typescript.mjs";
/** @import { Vector, RuleVector } from "./vectors/golden.mjs" */

export const SCHEMA = "vectors.schema.json";
const FORMAT = "statut-social vectors 1";

/** Folders of `test/golden`, and domains of the figures. */
const DOMAINS = /** @type {const} */ ([
  "contributions",
  "status",
  "passerelle",
  "funds",
  "company",
  "benefits",
  "pension",
]);

/** @typedef {{ $schema: string, format: string, domain: string, codeVersion: string, dataVersion: string, vectors: Vector[], rules: RuleVector[] }} Domain */

/** All files, by their names. @returns {Map<string, Domain>} */
export function allVectors() {
  const { dataVersion } = loaded("src/parameters/index.ts");
  const { version } = loaded("src/definitions/generated/version.ts");
  return new Map(
    DOMAINS.map((domain) => {
      const { vectors, rules } = goldenVectors(domain);
      const edges = domain === "contributions" ? edgeVectors() : [];
      const versions = { codeVersion: version, dataVersion };
      return [domain, { $schema: SCHEMA, format: FORMAT, domain, ...versions, vectors: [...vectors, ...edges], rules }];
    }),
  );
}

/** One vector a line: a change of one is a change of one line. @param {Domain} domain */
function fileText({ vectors, rules, ...head }) {
  const list = (/** @type {readonly object[]} */ all) =>
    all.length === 0 ? "[]" : `[\n${all.map((one) => JSON.stringify(one)).join(",\n")}\n]`;
  return `${JSON.stringify(head).slice(0, -1)},\n"vectors": ${list(vectors)},\n"rules": ${list(rules)}}\n`;
}

/** The texts of all files, by their names. @returns {Map<string, string>} */
export function vectorFiles() {
  const all = allVectors();
  const files = new Map([...all].map(([name, domain]) => [`${name}.json`, fileText(domain)]));
  files.set(SCHEMA, readFileSync(path.join(root, "tools/vectors", SCHEMA), "utf8"));
  files.set("README.md", readmeOf([...all.values()]));
  return files;
}

function main() {
  const { values } = parseArgs({ options: { out: { type: "string", default: path.join(root, "dist/vectors") } } });
  rmSync(values.out, { recursive: true, force: true });
  mkdirSync(values.out, { recursive: true });
  const files = vectorFiles();
  for (const [name, text] of files) writeFileSync(path.join(values.out, name), text);
  console.log(`${files.size} files in ${path.relative(root, values.out) || "."}`);
}

if (isStarted(import.meta.url)) main();
