import { strFromU8 } from "fflate";
import fc from "fast-check";
import { formsOf, goBack, planCopy } from "../../src/copies";
import { type Book, read, write } from "../../src/package";
import { books } from "../package/book";
import { fileOf, relations, sheetXml, workbookXml } from "../package/file";
import { backOf, contentOf, copyOf, formulasOf, functions, partsOf, planOf, withParts } from "./workbook";

const QUARTER = '=INASTI.QUARTERLY(A1,"principal",2026)';
const sheetPart = "xl/worksheets/sheet1.xml";
const text = (bytes: Uint8Array, part: string): string => strFromU8(partsOf(bytes)[part]!);

const workbook = (rows: string, more: Parameters<typeof fileOf>[0] = {}): Uint8Array =>
  fileOf({
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    [sheetPart]: sheetXml(rows),
    ...more,
  });

it("a table becomes a formula in each of its cells, and comes back where none of them was changed", () => {
  const values = [
    ["fund", "rate"],
    ["Acerta", 0.0305],
    ["", ""],
  ];
  const cells = values.flatMap((row, r) =>
    row.map((value, column) =>
      r === 0 && column === 0
        ? { row: 4, column, value, formula: "=FUND.COMPARE(A1,2026)", spill: { rows: 3, columns: 2 } }
        : { row: 4 + r, column, value, spilled: true },
    ),
  );
  const single = { row: 9, column: 3, value: 0.0305, formula: "=INDEX(FUND.COMPARE(A1,2026),2,2)" };
  const bytes = write(
    { sheets: [{ name: "Funds", cells: [{ row: 0, column: 0, value: 2050 }, ...cells, single] }] },
    functions,
  );
  const copy = copyOf(bytes);
  const formulas = formulasOf(copy);
  for (const place of ["4,0", "4,1", "5,0", "5,1", "6,0", "6,1", "9,3"])
    expect(formulas[`Funds!${place}`]).toMatch(/^=IF\(/);
  const back = backOf(copy);
  expect(back.left).toEqual([]);
  expect(contentOf(back.bytes)).toEqual(contentOf(bytes));
  const changed = withParts(copy, { [sheetPart]: text(copy, sheetPart).replace(/(<c r="B6"[^>]*>)<f.*?<\/f>/, "$1") });
  expect(backOf(changed).left).toEqual([{ where: "Funds!A5", formula: "=FUND.COMPARE(A1,2026)", reason: "changed" }]);
});

describe.each(["classic", "named"] as const)("a copy in the %s form", (form) => {
  it("leads back to the same formulas, values, notes, names, lists, charts and settings", () => {
    fc.assert(
      fc.property(books, (book: Book) => {
        const bytes = write(book, functions);
        const given = bytes.slice();
        const cells = book.sheets.flatMap((sheet) => sheet.cells);
        const isOurs = cells.some(({ formula }) => /INASTI|FUND/.test(formula ?? ""));
        if (!isOurs) return expect(() => planOf(bytes, form)).toThrow("nothing");
        const back = backOf(copyOf(bytes, form));
        expect(bytes).toEqual(given);
        expect(contentOf(back.bytes)).toEqual(contentOf(bytes));
        expect(back.left).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it("has no function of ours that is no name of the workbook, keeps the values, and does not ask for the add-in", () => {
    const bytes = write(
      {
        settings: [["parameterYear", 2026]],
        sheets: [
          {
            name: "It's",
            cells: [
              { row: 0, column: 0, value: 40_000 },
              { row: 0, column: 1, formula: QUARTER, value: 2050 },
              { row: 1, column: 1, formula: `${QUARTER}*4+SUM(A1:A3)`, value: 48_200 },
              { row: 2, column: 1, formula: "=SUM(INASTI.BATCH(A1:A1,2026))", value: 5 },
            ],
          },
        ],
      },
      functions,
    );
    const copy = copyOf(bytes, form);
    const { book, left } = read(copy, functions);
    expect(left.filter(({ what }) => what !== "outside-formulas")).toEqual([]);
    expect(book.settings).toBeUndefined();
    expect(Object.keys(partsOf(copy)).filter((name) => /webextension/.test(name))).toEqual([]);
    for (const [name, part] of Object.entries(partsOf(copy)).filter(([one]) => /sheet\d+\.xml$/.test(one)))
      expect([name, strFromU8(part)]).not.toEqual([name, expect.stringContaining("_xldudf_")]);
    const cells = book.sheets.find(({ name }) => name === "It's")!.cells;
    expect(cells.map(({ value }) => value)).toEqual([40_000, 2050, 48_200, 5]);
    expect(cells[3]).toEqual({ row: 2, column: 1, value: 5 });
    expect(book.sheets.map(({ name, hidden }) => [name, hidden ?? false])).toEqual([
      ["About this copy", false],
      ["It's", false],
      ["INASTI", true],
      ["Way back", true],
    ]);
    const names = (book.names ?? []).map(({ name }) => name);
    expect(names.includes("INASTI.QUARTERLY")).toBe(form === "named");
  });

  it("takes groups of cells, prefixes, the file of another add-in, tables and entities as the file has them", () => {
    const table =
      '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="A1:B3"><tableColumns count="2">' +
      '<tableColumn id="1" name="Net"/><tableColumn id="2" name="Due"><calculatedColumnFormula>_xldudf_INASTI_QUARTERLY(T[[#This Row],[Net]],"principal",2026)</calculatedColumnFormula></tableColumn></tableColumns></table>';
    const rows =
      '<x:row r="1"><x:c r="A1" t="str"><x:v>Net</x:v></x:c><x:c r="B1" t="str"><x:v>Due</x:v></x:c></x:row>' +
      '<x:row r="2"><x:c r="A2"><x:v>40000</x:v></x:c><x:c r="B2"><x:f>_xldudf_INASTI_QUARTERLY(T[[#This Row],[Net]],"principal",2026)</x:f><x:v>2050</x:v></x:c>' +
      '<x:c r="C2"><x:f t="shared" ref="C2:C3" si="0">[2]!_xldudf_INASTI_QUARTERLY(A2,"principal",2026)&amp;"&lt;"</x:f><x:v>1</x:v></x:c></x:row>' +
      '<x:row r="3"><x:c r="A3"><x:v>30000</x:v></x:c><x:c r="C3"><x:f t="shared" si="0"/><x:v>1</x:v></x:c></x:row>';
    const bytes = workbook("", {
      [sheetPart]: `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheetData>${rows}</x:sheetData><x:tableParts count="1"><x:tablePart r:id="rId1"/></x:tableParts></x:worksheet>`,
      "xl/worksheets/_rels/sheet1.xml.rels": relations(["table", "../tables/table1.xml"]),
      "xl/tables/table1.xml": table,
    });
    const copy = copyOf(bytes, form);
    expect(text(copy, "xl/tables/table1.xml")).not.toContain("_xldudf_");
    expect(text(copy, sheetPart)).not.toContain("_xldudf_");
    const back = backOf(copy);
    expect(back.left).toEqual([]);
    expect(text(back.bytes, "xl/tables/table1.xml")).toBe(table);
    const [first] = text(back.bytes, sheetPart).split('<x:row r="3">');
    expect(first).toContain('<x:f>_xldudf_INASTI_QUARTERLY(T[[#This Row],[Net]],"principal",2026)</x:f>');
    const formulas = formulasOf(back.bytes);
    expect(formulas["Sheet1!1,2"]).toBe('=INASTI.QUARTERLY(A2,"principal",2026)&"<"');
    expect(formulas["Sheet1!2,2"]).toBe('=INASTI.QUARTERLY(A3,"principal",2026)&"<"');
    // LibreOffice drops the formulas of columns.
    const dropped = text(copy, "xl/tables/table1.xml").replace(
      /<calculatedColumnFormula>.*<\/calculatedColumnFormula>/,
      "",
    );
    const again = backOf(withParts(copy, { "xl/tables/table1.xml": dropped }));
    expect(again.left).toEqual([]);
    expect(text(again.bytes, "xl/tables/table1.xml")).toBe(table);
  });
});

it.each(["classic", "named"] as const)(
  "of XML in any of its notations the %s form is a workbook, and leads back",
  (form) => {
    const call = '_xldudf_INASTI_QUARTERLY(A1,"principal",2026)';
    const bytes = workbook(
      `<row r="1"><c r="A1"><v>40000</v></c><c r="B1" note="a>b"><f note="a>b">${call}</f><v>1</v></c>` +
        `<c r="C1"><f><![CDATA[${call}&"<"]]></f><v>2</v></c><c r="D1"><f>_xldudf_<!-- </f> > -->INASTI_QUARTERLY(A1,"principal",2026)</f><v>3</v></c>` +
        `<c r="E1"><f note="a>b" t="array" ref="E1:E2">A1:A2*${call}</f><v>4</v></c></row><row r="2"><c r="E2"><v>5</v></c></row>`,
    );
    const copy = copyOf(bytes, form);
    expect(text(copy, sheetPart)).toContain('<f note="a>b" t="array" ref="E1:E2">');
    const { left, bytes: again } = backOf(copy);
    expect(left).toEqual([]);
    expect(formulasOf(again)).toEqual(formulasOf(bytes));
    expect(Object.keys(formulasOf(bytes))).toHaveLength(4);
  },
);

it("a sheet of many formulas is done in steps, between which the page may rest", () => {
  const cells = Array.from({ length: 900 }, (_, row) => ({ row, column: 1, formula: QUARTER, value: 1 }));
  const bytes = write({ sheets: [{ name: "S", cells }] }, functions);
  const there = stepsOf(planCopy(bytes, { form: "classic", functions, native: formsOf("classic", { year: 2026 }) }));
  expect(there).toBeGreaterThan(4);
  expect(stepsOf(goBack(copyOf(bytes), { functions }))).toBeGreaterThan(4);
});

const stepsOf = (steps: Iterator<unknown>): number => {
  let count = 0;
  while (steps.next().done !== true) count += 1;
  return count;
};

describe("what is not ours", () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>_xldudf_INASTI_QUARTERLY(A1,"principal",2026)</f><v>2</v></c></row>';

  it("goes on byte for byte, known or not", () => {
    const noise = Uint8Array.from({ length: 999 }, (_, index) => (index * 7919) % 256);
    const bytes = workbook(rows, {
      "xl/vbaProject.bin": noise,
      "xl/media/image1.png": noise,
      "customXml/item1.xml": "<anything xmlns='urn:x'>\r\n <a  b = 'c'/></anything>",
      "xl/externalLinks/externalLink1.xml": "<externalLink/>",
      "xl/pivotTables/pivotTable1.xml": "<pivotTableDefinition/>",
      "xl/theme/theme1.xml": "<a:theme xmlns:a='urn:y'/>",
    });
    const [before, after] = [partsOf(bytes), partsOf(copyOf(bytes))];
    const changed = Object.keys(before).filter(
      (name) => Buffer.compare(before[name]!, after[name] ?? new Uint8Array()) !== 0,
    );
    expect(changed.sort()).toEqual(
      ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", sheetPart].sort(),
    );
    expect(planOf(bytes).hasMacros).toBe(true);
    const cell = /<c r="A1">.*?<\/c>/.exec(text(copyOf(bytes), sheetPart))![0];
    expect(cell).toBe('<c r="A1"><v>1</v></c>');
  });

  it("of another add-in stays beside ours, which goes and comes back", () => {
    const ours = write(
      {
        settings: [["parameterYear", 2026]],
        sheets: [{ name: "S", cells: [{ row: 0, column: 0, formula: QUARTER, value: 1 }] }],
      },
      functions,
    );
    const panes = text(ours, "xl/webextensions/taskpanes.xml");
    const other = panes
      .slice(panes.indexOf("<wetp:taskpane "), panes.lastIndexOf("</wetp:taskpanes>"))
      .replace("rId1", "rId9");
    const bytes = withParts(ours, {
      "xl/webextensions/taskpanes.xml": panes.replace("</wetp:taskpanes>", `${other}</wetp:taskpanes>`),
      "xl/webextensions/_rels/taskpanes.xml.rels": text(ours, "xl/webextensions/_rels/taskpanes.xml.rels").replace(
        "</Relationships>",
        '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2011/relationships/webextension" Target="webextension2.xml"/></Relationships>',
      ),
      "xl/webextensions/webextension2.xml":
        '<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{0}"><we:reference id="other"/></we:webextension>',
    });
    const copy = copyOf(bytes);
    expect(read(copy, functions).book.settings).toBeUndefined();
    expect(text(copy, "xl/webextensions/taskpanes.xml")).toContain("rId9");
    expect(text(copy, "xl/webextensions/taskpanes.xml")).not.toContain('"rId1"');
    expect(read(backOf(copy).bytes, functions).book.settings).toEqual([["parameterYear", 2026]]);
  });

  it("says which formulas beside the cells do not work in the copy", () => {
    const bytes = workbook("", {
      [sheetPart]: sheetXml(
        rows,
        '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>_xldudf_INASTI_QUARTERLY(A1,"principal",2026)&gt;1</formula></cfRule></conditionalFormatting>' +
          '<dataValidations count="1"><dataValidation type="custom" sqref="A2"><formula1>_xldudf_FUND_TOTAL(A2)</formula1></dataValidation></dataValidations>',
      ),
      "xl/workbook.xml": workbookXml(
        '<definedNames><definedName name="Due">_xldudf_INASTI_QUARTERLY(Sheet1!$A$1,"principal",2026)</definedName><definedName name="Rows">_xldudf_INASTI_BATCH(Sheet1!$A$1:$A$2)</definedName></definedNames>',
      ),
    });
    const { others } = planOf(bytes);
    expect(others.map(({ kind, where, native }) => [kind, where, native !== undefined])).toEqual([
      ["name", "Due", true],
      ["name", "Rows", false],
      ["format", "Sheet1", false],
      ["validation", "Sheet1", false],
    ]);
    expect(text(backOf(copyOf(bytes)).bytes, "xl/workbook.xml")).toContain(
      '<definedName name="Due">_xldudf_INASTI_QUARTERLY(Sheet1!$A$1,"principal",2026)</definedName>',
    );
  });
});
