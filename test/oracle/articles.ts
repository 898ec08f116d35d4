/**
 * The scales, an article a function, in the words of the article.
 *
 * Income and amounts in one unit (cents), rates in ten-thousandths: a result is the exact contribution of a year
 * in ten-thousandths of that unit, so nothing is rounded here.
 */
import { MINI_RATES, PENSIONER_RATE, SECOND_BRACKET_RATE } from "./figures";

export interface YearFigures {
  readonly bracket1: bigint;
  readonly bracket2: bigint;
  readonly minimum: bigint;
  readonly primostarterFloor: bigint;
  readonly firstQuarterReduction: bigint;
  readonly complementary: bigint;
  readonly article37: bigint;
  readonly mandate: bigint;
  readonly student: bigint;
  readonly spouse: bigint;
  readonly pensioner: bigint;
  /** First bracket of art. 12 §1, or the rate of a starter. */
  readonly rate1: bigint;
}

export type Article = (income: bigint, year: YearFigures) => bigint;

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** One rate up to the first ceiling, another from there to the second, nothing above. */
function twoBrackets(income: bigint, year: YearFigures, first: bigint, second: bigint): bigint {
  return first * min(income, year.bracket1) + second * max(0n, min(income, year.bracket2) - year.bracket1);
}

/** AR38 12 §1 al. 1: on the income as it is. */
const onTheIncome: Article = (income, year) => twoBrackets(income, year, year.rate1, SECOND_BRACKET_RATE);

/** AR38 12 §1 al. 2: an income that does not reach the minimum is presumed to. */
export const article12par1: Article = (income, year) => onTheIncome(max(income, year.minimum), year);

/** AR38 12 §1bis: in the first quarters the presumed minimum is lower. */
export const article12par1bis: Article = (income, year) => onTheIncome(max(income, year.primostarterFloor), year);

/** AR38 12 §1ter: for the assisting spouse it is half of another amount. */
export const article12par1ter: Article = (income, year) => onTheIncome(max(income, year.spouse), year);

/** AR38 12 §2: nothing is due if the income does not reach the threshold; else on the whole income. */
export const article12par2: Article = (income, year) => (income < year.complementary ? 0n : onTheIncome(income, year));

/** AR67 37 §1 a), b): below the ceiling as a complementary activity, else as a principal one. */
export const article37: Article = (income, year) =>
  income < year.article37 ? article12par2(income, year) : article12par1(income, year);

/** AR67 37 §1 c): the same, with the lower ceiling of political mandates. */
export const article37mandate: Article = (income, year) =>
  income < year.mandate ? article12par2(income, year) : article12par1(income, year);

/** AR38 12bis: nothing below half of the minimum income, then on the part above it, from the minimum on the whole. */
export const article12bis: Article = (income, year) => {
  if (income < year.student) return 0n;
  return income < year.minimum ? year.rate1 * (income - year.student) : onTheIncome(income, year);
};

/** AR38 13 §1: pension in payment; nothing below the threshold, then a lower rate in the first bracket. */
export const article13par1: Article = (income, year) =>
  income < year.pensioner ? 0n : twoBrackets(income, year, PENSIONER_RATE, SECOND_BRACKET_RATE);

/** AR38 13 §1 al. 1-2 until 30/09/2025, and §3 since: pension age without pension; the threshold, the usual rate. */
export const article13par3: Article = (income, year) => (income < year.pensioner ? 0n : onTheIncome(income, year));

/** AR38 13 §2 al. 1-2 from 01/10/2025: pension age without pension, as everybody. */
export const article13par2: Article = (income, year) => article12par1(income, year);

/** AR38 13 §2 al. 3 from 01/10/2025: the same for the assisting spouse. */
export const article13par2spouse: Article = (income, year) => article12par1ter(income, year);

/** AR67 11 §2: mini-status, on the income of the helped spouse, himself presumed to reach the minimum. */
export const articleMini: Article = (income, year) => twoBrackets(max(income, year.minimum), year, ...MINI_RATES);

const RD38 = {
  law: "Royal decree no 38 of 27/07/1967",
  url: "https://www.ejustice.just.fgov.be/eli/arrete/1967/07/27/1967072702/justel",
};
const RD67 = { law: "Royal decree of 19/12/1967" };

/** Where each of them stands. */
export const SOURCES: ReadonlyMap<Article, { readonly law: string; readonly article: string; readonly url?: string }> =
  new Map<Article, { readonly law: string; readonly article: string; readonly url?: string }>([
    [article12par1, { ...RD38, article: "12 §1" }],
    [article12par1bis, { ...RD38, article: "12 §1bis" }],
    [article12par1ter, { ...RD38, article: "12 §1ter" }],
    [article12par2, { ...RD38, article: "12 §2" }],
    [article37, { ...RD67, article: "37 §1 a), b)" }],
    [article37mandate, { ...RD67, article: "37 §1 c)" }],
    [article12bis, { ...RD38, article: "12bis" }],
    [article13par1, { ...RD38, article: "13 §1" }],
    [article13par2, { ...RD38, article: "13 §2 al. 1-2" }],
    [article13par2spouse, { ...RD38, article: "13 §2 al. 3" }],
    [article13par3, { ...RD38, article: "13 §3; until 30/09/2025 13 §1 al. 1-2" }],
    [articleMini, { ...RD67, article: "11 §2" }],
  ]);
