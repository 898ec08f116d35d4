import { zipSync } from "fflate";

import { FileRefused, LIMITS, read } from "../../src/package";
import { FUNCTIONS } from "./book";
import { fileOf, partsOf, relations, sheetXml, workbookXml } from "./file";

/** What the file is refused with. */
function refusal(bytes: Uint8Array): FileRefused {
  try {
    read(bytes, FUNCTIONS);
  } catch (error) {
    if (error instanceof FileRefused) return error;
    throw error;
  }
  throw new Error("the file was read");
}

const sheet = (rows: string, after = "") => fileOf({ "xl/worksheets/sheet1.xml": sheetXml(rows, after) });
const SHEET = "xl/worksheets/sheet1.xml";

test("the smallest workbook is read", () => {
  expect(read(fileOf(), FUNCTIONS)).toEqual({
    book: { sheets: [{ name: "Sheet1", cells: [{ row: 0, column: 0, value: 1 }] }] },
    left: [],
  });
});

/** Has another size in the file's directory, and before the part itself. */
function saying(bytes: Uint8Array, real: number, said: number): Uint8Array {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at++) if (view.getUint32(at, true) === real) view.setUint32(at, said, true);
  return bytes;
}

/** The same with less of it, so that it is soon there. */
function within<Result>(limits: Partial<Record<keyof typeof LIMITS, number>>, work: () => Result): Result {
  const real = { ...LIMITS };
  try {
    Object.assign(LIMITS, limits);
    return work();
  } finally {
    Object.assign(LIMITS, real);
  }
}

test("a file may hold this much", () => {
  expect(LIMITS).toEqual({
    bytes: 200 * 1_024 * 1_024,
    partBytes: 50 * 1_024 * 1_024,
    parts: 2_000,
    rows: 1_000_000,
    cells: 1_000_000,
    styles: 64_000,
    names: 20_000,
    characters: 100_000_000,
  });
});

/** The same zip as writers have it that keep room for sizes beyond 4 GB. */
function inEightBytes(bytes: Uint8Array): Uint8Array {
  const given = Buffer.from(bytes);
  const end = given.length - 22;
  const from = given.readUInt32LE(end + 16);
  const entries: Buffer[] = [];
  for (let at = from; at < end;) {
    const length = 46 + given.readUInt16LE(at + 28);
    const entry = Buffer.concat([given.subarray(at, at + length), Buffer.alloc(28)]);
    entry.writeUInt16LE(28, 30);
    entry.writeUInt16LE(1, length);
    entry.writeUInt16LE(24, length + 2);
    for (const [index, place] of [24, 20, 42].entries()) {
      entry.writeBigUInt64LE(BigInt(entry.readUInt32LE(place)), length + 4 + index * 8);
      entry.writeUInt32LE(0xffffffff, place);
    }
    entries.push(entry);
    at += length + given.readUInt16LE(at + 30) + given.readUInt16LE(at + 32);
  }
  return Buffer.concat([given.subarray(0, from), ...entries, given.subarray(end)]);
}

test("sizes that stand in eight bytes are read, and count", () => {
  const bytes = fileOf();
  expect(read(inEightBytes(bytes), FUNCTIONS)).toEqual(read(bytes, FUNCTIONS));
  const large = saying(fileOf({ "xl/bomb.xml": "x".repeat(98_765) }), 98_765, LIMITS.partBytes + 1);
  expect(refusal(inEightBytes(large))).toMatchObject({ key: "too-large", facts: { limit: 50 } });
});

