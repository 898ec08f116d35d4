// @ts-check
/**
 * `npm run proof:copies`: workbooks of 300 random formulas of ours, a table, shared formulas and arrays become copies. LibreOffice calculates the classic form without a value to
 * lean on and saves it; IronCalc the named one, which LibreOffice has no LAMBDA for. The values are those of the functions, and the way back leads to the same formulas. Where
 * there is no `soffice`, its part is left out, and said.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bundled } from "../../tools/bundle.mjs";
import { calculated } from "./iron-calc.mjs";
import { isInstalled, LEFT_OUT, saved, withoutValues } from "./libre-office.mjs";

Object.assign(globalThis, {
  CustomFunctions: {
    associate: () => undefined,
    Error: class extends Error {
      /** @param {string} code @param {string} message */
      constructor(code, message) {
        super(message);
        this.code = code;
      }
    },
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A", invalidNumber: "#NUM!" },
  },
});
await bundled("src/functions/index.ts", "proof/functions-of-copies.cjs");
/** @type {typeof import("./copies.js")} */
const { backOf, bookOf, contentOf, copyOf, fileOf, workbookOf } = await bundled(
  "test/proof/copies.ts",
  "proof/copies.cjs",
);

const hasOffice = isInstalled();
if (!hasOffice) console.log(LEFT_OUT);

const [books = 3, count = 300] = process.argv.slice(2).map(Number);
const directory = mkdtempSync(path.join(tmpdir(), "statut-copies-"));
let wrong = 0;

/** @param {unknown} value */
const digits = (value) => JSON.stringify(typeof value === "number" ? Number(value.toPrecision(15)) : value);

/**
 * Of two errors in a formula LibreOffice takes another than Excel.
 *
 * @param {unknown} found @param {unknown} wanted @param {unknown} formula
 */
const areBothErrors = (found, wanted, formula) =>
  [found, wanted].every((value) => typeof value === "object" && value !== null && "error" in value) &&
  String(formula).split("INASTI.").length > 2;

/** @typedef {ReturnType<typeof contentOf>} Content */

/** @param {string} what @param {Content} found @param {Content} wanted @param {"formulas" | "values"} part */
function compare(what, found, wanted, part) {
  const differing = [...wanted[part]].filter(
    ([place, one]) =>
      digits(found[part].get(place)) !== digits(one) &&
      !areBothErrors(found[part].get(place), one, wanted.formulas.get(place)),
  );
  wrong += differing.length;
  console.log(`${differing.length === 0 ? "same   " : "DIFFERS"} ${what}`);
  for (const [place, one] of differing.slice(0, 5))
    console.log(`  ${place}: ${digits(found[part].get(place))}, not ${digits(one)} of ${wanted.formulas.get(place)}`);
}

for (let seed = 1; seed <= books; seed++) {
  const book = workbookOf(seed, count);
  const bytes = fileOf(book, seed);
  const original = contentOf(bytes);
  const { alive, frozen, bytes: copy } = copyOf(bytes, "classic");
  const theirs = hasOffice ? saved(directory, `copy${seed}`, withoutValues(copy)) : undefined;
  const name = `workbook ${seed}`;
  if (theirs)
    compare(
      `${name}: ${alive} formulas calculated by LibreOffice, ${frozen} frozen`,
      contentOf(theirs),
      original,
      "values",
    );
  for (const [way, file] of /** @type {const} */ ([
    ["at once", copy],
    ["through LibreOffice", theirs],
  ])) {
    if (!file) continue;
    const { bytes: again, left } = backOf(file);
    wrong += left.length;
    if (left.length > 0) console.log("  left:", left.slice(0, 5));
    compare(`${name}: the same formulas again, ${way}`, contentOf(again), original, "formulas");
  }
  const named = copyOf(bytes, "named");
  // LibreOffice has no LAMBDA, and IronCalc no tables: what reads one is left out.
  const values = calculated(bookOf(named.bytes));
  const asked = new Map([...original.values].filter(([place]) => values.has(place)));
  const among = [...original.formulas.keys()].filter((place) => values.has(place)).length;
  compare(
    `${name}: ${among} formulas calculated by IronCalc, by names`,
    { ...original, values },
    { ...original, values: asked },
    "values",
  );
  compare(
    `${name}: the same formulas again, ${named.alive} by names`,
    contentOf(backOf(named.bytes).bytes),
    original,
    "formulas",
  );
}
rmSync(directory, { recursive: true, force: true });
console.log(wrong === 0 ? "all the same" : `${wrong} differ`);
process.exitCode = wrong === 0 ? 0 : 1;
