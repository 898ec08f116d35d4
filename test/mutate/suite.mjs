// @ts-check
/** The tests of a file, each to be run by itself: what they use of Jest, with Jest's own `expect`. */
import { expect } from "expect";

/** @typedef {() => unknown} Step */
/** @typedef {{ parent?: Block, isBegun: boolean, beforeAll: Step[], beforeEach: Step[], afterEach: Step[] }} Block */
/** @typedef {{ name: string, block: Block, body: Step }} Test */

/** @type {Block} */
let block;
/** @type {Test[]} */
let tests;

/** @param {Block} [parent] @returns {Block} */
const opened = (parent) => ({
  ...(parent && { parent }),
  isBegun: false,
  beforeAll: [],
  beforeEach: [],
  afterEach: [],
});

/** @param {string} _name @param {Step} body */
function describe(_name, body) {
  const outer = block;
  block = opened(outer);
  body();
  block = outer;
}

/** @param {string} name @param {Step} body */
function test(name, body) {
  tests.push({ name, block, body });
}

/** @param {(name: string, body: Step) => void} add */
const each =
  (add) =>
  (/** @type {readonly any[]} */ rows) =>
  (/** @type {string} */ name, /** @type {(...row: any[]) => unknown} */ body) => {
    const spread = rows.every(Array.isArray);
    for (const row of rows) add(name, () => (spread ? body(...row) : body(row)));
  };

const skip = () => {};

/** @param {"beforeAll" | "beforeEach" | "afterEach"} when */
const hook = (when) => (/** @type {Step} */ step) => void block[when].push(step);

const testing = Object.assign(test, { each: each(test), skip });
Object.assign(globalThis, {
  expect,
  test: testing,
  it: testing,
  describe: Object.assign(describe, { each: each(describe), skip }),
  beforeAll: hook("beforeAll"),
  beforeEach: hook("beforeEach"),
  afterEach: hook("afterEach"),
});

/** @param {() => void} load a test file @returns {readonly Test[]} */
export function collected(load) {
  block = opened();
  tests = [];
  load();
  return tests;
}

/** @param {Block} inner @returns {Block[]} from the file's own to the innermost */
const around = (inner) => [...(inner.parent ? around(inner.parent) : []), inner];

/** @param {readonly Step[]} steps */
async function all(steps) {
  for (const step of steps) await step();
}

/** @param {Test} test @returns {Promise<unknown>} what makes it red; undefined: it is green */
export async function redness({ block: inner, body }) {
  const blocks = around(inner);
  try {
    for (const one of blocks) {
      if (!one.isBegun) await all(one.beforeAll);
      one.isBegun = true;
    }
    try {
      for (const { beforeEach } of blocks) await all(beforeEach);
      await body();
    } finally {
      for (const { afterEach } of blocks.toReversed()) await all(afterEach);
    }
    return undefined;
  } catch (error) {
    return error ?? "red";
  }
}