describe("a bomb", () => {
  test("of one large part is refused by what it says", () => {
    const file = saying(fileOf({ "xl/bomb.xml": "x".repeat(98_765) }), 98_765, LIMITS.partBytes + 1);
    expect(refusal(file)).toMatchObject({ key: "too-large", facts: { limit: 50 } });
  });

  test("of many parts is refused by their sum", () => {
    const part = "x".repeat(98_765);
    const file = saying(fileOf({ a: part, b: part, c: part, d: part, e: part }), 98_765, 41 * 2 ** 20);
    expect(refusal(file)).toMatchObject({ key: "too-large", facts: { limit: 200 } });
  });

  test("that says it is small is stopped where it is more", () => {
    const large = 60 * 2 ** 20 + 1;
    const file = saying(fileOf({ [SHEET]: new Uint8Array(large) }), large, 10);
    const before = process.memoryUsage().arrayBuffers;
    expect(refusal(file)).toMatchObject({ key: "damaged", facts: { part: SHEET } });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(large / 2);
  });

  test("of too many parts is refused", () => {
    const many = Object.fromEntries(Array.from({ length: LIMITS.parts }, (_, index) => [`p${index}`, ""]));
    expect(refusal(fileOf(many))).toMatchObject({ key: "too-many-parts", facts: { limit: 2_000 } });
  });

  test("of one part that many sheets show is refused", () => {
    const sheets = Array.from(
      { length: 10_000 },
      (_, index) => `<sheet name="S${index}" sheetId="${index + 1}" r:id="rId1"/>`,
    );
    expect(refusal(fileOf({ "xl/workbook.xml": workbookXml("", sheets.join("")) })).key).toBe("damaged");
  });

  test.each(["comments", "drawing"])("of one part that a sheet names many times as its %s is refused", (type) => {
    const file = fileOf({
      "xl/worksheets/_rels/sheet1.xml.rels": relations([type, "../beside.xml"], [type, "../beside.xml"]),
      "xl/beside.xml": "<x/>",
    });
    expect(refusal(file)).toMatchObject({ key: "damaged", facts: { part: "xl/beside.xml" } });
  });

  test("of one long formula with calls in calls is refused", () => {
    const formula = `${"_xlfn.SINGLE(".repeat(5_000)}1${")".repeat(5_000)}`;
    expect(refusal(sheet(`<row r="1"><c><f>${formula}</f><v>0</v></c></row>`)).key).toBe("damaged");
  });

  test("of one long text that all cells show is refused", () => {
    const cells = Array.from({ length: 40 }, () => '<c t="s"><v>0</v></c>').join("");
    const bytes = fileOf({
      [SHEET]: sheetXml(`<row r="1">${cells}</row>`),
      "xl/sharedStrings.xml": `<sst><si><t>${"x".repeat(32_767)}</t></si></sst>`,
    });
    expect(within({ characters: 1_000_000 }, () => refusal(bytes)).key).toBe("too-large");
  });

  test("of one long formula that all cells share is refused", () => {
    const cells = Array.from({ length: 140 }, () => '<c><f t="shared" si="0"/><v>0</v></c>').join("");
    const first = `<c><f t="shared" si="0" ref="A1:Z1">${"1+".repeat(4_000)}1</f><v>0</v></c>`;
    const bytes = sheet(`<row r="1">${first}${cells}</row>`);
    expect(within({ characters: 1_000_000 }, () => refusal(bytes)).key).toBe("too-large");
  });

  test("of arrays over whole sheets is refused", () => {
    const arrays = ["A1", "B1"].map(
      (cell) => `<c r="${cell}" cm="1"><f t="array" ref="${cell}:${cell[0]}1048576">1</f><v>1</v></c>`,
    );
    const last = '<row r="900"><c r="C900"><v>1</v></c></row>';
    const bytes = sheet(`<row r="1">${arrays.join("")}</row>${last}`);
    expect(within({ cells: 1_000 }, () => refusal(bytes)).key).toBe("too-many-cells");
  });
});

test("more rows than a page can show are refused", () => {
  const refused = within({ rows: 1_000 }, () => refusal(sheet('<row r="1"/>'.repeat(1_001))));
  expect(refused).toMatchObject({ key: "too-many-rows", facts: { limit: 1_000 } });
});

