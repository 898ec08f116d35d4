import { readFileSync } from "node:fs";

import { read } from "../../src/package";
import { FUNCTIONS } from "./book";
import { fileOf, relations, sheetXml, workbookXml } from "./file";

const SHEET = "xl/worksheets/sheet1.xml";
const opened = (parts: Parameters<typeof fileOf>[0]) => read(fileOf(parts), FUNCTIONS);
const cellsOf = (rows: string, parts: Parameters<typeof fileOf>[0] = {}) =>
  opened({ [SHEET]: sheetXml(rows), ...parts }).book.sheets[0]!.cells;
const styles = (inner: string) => `<styleSheet>${inner}</styleSheet>`;

test("cells without addresses stand one beside the other, and rows below one another", () => {
  expect(cellsOf('<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>')).toEqual([
    { row: 0, column: 0, value: 1 },
    { row: 0, column: 2, value: 2 },
    { row: 0, column: 3, value: 3 },
    { row: 1, column: 0, value: 4 },
  ]);
});

test("every kind of cell", () => {
  const rows = `<row>
    <c t="s"><v>0</v></c><c t="s"><v> 1 </v></c><c t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> runs</t></r></is></c>
    <c t="str"><f>"a"</f><v>a_x000D_&#10;b</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-01-01T12:00:00</v></c>
    <c t="n"><v>1.5E3</v></c><c><f>1/3</f></c><c/></row>`;
  const texts =
    "<sst><si><t><![CDATA[<b> & ]]></t></si><si><r><rPr><b/></rPr><t>rich</t></r><r><t> text</t></r><rPh><t>said</t></rPh></si></sst>";
  expect(cellsOf(rows, { "xl/sharedStrings.xml": texts }).map(({ formula, value }) => formula ?? value)).toEqual([
    "<b> & ",
    "rich text",
    "in runs",
    '="a"',
    true,
    { error: "#N/A" },
    46_023.5,
    1_500,
    "=1/3",
  ]);
  expect(cellsOf('<row><c t="str"><v>a_x000D_&#10;b</v></c></row>')[0]!.value).toBe("a\r\nb");
});

test("whatever prefix a program chose, and both editions of the standard", () => {
  const prefixed = (xml: string) =>
    xml
      .replace(/<(\/?)(?=[a-z])/gi, "<$1s:")
      .replace('xmlns="', 'xmlns:s="')
      .replace(/ r:id=/g, " q:id=")
      .replace("xmlns:r=", "xmlns:q=");
  const strict = (xml: string) =>
    xml.replaceAll(
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships",
    );
  expect(
    opened({
      "_rels/.rels": strict(relations(["officeDocument", "/xl/workbook.xml"])),
      "xl/workbook.xml": strict(prefixed(workbookXml())),
      "xl/_rels/workbook.xml.rels": strict(relations(["worksheet", "/xl/worksheets/sheet1.xml"])),
      [SHEET]: prefixed(sheetXml("<row><c><v>7</v></c></row>")),
    }).book.sheets[0]!.cells,
  ).toEqual([{ row: 0, column: 0, value: 7 }]);
});

test("formulas that cells share, arrays that fill, and arrays of a fixed size", () => {
  const { book, left } = opened({
    [SHEET]: sheetXml(
      `<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1</f><v>1</v></c>
        <c r="E1" cm="1"><f t="array" ref="E1:E2">_xldudf_INASTI_BATCH(B1:B2)</f><v>5</v></c>
        <c r="G1"><f t="array" ref="G1:G2">B1:B2*2</f><v>8</v></c><c r="H1"><f t="array" ref="H1">SUM(B1:B2*2)</f><v>8</v></c></row>
       <row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="E2"><v>6</v></c><c r="F2"><v>7</v></c><c r="G2"><v>9</v></c></row>`,
    ),
  });
  expect(book.sheets[0]!.cells).toEqual([
    { row: 0, column: 0, value: 1, formula: "=B1*$C$1" },
    { row: 0, column: 4, value: 5, formula: "=INASTI.BATCH(B1:B2)", spill: { rows: 2, columns: 1 } },
    { row: 0, column: 6, value: 8, formula: "=B1:B2*2", spill: { rows: 2, columns: 1 } },
    { row: 0, column: 7, value: 8, formula: "=SUM(B1:B2*2)" },
    { row: 1, column: 0, value: 2, formula: "=B2*$C$1" },
    { row: 1, column: 4, value: 6, spilled: true },
    { row: 1, column: 5, value: 7 },
    { row: 1, column: 6, value: 9, spilled: true },
  ]);
  expect(left).toEqual([{ what: "fixed-arrays", count: 1, sheets: ["Sheet1"] }]);
});

