/** Which article governs a quarter: category, date, and how long the person has been self-employed. */
import { NOT_AVAILABLE, type Answer } from "./answer";
import * as articles from "./articles";
import type { Article } from "./articles";
import { quarterNumber, quarterOf, quarterOfDay, yearOf, type QuarterNumber } from "./calendar";
import { ARTIST_QUARTERS, FIRST_YEAR, PRIMOSTARTER_QUARTERS, TEXTS } from "./figures";

export type Category =
  | "principal"
  | "primostarter"
  | "primostarter-artist"
  | "primostarter-after-sickness"
  | "complementary"
  | "article-37"
  | "article-37-mandate"
  | "student"
  | "spouse-maxi"
  | "spouse-mini"
  | "pensioner"
  | "pension-age"
  | "pension-age-opt-out"
  | "pension-age-spouse";

export type ActivityYear = 1 | 2 | 3;

/** `inForce("artist", at)`: the text exists in that quarter. */
export function inForce(text: keyof typeof TEXTS, at: QuarterNumber): boolean {
  return at >= quarterOfDay(TEXTS[text]);
}

/**
 * `primostarterQuarter` counts from 0, the first quarter; undefined when the start is not given: then every quarter
 * is taken for one of the first.
 */
export function articleOf(
  category: Category,
  at: QuarterNumber,
  primostarterQuarter: number | undefined,
): Answer<Article> {
  if (at < quarterNumber(FIRST_YEAR, 1)) return NOT_AVAILABLE;
  switch (category) {
    case "principal":
      return articles.article12par1;
    case "primostarter":
    case "primostarter-artist":
    case "primostarter-after-sickness":
      return primostarterArticle(category, at, primostarterQuarter);
    case "complementary":
      return articles.article12par2;
    case "article-37":
      return articles.article37;
    case "article-37-mandate":
      return articles.article37mandate;
    case "student":
      return inForce("student", at) ? articles.article12bis : NOT_AVAILABLE;
    case "spouse-maxi":
      return articles.article12par1ter;
    case "spouse-mini":
      return articles.articleMini;
    case "pensioner":
      return articles.article13par1;
    case "pension-age":
      return inForce("programmeLaw2025", at) ? articles.article13par2 : articles.article13par3;
    case "pension-age-opt-out":
      return inForce("programmeLaw2025", at) ? articles.article13par3 : NOT_AVAILABLE;
    case "pension-age-spouse":
      return inForce("programmeLaw2025", at) ? articles.article13par2spouse : articles.article13par3;
  }
}

const PRIMOSTARTER_TEXTS = {
  primostarter: "primostarter",
  "primostarter-artist": "artist",
  "primostarter-after-sickness": "afterSickness",
} as const;

/** AR38 12 §1bis. Whoever gives his start gets the text of each day, so the principal scale before there was one. */
function primostarterArticle(
  category: keyof typeof PRIMOSTARTER_TEXTS,
  at: QuarterNumber,
  primostarterQuarter: number | undefined,
): Answer<Article> {
  const text = PRIMOSTARTER_TEXTS[category];
  if (primostarterQuarter === undefined) return inForce(text, at) ? articles.article12par1bis : NOT_AVAILABLE;
  const quarters =
    category === "primostarter-artist" && inForce("artist", at) ? ARTIST_QUARTERS : PRIMOSTARTER_QUARTERS;
  // An artist whose text is not there yet is a primostarter; who resumes after sickness has nothing before his own.
  const lowerMinimum = inForce(text === "afterSickness" ? text : "primostarter", at);
  const among = lowerMinimum && primostarterQuarter < quarters;
  return among ? articles.article12par1bis : articles.article12par1;
}

/** AR38 12 §1bis al. 2: taken once, from the very first of the quarters; al. 3, on sickness, does not name it. */
export function hasReduction(category: Category, at: QuarterNumber, primostarterQuarter: number | undefined): boolean {
  const primostarter = category === "primostarter" || category === "primostarter-artist";
  return primostarter && primostarterQuarter === 0 && inForce("firstQuarterReduction", at);
}

/** The first calendar year with four quarters of subjection. */
function firstWholeYear(start: QuarterNumber): number {
  return quarterOf(start) === 1 ? yearOf(start) : yearOf(start) + 1;
}

/**
 * AR38 13bis §2, text until 30/09/2025: activity year 1 ends with the first whole calendar year, year 2 is the next,
 * year 3 lasts while there is no reference year, that is no subjection in the year N-3.
 */
export function activityYear(
  start: QuarterNumber,
  at: QuarterNumber,
  subjectedIn: (year: number) => boolean,
): ActivityYear | undefined {
  const year = yearOf(at);
  if (year <= firstWholeYear(start)) return 1;
  if (year === firstWholeYear(start) + 1) return 2;
  return subjectedIn(year - 3) ? undefined : 3;
}

/** AR38 13bis §2: the provisional contribution is flat; from 01/10/2025 to the end of the third whole calendar year. */
export function isStarter(start: QuarterNumber, at: QuarterNumber, subjectedIn: (year: number) => boolean): boolean {
  if (!inForce("programmeLaw2025", at)) return activityYear(start, at, subjectedIn) !== undefined;
  return yearOf(at) <= firstWholeYear(start) + 2 || !subjectedIn(yearOf(at) - 3);
}
