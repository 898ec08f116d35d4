import { LANGUAGES, reader } from "../../src/i18n";
import { LEFT, LIMITS } from "../../src/package";
import { leftSentence, refusedSentence } from "../../src/workbench/file-sentences";
import { loadWorkbenchTexts } from "../../src/workbench/texts";

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
