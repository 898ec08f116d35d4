import fc from "fast-check";

import { csvRows, readCsv, writeCsv } from "../../src/package";

const SYNTAX = { separator: ";", decimal: ",", words: { TRUE: "WAAR", FALSE: "ONWAAR" } };
const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  [
    "a;b\r\n1,5;2\r\n",
    ";",
    [
      ["a", "b"],
      ["1,5", "2"],
    ],
  ],
  [
    "a,b\n1.5,2",
    ",",
    [
      ["a", "b"],
      ["1.5", "2"],
    ],
  ],
  [
    "a\tb\r1\t2\r",
    "\t",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "1,5\n2,5\n",
    ",",
    [
      ["1", "5"],
      ["2", "5"],
    ],
  ],
  ["sep=,\r\na,b;c\r\n", ",", [["a", "b;c"]]],
  ['"a;""b""\r\nc";d\r\n', ";", [['a;"b"\r\nc', "d"]]],
  ['a"b;c\n', ";", [['a"b', "c"]]],
  ['"open;x', ";", [['"open', "x"]]],
  ['"a" b;c', ";", [['"a" b', "c"]]],
  ["name\nJan\n", ";", [["name"], ["Jan"]]],
  ["a;;\n\n", ";", [["a", "", ""], [""]]],
  ["", ";", []],
])("%j has its fields", (text, separator, rows) => {
  expect(readCsv(bytes(text))).toEqual({ rows, separator });
  expect(readCsv(bytes(`\ufeff${text}`)).rows).toEqual(rows);
});

test("what Windows writes without UTF-8, and what Excel calls Unicode text", () => {
  expect(readCsv(Uint8Array.from([0xe9, 0x3b, 0x80])).rows).toEqual([["é", "€"]]);
  const wide = [...'é\t"1"'].flatMap((sign) => [sign.charCodeAt(0), 0]);
  expect(readCsv(Uint8Array.from([0xff, 0xfe, ...wide])).rows).toEqual([["é", "1"]]);
});

test("whatever texts are written are read again", () => {
  const rows = fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 2 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, (table) => {
      expect(readCsv(bytes(`sep=;\n${writeCsv(table, SYNTAX).slice(1)}`)).rows).toEqual(table);
    }),
  );
});

test("numbers have the decimal sign of the language, days are those of Belgium, errors stay errors", () => {
  const book = {
    styles: [{ format: "yyyy-mm-dd" }, { format: "0.00" }],
    sheets: [
      {
        name: "A",
        cells: [
          { row: 0, column: 0, value: 46_054, style: 0 },
          { row: 0, column: 2, value: 1.5, style: 1 },
          { row: 2, column: 1, value: { error: "#N/A" } },
          { row: 2, column: 3, formula: "=1=1", value: true },
        ],
      },
    ],
  };
  expect(writeCsv(csvRows(book, 0), SYNTAX)).toBe("\ufeff01/02/2026;;1,5\r\n\r\n;#N/A;;WAAR\r\n");
});
