/** Final contributions: AR38 art. 11 to 15, on the income of the year itself. */
import { annualise, figuresOf } from "./amounts";
import { BAD_VALUE, NO_RESULT, combine, isRefusal, total, type Answer, type Refusal } from "./answer";
import type { Article, YearFigures } from "./articles";
import { QUARTERS, quarterNumber, quarterOfDay, yearOf, type QuarterNumber } from "./calendar";
import { FULL_RATE } from "./figures";
import { feeOf } from "./fund";
import { rational, roundHalfUp, type Rational } from "./rational";
import { activityYear, articleOf, hasReduction, type Category } from "./subjection";

export interface Options {
  /** First day of the activity, "2024-05-10". */
  readonly start?: string | undefined;
  /** Last day of the activity. */
  readonly stop?: string | undefined;
  /** Assumed yearly growth of the index for years without a decree, "0.02". */
  readonly indexation?: string | undefined;
}

/** All that the amount of a quarter depends on, except the income. */
export interface QuarterLaw {
  readonly article: Article;
  readonly figures: YearFigures;
  /** Quarters of subjection in the year. */
  readonly subjected: number;
  /** Cents off the quarter. */
  readonly reduction: bigint;
}

/** AR38 15 §2 1°: nothing is due before the quarter of the start, nor after the one of the end. */
export const NO_ACTIVITY = "no activity";

export function quarterLaw(
  category: Category,
  at: QuarterNumber,
  { start, stop, indexation }: Options = {},
): Answer<QuarterLaw> | typeof NO_ACTIVITY {
  if (start !== undefined && stop !== undefined && stop < start) return BAD_VALUE;
  if (!isSubjected(at, start, stop)) return NO_ACTIVITY;
  const subjected = quartersSubjected(yearOf(at), start, stop);
  if (start === undefined) return lawInForce(category, at, { subjected, indexation });
  const started = quarterOfDay(start);
  return lawInForce(category, at, {
    primostarterQuarter: at - started,
    activityYear: activityYear(started, at, (year) => year >= yearOf(started)),
    subjected,
    indexation,
  });
}

function isSubjected(at: QuarterNumber, start: string | undefined, stop: string | undefined): boolean {
  const begun = start === undefined || at >= quarterOfDay(start);
  return begun && (stop === undefined || at <= quarterOfDay(stop));
}

/** The quarters of a year with activity, counted one by one. */
export function quartersSubjected(year: number, start: string | undefined, stop?: string): number {
  return QUARTERS.filter((quarter) => isSubjected(quarterNumber(year, quarter), start, stop)).length;
}

interface Circumstances {
  readonly primostarterQuarter?: number | undefined;
  readonly activityYear?: 1 | 2 | 3 | undefined;
  readonly subjected: number;
  readonly indexation: string | undefined;
}

export function lawInForce(category: Category, at: QuarterNumber, of: Circumstances): Answer<QuarterLaw> {
  const article = articleOf(category, at, of.primostarterQuarter);
  if (isRefusal(article)) return article;
  const figures = figuresOf(yearOf(at), of.activityYear, of.indexation);
  if (isRefusal(figures)) return figures;
  const reduction = hasReduction(category, at, of.primostarterQuarter) ? figures.firstQuarterReduction : 0n;
  return { article, figures, subjected: of.subjected, reduction };
}

/** A quarter is a fourth of the year, to the cent; then the reduction. `income` is that of a whole year. */
export function contributionOfQuarter(income: bigint, law: QuarterLaw): bigint {
  return quarterOfAnnual(law.article(income, law.figures)) - law.reduction;
}

/** `annual` as the articles give it, in ten-thousandths of a cent. */
export function quarterOfAnnual(annual: bigint): bigint {
  return roundHalfUp(annual, 4n * FULL_RATE);
}

export type LawOrNothing = ReturnType<typeof quarterLaw>;