test("more cells than a page can hold are refused", () => {
  const row = `<row>${"<c><v>1</v></c>".repeat(1_000)}</row>`;
  const refused = within({ cells: 10_000 }, () => refusal(sheet(row.repeat(11))));
  expect(refused).toMatchObject({ key: "too-many-cells", facts: { limit: 10_000 } });
});

test("more styles, or more names, than Excel knows are refused", () => {
  const styles = `<styleSheet><cellXfs>${'<xf numFmtId="0"/>'.repeat(LIMITS.styles + 1)}</cellXfs></styleSheet>`;
  expect(refusal(fileOf({ "xl/styles.xml": styles })).key).toBe("too-many-styles");
  const names = '<definedName name="x">1</definedName>'.repeat(LIMITS.names + 1);
  expect(refusal(fileOf({ "xl/workbook.xml": workbookXml(`<definedNames>${names}</definedNames>`) })).key).toBe(
    "too-many-names",
  );
});

describe("what is no workbook", () => {
  const ole = (text: string) => {
    const wide = [...text].flatMap((sign) => [sign.charCodeAt(0), 0]);
    return Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Array<number>(600).fill(0),
      ...wide,
    ]);
  };

  test.each([
    ["a file with a password", ole("EncryptedPackage"), "encrypted"],
    ["a workbook from before 2007", ole("Workbook"), "old-format"],
    ["a text", new TextEncoder().encode("a;b;c"), "no-workbook"],
    ["nothing", new Uint8Array(), "no-workbook"],
    ["a document", zipSync({ "word/document.xml": new Uint8Array([1]) }), "no-workbook"],
    [
      "a binary workbook",
      fileOf({ "_rels/.rels": relations(["officeDocument", "xl/workbook.bin"]), "xl/workbook.bin": "x" }),
      "binary",
    ],
    ["a workbook without sheets", fileOf({ "xl/workbook.xml": workbookXml("", "") }), "no-workbook"],
  ])("%s", (_, bytes, key) => {
    expect(refusal(bytes).key).toBe(key);
  });

  test("a zip with a password", () => {
    const bytes = fileOf();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 4 <= bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    expect(refusal(bytes).key).toBe("encrypted");
  });
});

describe("a damaged file", () => {
  test("that ends too early, or has another byte somewhere, is never read as another", () => {
    const bytes = fileOf({ [SHEET]: sheetXml('<row r="1"><c r="A1"><v>12345</v></c></row>'.padEnd(3_000, " ")) });
    const whole = read(bytes, FUNCTIONS);
    for (let at = 0; at < bytes.length; at += 7) {
      expect(["no-workbook", "damaged"]).toContain(refusal(bytes.subarray(0, at)).key);
      const other = bytes.slice();
      other[at]! ^= 0xff;
      try {
        expect(read(other, FUNCTIONS)).toEqual(whole);
      } catch (error) {
        expect(error).toBeInstanceOf(FileRefused);
      }
    }
  });

  test.each([
    ["a tag that is not closed", "<row><c><v>1</v></c>"],
    ["tags that cross", "<row><c><v>1</c></v></row>"],
    ["an attribute without quotes", "<row r=1></row>"],
    ["an attribute twice", '<row r="1" r="2"></row>'],
    ["an entity that nobody declared", "<row><c><v>&money;</v></c></row>"],
    ["an ampersand alone", "<row><c><v>1 & 2</v></c></row>"],
    ["a sign that XML does not have", "<row><c><v>\u0002</v></c></row>"],
    ["the number of such a sign", "<row><c><v>&#2;</v></c></row>"],
    ["a depth without end", "<x>".repeat(300) + "</x>".repeat(300)],
    ["a number that is none", "<row><c><v>1e999</v></c></row>"],
    ["a shared text that is not there", '<row><c t="s"><v>7</v></c></row>'],
    ["a cell that no sheet has", '<row><c r="XFE1"><v>1</v></c></row>'],
    ["a row that no sheet has", '<row r="1048577"><c><v>1</v></c></row>'],
    ["a shared formula without its first", '<row><c><f t="shared" si="1"/><v>1</v></c></row>'],
    ["an array that begins elsewhere", '<row r="1"><c r="A1"><f t="array" ref="B1:B2">1</f><v>1</v></c></row>'],
  ])("with %s", (_, rows) => {
    expect(refusal(sheet(rows)).key).toBe("damaged");
  });

  test("whose text is no Unicode, or whose part is missing", () => {
    expect(refusal(fileOf({ [SHEET]: new Uint8Array([0xff, 0x3c, 0x80]) })).key).toBe("damaged");
    expect(refusal(fileOf({ [SHEET]: null })).key).toBe("damaged");
  });

  test("with two parts of one name", () => {
    expect(refusal(zipSync({ ...partsOf(), [SHEET.toUpperCase()]: new Uint8Array([1]) })).key).toBe("damaged");
  });
});

