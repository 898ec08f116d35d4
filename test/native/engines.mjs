// @ts-check
/**
 * Programs that are not ours and calculate native formulas: `node engines.mjs univer` takes what is to be calculated as JSON, and gives the values of the formulas, row by row.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { text } from "node:stream/consumers";

const require = createRequire(import.meta.url);

/**
 * @typedef {number | string | boolean | null} Cell
 * @typedef {object} Sums
 * @property {{ name: string, cells: { row: number, column: number, value: number | string | { error: string } }[] }} law the law sheet
 * @property {{ name: string, formula: string }[]} names functions of the workbook
 * @property {Cell[][]} rows of the sheet, from A1 on
 * @property {string[][]} formulas of each row, in the columns behind its values
 */

/** @param {Sums["law"]["cells"][number]["value"]} value */
const plain = (value) => (typeof value === "object" ? value.error : value);

/** @type {Record<string, (sums: Sums) => Promise<Cell[][]>>} */
const ENGINES = {
  async ironcalc({ law, names, rows, formulas }) {
    const { initSync, Model } = await import("@ironcalc/wasm");
    initSync({ module: readFileSync(require.resolve("@ironcalc/wasm/wasm_bg.wasm")) });
    const model = new Model("sums", "en", "UTC", "en");
    model.pauseEvaluation();
    model.newSheet();
    model.renameSheet(1, law.name);
    // A text that looks like a number stays a text.
    const typed = (/** @type {Cell} */ value) =>
      typeof value === "string" && !value.startsWith("#") ? `'${value}` : String(value);
    for (const { row, column, value } of law.cells) model.setUserInput(1, row + 1, column + 1, typed(plain(value)));
    for (const { name, formula } of names) model.newDefinedName(name, null, formula);
    for (const [row, cells] of rows.entries()) {
      for (const [column, value] of cells.entries())
        if (value !== null) model.setUserInput(0, row + 1, column + 1, typed(value));
      for (const [index, formula] of formulas[row].entries())
        model.setUserInput(0, row + 1, cells.length + index + 1, formula);
    }
    model.resumeEvaluation();
    model.evaluate();
    return rows.map((cells, row) =>
      formulas[row].map((_, index) => {
        const shown = model.getFormattedCellValue(0, row + 1, cells.length + index + 1);
        return shown === "" || Number.isNaN(Number(shown)) ? shown : Number(shown);
      }),
    );
  },

  async univer({ law, names, rows, formulas }) {
    const { LocaleType, Univer, UniverInstanceType } = require("@univerjs/core");
    // Parts of the preset.
    const part = createRequire(require.resolve("@univerjs/preset-sheets-core"));
    const engine = part("@univerjs/engine-formula");
    const { UniverSheetsPlugin } = part("@univerjs/sheets");
    const univer = new Univer({ locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: {} } });
    univer.registerPlugin(engine.UniverFormulaEnginePlugin);
    univer.registerPlugin(UniverSheetsPlugin);
    // A text that looks like a number stays a text.
    const typed = (/** @type {Cell} */ v) => ({ v, t: { string: 1, number: 2, boolean: 3 }[typeof v] });
    /** @type {Record<number, Record<number, { v?: Cell, f?: string }>>} */
    const cellData = {};
    /** @type {Record<number, Record<number, { f: string }>>} */
    const asked = {};
    rows.forEach((cells, row) => {
      cellData[row] = Object.fromEntries(cells.flatMap((v, column) => (v === null ? [] : [[column, typed(v)]])));
      asked[row] = Object.fromEntries(formulas[row].map((f, index) => [cells.length + index, { f }]));
      Object.assign(cellData[row], asked[row]);
    });
    /** @type {Record<number, Record<number, { v: Cell }>>} */
    const lawData = {};
    for (const { row, column, value } of law.cells) (lawData[row] ??= {})[column] = typed(plain(value));
    const width = Math.max(...law.cells.map(({ column }) => column)) + 1;
    const height = Math.max(...law.cells.map(({ row }) => row)) + 1;
    univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
      id: "book",
      sheetOrder: ["sums", "law"],
      sheets: {
        sums: { id: "sums", name: "Sums", cellData, rowCount: rows.length + 1, columnCount: 40 },
        law: { id: "law", name: law.name, cellData: lawData, rowCount: height, columnCount: width },
      },
    });
    const injector = univer.__getInjector();
    const defined = injector.get(engine.IDefinedNamesService);
    names.forEach(({ name, formula }, index) =>
      defined.registerDefinedName("book", {
        id: `name${index}`,
        name,
        formulaOrRefString: formula,
        localSheetId: "AllDefaultWorkbook",
      }),
    );
    const calculation = injector.get(engine.ICalculateFormulaService);
    // It forgets what it calculated as soon as it has told.
    const answered = new Promise((resolve) =>
      calculation.executionCompleteListener$.subscribe((/** @type {any} */ { unitData }) => {
        const values = unitData.book.sums;
        resolve(
          rows.map((cells, row) =>
            formulas[row].map((_, index) => values.getValue(row, cells.length + index)?.v ?? null),
          ),
        );
      }),
    );
    await calculation.execute({
      formulaData: { book: { sums: asked } },
      arrayFormulaCellData: {},
      arrayFormulaRange: {},
      forceCalculate: true,
      dirtyRanges: [],
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
      maxIteration: 1,
      rowData: {},
    });
    return answered;
  },

  async hyperformula({ law, rows, formulas }) {
    const { HyperFormula } = require("hyperformula");
    /** @type {Cell[][]} */
    const lawRows = [];
    for (const { row, column, value } of law.cells) {
      while (lawRows.length <= row) lawRows.push([]);
      const cells = lawRows[row];
      while (cells.length <= column) cells.push(null);
      const shown = plain(value);
      // A text that looks like a number stays a text.
      cells[column] = typeof shown === "string" && !shown.startsWith("#") ? `'${shown}` : shown;
    }
    const sheet = rows.map((cells, row) => [...cells, ...formulas[row]]);
    const book = HyperFormula.buildFromSheets(
      { [law.name]: lawRows, Sums: sheet },
      { licenseKey: "gpl-v3", useColumnIndex: true, useArrayArithmetic: true, maxRows: 200_000 },
    );
    const sums = /** @type {number} */ (book.getSheetId("Sums"));
    return rows.map((cells, row) =>
      formulas[row].map((_, index) => {
        const value = book.getCellValue({ sheet: sums, row, col: cells.length + index });
        return typeof value === "object" && value !== null ? value.value : value;
      }),
    );
  },
};

const [, , name] = process.argv;
const sums = /** @type {Sums} */ (JSON.parse(await text(process.stdin)));
const values = await ENGINES[/** @type {string} */ (name)](sums);
process.stdout.write(JSON.stringify(values), () => process.exit(0));
