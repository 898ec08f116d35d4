// @ts-check
import { milliseconds } from "./measure.mjs";

const FIRST_YEAR = 2015;
const YEARS = 40;
const RUNS = 200;

/** Days as Excel counts them. */
const day = (/** @type {number} */ year, /** @type {number} */ month, /** @type {number} */ of) =>
  Date.UTC(year, month - 1, of) / 86_400_000 + 25_569;

const CAREER = [
  [day(2015, 3, 15), "complementary"],
  [day(2019, 5, 10), "primostarter"],
  [day(2028, 2, 3), "sick"],
  [day(2029, 9, 15), "principal"],
  [day(2052, 7, 1), "pensioner"],
];

/**
 * INASTI.CASHFLOW over a career of 40 years with a few changes, most of them beyond the last decree: a table of some 200 payments in one
 * call. The best of many, for a workbook asks the same career again at each change of a cell.
 *
 * @param {ReadonlyMap<string, (...args: any[]) => any>} functions as the add-in registers them
 */
export function benchCashflow(functions) {
  const cashflow = /** @type {(...args: unknown[]) => unknown[][]} */ (functions.get("INASTI.CASHFLOW"));
  const incomes = Array.from({ length: YEARS }, (_, year) => [6_000 + ((year * 7_919) % 50_000)]);
  const rowsOf = (/** @type {string | null} */ basis) =>
    cashflow(CAREER, FIRST_YEAR, incomes, 0.02, 0.0305, null, null, null, null, basis);
  const [income, profit] = [null, "profit"].map((basis) => milliseconds(() => rowsOf(basis), RUNS));
  console.log(
    `\nINASTI.CASHFLOW, ${YEARS} years in one call: ${income?.toFixed(2)} ms, from profits ${profit?.toFixed(2)} ms ` +
      `(limit 2 ms); ${rowsOf(null).length - 1} payments`,
  );
}
