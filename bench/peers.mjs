// @ts-check
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import Decimal from "decimal.js";
import { milliseconds, thousands } from "./measure.mjs";

const ROWS = 100_000;
const MILLION = 1_000_000;
const YEAR = 2026;

/** The brackets of the principal scale of a year, as a worksheet or another program would hold them: royal decree no 38, article 12 §1. */
const LAW = { minimum: "17374.08", ceiling1: "75024.54", ceiling2: "110562.42", rate1: "0.205", rate2: "0.1416" };

/** @param {number} length */
const incomesOf = (length) => Array.from({ length }, (_, index) => (300_000 + ((index * 7_919) % 12_000_000)) / 100);

/** @param {number} income */
function withDecimal(income) {
  const counted = Decimal.max(income, LAW.minimum);
  const bracket1 = Decimal.min(counted, LAW.ceiling1).times(LAW.rate1);
  const bracket2 = Decimal.max(0, Decimal.min(counted, LAW.ceiling2).minus(LAW.ceiling1)).times(LAW.rate2);
  return bracket1.plus(bracket2).div(4).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber();
}

/** The same quarter in worksheet functions; parameters stand in row 1, columns C to G. @param {number} row */
const worksheetFormula = (row) =>
  `=ROUND((MIN(MAX(A${row},$C$1),$D$1)*$F$1+MAX(0,MIN(MAX(A${row},$C$1),$E$1)-$D$1)*$G$1)/4,2)`;

const parameters = [LAW.minimum, LAW.ceiling1, LAW.ceiling2, LAW.rate1, LAW.rate2].map(Number);

/**
 * 100,000 rows through INASTI.BATCH against other ways to the same figures.
 *
 * @param {ReadonlyMap<string, (...args: any[]) => any>} functions as the add-in registers them
 */
export async function benchPeers(functions) {
  const batch = functions.get("INASTI.BATCH");
  const quarterly = functions.get("INASTI.QUARTERLY");
  if (!batch || !quarterly) throw new Error("functions are missing");
  const incomes = incomesOf(ROWS);
  const column = incomes.map((income) => [income]);

  const inBatch = milliseconds(() => batch(column, [["principal"]], [[YEAR]], null));
  /** @param {string} what @param {number} time */
  const compare = (what, time) =>
    console.log(
      `${what.padEnd(46)} ${time.toFixed(0).padStart(10)} ms   ${(time / inBatch).toFixed(1)} × the time of BATCH`,
    );

  console.log(`\n${thousands(ROWS)} rows, principal ${YEAR}`);
  compare("INASTI.BATCH, one call", inBatch);
  compare(
    "INASTI.QUARTERLY, a call a row",
    milliseconds(() => incomes.map((income) => quarterly(income, "principal", YEAR, null, null, null))),
  );
  compare(
    "decimal.js",
    milliseconds(() => incomes.map(withDecimal)),
  );
  compare("HyperFormula, native formulas recalculated", await hyperFormula(incomes));
  const libreOffice = libreOfficeRecalculation(incomes);
  if (libreOffice === undefined)
    console.log("LibreOffice is not installed here: skipped (Debian: libreoffice-calc-nogui)");
  else compare("LibreOffice, native formulas recalculated", libreOffice);

  const results = batch(column, [["principal"]], [[YEAR]], null);
  const different = incomes.filter((income, index) => results[index][0] !== withDecimal(income)).length;
  console.log(`BATCH and decimal.js differ on ${different} of ${thousands(ROWS)} rows`);

  const million = incomesOf(MILLION).map((income) => [income]);
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const kept = batch(million, [["principal"]], [[YEAR]], null);
  const time = performance.now() - start;
  const memory = (process.memoryUsage().heapUsed - before) / 1e6;
  console.log(
    `${thousands(kept.length)} rows in one call: ${time.toFixed(0)} ms, ${memory.toFixed(0)} MB of heap more while the result is held`,
  );
}

/**
 * A changed rate recalculates every row. HyperFormula is GPL: here only to compare with, never part of the product.
 *
 * @param {readonly number[]} incomes
 */
async function hyperFormula(incomes) {
  const { HyperFormula } = await import("hyperformula");
  const sheet = incomes.map((income, index) => [
    income,
    worksheetFormula(index + 1),
    ...(index === 0 ? parameters : []),
  ]);
  const engine = HyperFormula.buildFromArray(sheet, { licenseKey: "gpl-v3", maxRows: ROWS + 1 });
  let rate = Number(LAW.rate1);
  const time = milliseconds(() => engine.setCellContents({ sheet: 0, row: 0, col: 5 }, (rate += 0.001)), 3);
  engine.destroy();
  return time;
}

/**
 * What calculating costs LibreOffice: opening a sheet of formulas without results and writing it out, less the same with plain numbers.
 *
 * @param {readonly number[]} incomes
 */
function libreOfficeRecalculation(incomes) {
  if (!installed("soffice")) return undefined;
  const directory = mkdtempSync(path.join(os.tmpdir(), "statut-social-bench-"));
  const cells = (/** @type {(row: number) => string} */ second) =>
    incomes
      .map(
        (income, index) =>
          `<table:table-row>${number(income)}${second(index + 1)}${index === 0 ? parameters.map(number).join("") : ""}</table:table-row>`,
      )
      .join("");
  const formula = (/** @type {number} */ row) =>
    `<table:table-cell table:formula="of:${worksheetFormula(row)
      .replace(/,/g, ";")
      .replace(/\$?[A-G]\$?\d+/g, "[.$&]")
      .replace(/&/g, "&amp;")}"/>`;
  const time = (/** @type {string} */ name, /** @type {string} */ content) => {
    const file = path.join(directory, `${name}.fods`);
    writeFileSync(file, document(content));
    const start = performance.now();
    execFileSync(
      "soffice",
      [
        "--headless",
        `-env:UserInstallation=file://${directory}/profile`,
        "--convert-to",
        "csv",
        "--outdir",
        directory,
        file,
      ],
      { stdio: "ignore" },
    );
    return performance.now() - start;
  };
  time("warm-up", number(1));
  return (
    time("formulas", cells(formula)) -
    time(
      "numbers",
      cells((row) => number(row)),
    )
  );
}

/** @param {number} value */
const number = (value) => `<table:table-cell office:value-type="float" office:value="${value}"/>`;

/** @param {string} rows */
const document = (rows) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="Sheet1">${rows}</table:table></office:spreadsheet></office:body></office:document>`;

/** @param {string} program */
function installed(program) {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
