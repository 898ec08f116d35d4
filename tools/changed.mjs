// @ts-check
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { root, run } from "./process.mjs";

/**
 * What differs from the branch `main`: committed, not committed, or new. On `main` itself, and where there is none, what the
 * last commit changed counts too.
 *
 * @returns {Promise<string[]>} files from the project's root, with slashes
 */
export async function changedFiles() {
  const base = (await git("merge-base", "HEAD", "main"))[0];
  const head = (await git("rev-parse", "HEAD"))[0];
  if (!head) throw new Error("What changed, only git can say; this is no clone of it. `npm test` runs everything.");
  const since = base && base !== head ? base : "HEAD~1";
  const differing = await git("diff", "--name-only", "--relative", since);
  return [...new Set([...differing, ...(await git("ls-files", "--others", "--exclude-standard"))])];
}

/** The lines that git answers; none when it fails. @param {string[]} args */
async function git(...args) {
  const { code, output } = await run("git", ["-c", "core.quotePath=false", ...args], { capture: true });
  return code === 0 ? output.split("\n").filter((line) => line !== "") : [];
}

/** Tests that read a file instead of importing it, by folder; and a module through which others have it. @type {[file: RegExp, reached: string[]][]} */
const READERS = [
  [/^src\/parameters\/.*\.(?:yaml|json)$/, ["src/parameters/compiled/index.ts", "test/parameters"]],
  [/^src\/i18n\/.*\.json$/, ["test/i18n", "test/functions", "test/tools"]],
  [/^tools\/(?:parameters\/|compile)/, ["test/parameters"]],
  [/^tools\//, ["test/tools", "test/docs"]],
  [/^(?:tools\/(?:release|dev-copy|origin|package)|\.github\/|manifest\.xml$)/, ["test/release"]],
  [/^(?:packages|tools\/core)/, ["test/packages"]],
  [/^(?:assets\/|manifest\.xml$|package\.json$)/, ["test/manifest"]],
  [/^(?:hosting\/|tools\/(?:hosting|policy))/, ["test/hosting", "test/release"]],
  [/^src\/i18n\/[a-z]+\/pages\//, ["test/i18n", "test/tools"]],
  [/^docs\//, ["test/docs"]],
  [/^test\/golden\/.*\.json$/, ["test/golden", "test/oracle"]],
  [/^\.ci\//, ["test/tools"]],
];

/**
 * What Jest must be told of a changed file to find the tests that it reaches: the file, for Jest follows imports, and the
 * tests that read it.
 *
 * @param {string} file
 * @returns {string[]}
 */
export function reached(file) {
  const readers = READERS.flatMap(([pattern, reached]) => (pattern.test(file) ? reached.flatMap(filesIn) : []));
  return (existsSync(path.join(root, file)) ? [file, ...readers] : readers).map((each) => path.join(root, each));
}

/** @param {string} place a file, or a folder of tests */
function filesIn(place) {
  if (place.endsWith(".ts")) return [place];
  return readdirSync(path.join(root, place), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `${place}/${file}`);
}
