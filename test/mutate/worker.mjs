// @ts-check
/** Runs tests in this thread: all of a file to see what they enter, or some under a mutant. One that never comes back takes no more than this worker with it. */
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import fc from "fast-check";
import { root } from "../../tools/process.mjs";
import { body, loader } from "./loader.mjs";
import { collected, redness } from "./suite.mjs";
/** @import { Bodies, Body } from "./loader.mjs" */

/** @typedef {{ file: string, index: number, ms: number }} Chosen a test of a file, and how long it takes */
/** @typedef {{ name: string, ms: number, places: string[], error?: string }} Seen */
/** @typedef {{ file: string, places: string[], tests: Seen[] }} Watched what a test file enters by itself, and what each of its tests */

/** @type {{ pulse: SharedArrayBuffer, code: import("./compile.mjs").Code }} */
const { pulse: shared, code } = workerData;

/** How many tests were begun, and how many milliseconds the last one takes without a mutant. */
const pulse = new Int32Array(shared);
function begin(/** @type {Chosen} */ { ms }) {
  Atomics.store(pulse, 1, Math.ceil(ms));
  Atomics.add(pulse, 0, 1);
}

const whole = (/** @type {string} */ file) => path.join(root, file);

/** @param {(file: string) => string | undefined} codeOf @returns {Bodies} */
function bodies(codeOf) {
  /** @type {Map<string, Body>} */
  const known = new Map();
  return (file) => {
    const found = known.get(file) ?? body(/** @type {string} */ (codeOf(file)));
    known.set(file, found);
    return found;
  };
}

const plain = bodies((file) => code.plain.get(file));
const telling = bodies((file) => code.watched.get(file) ?? code.plain.get(file));

/** The places of the rules that were entered, as their code tells. @type {Set<string>} */
const entered = new Set();
Object.assign(globalThis, { entered });
function taken() {
  const places = [...entered];
  entered.clear();
  return places;
}

loader(plain)(whole("test/setup/fast-check.ts"));
// That it fails is enough.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

/** @param {Bodies} of @param {string} file */
const loaded = (of, file) => collected(() => loader(of)(whole(file)));

/** What a test says by itself, in a file loaded for it. @param {Bodies} of @param {Chosen} test */
async function isRedAlone(of, { file, index }) {
  const test = loaded(of, file)[index];
  return test !== undefined && (await redness(test)) !== undefined;
}

/** @param {string} file @returns {Promise<Watched>} */
async function watch(file) {
  entered.clear();
  const tests = loaded(telling, file);
  const places = taken();
  /** @type {Seen[]} */
  const seen = [];
  for (const test of tests) {
    const start = performance.now();
    const error = await redness(test);
    const ms = performance.now() - start;
    seen.push({ name: test.name, ms, places: taken(), ...(error !== undefined && { error: String(error) }) });
  }
  return { file, places, tests: seen };
}

/** @type {Map<string, boolean>} */
const redWithout = new Map();

/** @param {Chosen} test */
async function isRedWithout(test) {
  const key = `${test.file} ${test.index}`;
  const isRed = redWithout.get(key) ?? (await isRedAlone(plain, test));
  redWithout.set(key, isRed);
  return isRed;
}

/**
 * @param {{ file: string, code: string }} mutant
 * @param {readonly Chosen[]} tests
 * @returns {Promise<Chosen | undefined>} the first that is red by itself, and green by itself without the mutant
 */
async function firstRed({ file, code: broken }, tests) {
  const replaced = body(broken);
  const mutated = (/** @type {string} */ one) => (one === whole(file) ? replaced : plain(one));
  /** @type {{ file: string, tests: ReturnType<typeof collected> } | undefined} */
  let suite;
  for (const chosen of tests) {
    begin(chosen);
    // One file at a time: what it sets for all, such as the host's functions, is its own.
    if (suite?.file !== chosen.file) {
      try {
        suite = { file: chosen.file, tests: loaded(mutated, chosen.file) };
      } catch {
        return chosen;
      }
    }
    // Tests that come of what the rules answer may not be there under a mutant.
    const test = suite.tests[chosen.index];
    if (test === undefined || (await redness(test)) === undefined) continue;
    begin(chosen);
    if ((await isRedAlone(mutated, chosen)) && !(await isRedWithout(chosen))) return chosen;
    suite = undefined;
  }
  return undefined;
}

parentPort?.on("message", async (/** @type {any} */ { watch: file, mutant, tests }) => {
  parentPort?.postMessage(file ? await watch(file) : { red: await firstRed(mutant, tests) });
});
parentPort?.postMessage("ready");
