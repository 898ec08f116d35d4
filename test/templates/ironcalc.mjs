// @ts-check
/** A workbook, as JSON, calculated by IronCalc: the values of its formulas, sheet by sheet in the order of its cells. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { text } from "node:stream/consumers";
import { initSync, Model } from "@ironcalc/wasm";

/** @typedef {{ row: number, column: number, value?: string | number | boolean | { error: string }, formula?: string }} Cell */
/** @type {{ sheets: { name: string, cells: Cell[] }[], names: { name: string, formula: string }[] }[]} */
const books = JSON.parse(await text(process.stdin));
initSync({ module: readFileSync(createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm")) });

/** A text that looks like a number stays a text. @param {Cell["value"]} value */
const typed = (value) => {
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "string" ? `'${value}` : String(value);
};

const answers = books.map(({ sheets, names }) => {
  const model = new Model("book", "en", "UTC", "en");
  model.pauseEvaluation();
  sheets.forEach(({ name }, index) => {
    if (index > 0) model.newSheet();
    model.renameSheet(index, name);
  });
  // It takes no name for a constant: that stands in a cell of a sheet more.
  model.newSheet();
  model.renameSheet(sheets.length, "Constants");
  for (const [index, { name, formula }] of names.entries()) {
    const text = formula.replace(/^=/, "");
    const isConstant = /^[\d.]+$/.test(text);
    if (isConstant) model.setUserInput(sheets.length, index + 1, 1, text);
    model.newDefinedName(name, null, isConstant ? `Constants!$A$${index + 1}` : text);
  }
  sheets.forEach(({ cells }, index) => {
    for (const { row, column, value, formula } of cells)
      if (formula !== undefined || value !== undefined)
        model.setUserInput(index, row + 1, column + 1, formula ?? typed(value));
  });
  model.resumeEvaluation();
  model.evaluate();
  return sheets.map(({ cells }, index) =>
    cells.flatMap(({ row, column, formula }) =>
      formula === undefined ? [] : [model.getFormattedCellValue(index, row + 1, column + 1)],
    ),
  );
});
process.stdout.write(JSON.stringify(answers));