export function sameLaw(a: LawOrNothing, b: LawOrNothing): boolean {
  if (a === NO_ACTIVITY || b === NO_ACTIVITY) return a === b;
  if (isRefusal(a) || isRefusal(b)) return isRefusal(a) && isRefusal(b);
  return a.article === b.article && a.reduction === b.reduction;
}

/** The law of the quarter asked for; without a quarter, the law that the four share. */
export function lawOfYear<Law>(
  quarter: number | undefined,
  lawOf: (quarter: number) => Law,
  same: (a: Law, b: Law) => boolean,
): Law | Refusal {
  if (quarter !== undefined) return QUARTERS.some((one) => one === quarter) ? lawOf(quarter) : BAD_VALUE;
  const first = lawOf(1);
  return [2, 3, 4].every((other) => same(first, lawOf(other))) ? first : BAD_VALUE;
}

const laws = new Map<string, LawOrNothing>();

function finalLaw(category: Category, year: number, quarter: number | undefined, options: Options): LawOrNothing {
  const key = `${category} ${year} ${quarter} ${options.start} ${options.stop} ${options.indexation}`;
  let law = laws.get(key);
  if (law === undefined) {
    law = lawOfYear(quarter, (one) => quarterLaw(category, quarterNumber(year, one), options), sameLaw);
    laws.set(key, law);
  }
  return law;
}

/** Contribution of a quarter, without fee. An unknown income matters only where something is due. */
export function quarterlyFor(
  income: Answer,
  category: Category,
  year: number,
  quarter?: number,
  options: Options = {},
): Answer {
  const law = finalLaw(category, year, quarter, options);
  if (law === NO_ACTIVITY) return 0n;
  if ("refusal" in law) return law;
  if (typeof income !== "bigint") return income;
  return contributionOfQuarter(annualise(income, law.subjected), law);
}

export function quartersOf(income: Answer, category: Category, year: number, options: Options = {}): Answer[] {
  return QUARTERS.map((quarter) => quarterlyFor(income, category, year, quarter, options));
}

/** Sum of the rounded quarters. */
export function annual(income: bigint, category: Category, year: number, options: Options = {}): Answer {
  return total(quartersOf(income, category, year, options));
}

/** AR38 11 §5: final less paid; positive is due. AR38 20 §4: with a fund, what is owed has its fee, quarter by quarter, and so has what was paid. */
export function settlement(
  income: bigint,
  paid: bigint,
  category: Category,
  year: number,
  { fund, ...options }: Options & { readonly fund?: string | undefined } = {},
): Answer {
  const quarters = quartersOf(income, category, year, options);
  return combine([total(quarters), total(quarters.map((one) => feeOf(one, fund)))], (final, fee) => final + fee - paid);
}

/** By definition: the rise of the exact contribution over the half cent above the income, where no amount can lie. */
export function marginalRate(
  income: bigint,
  category: Category,
  year: number,
  quarter?: number,
  indexation?: string,
): Answer<Rational> {
  const law = finalLaw(category, year, quarter, { indexation });
  if (law === NO_ACTIVITY) return rational(0n);
  if (isRefusal(law)) return law;
  const figures = inHalfCents(law.figures);
  return rational(law.article(2n * income + 1n, figures) - law.article(2n * income, figures), FULL_RATE);
}

function inHalfCents(figures: YearFigures): YearFigures {
  const { rate1, ...amounts } = figures;
  const doubled = Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, 2n * amount]));
  return { ...(doubled as unknown as typeof amounts), rate1 };
}

/** Four times the quarter over the income. */
export function effectiveRate(
  income: bigint,
  category: Category,
  year: number,
  quarter?: number,
  indexation?: string,
): Answer<Rational> {
  const contribution = quarterlyFor(income, category, year, quarter, { indexation });
  if (isRefusal(contribution)) return contribution;
  return income > 0n ? rational(4n * contribution, income) : NO_RESULT;
}
