// @ts-check
/**
 * `npm test`: every check of the project, as many at a time as the machine has cores. A failed check does not stop the
 * next ones, but for those that need what it makes. Ends with the line "N passed, N failed"; the tests of Jest count one
 * by one.
 */
import { readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { isStarted, npm, root } from "./process.mjs";
import { findBrowser } from "./setup.mjs";

const JEST_REPORT = "build/jest.json";

/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {string} output
 * @property {string} [note]
 *
 * @typedef {object} Check
 * @property {string} title
 * @property {string} script name in package.json
 * @property {string[]} [needs] scripts without whose success this one says nothing
 * @property {() => Promise<Result>} [run] when the exit code of the script is not all
 */

/**
 * The checks of a stage run side by side; Jest takes all cores for itself. What takes longest comes first.
 *
 * @type {Check[][]}
 */
const stages = [
  [{ title: "Parameters and metadata compile", script: "generate" }],
  [
    { title: "Build of add-in and workbench", script: "build", needs: ["generate"] },
    { title: "ESLint", script: "lint", needs: ["generate"] },
    { title: "Types", script: "typecheck", needs: ["generate"] },
    { title: "Prettier", script: "format:check" },
    { title: "Nothing unused", script: "unused", needs: ["generate"] },
    { title: "Arrows between modules", script: "arrows", needs: ["generate"] },
  ],
  [{ title: "Size of the bundles", script: "size", needs: ["build"] }],
  [{ title: "Jest", script: "jest", needs: ["build"], run: jest }],
];

/**
 * @param {string} script
 * @returns {Promise<Result>}
 */
async function runScript(script) {
  const { code, output } = await npm(["run", "--silent", script], { capture: true, env: colours() });
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/** @returns {Promise<Result>} */
async function jest() {
  const report = path.join(root, JEST_REPORT);
  rmSync(report, { force: true });
  const workers = `--maxWorkers=${availableParallelism()}`;
  const args = ["run", "--silent", "jest", "--", "--ci", workers, "--json", `--outputFile=${JEST_REPORT}`];
  const { code, output } = await npm(args, {
    capture: true,
    env: { ...colours(), STATUT_BROWSER: findBrowser() ?? undefined },
  });
  return { ...jestCounts(readReport(report), code), output };
}

/**
 * @typedef {object} JestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numRuntimeErrorTestSuites files that did not come as far as their tests
 */

/**
 * @param {string} file
 * @returns {JestReport | null}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/**
 * @param {JestReport | null} report
 * @param {number} code exit code of Jest
 * @returns {{ passed: number, failed: number, note: string }}
 */
export function jestCounts(report, code) {
  if (!report) return { passed: 0, failed: 1, note: "no report" };
  const passed = report.numPassedTests;
  const failures = report.numFailedTests + report.numRuntimeErrorTestSuites;
  // No test at all, or a non-zero exit for another reason (an open handle, a threshold), is a failure too.
  const failed = failures === 0 && (code !== 0 || passed === 0) ? 1 : failures;
  const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : "";
  return { passed, failed, note: `${passed} tests${skipped}` };
}

/** A captured child sees no terminal; what it prints ends on ours. */
function colours() {
  return process.stdout.isTTY && !process.env["NO_COLOR"] ? { FORCE_COLOR: "1" } : {};
}

async function main() {
  const total = { passed: 0, failed: 0 };
  /** @type {Set<string>} */
  const succeeded = new Set();

  /** @param {Check} check */
  const perform = async ({ title, script, needs = [], run = () => runScript(script) }) => {
    const missing = needs.filter((need) => !succeeded.has(need));
    if (missing.length > 0) {
      console.log(`- ${title}: not run, "npm run ${missing.join(", ")}" did not succeed`);
      return;
    }
    const start = performance.now();
    const { passed, failed, output, note } = await run();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (failed > 0 && output) console.log(output.trimEnd());
    console.log(`${failed > 0 ? "✗" : "✓"} ${title} (${note ? `${note}, ` : ""}${seconds} s)`);

    total.passed += passed;
    total.failed += failed;
    if (failed === 0) succeeded.add(script);
  };

  for (const stage of stages) {
    const waiting = [...stage];
    const lane = async () => {
      for (let check = waiting.shift(); check; check = waiting.shift()) await perform(check);
    };
    await Promise.all(Array.from({ length: availableParallelism() }, lane));
  }

  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

if (isStarted(import.meta.url)) await main();
