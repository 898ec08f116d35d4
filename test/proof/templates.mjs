// @ts-check
/**
 * `npm run proof:templates`: LibreOffice calculates the templates without the add-in, without a value to lean on; the values are those of our
 * functions to the cent. Each template is printed too, into build/templates-printed, to be looked at. Needs `soffice`; without it that is left out, and said.
 *
 *   node test/proof/templates.mjs [--print] [fr nl]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../../tools/process.mjs";
import { templates } from "../../tools/templates.mjs";
import { loaded } from "../../tools/typescript.mjs";
import { isInstalled, LEFT_OUT, saved, withoutValues } from "./libre-office.mjs";
/** @import { Cell } from "../../src/package/book.js" */

if (!isInstalled()) {
  console.log(LEFT_OUT);
  process.exit(0);
}

const isPrinted = process.argv.includes("--print");
const languages = process.argv.slice(2).filter((one) => !one.startsWith("--"));
const { read } = loaded("src/package/index.ts");
const functions = Object.keys(loaded("src/definitions/index.ts").DEFINITIONS);
const directory = mkdtempSync(path.join(tmpdir(), "statut-templates-"));
const printed = path.join(root, "build/templates-printed");
const HALF_A_CENT = 0.005;

/** @param {Cell["value"]} found @param {Cell["value"]} wanted */
const agree = (found, wanted) =>
  typeof wanted === "number"
    ? Math.abs(Number(found) - wanted) < HALF_A_CENT
    : JSON.stringify(found ?? "") === JSON.stringify(wanted ?? "");

let wrong = 0;
for (const [name, bytes] of await templates()) {
  const [language = "", file = ""] = name.replace(/\.xlsx$/, "").split("/");
  if (languages.length > 0 && !languages.includes(language)) continue;
  const { book } = read(bytes, functions);
  const isAlone = book.sheets.some((/** @type {{ hidden?: boolean }} */ { hidden }) => hidden);
  if (isAlone) {
    const theirs = read(saved(directory, file, withoutValues(bytes)), functions).book;
    let count = 0;
    for (const { name: sheet, cells, hidden } of book.sheets) {
      if (hidden) continue;
      const found = theirs.sheets.find((/** @type {{ name: string }} */ other) => other.name === sheet);
      const values = new Map(found.cells.map((/** @type {Cell} */ one) => [`${one.row},${one.column}`, one.value]));
      for (const { row, column, formula, value } of cells) {
        if (formula === undefined) continue;
        count += 1;
        if (agree(values.get(`${row},${column}`), value)) continue;
        wrong += 1;
        console.log(
          `DIFFERS ${name} ${sheet} ${row + 1},${column + 1}: ${values.get(`${row},${column}`)}, not ${value}; ${formula}`,
        );
      }
    }
    console.log(`${name}: ${count} formulas calculated`);
  }
  if (isPrinted) {
    mkdirSync(printed, { recursive: true });
    writeFileSync(path.join(printed, `${language}-${file}.pdf`), saved(directory, file, bytes, "pdf"));
  }
}
rmSync(directory, { recursive: true, force: true });
console.log(wrong === 0 ? "all the same" : `${wrong} differ`);
process.exitCode = wrong === 0 ? 0 : 1;
