// @ts-check
/**
 * `npm run proof:xlsx`: a workbook that we write, and the example as the built workbench saves it, opened and saved by LibreOffice, are still
 * the same. Needs `soffice` (Debian: libreoffice-calc); without it that is left out, and said.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { bundled } from "../../tools/bundle.mjs";
import { root } from "../../tools/process.mjs";
import { isInstalled, LEFT_OUT, saved } from "./libre-office.mjs";
import { workbenchFiles } from "./workbench-files.mjs";
/** @import { Book, Cell, Sheet } from "../../src/package/index.js" */

/** @type {typeof import("../../src/package/index.js")} */
const { read, write } = await bundled("src/package/index.ts", "proof/package.cjs");

const FUNCTIONS = ["INASTI.QUARTERLY", "INASTI.BATCH"];

if (!isInstalled()) {
  console.log(LEFT_OUT);
  process.exit(0);
}

/** @type {Book} */
const book = {
  styles: [
    { format: "dd/mm/yyyy" },
    { format: '#,##0.00" €"', bold: true, colour: "#C00000", fill: "#FFF2CC", horizontal: "right" },
    { italic: true, wrap: true, borders: { bottom: { line: "thin", colour: "#0000FF" } } },
  ],
  names: [
    { name: "Rate", formula: "=0.02" },
    { name: "Incomes", formula: "='Client''s list'!$A$2:$A$4" },
    { name: "PARAMETER_YEAR", formula: "=2026" },
    { name: "OWN_FIGURES_MARK", formula: "=7", hidden: true },
  ],
  sheets: [
    {
      name: "Cash",
      cells: [
        { row: 0, column: 0, value: "Éé <b>&</b> 😀", style: 2 },
        { row: 0, column: 1, value: 46_054, style: 0 },
        { row: 0, column: 2, value: 1234.5, style: 1 },
        { row: 0, column: 3, value: true },
        { row: 0, column: 4, value: { error: "#N/A" } },
        { row: 1, column: 0, formula: '=INASTI.QUARTERLY(C1,"main",2026)', value: 1537.5 },
        { row: 1, column: 1, formula: "=SUM('Client''s list'!A2:A4)", value: 60 },
        { row: 1, column: 2, formula: '=IF(C1>1,"yes; ""no""",2)', value: 'yes; "no"' },
        { row: 1, column: 3, formula: "=CONCAT(A1,1)", value: "Éé <b>&</b> 😀1" },
        { row: 1, column: 4, formula: "=SUM('Client''s list'!A2:A4*2)", value: 120 },
        { row: 1, column: 5, formula: "=C1*Rate", value: 24.69 },
      ],
      columns: [
        { from: 0, to: 0, width: 30.7109375 },
        { from: 2, to: 3, width: 14.7109375 },
      ],
      rows: [{ row: 0, height: 30 }],
      merged: [{ row: 4, column: 0, rows: 1, columns: 3 }],
      frozen: { rows: 1, columns: 0 },
      notes: [
        { row: 0, column: 2, text: "First line\n<i>second</i>", author: "Ann" },
        { row: 1, column: 0, text: "=INASTI.QUARTERLY(C1)" },
      ],
      lists: [{ areas: [{ row: 6, column: 0, rows: 3, columns: 1 }], values: ["main", "complementary"], strict: true }],
      charts: [
        {
          kind: "column",
          title: "Cash by year",
          categories: "'Client''s list'!$B$2:$B$4",
          series: [{ name: "Cash", values: "'Client''s list'!$A$2:$A$4" }],
          place: { row: 10, column: 0, rows: 12, columns: 5 },
        },
      ],
      print: { landscape: true, fitToWidth: true },
    },
    {
      name: "Client's list",
      cells: [
        ...[10, 20, 30].flatMap((value, index) => [
          { row: index + 1, column: 0, value },
          { row: index + 1, column: 1, value: `Client ${index + 1}` },
        ]),
        { row: 7, column: 0, formula: "=INASTI.BATCH(A2:A4)", value: 1, spill: { rows: 2, columns: 1 } },
        { row: 8, column: 0, value: 2, spilled: true },
      ],
    },
    { name: "Hidden", hidden: true, cells: [{ row: 0, column: 0, value: 1 }] },
  ],
};

const directory = mkdtempSync(path.join(tmpdir(), "statut-xlsx-"));
let failures = 0;

/** @param {string} what @param {unknown} found @param {unknown} wanted */
function same(what, found, wanted) {
  const isSame = isDeepStrictEqual(found, wanted);
  if (!isSame) failures += 1;
  console.log(
    `${isSame ? "same   " : "DIFFERS"} ${what}${isSame ? "" : `\n  ${JSON.stringify(found)}\n  ${JSON.stringify(wanted)}`}`,
  );
}

/** @param {Sheet} sheet @param {Cell} cell */
const at = (sheet, { row, column }) => sheet.cells.find((one) => one.row === row && one.column === column);

/** It writes as many digits as Excel shows. @param {import("../../src/package/index.js").Value | undefined} value */
const digits = (value) => (typeof value === "number" ? value.toPrecision(15) : value);

/** It writes small letters, and TRUE as a call. @param {Cell | undefined} cell */
const written = (cell) => cell?.formula?.toUpperCase().replace(/\b(TRUE|FALSE)\(\)/g, "$1");

