// @ts-check
const path = require("node:path");
const { default: Sequencer } = require("@jest/test-sequencer");

/**
 * The files that take longest, longest first. Jest knows them by the last run, and in a fresh clone guesses by their size: what it takes
 * up last would then be at work alone, beside idle cores.
 */
const LONG = [
  "test/browser/start.test.ts",
  "test/browser/engine/typed.test.ts",
  "test/browser/kept.test.ts",
  "test/browser/taskpane.test.ts",
  "test/browser/workbench.test.ts",
  "test/browser/funds.test.ts",
  "test/browser/files.test.ts",
  "test/browser/bill.test.ts",
  "test/browser/actions.test.ts",
  "test/browser/first-minutes.test.ts",
  "test/browser/opening.test.ts",
  "test/browser/what-if.test.ts",
  "test/browser/policy.test.ts",
  "test/taskpane/funds.test.tsx",
  "test/functions/whole-columns.test.ts",
  "test/parameters/compile.test.ts",
  "test/functions/oracle.test.ts",
  "test/taskpane/projection.test.tsx",
  "test/tools/metadata.test.ts",
  "test/taskpane/calculator.test.tsx",
  "test/functions/inasti.test.ts",
  "test/taskpane/clients-view.test.tsx",
  "test/taskpane/what-if/view.test.tsx",
];

const root = path.join(__dirname, "..");

/** A file that is not among them comes after them. @param {{ readonly path: string }} test */
const place = (test) => {
  const index = LONG.indexOf(path.relative(root, test.path).replaceAll(path.sep, "/"));
  return index < 0 ? LONG.length : index;
};

class LongestFirst extends Sequencer {
  static LONG = LONG;

  /** @override @param {Parameters<Sequencer["sort"]>[0]} tests */
  async sort(tests) {
    const order = await super.sort(tests);
    return [...order].sort((one, other) => place(one) - place(other));
  }
}

module.exports = LongestFirst;
