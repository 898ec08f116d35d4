/** Provisional contributions: AR38 art. 11 §3, 13bis §2. */
import { annualise, isKnownIncome, revalue, threshold } from "./amounts";
import { BAD_VALUE, NOT_AVAILABLE, isRefusal, type Answer } from "./answer";
import { article12par1bis, articleMini, article13par1, type Article, type YearFigures } from "./articles";
import { QUARTERS, quarterNumber, quarterOfDay, yearOf, yearOfDay, type QuarterNumber } from "./calendar";
import {
  NO_ACTIVITY,
  lawOfYear,
  quarterLaw,
  quarterOfAnnual,
  quartersSubjected,
  sameLaw,
  type LawOrNothing,
  type Options,
  type QuarterLaw,
} from "./contributions";
import { MINI_RATES, PENSIONER_RATE, type ThresholdName } from "./figures";
import { inForce, isStarter, type Category } from "./subjection";

export interface ProvisionalOptions extends Options {
  /** Income that the person expects of the year, when he asks to pay less. */
  readonly estimate?: bigint | undefined;
  /** Year of the income, where that of N-3 was not known on 1 January. */
  readonly incomeYear?: number | undefined;
}

export interface ProvisionalCase {
  readonly category: Category;
  readonly at: QuarterNumber;
  readonly law: QuarterLaw;
  readonly starter: boolean;
  /** Income of N-3, of a whole year, not revalued; not read while a starter. */
  readonly incomeN3: Answer;
  /** N-3 where not given. */
  readonly incomeYear?: number | undefined;
  /** Of a whole year. */
  readonly estimate?: bigint | undefined;
  readonly indexation?: string | undefined;
}

/** The contribution of one quarter, in cents. */
export function provisionalQuarter(of: ProvisionalCase): Answer {
  const due = withoutReduction(of);
  if (isRefusal(due) || of.estimate === undefined) return lessFirstQuarter(due, of.law);
  return lessFirstQuarter(afterApproval(of, due, of.estimate), of.law);
}

/** AR38 12 §1bis al. 2: the first quarter of a primostarter is reduced whatever the income. */
function lessFirstQuarter(quarter: Answer, { reduction }: QuarterLaw): Answer {
  return isRefusal(quarter) ? quarter : quarter - reduction;
}

/** AR38 11 §3 al. 1, 13bis §2: what is due when nobody asks for less. */
function withoutReduction(of: ProvisionalCase): Answer {
  if (of.starter) return quarterOfAnnual(flatRate(of.law) * flatBase(of.category, of.at, of.law.figures));
  const base = establishedBase(of);
  return isRefusal(base) ? base : quarterOn(base, of.law);
}

/**
 * AR38 11 §3 al. 6: a contribution equal to the one due on the estimated income, if that is less. Until 31/12/2021 only on one of the
 * incomes that the text lists: the first that the estimate does not exceed.
 */
function afterApproval(of: ProvisionalCase, due: bigint, estimate: bigint): Answer {
  const wish = quarterOn(estimate, of.law);
  if (wish >= due) return due;
  if (inForce("anyEstimate", of.at)) return wish;
  const allowed = allowedIncome(of, estimate);
  if (allowed === undefined || isRefusal(allowed)) return allowed ?? due;
  const reduced = quarterOn(allowed, of.law);
  return reduced < due ? reduced : due;
}

/** A quarter of what the article of the category asks on an income of the year. */
function quarterOn(income: bigint, { article, figures }: QuarterLaw): bigint {
  return quarterOfAnnual(article(income, figures));
}

function establishedBase({ incomeN3, incomeYear, at, indexation }: ProvisionalCase): Answer {
  return isRefusal(incomeN3) ? incomeN3 : revalue(incomeN3, yearOf(at), indexation, incomeYear);
}