/** The example of the workbench: LibreOffice knows none of our functions, so of formulas it has but the numbers of single cells. */
async function proveWorkbench() {
  const files = await workbenchFiles();
  if (typeof files === "string") return console.log(`left out: ${files}`);
  const { functions: known } = JSON.parse(readFileSync(path.join(root, "build/metadata/functions.json"), "utf8"));
  const functions = known.map((/** @type {{ name: string }} */ { name }) => name);
  for (const kind of /** @type {const} */ (["formulas", "values"])) {
    const ours = read(files[kind], functions).book;
    const theirs = read(saved(directory, kind, files[kind]), functions).book;
    same(
      `${kind}: sheets`,
      theirs.sheets.map(({ name }) => name),
      ours.sheets.map(({ name }) => name),
    );
    const named = (/** @type {Book} */ { names = [] }) => names.map(({ name, formula }) => `${name}${formula}`).sort();
    same(`${kind}: names`, named(theirs), named(ours));
    ours.sheets.forEach((sheet, index) => {
      const other = /** @type {Sheet} */ (theirs.sheets[index]);
      const isScalar = (/** @type {Cell} */ { spill, spilled, value, formula }) =>
        value !== undefined &&
        (kind === "values" || (!spill && !spilled && (formula === undefined || typeof value === "number")));
      const cells = sheet.cells.filter(isScalar);
      const lost = cells.filter((cell) => !isDeepStrictEqual(digits(at(other, cell)?.value), digits(cell.value)));
      same(
        `${kind}: ${sheet.name}, ${cells.length} values`,
        lost.map((cell) => [cell, at(other, cell)]),
        [],
      );
      const formulas = sheet.cells.filter(({ formula }) => formula !== undefined);
      const changed = formulas.filter((cell) => written(at(other, cell)) !== written(cell));
      same(
        `${kind}: ${sheet.name}, ${formulas.length} formulas`,
        changed.map((cell) => [cell.formula, at(other, cell)?.formula]),
        [],
      );
      const notes = (/** @type {Sheet} */ { notes = [] }) => notes.map(({ text }) => text).sort();
      same(`${kind}: ${sheet.name}, notes`, notes(other), notes(sheet));
      same(`${kind}: ${sheet.name}, charts`, other.charts?.length ?? 0, sheet.charts?.length ?? 0);
      same(`${kind}: ${sheet.name}, merged`, other.merged?.length ?? 0, sheet.merged?.length ?? 0);
    });
  }
}

try {
  const again = read(saved(directory, "book", write(book, FUNCTIONS)), FUNCTIONS);
  const [cash, clients, hidden] = /** @type {[Sheet, Sheet, Sheet]} */ (again.book.sheets);
  const [wanted] = /** @type {[Sheet, Sheet, Sheet]} */ (book.sheets);

  same(
    "names of sheets",
    again.book.sheets.map(({ name }) => name),
    book.sheets.map(({ name }) => name),
  );
  same("hidden sheet", hidden.hidden, true);
  for (const cell of wanted.cells) {
    const found = cash.cells.find(({ row, column }) => row === cell.row && column === cell.column);
    same(`value at ${cell.row},${cell.column}`, found?.value, cell.value);
    // It stores TRUE and #N/A as formulas.
    if (cell.formula !== undefined) same(`  of ${cell.formula}`, found?.formula, cell.formula);
    const style = found?.style === undefined ? {} : again.book.styles?.[found.style];
    for (const [key, value] of Object.entries(book.styles?.[cell.style ?? -1] ?? {}))
      same(`  its ${key}`, /** @type {Record<string, unknown>} */ (style)[key], value);
  }
  // It drops the authors of notes, and makes hidden names visible.
  same("notes", cash.notes?.map(({ text }) => text).sort(), wanted.notes?.map(({ text }) => text).sort());
  const widths = cash.columns
    ?.filter(({ from }) => [0, 2].includes(from))
    .map(({ width }) => Math.round((width ?? 0) * 10));
  same("widths", widths, [307, 147]);
  same("height", cash.rows?.find(({ row }) => row === 0)?.height, 30);
  same("merged", cash.merged, wanted.merged);
  // Panes that stay in view belong to a window, and without one it saves none.
  same("lists", cash.lists, wanted.lists);
  same("print", cash.print, wanted.print);
  const named = (/** @type {Book} */ { names = [] }) => names.map(({ name, formula }) => `${name}${formula}`).sort();
  same("names", named(again.book), named(book));
  const chart = cash.charts?.[0];
  const drawn = wanted.charts?.[0];
  same(
    "chart",
    [chart?.kind, chart?.title, chart?.categories, chart?.series],
    [drawn?.kind, drawn?.title, drawn?.categories, drawn?.series],
  );
  same("place of the chart", [chart?.place.row, chart?.place.column], [drawn?.place.row, drawn?.place.column]);
  // It does not know our functions: of their values it keeps the numbers of single cells, and shows #NAME? for all else.
  const batch = clients.cells.find(({ row, column }) => row === 7 && column === 0);
  same(
    "what fills cells keeps its formula",
    [batch?.formula, batch?.spill],
    ["=INASTI.BATCH(A2:A4)", { rows: 2, columns: 1 }],
  );
  console.log(`       what fills cells shows ${JSON.stringify(batch?.value)} there`);
  console.log(`       left out of what LibreOffice saved: ${JSON.stringify(again.left)}`);
  await proveWorkbench();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
console.log(failures === 0 ? "nothing was lost" : `${failures} differences`);
process.exitCode = failures === 0 ? 0 : 1;
