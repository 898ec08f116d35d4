import { day } from "../rules/calendar";
import { reader } from "./texts";
import { factText, t } from "./translate";

/** The acts that the rules name by a word, see docs/abbreviations.md; of the others kind and day are said. */
const ACTS: Readonly<Record<string, readonly [kind: string, of: string]>> = {
  AR38: ["numbered", "38"],
  AR72: ["numbered", "72"],
  AR67: ["decree", "19/12/1967"],
  AR71: ["decree", "20/07/1971"],
  AR08: ["decree", "08/01/2017"],
  ARX: ["decree", "06/02/2023"],
  L84: ["law", "15/05/1984"],
  L92: ["law", "30/12/1992"],
  L16: ["law", "22/12/2016"],
  L23: ["law", "31/05/2023"],
  L2002: ["programme-law-i", "24/12/2002"],
  PL22: ["programme-law", "26/12/2022"],
  PL25: ["programme-law", "18/07/2025"],
};

const KINDS: Readonly<Record<string, string>> = { AR: "decree", L: "law", PL: "programme-law", AM: "ministerial" };

/** What the data say of an article in words. */
const PHRASES: Readonly<Record<string, string>> = {
  "as amended by the law of": "as-amended",
  "as replaced by the law of": "as-replaced",
  "titulaires of": "titulaires-of",
  modifying: "modifying",
  via: "via",
};

const DAY = String.raw`\d\d/\d\d/\d{4}`;
const NUMBER = String.raw`\d+(?:bis|ter|quater|quinquies|sexies)?(?:er)?(?:/\d+)?`;
const RANGE = `${NUMBER}(?:-${NUMBER})?`;
/** Further ones of a list: neither a point (3°) nor an article with paragraphs of its own. */
const MORE = String.raw`(?:, ${RANGE}(?![\w°/]| §))*`;

/** A part of a reference as the data write it: `AR38 12 §1bis al. 2, 3°`. */
const PARTS = new RegExp(
  [
    String.raw`text before the royal decree of (?<before>${DAY})`,
    String.raw`state (?<state>\d{4})`,
    `(?<phrase>${Object.keys(PHRASES).join("|")}) `,
    String.raw`note \((?<note>\d)\):`,
    String.raw`(?<excluded> excluded)`,
    String.raw`(?<word>${Object.keys(ACTS).join("|")})\b(?<wordEnd> (?=\d|art)|)`,
    String.raw`(?<kind>AR|L|PL|AM) (?<day>${DAY})(?<dayEnd> (?=\d|art)|)`,
    String.raw`AR (?<numbered>38|72)(?<numberedEnd> (?=\d|art)|)`,
    String.raw`(?<bare>${DAY})(?<bareEnd> (?=art)|)`,
    String.raw`arts?\. (?<articles>${RANGE}(?![°]))`,
    String.raw`(?:, | )?(?<many>§§?)(?<paragraphs>${RANGE}${MORE})`,
    String.raw` last (?<last>al\.)`,
    String.raw` al\. (?<clauses>${RANGE}${MORE})`,
    String.raw`,? (?<points>\d+°(?:-\d+°)?)`,
    String.raw`,? (?<letter>[a-z](?:/\d+)?\))`,
    String.raw`(?<=[;,] |, $|^|[^\d/§])(?<article>${RANGE})(?![\d°/)])`,
  ].join("|"),
  "g",
);

const date = (text: string): string => {
  const [d, m, y] = text.split("/").map(Number);
  return factText({ day: day(y!, m!, d!) });
};

const act = (kind: string, of: string): string =>
  kind === "numbered" ? t("cite/numbered", { number: of }) : t(`cite/${kind}`, { date: date(of) });

const followed = (end: string | undefined): string => (end ? t("cite/of-act") : "");

/** "5-9" as a range is said; the first paragraph has a sign of its own in French. */
const numbers = (text: string, one = (number: string): string => number): string =>
  text
    .split(", ")
    .map((part) => {
      const [from, to] = part.split("-").map(one);
      return to === undefined ? from! : t("cite/range", { from: from!, to });
    })
    .join(", ");

const paragraph = (number: string): string => number.replace(/^1(?:er)?(?=$|\/)/, t("cite/first"));

type Part = Readonly<Record<string, string | undefined>>;

function written(part: Part): string {
  if (part["before"]) return t("cite/before-decree", { date: date(part["before"]) });
  if (part["state"]) return t("cite/state", { year: part["state"] });
  if (part["phrase"]) return `${t(`cite/${PHRASES[part["phrase"]]!}`)} `;
  if (part["note"]) return t("cite/note", { number: part["note"] });
  if (part["excluded"]) return ` ${t("cite/excluded")}`;
  if (part["word"]) return act(...ACTS[part["word"]]!) + followed(part["wordEnd"]);
  if (part["day"]) return act(KINDS[part["kind"]!]!, part["day"]) + followed(part["dayEnd"]);
  if (part["numbered"]) return act("numbered", part["numbered"]) + followed(part["numberedEnd"]);
  if (part["bare"]) return date(part["bare"]) + followed(part["bareEnd"]);
  const article = part["articles"] ?? part["article"];
  if (article) return t("cite/article", { number: numbers(article) });
  if (part["paragraphs"])
    return t("cite/paragraph", { sign: part["many"]!, number: numbers(part["paragraphs"], paragraph) });
  if (part["last"]) return t("cite/last-clause");
  if (part["clauses"]) return t("cite/clause", { number: numbers(part["clauses"]) });
  return t("cite/point", { number: numbers(part["points"] ?? part["letter"]!) });
}

/** An article as the reader's language cites it; in English as the documents do. */
export function articleName(article: string): string {
  if (reader.language === "en") return article;
  return article
    .replace(PARTS, (...found) => written(found.at(-1) as Part))
    .replace(/;[ ,]+(?=§)/g, "; ")
    .replaceAll("; ", t("choice/separator"));
}