test("days that count from 1904 become days that count from 1900, durations and numbers not", () => {
  const { book, left } = opened({
    "xl/workbook.xml": workbookXml().replace("<sheets>", '<workbookPr date1904="1"/><sheets>'),
    [SHEET]: sheetXml('<row><c s="1"><v>0</v></c><c s="2"><v>0.5</v></c><c><v>3</v></c></row>'),
    "xl/styles.xml": styles('<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="46"/></cellXfs>'),
  });
  // 1 January 1904.
  expect(book.sheets[0]!.cells.map(({ value }) => value)).toEqual([1_462, 0.5, 3]);
  expect(left).toEqual([{ what: "days-1904", count: 1, sheets: ["Sheet1"] }]);
});

test("colours of the theme, lighter and darker, and of the old palette", () => {
  const fill = (colour: string) => `<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill>`;
  const { book } = opened({
    "xl/_rels/workbook.xml.rels": relations(
      ["worksheet", "worksheets/sheet1.xml"],
      ["styles", "styles.xml"],
      ["theme", "theme/theme1.xml"],
    ),
    "xl/theme/theme1.xml":
      '<a:theme xmlns:a="x"><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>',
    "xl/styles.xml": styles(
      `<fonts><font/><font><color theme="1"/></font></fonts><fills>${["theme='4'", "theme='4' tint='0.7999816888943144'", "theme='0' tint='-0.249977111117893'", "indexed='10'", "rgb='FF123456'"].map(fill).join("")}</fills>` +
        `<cellXfs><xf fillId="9"/>${[0, 1, 2, 3, 4].map((id) => `<xf fillId="${id}" fontId="1"/>`).join("")}</cellXfs>`,
    ),
    [SHEET]: sheetXml(`<row>${[1, 2, 3, 4, 5].map((s) => `<c s="${s}"/>`).join("")}</row>`),
  });
  // As Excel shows “Blue, Accent 1, Lighter 80%” and “White, Background 1, Darker 25%”.
  const near = [/^#4472C4$/, /^#D[89A]E[123]F[234]$/, /^#BFBFBF$/, /^#FF0000$/, /^#123456$/];
  book.styles!.forEach(({ fill: found, ...rest }, index) => {
    expect(found).toMatch(near[index]!);
    expect(rest).toEqual({});
  });
});

test("what a sheet has that a book has not is told with its sheet", () => {
  const anchor = (inner: string) =>
    `<oneCellAnchor><from><col>1</col><row>2</row></from><ext cx="1219200" cy="381000"/>${inner}</oneCellAnchor>`;
  const chart = (inner: string) => `<chartSpace><chart><plotArea>${inner}</plotArea></chart></chartSpace>`;
  const bars =
    "<barChart><ser><tx><strRef><f>Sheet1!$B$1</f><strCache><pt><v>Cash</v></pt></strCache></strRef></tx><val><numRef><f>Sheet1!$B$2:$B$3</f></numRef></val></ser></barChart>";
  const { book, left } = opened({
    [SHEET]: sheetXml(
      '<row r="1"><c r="A1" vm="1" t="e"><v>#VALUE!</v></c><c r="B1"><f t="dataTable" ref="B1:B2"/><v>1</v></c><c r="C1"><f>SUM(Clients[Income])</f><v>2</v></c></row>',
      `<sheetProtection sheet="1"/><autoFilter ref="A1:B2"/><conditionalFormatting sqref="A1"/><conditionalFormatting sqref="A2"/>
       <dataValidations><dataValidation type="whole" sqref="A1"/></dataValidations><hyperlinks><hyperlink ref="A1"/></hyperlinks>
       <headerFooter><oddHeader>&amp;C&amp;&quot;Arial&quot;&amp;12&amp;A</oddHeader><oddFooter>&amp;CPage &amp;P of the client</oddFooter></headerFooter><drawing r:id="rId1"/><tableParts><tablePart r:id="rId3"/></tableParts>
       <extLst><ext><sparklineGroups><sparklineGroup/></sparklineGroups></ext></extLst>`,
    ),
    "xl/worksheets/_rels/sheet1.xml.rels": relations(
      ["drawing", "../drawings/drawing1.xml"],
      ["comments", "../comments1.xml"],
    ),
    "xl/comments1.xml":
      '<comments><authors><author>tc={1}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>[Threaded comment] hello</t></text></comment></commentList></comments>',
    "xl/drawings/drawing1.xml": `<wsDr xmlns:r="x">${[1, 2].map((id) => anchor(`<graphicFrame><chart r:id="rId${id}"/></graphicFrame>`)).join("")}${anchor("<pic/>")}</wsDr>`,
    "xl/drawings/_rels/drawing1.xml.rels": relations(
      ["chart", "../charts/chart1.xml"],
      ["chart", "../charts/chart2.xml"],
    ),
    "xl/charts/chart1.xml": chart("<pieChart/>"),
    "xl/charts/chart2.xml": chart(bars),
    "xl/webextensions/webextension1.xml":
      '<webextension><reference id="wa104381411"/><properties><property name="parameterYear" value="1"/></properties></webextension>',
  });
  expect(Object.fromEntries(left.map(({ what, count }) => [what, count]))).toEqual({
    charts: 1,
    pictures: 1,
    tables: 1,
    "table-formulas": 1,
    filters: 1,
    "conditional-formats": 2,
    validations: 1,
    links: 1,
    protection: 1,
    sparklines: 1,
    threads: 1,
    "data-types": 1,
    "data-tables": 1,
    headers: 1,
    "add-ins": 1,
  });
  expect(book.settings).toBeUndefined();
  expect(book.sheets[0]!.charts).toEqual([
    {
      kind: "column",
      title: "",
      series: [{ name: "Cash", values: "Sheet1!$B$2:$B$3" }],
      place: { row: 2, column: 1, rows: 2, columns: 2 },
    },
  ]);
  expect(book.sheets[0]!.cells.map(({ formula, value }) => formula ?? value)).toEqual([{ error: "#VALUE!" }, 1, 2]);
});

test("lists that Excel keeps among its extensions, for they stand on another sheet", () => {
  const { book } = opened({
    [SHEET]: sheetXml(
      "",
      '<extLst><ext xmlns:x14="x" xmlns:xm="y"><x14:dataValidations><x14:dataValidation type="list" showErrorMessage="1"><x14:formula1><xm:f>Other!$A$1:$A$4</xm:f></x14:formula1><xm:sqref>B2:B9 D2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
    ),
  });
  expect(book.sheets[0]!.lists).toEqual([
    {
      areas: [
        { row: 1, column: 1, rows: 8, columns: 1 },
        { row: 1, column: 3, rows: 1, columns: 1 },
      ],
      values: "=Other!$A$1:$A$4",
      strict: true,
    },
  ]);
});

test("a sheet that is only a chart is told, and the names of the sheets after it still find theirs", () => {
  const { book, left } = opened({
    "xl/workbook.xml": workbookXml(
      '<definedNames><definedName name="Local" localSheetId="1">1</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">Sheet1!$A$1:$B$2</definedName></definedNames>',
      '<sheet name="Chart" sheetId="2" r:id="rId2"/><sheet name="Sheet1" sheetId="1" r:id="rId1"/>',
    ),
    "xl/_rels/workbook.xml.rels": relations(
      ["worksheet", "worksheets/sheet1.xml"],
      ["chartsheet", "chartsheets/sheet1.xml"],
    ),
  });
  expect(book.names).toEqual([{ name: "Local", formula: "=1", sheet: 0 }]);
  expect(book.sheets.map(({ name, print }) => [name, print])).toEqual([
    ["Sheet1", { area: { row: 0, column: 0, rows: 2, columns: 2 } }],
  ]);
  expect(left).toEqual([{ what: "other-sheets", count: 1, sheets: ["Chart"] }]);
});

/** Made by LibreOffice 7.4 from the file beside it: `soffice --headless --convert-to xlsx libreoffice.fods`. */
test("a workbook of LibreOffice", () => {
  const { book, left } = read(readFileSync("test/package/fixtures/libreoffice.xlsx"), FUNCTIONS);
  const [sheet] = book.sheets;
  expect(sheet!.name).toBe("Client's list");
  expect(sheet!.cells.map(({ formula, value }) => (formula === undefined ? value : [formula, value]))).toEqual([
    "Client",
    "Income",
    "Day",
    "<b>Éva & C°</b>",
    40_000.5,
    46_054,
    ["=B2*rate", 800.01],
    "merged",
    ["=1/0", { error: "#DIV/0!" }],
    ['=ifs(B2>1,"yes",TRUE(),"no")', "yes"],
    // It does not know the function, and calculated anew what it made of the other format.
    ["=INASTI.QUARTERLY(B2)", { error: "#NAME?" }],
    ["=B2:B3*2", 80_001],
    0,
  ]);
  const styleAt = (row: number, column: number) =>
    book.styles![sheet!.cells.find((cell) => cell.row === row && cell.column === column)!.style!];
  expect(styleAt(0, 0)).toEqual({ bold: true, colour: "#FFFFFF", fill: "#1F4E79" });
  expect(styleAt(1, 2)).toEqual({ format: "dd/mm/yyyy" });
  expect(sheet!.merged).toEqual([{ row: 2, column: 0, rows: 1, columns: 2 }]);
  expect(sheet!.columns).toEqual([{ from: 0, to: 0, width: 30.65 }]);
  expect(sheet!.notes).toEqual([{ row: 0, column: 1, text: "A note, with runs", author: "Ann" }]);
  expect(book.names).toEqual([
    { name: "incomes", formula: "='Client''s list'!$B$2:$B$9" },
    { name: "rate", formula: "=0.02" },
  ]);
  expect(left).toEqual([{ what: "fixed-arrays", count: 1, sheets: ["Client's list"] }]);
});
