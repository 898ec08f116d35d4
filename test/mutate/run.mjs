// @ts-check
/**
 * `npm run mutate`: breaks the rules in one place at a time and asks whether a test notices. Of the tests of Jest each mutant is
 * given those that enter its function, the nearest and shortest first. Prints what survives.
 *
 *   node test/mutate/run.mjs [--only <pattern of a path>] [--every <n>] [--near]
 *
 * `--every 10`: a tenth of the mutants, spread over all rules. `--near`: no tests but those of the rule's domain and its cases.
 */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { isStarted, root } from "../../tools/process.mjs";
import { Asker } from "./asker.mjs";
import { code, compiled, placesOf } from "./compile.mjs";
import { filesOf } from "./files.mjs";
import { applied, lineText, mutantsOf } from "./mutants.mjs";
/** @import { Mutant } from "./mutants.mjs" */
/** @import { Chosen, Watched } from "./worker.mjs" */

const RULES = "src/rules";
const BAR = 0.95;

/** @typedef {Mutant & { file: string, text: string, place: string }} Candidate */

/** @param {RegExp} only @returns {Candidate[]} */
function candidates(only) {
  return filesOf(RULES)
    .filter((file) => file.endsWith(".ts") && only.test(file))
    .flatMap((file) => {
      const source = readFileSync(path.join(root, file), "utf8");
      const placeOf = placesOf(file, source);
      return mutantsOf(source).map((mutant) => ({
        ...mutant,
        file,
        text: applied(source, mutant),
        place: placeOf(mutant.start),
      }));
    });
}

/** @type {Readonly<Record<string, string>>} the cases of the rule book that a folder of rules is asked for */
const CASES = { scale: "contributions", projection: "contributions", indexation: "benefits" };

/** @param {string} file of rules @returns {(test: string) => boolean} */
function isNear(file) {
  const domain = file.split("/")[2] ?? "";
  const near = [`test/rules/${domain}/`, `test/golden/${CASES[domain] ?? domain}.`];
  return (test) => near.some((start) => test.startsWith(start));
}

const TESTS = /^test\/(rules|golden|explain|parameters|functions\/(?!whole-columns|languages|documented)).*\.test\.ts$/;
/** What only Jest itself has. */
const OF_JEST = /\bjest\.(fn|mock|resetModules)\b|child_process/;

/** @returns {string[]} the test files that ask the rules, and can do so without Jest */
const testFiles = () =>
  filesOf("test").filter((file) => TESTS.test(file) && !OF_JEST.test(readFileSync(path.join(root, file), "utf8")));

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

const CODE = code(RULES);

/**
 * @template T
 * @param {readonly T[]} items
 * @param {(asker: Asker, item: T) => Promise<void>} work
 */
async function sideBySide(items, work) {
  const waiting = [...items];
  const lane = async () => {
    const asker = new Asker(CODE);
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(asker, item);
    await asker.end();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}

/** @param {readonly string[]} files @returns {Promise<Watched[]>} */
async function watchedTests(files) {
  /** @type {Watched[]} */
  const all = [];
  await sideBySide(files, async (asker, file) => void all.push(await asker.watch(file)));
  const red = all.flatMap(({ file, tests }) =>
    tests.flatMap(({ name, error }) => (error === undefined ? [] : [`${file}, ${name}: ${error}`])),
  );
  if (red.length > 0) throw new Error(`red without any mutant:\n${red.join("\n")}`);
  return all;
}

/** What takes longer waits until all shorter tests have been asked. */
const LONG_MS = 20;
/** How many of the tests that last noticed something in a place are asked first there. */
const KEEN = 3;

/** @typedef {{ chosen: Chosen, rank: number[] }} Ranked */

/**
 * The tests that each place of the rules is asked for: those that enter it themselves before those whose file does while it is loaded,
 * the nearest and shortest first.
 *
 * @param {readonly Watched[]} all
 * @returns {Map<string, Chosen[]>}
 */
function plan(all) {
  /** @type {Map<string, Ranked[]>} */
  const ranked = new Map();
  const time = (/** @type {Watched} */ { tests }) => tests.reduce((sum, { ms }) => sum + ms, 0);
  const quickest = all.toSorted((one, other) => time(one) - time(other));
  quickest.forEach(({ file, places, tests }, number) =>
    tests.forEach(({ ms, places: own }, index) => {
      const entered = new Set(own);
      for (const place of new Set([...places, ...own])) {
        const [rule = ""] = place.split(":");
        const isLong = ms > LONG_MS;
        const rank = [entered.has(place), !isLong, isNear(rule)(file)].map((is) => (is ? 0 : 1));
        const known = ranked.get(place) ?? [];
        ranked.set(place, known);
        known.push({ chosen: { file, index, ms }, rank: [...rank, number, ms] });
      }
    }),
  );
  /** @param {Ranked} one @param {Ranked} other */
  const order = ({ rank: one }, { rank: other }) => {
    const at = one.findIndex((value, index) => value !== other[index]);
    return at < 0 ? 0 : /** @type {number} */ (one[at]) - /** @type {number} */ (other[at]);
  };
  return new Map([...ranked].map(([place, tests]) => [place, tests.sort(order).map(({ chosen }) => chosen)]));
}

async function main() {
  const { values } = parseArgs({
    options: { only: { type: "string" }, every: { type: "string" }, near: { type: "boolean" } },
  });
  const step = Number(values.every ?? 1);
  const everything = candidates(new RegExp(values.only ?? "")).filter((_, index) => index % step === 0);
  const mutants = everything.filter((mutant) => !isEquivalent(mutant));
  if (mutants.length === 0) throw new Error("no mutants: --only takes a pattern of a path, --every a whole number");

  const near = [...new Set(mutants.map(({ file }) => file))].map(isNear);
  const watched = await watchedTests(
    testFiles().filter((file) => !values.near || near.some((isNearTo) => isNearTo(file))),
  );
  const tests = plan(watched);
  console.log(
    `${mutants.length} mutants in ${RULES} and ${everything.length - mutants.length} that change nothing; ` +
      `${watched.reduce((sum, { tests: { length } }) => sum + length, 0)} tests`,
  );

  /** @type {Map<string, Chosen[]>} */
  const keen = new Map();
  let noticed = 0;
  await sideBySide(mutants, async (asker, mutant) => {
    const { file, text, place } = mutant;
    const known = keen.get(place) ?? [];
    const answer = await asker.notices({ file, code: compiled(file, text) }, [...known, ...(tests.get(place) ?? [])]);
    if (answer === undefined) return console.log(`survives ${told(mutant)}`);
    noticed += 1;
    if (typeof answer === "object") {
      const others = known.filter(({ file, index }) => file !== answer.file || index !== answer.index);
      keen.set(place, [answer, ...others].slice(0, KEEN));
    }
  });

  const score = noticed / mutants.length;
  console.log(`${noticed} of ${mutants.length} mutants noticed: ${(score * 100).toFixed(1)} %`);
  process.exit(score >= BAR ? 0 : 1);
}

if (isStarted(import.meta.url)) await main();
