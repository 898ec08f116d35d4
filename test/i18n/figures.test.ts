import { readFileSync } from "node:fs";
import path from "node:path";
import { figureName, LANGUAGES, reader } from "../../src/i18n";
import { loadFigureNames, loadTexts } from "../../src/i18n/load";
import { parameterIds } from "../../src/parameters";

const OTHERS = LANGUAGES.filter((language) => language !== "en");
/** Cells of the table of rights go by the words for benefit and category. */
const CELLS = /^benefits\.entitlement\./;
const LONGEST = 60;

const namesIn = (language: (typeof LANGUAGES)[number]): Map<string, string> => {
  reader.language = language;
  return new Map(parameterIds().map((id) => [id, figureName(id)]));
};

beforeAll(async () => {
  for (const language of OTHERS) await Promise.all([loadTexts(language), loadFigureNames(language)]);
});

afterEach(() => {
  reader.language = "en";
});

describe.each(LANGUAGES)("the names of the figures in %s", (language) => {
  test("every figure has one of its own, for people", () => {
    const names = namesIn(language);
    expect(names.size).toBeGreaterThan(500);
    for (const [id, name] of names) {
      expect([id, name]).toEqual([id, expect.stringMatching(/^\p{Lu}/u)]);
      // No id, and no word of an id: "bracket1", "from-week-5", "spouse-maxi", "min-share".
      expect([id, name]).toEqual([id, expect.not.stringMatching(/[a-z]\.[a-z]|[a-z]\d|\b[a-z]+(-[a-z]+)*-\d|[{}[\]]/)]);
      if (!CELLS.test(id)) expect([id, name.length <= LONGEST]).toEqual([id, true]);
    }
    expect(new Set(names.values()).size).toBe(names.size);
  });
});

describe.each(OTHERS)("the names of the figures in %s", (language) => {
  test("none is left in English", () => {
    const english = namesIn("en");
    const own = namesIn(language);
    expect([...own].filter(([id, name]) => name === english.get(id))).toEqual([]);
  });

  test("stand for figures that exist, and none for a cell of the table", () => {
    const file = path.join(__dirname, `../../src/i18n/${language}/figures.json`);
    const written = Object.keys(JSON.parse(readFileSync(file, "utf8")) as object);
    expect(written.sort()).toEqual(
      parameterIds()
        .filter((id) => !CELLS.test(id))
        .sort(),
    );
  });
});

test.each([
  ["en", "benefits.caregiver.full", "Caregiver allowance, full interruption"],
  ["fr", "benefits.caregiver.full", "Allocation d’aidant proche, interruption complète"],
  ["nl", "contributions.bracket1.ceiling", "Eerste plafond"],
  ["de", "passerelle.amount.with-dependants", "Überbrückungsrecht, mit Personen zu Lasten"],
  ["en", "benefits.entitlement.birth-leave.spouse-maxi", "Right to birth leave, assisting spouse (maxi statute)"],
  ["nl", "benefits.entitlement.health-care.student", "Recht op geneeskundige verzorging, student-zelfstandige"],
] as const)("in %s, %s is “%s”", (language, id, name) => {
  reader.language = language;
  expect(figureName(id)).toBe(name);
});
