import Decimal from "decimal.js";
import type { Day } from "../calendar";
import type { Indexation } from "../contributions";
import { lastKnown } from "../indexation";
import { type Cents, type Fraction } from "../money";
import { attempt, Refusal } from "../refusal";
import { type Answer, exactly, type Line, step, STEP_UNIT } from "../trace";
import {
  accrual,
  type AccrualQuestion,
  type CareerYear,
  careerYear,
  careerYears,
  figureNumber,
  firstStart,
  numberOf,
  pensionOf,
} from "./article-6";
import { minimumPension } from "./minimum";

export interface EstimateQuestion {
  readonly firstYear: number;
  /** Year by year; nothing for one that does not count. */
  readonly incomes: readonly (Cents | undefined)[];
  readonly household: boolean;
  /** It decides the minimum alone; without it the last day whose index is established. */
  readonly pensionDate: Day | undefined;
  /** Of each year that counts, or of none. */
  readonly revaluation: readonly (Fraction | undefined)[] | undefined;
  /** Pension a year that was built up before, and the career years behind it. */
  readonly acquired: Cents;
  readonly acquiredYears: number;
  readonly indexation: Indexation | undefined;
}

type SummaryRow =
  "acquired" | "total" | "total-not-revalued" | "per-month" | "per-month-not-revalued" | "minimum-per-month";

interface EstimateRow {
  readonly year: number | SummaryRow;
  readonly income?: Cents | undefined;
  readonly coefficient?: number | Refusal;
  readonly revaluation?: number | Refusal;
  readonly pension: Cents | Refusal;
}

const MONTHS = 12;
const ARTICLE = "AR 30/01/1997 4-6";

/** Royal decree of 30/01/1997, articles 4 to 6: what the years of a career build, a row a year, with what was built before and the minimum. */
export function estimate(question: EstimateQuestion): Answer<readonly EstimateRow[]> {
  const { pensionDate, household, acquired, acquiredYears } = question;
  if (pensionDate !== undefined && pensionDate < firstStart())
    throw new Refusal("date-not-covered", { day: { day: pensionDate }, first: { day: firstStart() } });
  const years = question.incomes.map((_, index) => yearOf(question, index));
  const counted = years.filter((year) => year !== undefined);
  const whole = attempt(() => wholeOf(acquired, counted));
  const unrevalued = question.revaluation === undefined && counted.length > 1;
  const minimum = attempt(() =>
    minimumPension({ day: pensionDate ?? lastConfirmedDay(), careerYears: acquiredYears + counted.length, household }),
  );
  const [total, month] = [1, MONTHS].map((parts) => (whole instanceof Refusal ? whole : pensionOf(whole, parts)));
  const summary = {
    acquired: [acquiredLine(question)],
    total: [...counted.map(yearLine), acquiredLine(question), sumLine("estimate-total", total!)],
    month: [sumLine("estimate-month", month!)],
    minimum:
      minimum instanceof Refusal ? [step("estimate-minimum", {}, "L84 131ter", { refusal: minimum })] : minimum.way(),
  };
  const caveat = unrevalued ? [step("estimate-not-revalued", {}, "AR 22/12/1967 53quater")] : [];
  return {
    value: [
      ...years.map((year, index) => yearRow(question, year, index)),
      { year: "acquired", pension: acquired },
      { year: unrevalued ? "total-not-revalued" : "total", pension: total! },
      { year: unrevalued ? "per-month-not-revalued" : "per-month", pension: month! },
      { year: "minimum-per-month", pension: minimum instanceof Refusal ? minimum : minimum.value },
    ],
    way: (at) => {
      if (at === undefined) return [...summary.total, ...summary.month, ...caveat, ...summary.minimum];
      const year = years[at.row];
      if (at.row < years.length) return year === undefined ? [NOT_COUNTED] : yearLines(year);
      return [
        summary.acquired,
        [...summary.total, ...caveat],
        [...summary.total, ...summary.month, ...caveat],
        summary.minimum,
      ][at.row - years.length]!;
    },
  };
}

const lastConfirmedDay = (): Day => lastKnown("benefits.index.last-confirmed-day").value!;

interface CountedYear {
  readonly question: AccrualQuestion;
  readonly found: CareerYear | Refusal;
}

function yearOf(question: EstimateQuestion, index: number): CountedYear | undefined {
  const { firstYear, incomes, household, revaluation, indexation } = question;
  const income = incomes[index];
  if (income === undefined) return undefined;
  const asked = {
    income,
    year: firstYear + index,
    household,
    quarters: 4,
    revaluation: revaluation?.[index],
    indexation,
  };
  return { question: asked, found: attempt(() => careerYear(asked)) };
}

function yearRow({ firstYear }: EstimateQuestion, counted: CountedYear | undefined, index: number): EstimateRow {
  const year = firstYear + index;
  if (counted === undefined) return { year, pension: 0 };
  const { question, found } = counted;
  if (found instanceof Refusal)
    return { year, income: question.income, coefficient: found, revaluation: found, pension: found };
  const { counted: income, coefficient, weight } = found;
  const revaluation = question.revaluation === undefined ? 1 : numberOf(question.revaluation);
  return { year, income, coefficient: figureNumber(coefficient), revaluation, pension: pensionOf(weight) };
}

/** What was acquired and the years, unrounded, times the years of a full career. */
function wholeOf(acquired: Cents, counted: readonly CountedYear[]): Decimal {
  return counted.reduce(
    (sum, { found }) => {
      if (found instanceof Refusal) throw found;
      return found.weight.plus(sum);
    },
    new Decimal(acquired * careerYears()),
  );
}

const NOT_COUNTED = step("estimate-blank", {}, ARTICLE);

const acquiredLine = ({ acquired, acquiredYears }: EstimateQuestion): Line =>
  step("estimate-acquired", { years: acquiredYears }, "", { amount: exactly(acquired) });

/** Unrounded, as far as it can be shown. */
function yearLine({ question: { year }, found }: CountedYear): Line {
  if (found instanceof Refusal) return step("estimate-year", { year }, ARTICLE, { refusal: found });
  const amount = found.weight.times(STEP_UNIT).div(careerYears()).toDecimalPlaces(0).toNumber();
  return step("estimate-year", { year }, ARTICLE, { amount });
}

const yearLines = (year: CountedYear): readonly Line[] =>
  year.found instanceof Refusal ? [yearLine(year)] : accrual(year.question).way();

const sumLine = (key: "estimate-total" | "estimate-month", amount: Cents | Refusal): Line =>
  step(key, {}, ARTICLE, amount instanceof Refusal ? { refusal: amount } : { base: amount });
