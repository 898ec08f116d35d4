import { strFromU8, strToU8, zipSync } from "fflate";
import { whyNot } from "../../src/copies";
import { addTexts, type Language, reader } from "../../src/i18n";
import { LANGUAGES } from "../../src/i18n";
import { write } from "../../src/package";
import { Parcel } from "../../src/package/parcel";
import { fileOf, relations, sheetXml, workbookXml } from "../package/file";
import { paneTexts } from "../setup/pane-texts";
import { backOf, copyOf, functions, partsOf, planOf, withParts } from "./workbook";

beforeAll(() => LANGUAGES.forEach((language) => addTexts(language, "pane", paneTexts(language))));

const cells = [
  { row: 0, column: 0, value: 40_000 },
  { row: 0, column: 1, formula: '=INASTI.QUARTERLY(A1,"principal",2026)', value: 2050 },
];
const plain = write({ sheets: [{ name: "Sheet1", cells }] }, functions);

const reasonOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return whyNot(error) ?? `no sentence: ${String(error)}`;
  }
  return "no refusal";
};

const bomb = (): Uint8Array => {
  const bytes = zipSync({ ...partsOf(plain), "xl/media/a.bin": new Uint8Array(60 * 2 ** 20) });
  return bytes;
};

const manySheets = (): Uint8Array =>
  fileOf({
    "xl/workbook.xml": workbookXml(
      "",
      Array.from({ length: 10_000 }, (_, n) => `<sheet name="S${n}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join(""),
    ),
    "xl/_rels/workbook.xml.rels": relations(
      ...Array.from({ length: 10_000 }, (_, n) => ["worksheet", `worksheets/s${n}.xml`] as const),
    ),
    ...Object.fromEntries(
      Array.from({ length: 10_000 }, (_, n) => [`xl/worksheets/s${n}.xml`, n === 0 ? sheetXml("") : "<a/>"]),
    ),
  });

const OLE = (text: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...[...text].flatMap((sign) => [sign.charCodeAt(0), 0]),
  ]);

const sheet = strFromU8(partsOf(plain)["xl/worksheets/sheet1.xml"]!);
const book = strFromU8(partsOf(plain)["xl/workbook.xml"]!);

/** A part more, whose name is other bytes than programs that pack files would write. */
function inNames(name: string, bytes: string): Uint8Array {
  const file = withParts(plain, { [name]: "x" });
  const stands = Buffer.from(name);
  for (let at = Buffer.from(file).indexOf(stands); at >= 0; at = Buffer.from(file).indexOf(stands, at + 1))
    file.set(Buffer.from(bytes, "latin1"), at);
  return file;
}

describe("no copy is made, and the sentence says why", () => {
  it.each<[string, () => Uint8Array, RegExp]>([
    ["a signed workbook", () => withParts(plain, { "_xmlsignatures/sig1.xml": "<Signature/>" }), /digital signature/],
    ["a workbook with a password", () => OLE("EncryptedPackage"), /password/],
    ["a workbook of 97-2003", () => OLE("Workbook"), /97-2003/],
    ["a zip bomb", bomb, /larger than can be copied/],
    ["10,000 sheets", manySheets, /larger than can be copied/],
    [
      "a sheet that is no XML",
      () => withParts(plain, { "xl/worksheets/sheet1.xml": sheet.replace("</row>", "") }),
      /damaged.*sheet1\.xml/,
    ],
    [
      "a document type",
      () => withParts(plain, { "xl/workbook.xml": `<!DOCTYPE x [<!ENTITY a "b">]>${book}` }),
      /damaged/,
    ],
    [
      "relations that are no XML",
      () => withParts(plain, { "xl/_rels/workbook.xml.rels": "<Relationships>" }),
      /damaged/,
    ],
    [
      "a cell with two formulas",
      () => withParts(plain, { "xl/worksheets/sheet1.xml": sheet.replace(/<f>.*<\/f>/, "$&$&") }),
      /damaged.*sheet1\.xml/,
    ],
    [
      "two cells in one place",
      () => withParts(plain, { "xl/worksheets/sheet1.xml": sheet.replace(/<c r="B1".*?<\/c>/, "$&$&") }),
      /damaged.*sheet1\.xml/,
    ],
    [
      "a sheet that no formula can name",
      () => withParts(plain, { "xl/workbook.xml": book.replace('name="Sheet1"', 'name="a/b:[c]*"') }),
      /damaged.*workbook\.xml/,
    ],
    ["a part that leads out of the package", () => withParts(plain, { "xl/../../evil.txt": "x" }), /damaged/],
    ["a part on a disk", () => withParts(plain, { "C:\\evil.txt": "x" }), /damaged/],
    ["a part whose name is no text", () => inNames("xl/evil.txt", "xl/ev\0l.txt"), /damaged/],
    ["a part whose name is no Unicode", () => inNames("xl/evil.txt", "xl/ev\x82l.txt"), /damaged/],
    ["a part that is called as objects keep their kind", () => inNames("prototype", "__proto__"), /damaged/],
    [
      "days from 1904",
      () => withParts(plain, { "xl/workbook.xml": book.replace("<workbookPr/>", '<workbookPr date1904="1"/>') }),
      /1904/,
    ],
    [
      "Strict Open XML",
      () =>
        withParts(plain, {
          "xl/workbook.xml": book.replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
          ),
        }),
      /Strict/,
    ],
    ["a copy", () => copyOf(plain), /already/],
    [
      "nothing of ours",
      () => write({ sheets: [{ name: "S", cells: cells.slice(0, 1) }] }, functions),
      /no formula of ours/,
    ],
    ["no workbook", () => strToU8("hello"), /no workbook/],
    ["half a file", () => plain.slice(0, plain.length - 200), /no workbook|damaged/],
    [
      "a name that the copy needs",
      () => write({ names: [{ name: "INASTI.QUARTERLY", formula: "=1" }], sheets: [{ name: "S", cells }] }, functions),
      /INASTI\.QUARTERLY/,
    ],
  ])("%s", (_, make, sentence) => {
    reader.language = "en";
    const bytes = make();
    const given = bytes.slice();
    expect(reasonOf(() => copyOf(bytes, "named"))).toMatch(sentence);
    expect(Buffer.compare(bytes, given)).toBe(0);
  });

  it("in each language", () => {
    const said = LANGUAGES.map((language: Language) => {
      reader.language = language;
      return reasonOf(() => planOf(withParts(plain, { "_xmlsignatures/sig1.xml": "<Signature/>" })));
    });
    reader.language = "en";
    expect(new Set(said).size).toBe(LANGUAGES.length);
  });
});

it("nothing leads back from a workbook that is no copy", () => {
  expect(reasonOf(() => backOf(plain))).toMatch(/no copy made by Statut Social/);
});

test("what could not be read again is not written", () => {
  const parcel = new Parcel(plain);
  parcel.write("xl/worksheets/sheet1.xml", " ".repeat(51 * 2 ** 20));
  expect(reasonOf(() => parcel.bytes())).toBe("The workbook is larger than can be copied here.");
});
