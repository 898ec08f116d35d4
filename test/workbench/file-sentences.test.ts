import english from "../../src/i18n/en/workbench.json";
import { LANGUAGES, reader } from "../../src/i18n";
import { FileRefused, LEFT, LIMITS, read } from "../../src/package";
import { leftSentence, refusedSentence } from "../../src/workbench/file-sentences";
import { loadWorkbenchTexts } from "../../src/workbench/texts";
import { fileOf, sheetXml, workbookXml } from "../package/file";

const KEYS = [
  "encrypted",
  "old-format",
  "binary",
  "no-workbook",
  "damaged",
  "doctype",
  "too-large",
  "too-many-parts",
  "too-many-rows",
  "too-many-cells",
  "too-many-formulas",
  "too-many-styles",
  "too-many-names",
  "sheet-name",
  "long-text",
  "long-formula",
  "long-list",
] as const;

beforeAll(() => Promise.all(LANGUAGES.map(loadWorkbenchTexts)));
afterAll(() => {
  reader.language = "en";
});

test("each reason is one of them", () => {
  expect(Object.keys(english.file.refused).toSorted()).toEqual(KEYS.toSorted());
});

test.each(LANGUAGES)("in %s there is a sentence for each reason and for all that is left out", (language) => {
  reader.language = language;
  const facts = { limit: LIMITS.cells, part: "xl/workbook.xml", sheet: "Cash", cell: "Cash!B2" };
  const sentences = [
    ...KEYS.map((key) => refusedSentence({ key, facts })),
    ...LEFT.map((what) => leftSentence({ what, count: 1_234, sheets: ["Cash", "Fonds"] })),
  ];
  expect(new Set(sentences).size).toBe(KEYS.length + LEFT.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}[^{}]+[.)\w]$/u);
});

test("with the facts in it, as the language writes them", () => {
  reader.language = "fr";
  expect(refusedSentence({ key: "too-many-cells", facts: { limit: 1_000_000 } })).toMatch(
    /plus de 1\s000\s000 cellules/,
  );
  expect(leftSentence({ what: "pictures", count: 2, sheets: ["A", "B"] })).toMatch(/\s: 2 \(A et B\)$/);
  expect(leftSentence({ what: "pictures", count: 2, sheets: [] })).toMatch(/\s: 2$/);
  reader.language = "en";
  expect(refusedSentence({ key: "damaged", facts: { part: "" } })).toBe("This file is damaged and was not opened.");
});

/** The same files that the browser test offers to the page. */
const HOSTILE: Readonly<Record<string, Uint8Array>> = {
  "too-many-rows": fileOf({ "xl/worksheets/sheet1.xml": sheetXml("<row/>".repeat(LIMITS.rows + 1)) }),
  damaged: fileOf({ "xl/worksheets/sheet1.xml": sheetXml("<row><c></row>") }),
  doctype: fileOf({ "xl/workbook.xml": `<!DOCTYPE a [<!ENTITY b "c">]>${workbookXml()}` }),
  "no-workbook": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]),
};

function refusalOf(bytes: Uint8Array): FileRefused {
  try {
    read(bytes, []);
  } catch (error) {
    if (error instanceof FileRefused) return error;
    throw error;
  }
  throw new Error("it was opened");
}

describe.each(Object.entries(HOSTILE))("a hostile file, refused as %s", (key, bytes) => {
  const refusal = refusalOf(bytes);

  test.each(LANGUAGES)("is told in %s, with what is known of it", (language) => {
    reader.language = language;
    expect(refusal.key).toBe(key);
    const sentence = refusedSentence(refusal);
    const { limit, part } = refusal.facts;
    // A million, with the space or the sign that the language has between thousands.
    if (limit !== undefined) expect(sentence).toMatch(/ 1[,.\s]000[,.\s]000 /);
    if (part !== undefined) expect(sentence.endsWith(` ${part}`)).toBe(true);
    expect(sentence).not.toContain("{{");
  });

  test("and in no two languages alike", () => {
    const told = LANGUAGES.map((language) => {
      reader.language = language;
      return refusedSentence(refusal);
    });
    expect(new Set(told).size).toBe(LANGUAGES.length);
  });
});
