// @ts-check
/** IronCalc, which has LAMBDA as names of a workbook: what it makes of one. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initSync, Model } from "@ironcalc/wasm";
/** @import { Book, Value } from "../../src/package/index.js" */

const require = createRequire(import.meta.url);
initSync({ module: readFileSync(require.resolve("@ironcalc/wasm/wasm_bg.wasm")) });

/** As it tells kinds of values. */
const [NUMBER, BOOLEAN, ERROR] = [1, 4, 16];
/** It shows nine digits where no format asks for more; of those that it shows then, the fifteenth is cut off and not rounded. */
const FORMAT = "0.0000000000";
const DIGITS = 14;

/** A text that looks like something else stays a text. @param {Value} value */
const typed = (value) =>
  typeof value === "object" ? value.error : typeof value === "string" ? `'${value}` : String(value);

/**
 * The values of its formulas, and of what they fill, calculated anew, by sheet, row and column.
 *
 * @param {Book} book
 */
export function calculated({ sheets, names = [] }) {
  const model = new Model("copy", "en", "UTC", "en");
  model.pauseEvaluation();
  sheets.forEach(({ name }, index) => {
    if (index > 0) model.newSheet();
    model.renameSheet(index, name);
  });
  for (const [sheet, { cells }] of sheets.entries())
    for (const { row, column, value, spilled } of cells)
      if (value !== undefined && spilled !== true) model.setUserInput(sheet, row + 1, column + 1, typed(value));
  // It takes no name for a constant: that stands in a cell of a sheet more.
  model.newSheet();
  model.renameSheet(sheets.length, "Constants");
  const isFunction = (/** @type {{ formula: string }} */ { formula }) => formula.startsWith("=LAMBDA");
  for (const [index, one] of names.entries()) {
    const text = one.formula.slice(1);
    const isConstant = /^[\d.]+$/.test(text);
    if (isConstant) model.setUserInput(sheets.length, index + 1, 1, text);
    model.newDefinedName(
      one.name,
      null,
      isConstant ? `Constants!$A$${index + 1}` : isFunction(one) ? one.formula : text,
    );
  }
  for (const [sheet, { cells }] of sheets.entries())
    for (const { row, column, formula } of cells)
      if (formula !== undefined) model.setUserInput(sheet, row + 1, column + 1, formula);
  model.resumeEvaluation();
  model.evaluate();
  /** @type {Map<string, Value>} */
  const values = new Map();
  for (const [sheet, { name, cells }] of sheets.entries())
    for (const { row, column, formula, spilled } of cells) {
      if (formula === undefined && spilled !== true) continue;
      const place = /** @type {const} */ ([sheet, row + 1, column + 1]);
      const kind = model.getCellType(...place);
      if (kind === NUMBER)
        model.updateRangeStyle({ sheet, row: row + 1, column: column + 1, width: 1, height: 1 }, "num_fmt", FORMAT);
      const shown = model.getFormattedCellValue(...place);
      values.set(
        `${name}!${row},${column}`,
        kind === NUMBER
          ? Number(Number(shown).toPrecision(DIGITS))
          : kind === ERROR
            ? { error: shown }
            : kind === BOOLEAN
              ? shown === "TRUE"
              : shown,
      );
    }
  return values;
}
