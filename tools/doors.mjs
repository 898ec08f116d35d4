// @ts-check
/**
 * `npm run doors`: rules that only tests ask. `test/rules/without-door.json` names each, with what it waits for. A rule that is not
 * named there fails, and so does a name whose rule has got a door, or is gone.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { isStarted, root, run } from "./process.mjs";

const LIST = "test/rules/without-door.json";

/**
 * @typedef {object} Report what knip says of a file
 * @property {string} file
 * @property {{ name: string }[]} exports those that nothing in the product uses
 */

/**
 * By the folder of a rule and its name; a folder's index hands its rules on.
 *
 * @param {Report[]} reports
 * @returns {string[]}
 */
export function rulesWithoutDoor(reports) {
  const rules = reports.flatMap(({ file, exports }) => {
    const [, folder] = /^src\/rules\/([\w-]+)/.exec(file) ?? [];
    return folder === undefined ? [] : exports.map(({ name }) => `${folder}/${name}`);
  });
  return [...new Set(rules)].sort();
}

/**
 * @param {readonly string[]} rules without a door
 * @param {Readonly<Record<string, string>>} listed with the reason
 * @returns {string[]}
 */
export function problemsOf(rules, listed) {
  return [
    ...rules.filter((rule) => !Object.hasOwn(listed, rule)).map((rule) => `${rule}: only tests ask it`),
    ...Object.entries(listed).flatMap(([rule, reason]) => {
      if (!rules.includes(rule)) return [`${LIST}: ${rule}: has a door, or is gone`];
      return reason.trim() === "" ? [`${LIST}: ${rule}: no reason`] : [];
    }),
  ];
}

/** @returns {Promise<Report[]>} */
async function unused() {
  const knip = path.join(root, "node_modules/knip/bin/knip.js");
  const options = ["--production", "--include", "exports", "--reporter", "json", "--no-exit-code", "--no-progress"];
  const { output } = await run(process.execPath, [knip, ...options], { capture: true });
  try {
    return JSON.parse(output).issues;
  } catch {
    throw new Error(output);
  }
}

async function main() {
  const problems = problemsOf(
    rulesWithoutDoor(await unused()),
    JSON.parse(readFileSync(path.join(root, LIST), "utf8")),
  );
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

if (isStarted(import.meta.url)) await main();
