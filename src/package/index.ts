/**
 * Workbooks as files: .xlsx and CSV. Knows no Office, no page and no spreadsheet, and runs in Node and in a worker.
 *
 * - `read(bytes, functions)` gives a `Book`, plain data, and `left`, what the file has beside it; `write(book, functions)` gives the bytes.
 *   `functions` are the names of our functions as people type them: INASTI.QUARTERLY.
 * - Whatever is wrong with a file is a `FileRefused` with a key and facts; the page has its sentence (`file/refused`, `file/left`).
 * - Values of formulas are those of the last calculation. Whoever opens a book calculates it; cells with `spilled` are filled by a formula
 *   and are not entered.
 * - Texts are texts: names of sheets, notes and cells come as they stand in the file and are never HTML.
 * - `readCsv` gives the texts of the fields, for whoever knows how the user's language writes numbers and days; `writeCsv` takes values.
 * - Large files belong in a worker, as the workbench has one.
 */
export * from "./book";
export { csvRows, readCsv, windowsText } from "./csv";
export { csvLine, type CsvSyntax, writeCsv } from "./csv-writer";
export { fieldsOf, likelySeparator } from "./fields";
export { isDay as isDayFormat } from "./formats";
export { type Opened, read } from "./reader";
export { type Facts, FileRefused, LIMITS, type RefusalKey } from "./refused";
export { withoutFormulas } from "./values";
export { write } from "./writer";
