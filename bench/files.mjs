// @ts-check
import { bundled } from "../tools/bundle.mjs";
/** @import { Book, Cell } from "../src/package/index.js" */

const ROWS = 130_000;
const FUNCTIONS = ["INASTI.QUARTERLY"];

/** A workbook of some 5 MB: 780,000 cells, a third of them formulas. */
export async function benchFiles() {
  /** @type {typeof import("../src/package/index.js")} */
  const { read, write } = await bundled("src/package/index.ts", "bench/package.cjs");
  /** @type {Cell[]} */
  const cells = [];
  for (let row = 0; row < ROWS; row++) {
    const at = row + 1;
    cells.push(
      { row, column: 0, value: `Client ${row % 5_000}` },
      { row, column: 1, value: 45_000 + (row % 900), style: 0 },
      { row, column: 2, value: 20_000 + row / 4, style: 1 },
      { row, column: 3, value: row % 97 },
      { row, column: 4, formula: `=INASTI.QUARTERLY(C${at},"main",2026)`, value: row / 8 },
      { row, column: 5, formula: `=E${at}*4+D${at}`, value: row / 2 },
    );
  }
  /** @type {Book} */
  const book = { styles: [{ format: "dd/mm/yyyy" }, { format: "#,##0.00" }], sheets: [{ name: "Clients", cells }] };
  const began = performance.now();
  const bytes = write(book, FUNCTIONS);
  const written = performance.now();
  const { sheets } = read(bytes, FUNCTIONS).book;
  const done = performance.now();
  if (sheets[0]?.cells.length !== cells.length) throw new Error("cells were lost");
  const size = (bytes.length / 1e6).toFixed(1);
  const seconds = (/** @type {number} */ time) => (time / 1000).toFixed(1);
  console.log(
    `\n.xlsx of ${size} MB, ${cells.length.toLocaleString("en")} cells: written in ${seconds(written - began)} s, read in ${seconds(done - written)} s`,
  );
}
