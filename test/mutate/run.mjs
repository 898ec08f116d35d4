// @ts-check
/**
 * `npm run mutate`: breaks the rules in one place at a time and asks whether anything notices. First the published cases
 * and the oracle, through the functions; what they let pass, the tests of Jest that matter. Prints what survives.
 *
 *   node test/mutate/run.mjs [--only <part of a path>] [--every <n>] [--quick]
 *
 * `--every 10`: a tenth of the mutants, spread over all rules. `--quick`: the first half only.
 */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { isStarted, root } from "../../tools/process.mjs";
import { checks, registered } from "./checks.mjs";
import { loader } from "./loader.mjs";
import { applied, lineText, mutantsOf } from "./mutants.mjs";
/** @import { Mutant } from "./mutants.mjs" */

const RULES = "src/rules";
const SLOWEST_MS = 20_000;
const BAR = 0.95;

/** @typedef {Mutant & { file: string, text: string }} Candidate */

/** @param {string} only @returns {Candidate[]} */
export function candidates(only = "") {
  return readdirSync(path.join(root, RULES), { recursive: true, encoding: "utf8" })
    .map((name) => `${RULES}/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(".ts") && name.includes(only))
    .sort()
    .flatMap((name) => {
      const text = readFileSync(path.join(root, name), "utf8");
      return mutantsOf(text).map((mutant) => ({ ...mutant, file: name, text: applied(text, mutant) }));
    });
}

/** A worker that asks the checks; replaced when a mutant does not come back, or eats the memory. */
export class Asker {
  /** @type {Worker | undefined} */
  #worker;

  /** @param {{ file: string, text: string }} mutant @returns {Promise<string | undefined>} what notices it; undefined: nothing does */
  async notices(mutant) {
    const worker = (this.#worker ??= await ready());
    return new Promise((resolve) => {
      /** @param {string | undefined} noticed @param {boolean} lost */
      const done = (noticed, lost) => {
        clearTimeout(timer);
        worker.off("message", answered).off("error", failed);
        if (lost) {
          this.#worker = undefined;
          worker.on("error", () => {});
          void worker.terminate();
        }
        resolve(noticed);
      };
      const answered = (/** @type {{ noticed?: string }} */ { noticed }) => done(noticed, false);
      const failed = () => done("no memory", true);
      const timer = setTimeout(() => done("no end", true), SLOWEST_MS);
      worker.on("message", answered).on("error", failed);
      worker.postMessage({ file: mutant.file, text: mutant.text });
    });
  }

  async end() {
    await this.#worker?.terminate();
  }
}

/** @returns {Promise<Worker>} */
function ready() {
  const worker = new Worker(new URL("worker.mjs", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  return new Promise((resolve, reject) => {
    worker.once("message", () => resolve(worker));
    worker.once("error", reject);
  });
}

/** @type {Readonly<Record<string, string>>} the cases of the rule book that a folder of rules is asked for */
const CASES = {
  scale: "contributions",
  projection: "contributions",
  indexation: "benefits",
  calendar: "",
  money: "",
  figures: "",
};

const ALL_TESTS = [
  "test/rules",
  "test/golden",
  "test/oracle",
  "test/functions/(?!whole|languages|documented)",
  "test/explain",
  "test/parameters",
];

/**
 * The tests that matter for a rule: those of its folder and its cases, which take a second or two, then all that ask rules.
 * @param {string} file
 * @returns {string[][]} patterns of their paths
 */
function testsOf(file) {
  const domain = file.split("/")[2] ?? "";
  return [[`test/rules/${domain}`, `test/golden/${CASES[domain] ?? domain}`], ALL_TESTS];
}

/** @param {Candidate} mutant @returns {Promise<boolean>} whether some test fails */
async function failsInJest(mutant) {
  for (const patterns of testsOf(mutant.file)) if (await fails(patterns, mutant)) return true;
  return false;
}

/** @param {string[]} patterns @param {Candidate} [mutant] @returns {Promise<boolean>} */
function fails(patterns, mutant) {
  const jest = path.join(root, "node_modules/jest/bin/jest.js");
  const args = [
    jest,
    "--config",
    "test/mutate/jest.config.cjs",
    "--ci",
    "--silent",
    "--bail",
    "--runInBand",
    // A folder of rules without tests of its own notices nothing.
    "--passWithNoTests",
    "--testPathPatterns",
  ];
  const replaced = mutant && JSON.stringify({ ...mutant, file: path.join(root, mutant.file), text: undefined });
  const env = { ...process.env, STATUT_MUTANT: replaced ?? "" };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...args, ...patterns], {
      cwd: root,
      env,
      stdio: "ignore",
      timeout: 300_000,
      killSignal: "SIGKILL",
    });
    child.on("close", (code) => resolve(code !== 0));
  });
}

/** @typedef {{ file: string, line: string, kind: string, to?: string, why: string }} Equivalent */

/** @type {Equivalent[]} mutants that change nothing that anybody could ask, by their line's text */
const EQUIVALENTS = JSON.parse(readFileSync(new URL("equivalents.json", import.meta.url), "utf8"));

/** @param {Candidate} mutant */
const isEquivalent = ({ file, line, kind, to }) => {
  const text = lineText(readFileSync(path.join(root, file), "utf8"), line);
  return EQUIVALENTS.some(
    (known) => known.file === file && known.line === text && known.kind === kind && (known.to ?? to) === to,
  );
};

/** @param {Candidate} mutant */
const told = ({ file, line, kind, from, to }) =>
  `${file}:${line} ${kind}: ${from.replace(/\s+/g, " ").slice(0, 60)} -> ${to.replace(/\s+/g, " ").slice(0, 60)}`;

/**
 * @template T
 * @param {readonly T[]} items
 * @param {() => (item: T) => Promise<void>} lane
 */
async function sideBySide(items, lane) {
  const waiting = [...items];
  const run = async () => {
    const work = lane();
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, run));
}

async function main() {
  const { values } = parseArgs({
    options: { only: { type: "string" }, every: { type: "string" }, quick: { type: "boolean" } },
  });
  const all = checks(loader());
  const broken = all.filter(({ run }) => !run(registered(loader()))).map(({ name }) => name);
  if (broken.length > 0) throw new Error(`without any mutant these fail: ${broken.join(", ")}`);
  if (!values.quick && (await fails(ALL_TESTS))) throw new Error("without any mutant tests of Jest fail");

  const step = Number(values.every ?? 1);
  const everything = candidates(values.only).filter((_, index) => index % step === 0);
  const mutants = everything.filter((mutant) => !isEquivalent(mutant));
  if (mutants.length === 0) throw new Error("no mutants: --only takes a part of a path, --every a whole number");
  console.log(
    `${mutants.length} mutants in ${RULES} and ${everything.length - mutants.length} that change nothing; ${all.length} checks`,
  );

  /** @type {Candidate[]} */
  const open = [];
  await sideBySide(mutants, () => {
    const asker = new Asker();
    return async (mutant) => {
      if ((await asker.notices(mutant)) === undefined) open.push(mutant);
    };
  });
  console.log(`published cases and oracle: ${mutants.length - open.length} noticed, ${open.length} left`);

  /** @type {Candidate[]} */
  const survivors = [];
  await sideBySide(open, () => async (mutant) => {
    if (!values.quick && (await failsInJest(mutant))) return;
    survivors.push(mutant);
    console.log(`survives ${told(mutant)}`);
  });

  const noticed = mutants.length - survivors.length;
  const score = noticed / mutants.length;
  console.log(`${noticed} of ${mutants.length} mutants noticed: ${(score * 100).toFixed(1)} %`);
  process.exit(score >= BAR ? 0 : 1);
}

if (isStarted(import.meta.url)) await main();
