import fc from "fast-check";

import { type Book, FileRefused, pixelsOf, read, widthOf, write } from "../../src/package";
import { books, FUNCTIONS } from "./book";

test("a book is the same after it was written and read, and nothing of it is left out", () => {
  fc.assert(
    fc.property(books, (book) => {
      const opened = read(write(book, FUNCTIONS), FUNCTIONS);
      expect(opened.book).toEqual(book);
      expect(opened.left).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("the same book is the same bytes", () => {
  fc.assert(
    fc.property(books, (book) => {
      expect(write(book, FUNCTIONS)).toEqual(write(structuredClone(book), FUNCTIONS));
    }),
    { numRuns: 5 },
  );
});

test("cells come in any order", () => {
  const cells = [
    { row: 1, column: 1, value: 3 },
    { row: 0, column: 30, value: 2 },
    { row: 0, column: 2, value: 1 },
  ];
  const book: Book = { sheets: [{ name: "A", cells }] };
  expect(read(write(book, []), []).book.sheets[0]!.cells).toEqual([cells[2], cells[1], cells[0]]);
});

test("a number that is none is an error, and an error that files do not know is another", () => {
  const cells = [
    { row: 0, column: 0, value: NaN },
    { row: 0, column: 1, value: { error: "#SPILL!" } },
  ];
  const { book } = read(write({ sheets: [{ name: "A", cells }] }, []), []);
  expect(book.sheets[0]!.cells.map(({ value }) => value)).toEqual([{ error: "#NUM!" }, { error: "#VALUE!" }]);
});

/** What a book is refused with. */
function refusal(sheets: Book["sheets"]): Pick<FileRefused, "key" | "facts"> | null {
  try {
    write({ sheets }, []);
    return null;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { key: error.key, facts: error.facts };
  }
}

test.each(["", "a/b", "[x]", "x".repeat(32), "'a", "a:b"])("a sheet cannot be called %j in a file", (name) => {
  expect(refusal([{ name, cells: [] }])).toEqual({ key: "sheet-name", facts: { sheet: name } });
});

test("two sheets of one name, and what is longer than Excel takes, are told by their place", () => {
  const sheet = (name: string, value: string) => ({ name, cells: [{ row: 2, column: 1, value }] });
  expect(refusal([sheet("a", ""), sheet("A", "")])).toEqual({ key: "sheet-name", facts: { sheet: "A" } });
  expect(refusal([sheet("My sheet", "x".repeat(32_768))])).toEqual({
    key: "long-text",
    facts: { cell: "'My sheet'!B3" },
  });
  const area = { row: 4, column: 2, rows: 9, columns: 1 };
  for (const values of [["x".repeat(256)], ["a,b"]])
    expect(refusal([{ ...sheet("a", ""), lists: [{ areas: [area], values, strict: true }] }])).toEqual({
      key: "long-list",
      facts: { cell: "a!C5:C13" },
    });
  const long = { row: 0, column: 0, formula: `=${"1+".repeat(4_096)}1` };
  expect(refusal([{ name: "a", cells: [long] }])).toEqual({ key: "long-formula", facts: { cell: "a!A1" } });
});

test("columns are as wide on screen as in Excel", () => {
  // The plain column of a new workbook, and those that its dialog shows with their pixels.
  expect([9.140625, 10.7109375, 20.7109375].map(pixelsOf)).toEqual([64, 75, 145]);
  for (let pixels = 1; pixels < 1_000; pixels++) expect(pixelsOf(widthOf(pixels))).toBe(pixels);
});
