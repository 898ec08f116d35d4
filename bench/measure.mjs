// @ts-check
import { performance } from "node:perf_hooks";

const RUNS = 7;

/**
 * Results per second of each body, measured by turns in one loop: the best of several runs, for a machine that does other things slows
 * a run but never speeds it up. One loop for all keeps the compiler from inlining a body, an empty one above all, into nothing.
 *
 * @template {string} Name
 * @param {number} count calls in one run
 * @param {Record<Name, (index: number) => number>} bodies
 * @returns {Record<Name, number>}
 */
export function perSecond(count, bodies) {
  const names = /** @type {Name[]} */ (Object.keys(bodies));
  const best = /** @type {Record<Name, number>} */ (Object.fromEntries(names.map((name) => [name, Infinity])));
  for (let run = 0; run < RUNS; run++) {
    for (const name of names) best[name] = Math.min(best[name], timed(count, bodies[name]));
  }
  return /** @type {Record<Name, number>} */ (
    Object.fromEntries(names.map((name) => [name, (count / best[name]) * 1000]))
  );
}

/**
 * @param {number} count
 * @param {(index: number) => number} body
 */
function timed(count, body) {
  const start = performance.now();
  let sum = 0;
  for (let index = 0; index < count; index++) sum += body(index);
  const time = performance.now() - start;
  if (!Number.isFinite(sum)) throw new Error("a call gave no number");
  return time;
}

/**
 * Milliseconds of one call, the best of several.
 *
 * @param {() => unknown} body
 * @param {number} [runs]
 */
export function milliseconds(body, runs = 5) {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    body();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/**
 * Milliseconds of one call of each body, the best of several runs by turns: whatever else the machine does then slows all of them.
 *
 * @template {string} Name
 * @param {Record<Name, () => unknown>} bodies
 * @param {number} runs
 * @returns {Record<Name, number>}
 */
export function byTurns(bodies, runs) {
  const names = /** @type {Name[]} */ (Object.keys(bodies));
  const best = /** @type {Record<Name, number>} */ (Object.fromEntries(names.map((name) => [name, Infinity])));
  for (let run = 0; run < runs; run++)
    for (const name of names) best[name] = Math.min(best[name], milliseconds(bodies[name], 1));
  return best;
}

/** @param {number} value */
export const thousands = (value) => Math.round(value).toLocaleString("en");

/**
 * @param {string} what
 * @param {number} value results per second
 * @param {number} reference results per second of the yardstick of the same run
 */
export const line = (what, value, reference) =>
  `${what.padEnd(46)} ${thousands(value).padStart(14)} /s   ${(value / reference).toFixed(2)} of an empty call`;
