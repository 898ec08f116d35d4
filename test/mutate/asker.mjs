// @ts-check
/** A worker that is replaced when a mutant does not come back, or eats the memory. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
/** @import { Code } from "./compile.mjs" */
/** @import { Chosen, Watched } from "./worker.mjs" */

/** Of the processor, for one test; a busy machine takes longer. */
const SLOWEST_MS = 5000;
/** How many times what it takes without a mutant. */
const SLOWER = 20;
/** By the clock, for a test that waits for what never comes. */
const LONGEST_WAIT_MS = 300_000;

/** @typedef {{ tests: number, ms: number, processor: number, clock: number }} Begun */

/** The processor's time is that of all workers together. @param {Begun} begun @param {Begun} now */
const isHanging = (begun, now) =>
  now.processor - begun.processor > (SLOWEST_MS + SLOWER * begun.ms) * availableParallelism() ||
  now.clock - begun.clock > LONGEST_WAIT_MS;

export class Asker {
  /** @type {Worker | undefined} */
  #worker;
  #pulse = new Int32Array(new SharedArrayBuffer(8));
  #code;

  /** @param {Code} code */
  constructor(code) {
    this.#code = code;
  }

  /** @param {string} file of tests @returns {Promise<Watched>} */
  async watch(file) {
    const watched = await this.#ask({ watch: file }, false);
    if (typeof watched === "string") throw new Error(`${file}: ${watched}`);
    return watched;
  }

  /**
   * @param {{ file: string, code: string }} mutant
   * @param {readonly Chosen[]} tests
   * @returns {Promise<Chosen | string | undefined>} what notices it; undefined: nothing does
   */
  async notices(mutant, tests) {
    const ask = () => this.#ask({ mutant, tests }, true);
    const first = await ask();
    // The memory may have gone to the mutants before.
    const answer = first === "no memory" ? await ask() : first;
    return typeof answer === "string" ? answer : answer.red;
  }

  /** @param {object} question @param {boolean} mayHang @returns {Promise<any>} or what became of the worker */
  async #ask(question, mayHang) {
    const worker = (this.#worker ??= await ready({ code: this.#code, pulse: this.#pulse.buffer }));
    return new Promise((resolve, reject) => {
      const settled = () => {
        clearInterval(timer);
        worker.off("message", answered).off("error", failed);
      };
      const answered = (/** @type {any} */ answer) => {
        settled();
        resolve(answer);
      };
      /** @param {string} why */
      const lost = (why) => {
        settled();
        this.#worker = undefined;
        worker.on("error", () => {});
        void worker.terminate();
        resolve(why);
      };
      /** @param {any} error */
      const failed = (error) => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? lost("no memory") : reject(error));
      let begun = this.#begun();
      const timer = setInterval(() => {
        const now = this.#begun();
        if (now.tests !== begun.tests) begun = now;
        else if (mayHang && isHanging(begun, now)) lost("no end");
      }, 100);
      worker.on("message", answered).on("error", failed);
      worker.postMessage(question);
    });
  }

  /** @returns {Begun} */
  #begun() {
    const [tests = 0, ms = 0] = this.#pulse;
    const { user } = process.cpuUsage();
    return { tests, ms, processor: user / 1000, clock: Date.now() };
  }

  async end() {
    await this.#worker?.terminate();
  }
}

/** @param {{ code: Code, pulse: SharedArrayBuffer }} workerData @returns {Promise<Worker>} */
function ready(workerData) {
  const worker = new Worker(new URL("worker.mjs", import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  });
  return new Promise((resolve, reject) => {
    worker.once("message", () => resolve(worker));
    worker.once("error", reject);
  });
}