/** AR38 13bis §2: the presumed income of a starter, always inside the first bracket. */
function flatBase(category: Category, at: QuarterNumber, figures: YearFigures): bigint {
  switch (category) {
    case "principal":
    case "primostarter":
    case "primostarter-artist":
    case "primostarter-after-sickness":
    case "spouse-mini": // the helped person's
      return figures.minimum;
    case "spouse-maxi":
      return figures.spouse;
    case "complementary":
    case "article-37":
    case "article-37-mandate":
    case "student":
      return figures.complementary;
    case "pensioner":
    case "pension-age-opt-out":
      return figures.pensioner;
    case "pension-age":
      return inForce("programmeLaw2025", at) ? figures.minimum : figures.pensioner;
    case "pension-age-spouse":
      return inForce("programmeLaw2025", at) ? figures.spouse : figures.pensioner;
  }
}

function flatRate({ article, figures }: QuarterLaw): bigint {
  if (article === article13par1) return PENSIONER_RATE;
  return article === articleMini ? MINI_RATES[0] : figures.rate1;
}

/** The listed income that covers the estimate; undefined above the last one. */
function allowedIncome({ category, at, law }: ProvisionalCase, estimate: bigint): Answer | undefined {
  const steps = stepNames(category, law.article);
  if (steps === undefined) return NOT_AVAILABLE;
  // A step without text in that year is no step.
  const amounts = steps.map((name) => threshold(name, yearOf(at)));
  return amounts.find((amount) => !isRefusal(amount) && amount >= estimate);
}

/** Until 31/12/2021 in fixed steps, in rising order; which ones the other categories had is not known. */
function stepNames(category: Category, article: Article): ThresholdName[] | undefined {
  const ordinary: ThresholdName[] = ["step1", "step2", "step3", "step4", "step5", "step6"];
  if (article === article12par1bis) return ["primostarterFloor", "intermediateStep", ...ordinary];
  return ["principal", "primostarter", "primostarter-artist", "primostarter-after-sickness"].includes(category)
    ? ordinary
    : undefined;
}

/** What the quarters of a year may differ in: the law, and the flat base of a starter. */
interface ProvisionalLaw {
  readonly at: QuarterNumber;
  readonly law: LawOrNothing;
  readonly flat: bigint | undefined;
}

function provisionalLaw(category: Category, at: QuarterNumber, options: Options): ProvisionalLaw {
  const law = quarterLaw(category, at, options);
  const started = options.start === undefined ? undefined : quarterOfDay(options.start);
  if (law === NO_ACTIVITY || isRefusal(law) || started === undefined) return { at, law, flat: undefined };
  const starter = isStarter(started, at, (year) => year >= yearOf(started));
  return { at, law, flat: starter ? flatBase(category, at, law.figures) : undefined };
}

/** Provisional contribution of a quarter, without fee. An income that is missing where it is needed is a bad value. */
export function provisional(
  incomeN3: Answer | null,
  category: Category,
  year: number,
  quarter?: number,
  options: ProvisionalOptions = {},
): Answer {
  const { start, estimate, indexation, incomeYear = year - 3 } = options;
  const beforeStart = options.incomeYear !== undefined && start !== undefined && incomeYear < yearOfDay(start);
  if (!isKnownIncome(incomeYear, year) || beforeStart) return BAD_VALUE;
  const found = lawOfYear(
    quarter,
    (one) => provisionalLaw(category, quarterNumber(year, one), options),
    (a, b) => a.flat === b.flat && sameLaw(a.law, b.law),
  );
  if (isRefusal(found)) return found;
  const { law, at, flat } = found;
  if (law === NO_ACTIVITY) return 0n;
  if (isRefusal(law)) return law;
  return provisionalQuarter({
    category,
    at,
    law,
    starter: flat !== undefined,
    incomeN3: flat === undefined ? ofWholeYear(incomeN3 ?? BAD_VALUE, incomeYear, start) : BAD_VALUE,
    incomeYear,
    estimate: estimate === undefined ? undefined : annualise(estimate, law.subjected),
    indexation,
  });
}

function ofWholeYear(income: Answer, year: number, start: string | undefined): Answer {
  if (isRefusal(income) || start === undefined) return income;
  const quarters = quartersSubjected(year, start);
  // A year without activity: nobody reads it.
  return quarters === 0 ? income : annualise(income, quarters);
}

export function provisionalQuarters(
  incomeN3: Answer | null,
  category: Category,
  year: number,
  options: ProvisionalOptions = {},
): Answer[] {
  return QUARTERS.map((quarter) => provisional(incomeN3, category, year, quarter, options));
}
