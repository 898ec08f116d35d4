// @ts-check
/**
 * `npm test`: every check of the project, as many at a time as the machine has cores, each as soon as what it needs is
 * there. A failed check stops none but those that need what it makes. Ends with the line "N passed, N failed"; the tests of
 * Jest count one by one.
 *
 * `npm run check` (`--changed`): types, lint, arrows, and the tests that reach what changed, without a browser.
 *
 * `npm run test:languages` (`--languages`): the tests in a browser, each in all of its languages.
 */
import { readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { changedFiles, reached } from "./changed.mjs";
import { getNginx } from "./nginx.mjs";
import { isStarted, npm, root } from "./process.mjs";
import { findBrowser } from "./setup.mjs";

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

/** @type {Record<"generate" | "addin" | "core" | "workbench" | "lint" | "types" | "arrows", Check>} */
const common = {
  generate: { title: "Parameters and metadata compile", script: "generate" },
  addin: { title: "Build of the add-in", script: "bundle:addin", needs: ["generate"] },
  core: { title: "Build of the packages", script: "bundle:packages", needs: ["generate"] },
  workbench: { title: "Build of the workbench", script: "bundle:workbench", needs: ["generate"] },
  lint: { title: "ESLint", script: "lint", needs: ["generate"] },
  types: { title: "Types", script: "typecheck", needs: ["generate"] },
  arrows: { title: "Arrows between modules", script: "arrows", needs: ["generate"] },
};

/**
 * In the order in which they are taken up. The browser's tests wait for pages much of the time, and leave room for checks that
 * run on one core; the other tests, which share all cores, fill what is left at the end.
 *
 * @param {string | null} browser
 * @returns {Check[]}
 */
const everything = (browser) => [
  common.generate,
  common.addin,
  common.core,
  common.workbench,
  ...(browser ? [inBrowser(browser)] : []),
  common.lint,
  common.types,
  { title: "Prettier", script: "format:check" },
  { title: "Nothing unused", script: "unused", needs: ["generate"] },
  { title: "Rules without a door are listed", script: "doors", needs: ["generate"] },
  common.arrows,
  { title: "Size of the bundles", script: "size", needs: ["bundle:addin"] },
  {
    title: "Jest",
    script: "jest",
    needs: ["bundle:addin", "bundle:packages"],
    run: () => jest("jest", [WITHOUT_BROWSER]),
  },
];

/** @param {string} browser @param {NodeJS.ProcessEnv} [env] @returns {Check} */
const inBrowser = (browser, env) => ({
  title: "Jest in a browser",
  script: "jest",
  needs: ["bundle:addin", "bundle:workbench", "bundle:packages"],
  run: () => jest("jest-browser", ["--selectProjects", "browser"], { STATUT_BROWSER: browser, ...env }),
});

/** @param {string} browser @returns {Check[]} */
const inAllLanguages = (browser) => [
  common.generate,
  common.addin,
  common.core,
  common.workbench,
  inBrowser(browser, { STATUT_LANGUAGES: "all" }),
];

/**
 * @param {string[]} changed
 * @returns {Check[]}
 */
const quick = (changed) => [
  common.generate,
  common.addin,
  common.core,
  common.lint,
  common.types,
  common.arrows,
  {
    title: "Tests of what changed",
    script: "jest",
    needs: ["bundle:addin", "bundle:packages"],
    run: () => testsOf(changed.flatMap(reached)),
  },
];

const WITHOUT_BROWSER = "--ignoreProjects=browser";

/**
 * @param {string} script
 * @returns {Promise<Result>}
 */
async function runScript(script) {
  const { code, output } = await npm(["run", "--silent", script], { capture: true, env: colours() });
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/**
 * @param {string} name of the report
 * @param {string[]} options
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Result>}
 */
async function jest(name, options, env = {}) {
  const file = `build/${name}.json`;
  const report = path.join(root, file);
  rmSync(report, { force: true });
  const workers = `--maxWorkers=${availableParallelism()}`;
  const args = ["run", "--silent", "jest", "--", "--ci", workers, "--json", `--outputFile=${file}`, ...options];
  const { code, output } = await npm(args, { capture: true, env: { ...colours(), ...env } });
  return { ...jestCounts(readReport(report), code, options.includes("--passWithNoTests")), output };
}

/** @param {string[]} files @returns {Promise<Result>} */
async function testsOf(files) {
  if (files.length === 0) return { passed: 0, failed: 0, output: "", note: "nothing changed" };
  return jest("jest", [WITHOUT_BROWSER, "--passWithNoTests", "--findRelatedTests", ...files]);
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
 * @param {boolean} [mayBeNone]
 * @returns {{ passed: number, failed: number, note: string }}
 */
export function jestCounts(report, code, mayBeNone = false) {
  if (!report) return { passed: 0, failed: 1, note: "no report" };
  const passed = report.numPassedTests;
  const failures = report.numFailedTests + report.numRuntimeErrorTestSuites;
  // No test at all, or a non-zero exit for another reason (an open handle, a threshold), is a failure too.
  const failed = failures === 0 && (code !== 0 || (passed === 0 && !mayBeNone)) ? 1 : failures;
  const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : "";
  return { passed, failed, note: `${passed} tests${skipped}` };
}

/** A captured child sees no terminal; what it prints ends on ours. */
function colours() {
  return process.stdout.isTTY && !process.env["NO_COLOR"] ? { FORCE_COLOR: "1" } : {};
}

/**
 * @param {Check[]} checks
 * @returns {Promise<{ passed: number, failed: number }>}
 */
async function perform(checks) {
  const total = { passed: 0, failed: 0 };
  /** Whether it succeeded, by script. @type {Map<string, boolean>} */
  const finished = new Map();

  /** @param {Check} check */
  const performOne = async ({ title, script, needs = [], run = () => runScript(script) }) => {
    const missing = needs.filter((need) => !finished.get(need));
    if (missing.length > 0) {
      console.log(`- ${title}: not run, "npm run ${missing.join(", ")}" did not succeed`);
      return finished.set(script, false);
    }
    const start = performance.now();
    const { passed, failed, output, note } = await run();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (failed > 0 && output) console.log(output.trimEnd());
    console.log(`${failed > 0 ? "✗" : "✓"} ${title} (${note ? `${note}, ` : ""}${seconds} s)`);

    total.passed += passed;
    total.failed += failed;
    return finished.set(script, failed === 0);
  };

  const waiting = [...checks];
  const running = new Set();
  for (;;) {
    const ready = waiting.findIndex(({ needs = [] }) => needs.every((need) => finished.has(need)));
    if (ready >= 0 && running.size < availableParallelism()) {
      const [check] = waiting.splice(ready, 1);
      const run = performOne(/** @type {Check} */ (check)).finally(() => running.delete(run));
      running.add(run);
    } else if (running.size > 0) await Promise.race(running);
    else if (waiting.length > 0)
      throw new Error(`Nothing makes what these need: ${waiting.map(({ title }) => title)}.`);
    else return total;
  }
}

async function main() {
  const { values } = parseArgs({ options: { changed: { type: "boolean" }, languages: { type: "boolean" } } });
  const browser = values.changed ? null : findBrowser();
  if (values.languages && !browser) throw new Error("There is no browser to test in.");
  const checks = async () => {
    if (values.changed) return quick(await changedFiles());
    return values.languages && browser ? inAllLanguages(browser) : everything(browser);
  };
  const total = await perform(await checks());
  if (!values.changed && !browser) console.log("! Left out: the tests in a browser, for there is none.");
  if (browser && !getNginx())
    console.log("! Left out: the release served by nginx, for there is none and none can be had.");
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

if (isStarted(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