test.each([SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"])(
  "a document type in %s is refused",
  (part) => {
    const lol = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>';
    expect(refusal(fileOf({ [part]: lol }))).toMatchObject({ key: "doctype", facts: { part } });
  },
);

test("texts that look like pages and programs stay texts, in names of sheets, notes, names and cells", () => {
  const evil = "&lt;img src=x onerror=alert(1)&gt;";
  const plain = "<img src=x onerror=alert(1)>";
  const { book } = read(
    fileOf({
      "xl/workbook.xml": workbookXml(
        "<definedNames><definedName name='__proto__'>1</definedName><definedName name='constructor'>2</definedName></definedNames>",
        `<sheet name="${evil}" sheetId="1" r:id="rId1"/>`,
      ),
      [SHEET]: sheetXml(`<row><c t="inlineStr"><is><t>${evil}</t></is></c><c t="str"><v>__proto__</v></c></row>`),
      "xl/worksheets/_rels/sheet1.xml.rels": relations(["comments", "../comments1.xml"]),
      "xl/comments1.xml": `<comments><authors><author>${evil}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>${evil}</t></text></comment></commentList></comments>`,
    }),
    FUNCTIONS,
  );
  expect(book.sheets[0]).toMatchObject({
    name: plain,
    cells: [{ value: plain }, { value: "__proto__" }],
    notes: [{ text: plain, author: plain }],
  });
  expect(book.names).toEqual([
    { name: "__proto__", formula: "=1" },
    { name: "constructor", formula: "=2" },
  ]);
  expect(({} as Record<string, unknown>)["name"]).toBeUndefined();
});

test("formulas that reach outside leave their value, and are told with their sheet", () => {
  const cell = (address: string, formula: string) => `<c r="${address}"><f>${formula}</f><v>5</v></c>`;
  const { book, left } = read(
    fileOf({
      "xl/workbook.xml": workbookXml(
        '<definedNames><definedName name="Far">[1]Sheet1!$A$1</definedName></definedNames>',
      ),
      [SHEET]: sheetXml(
        `<row r="1">${cell("A1", "[1]Sheet1!A1*2")}${cell("B1", "_xlfn.WEBSERVICE(&quot;https://example.org&quot;)")}${cell("C1", "cmd|'/c calc'!A0")}${cell("D1", "A1*2")}</row>`,
      ),
      "xl/externalLinks/externalLink1.xml": "<x/>",
      "xl/vbaProject.bin": "x",
      "xl/pivotTables/pivotTable1.xml": "<x/>",
    }),
    FUNCTIONS,
  );
  expect(book.names).toBeUndefined();
  expect(book.sheets[0]!.cells.map(({ formula, value }) => [formula, value])).toEqual([
    [undefined, 5],
    [undefined, 5],
    [undefined, 5],
    ["=A1*2", 5],
  ]);
  expect(left).toEqual([
    { what: "pivot-tables", count: 1, sheets: [] },
    { what: "macros", count: 1, sheets: [] },
    { what: "external-links", count: 3, sheets: ["Sheet1"] },
    { what: "outside-formulas", count: 2, sheets: ["Sheet1"] },
  ]);
});
