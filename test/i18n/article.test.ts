import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { articleName, LANGUAGES, reader } from "../../src/i18n";
import { loadTexts } from "../../src/i18n/load";
import { parameterIds, series } from "../../src/parameters";
import { root } from "../tools/tool";
import { OTHERS } from "./all-texts";

beforeAll(() => Promise.all(LANGUAGES.map(loadTexts)));

afterEach(() => {
  reader.language = "en";
});

/** Articles as the rules name them in their strings. */
const OF_RULES = /"((?:AR|PL|L|AM)(?:X|\d+)? \d[^"\n]*)"/g;

const articles = new Set([
  ...parameterIds().flatMap((id) => series(id).map(({ source }) => source.article)),
  ...readdirSync(path.join(root, "src/rules"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      [...readFileSync(path.join(root, "src/rules", file), "utf8").matchAll(OF_RULES)].map(([, article]) => article!),
    ),
]);
articles.delete("");

const NUMBER = String.raw`\d+(bis|ter|quater|quinquies|sexies)?(/\d+)?`;
/** What a citation may be made of. */
const PIECES = {
  fr: String.raw`AR|AM|n° (38|72)|loi(-programme)?( \(I\))?|du|art\.|§§?|al\.|dernier|à|1er(/1)?|texte antérieur à l’AR|état de|(modifié|remplacé) par la|titulaires selon|modifiant|via|exclu|note \(\d\) :|numac`,
  nl: String.raw`KB|MB|nr\. (38|72)|(programma)?wet( \(I\))?|van|art\.|§§?|lid|laatste|tot en met|tekst vóór het|stand|(gewijzigd|vervangen) door de|gerechtigden volgens|tot wijziging van|via|uitgesloten|noot \(\d\):`,
  de: String.raw`KE|ME|Nr\. (38|72)|(Programmg|G)esetz( \(I\))?|vom|Art\.|§§?|Abs\.|letzter|bis|Text vor dem|Stand|(abgeändert|ersetzt) durch das|Berechtigte nach|zur Abänderung von|über|ausgeschlossen|Anmerkung \(\d\):`,
} as const;

/** What a citation has beside these, numbers, days and signs. */
const besides = (language: (typeof OTHERS)[number], text: string): string =>
  text
    .replaceAll("\u00A0", " ")
    .replace(
      new RegExp(
        String.raw`(?<![\p{L}\d])(?:${PIECES[language]}|numac|\d{10}|\d\d[/.]\d\d[/.]\d{4}|${NUMBER}°?|[a-z](/\d)?\))(?![\p{L}\d])`,
        "gu",
      ),
      "",
    )
    .replace(/[(),;\s]/g, "");

test.each(OTHERS)("in %s every article is cited without a word of another language", (language) => {
  reader.language = language;
  expect(articles.size).toBeGreaterThan(250);
  const cited = [...articles].map((article) => articleName(article));
  expect(cited.filter((text) => besides(language, text) !== "")).toEqual([]);
  expect(cited.filter((text) => /[,;]\s*[,;]|\s,|§(?![§\u00A0])/.test(text))).toEqual([]);
});

test("English keeps to the notation of docs/abbreviations.md", () => {
  expect(articleName("AR38 12 §1bis al. 2; 14 §1")).toBe("AR38 12 §1bis al. 2; 14 §1");
});

test.each([
  ["fr", "AR38 12 §1", "AR n° 38, art. 12, § 1er"],
  [
    "fr",
    "AR38 11 §3 al. 6 (text before the royal decree of 23/12/2021)",
    "AR n° 38, art. 11, § 3, al. 6 (texte antérieur à l’AR du 23/12/2021)",
  ],
  ["fr", "AR38 12 §1bis last al.", "AR n° 38, art. 12, § 1bis, dernier al."],
  ["fr", "art. 107 §2; §5", "art. 107, § 2 ; § 5"],
  ["nl", "AR38 12 §1", "KB nr. 38, art. 12, § 1"],
  ["nl", "AR38 11 §3 al. 5-9", "KB nr. 38, art. 11, § 3, lid 5 tot en met 9"],
  ["nl", "PL22 193 §3 al. 1, 4", "programmawet van 26/12/2022, art. 193, § 3, lid 1, 4"],
  ["nl", "L16 7 §1, 10 §3", "wet van 22/12/2016, art. 7, § 1, art. 10, § 3"],
  ["de", "AR38 12 §1", "KE Nr. 38, Art. 12 § 1"],
  ["de", "AR67 37 §1; AR38 14 §1", "KE vom 19.12.1967, Art. 37 § 1; KE Nr. 38, Art. 14 § 1"],
  ["de", "art. 193 §3 al. 2, 1°-10°", "Art. 193 § 3 Abs. 2 1° bis 10°"],
] as const)("%s: %s", (language, article, cited) => {
  reader.language = language;
  expect(articleName(article).replaceAll("\u00A0", " ")).toBe(cited);
});
