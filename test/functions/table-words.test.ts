import { type Language, LANGUAGES, lawName, reader, recordOf } from "../../src/i18n";
import { loadTexts } from "../../src/i18n/load";
import { parameterIds, series } from "../../src/parameters";
import { day } from "../../src/rules/calendar";
import { sourceFunctions } from "../setup/excel";

const functions = sourceFunctions();

beforeAll(() => Promise.all(LANGUAGES.map(loadTexts)));

afterEach(() => {
  reader.language = "en";
});

function tableIn(language: Language, id: string, ...args: unknown[]): string[][] {
  reader.language = language;
  return (functions.get(id)!(...args) as unknown[][]).map((row) =>
    row.map((cell) => String(cell).replaceAll("\u00A0", "~")),
  );
}

const CAREER = [
  [
    [day(2024, 1, 1), "principal"],
    [day(2024, 4, 1), "exempt"],
    [day(2024, 7, 1), "student"],
  ],
  2024,
  [[40_000]],
];

// The words of the rule book are English; whoever reads another language has them in it.
test.each([
  ["en", ["principal", "exempt", "student"]],
  ["fr", ["titre principal", "exempté", "étudiant-indépendant"]],
  ["nl", ["hoofdberoep", "vrijgesteld", "student-zelfstandige"]],
  ["de", ["Hauptberuf", "befreit", "Student-Selbständiger"]],
] as const)("%s: the categories of a career", (language, expected) => {
  const [header, ...rows] = tableIn(language, "INASTI.CAREER", ...CAREER);
  expect(header).toHaveLength(10);
  expect(rows.slice(0, 3).map((row) => row[2])).toEqual(expected);
});

const ELIGIBLE = ["student", "economic", day(2024, 10, 1), 4, 4, null, "low-income", 10_000, 10_000];

test.each([
  ["en", "category", "principal, primostarter, primostarter-artist, spouse-maxi", "student"],
  [
    "fr",
    "Catégorie couverte",
    "titre principal, primostarter, primostarter artiste, conjoint aidant (maxi-statut)",
    "étudiant-indépendant",
  ],
  [
    "nl",
    "Gedekte categorie",
    "hoofdberoep, primostarter, primostarter kunstwerker, meewerkende echtgenoot (maxistatuut)",
    "student-zelfstandige",
  ],
] as const)("%s: the conditions of the bridging right", (language, condition, required, given) => {
  const rows = tableIn(language, "PASSERELLE.ELIGIBLE", ...ELIGIBLE);
  expect(rows[3]!.slice(0, 3)).toEqual([condition, required, given]);
});

test.each(["fr", "nl", "de"] as const)("%s: no word of the rule book is left in the tables", (language) => {
  const ids = [
    "regime",
    "subject-quarters",
    "natural-disaster",
    "bankruptcy",
    "spouse-maxi",
    "low-income",
    "dispense",
    "exempt",
  ];
  const own = new Set(Object.values(recordOf(language).words).flatMap((list) => Object.values(list).flat()));
  const cells = [
    ...tableIn(language, "PASSERELLE.ELIGIBLE", ...ELIGIBLE),
    ...tableIn(language, "INASTI.CAREER", ...CAREER),
  ].flat();
  const words = cells.flatMap((cell) => cell.split(/[,;] /));
  expect(ids.filter((id) => words.includes(id) && !own.has(id))).toEqual([]);
});

test.each([
  ["en", "National Auxiliary Fund"],
  ["fr", "Caisse nationale auxiliaire"],
  ["nl", "Nationale Hulpkas"],
  ["de", "Nationale Hilfskasse"],
] as const)("%s: the fund that has no name of its own", (language, name) => {
  expect(tableIn(language, "FUND.COMPARE", 1000, 2026).at(-1)![0]).toContain(name);
  expect(() => functions.get("FUND.RATE")!(name, 2026)).toThrow(name);
});

test.each([
  ["en", "Royal decree no 38 of 27/07/1967"],
  ["fr", "Arrêté royal n°~38 du 27/07/1967"],
  ["nl", "Koninklijk besluit nr. 38 van 27/07/1967"],
  ["de", "Königlicher Erlass Nr. 38 vom 27.07.1967"],
] as const)("%s: the law of a figure", (language, law) => {
  const rows = tableIn(language, "INASTI.SOURCE", "contributions.rate.bracket1", day(2026, 6, 1));
  expect(rows[1]![1]).toBe(law);
});

const ENGLISH =
  /\b(the|decree|leave|right|reform|as|quoted|by|list|read|since|and|for|with|from|that|fees?|amounts?|years?)\b/i;

test.each(["fr", "nl", "de"] as const)("%s: no source is told in English", (language) => {
  reader.language = language;
  const titles = new Set(parameterIds().flatMap((id) => series(id).map(({ source }) => source.title)));
  const told = [...titles].map((title) => lawName(title).replace("Forum for the Future", ""));
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter((title) => ENGLISH.test(title))).toEqual([]);
});

test.each([
  [
    "fr",
    "Arrêté royal du 17/12/2023 (cotisations de 2024)",
    "Liantis: bijberoep, selon une note de recherche publique du 12/06/2026",
  ],
  [
    "nl",
    "Koninklijk besluit van 17/12/2023 (bijdragen van 2024)",
    "Liantis: bijberoep, volgens een openbare onderzoeksnota van 12/06/2026",
  ],
  [
    "de",
    "Königlicher Erlass vom 17.12.2023 (Beiträge 2024)",
    "Liantis: bijberoep, nach einer öffentlichen Studie vom 12.06.2026",
  ],
] as const)("%s: what an act is about, and how a page was found", (language, act, page) => {
  reader.language = language;
  expect(lawName("Royal decree of 17/12/2023 (contributions of 2024)")).toBe(act);
  expect(lawName("Liantis: bijberoep, as quoted in a public research note of 12/06/2026")).toBe(page);
});
