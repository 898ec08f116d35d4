// @ts-check
import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import devCopy from "../dev-copy.cjs";
import { loadFunctions } from "../load-functions.mjs";
import { root, run } from "../process.mjs";

/**
 * @typedef {object} Versions
 * @property {string} code
 * @property {string} data
 * @property {string} commit
 */

/**
 * What the built functions answer to =INASTI.VERSION(), and where they come from.
 *
 * @param {string} dist
 * @returns {Promise<Versions>}
 */
export async function versionsOf(dist) {
  const functions = loadFunctions(readFileSync(path.join(dist, "functions.js"), "utf8"));
  const version = functions.get("INASTI.VERSION") ?? functions.get(`${devCopy.PREFIX}INASTI.VERSION`);
  if (!version) throw new Error(`${dist} has no INASTI.VERSION.`);
  const [, row] = version();
  return { code: String(row[0]), data: String(row[1]), commit: await commitOf(root) };
}

/** With "-dirty" where files differ from it; "unknown" where the folder is no clone. @param {string} folder */
async function commitOf(folder) {
  const top = await git(folder, "rev-parse", "--show-toplevel");
  // The folder may lie in a clone of something else.
  if (top === null || realpathSync(top) !== realpathSync(folder)) return "unknown";
  return (await git(folder, "describe", "--always", "--abbrev=40", "--exclude=*", "--dirty")) ?? "unknown";
}

/** @param {string} folder @param {string[]} args */
async function git(folder, ...args) {
  const { code, output } = await run("git", ["-C", folder, ...args], { capture: true }).catch(() => ({
    code: 1,
    output: "",
  }));
  return code === 0 ? output.trim() : null;
}
