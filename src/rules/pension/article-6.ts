import Decimal from "decimal.js";
import { dated, type ParameterId, series } from "../../parameters";
import { civilDate, type Day, firstDayOfYear } from "../calendar";
import { growth, type Indexation } from "../contributions";
import { type Figure, figureInForce, figuresOn, inForce } from "../figures";
import { lastKnown } from "../indexation";
import { type Cents, type Fraction, LARGEST_AMOUNT } from "../money";
import { Refusal } from "../refusal";
import { type Answer, exactly, type Line, step } from "../trace";

const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });

const COEFFICIENT = "pension.accrual.coefficient";
const SURE_INCOME = "pension.accrual.sure-income";
const CEILING = "pension.accrual.ceiling";
const WELFARE = "pension.accrual.welfare";
const CAREER = "pension.accrual.denominator";

const ARTICLE = "AR 30/01/1997 6";

/** Articles 5 §2 and 6 §7: from here on one coefficient, under a ceiling of the pensions. */
const FIRST_CEILING_YEAR = 2021;
const QUARTERS = 4;

/** Article 6 §8: pensions that start from here on. What does not go by the career year is read on this day. */
export const firstStart = (): Day => lastKnown(WELFARE).from;

export interface AccrualQuestion {
  readonly income: Cents;
  readonly year: number;
  readonly household: boolean;
  /** Quarters of the year that count. */
  readonly quarters: number;
  /** Brings the income to the prices of the start of the pension; without it those of the career year. */
  readonly revaluation: Fraction | undefined;
  readonly indexation: Indexation | undefined;
}

/** A career year, before it is divided by the years of a full career. */
export interface CareerYear {
  /** Income that counts. */
  readonly counted: Cents;
  readonly coefficient: Figure;
  readonly ceiling: Figure | undefined;
  /** Exact, in cents. */
  readonly weight: Decimal;
}

/** Royal decree of 30/01/1997, articles 4 to 6: gross pension a year that one career year adds. */
export function accrual(question: AccrualQuestion): Answer<Cents> {
  const year = careerYear(question);
  const value = pensionOf(year.weight);
  return { value, way: () => accrualLines(question, year, value) };
}

/** The pension of career years together, or a part of it: rounded once. */
export const pensionOf = (weight: Decimal, parts = 1): Cents =>
  new Exact(weight)
    .div(careerYears() * parts)
    .toDecimalPlaces(0)
    .toNumber();

export const careerYears = (): number => figureInForce(CAREER, firstStart());

export function careerYear(question: AccrualQuestion): CareerYear {
  const { income, year, household, quarters, revaluation, indexation } = question;
  const factors = factorsOf(year, household);
  const ceiling = ceilingOf(year, indexation);
  if (ceiling === undefined) requireSure(income, year);
  const counted = Math.min(income, ceiling?.value ?? Infinity);
  const weight = product(factors, new Exact(counted).times(quarters).div(QUARTERS));
  const { units, scale } = revaluation ?? { units: 1, scale: 1 };
  return { counted, coefficient: factors[0], ceiling, weight: weight.times(units).div(scale) };
}

const rateOf = (household: boolean): ParameterId => `pension.accrual.rate.${household ? "household" : "isolated"}`;

/** What the income of a career year is multiplied by, the coefficient first. */
const factorsOf = (year: number, household: boolean): readonly [Figure, ...Figure[]] => [
  inForce(COEFFICIENT, firstDayOfYear(year)),
  inForce(rateOf(household), firstStart()),
  ...welfareOf(year),
];

const product = (factors: readonly Figure[], amount: Decimal): Decimal =>
  factors.reduce((whole, { value, decimals }) => whole.times(value!).div(10 ** decimals), amount);

/** Article 6 §8: career years before 2021. */
const welfareOf = (year: number): readonly Figure[] =>
  year < FIRST_CEILING_YEAR ? figuresOn([WELFARE], firstStart()) : [];

/** Article 5 §2: what counts at most, from 2021 on; after the last year held by the assumed growth of the index. */
function ceilingOf(year: number, indexation: Indexation | undefined): Figure | undefined {
  if (year < FIRST_CEILING_YEAR) return undefined;
  const last = series(CEILING).findLast(({ value }) => value !== null)!;
  const lastYear = civilDate(last.from).year;
  if (year <= lastYear) return inForce(CEILING, firstDayOfYear(year));
  if (indexation === undefined)
    throw new Refusal("accrual-ceiling-not-published", { parameter: CEILING, year, last: lastYear });
  const ceiling = growth(indexation, year - lastYear)
    .times(last.value!)
    .toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  if (ceiling.gt(LARGEST_AMOUNT)) throw new Refusal("projection-too-large", { year });
  return { ...last, value: ceiling.toNumber(), confidence: "projection" };
}

/** The intermediate ceilings before 2021 are not held: above an income that is surely below them there is no answer. */
function requireSure(income: Cents, year: number): void {
  const { value: limit, note = "" } = dated(SURE_INCOME, firstDayOfYear(year))!;
  if (income > limit!) throw new Refusal("accrual-not-settled", { year, limit: { cents: limit! }, note });
}

/** What decides the pension of a career year: the share of the income that a quarter adds, up to which income it counts, and up to which that is sure. */
export function accrualLaw(year: number, household: boolean, indexation?: Indexation) {
  const ceiling = ceilingOf(year, indexation);
  return {
    share: product(factorsOf(year, household), new Exact(1)).div(QUARTERS),
    years: careerYears(),
    ceiling: ceiling?.value ?? LARGEST_AMOUNT,
    sure: ceiling === undefined ? dated(SURE_INCOME, firstDayOfYear(year))!.value! : LARGEST_AMOUNT,
    projected: ceiling?.confidence === "projection",
  };
}

function accrualLines(question: AccrualQuestion, { counted, coefficient, ceiling }: CareerYear, value: Cents): Line[] {
  const { income, year, household, quarters, revaluation } = question;
  const share = figuresOn([rateOf(household), CAREER], firstStart());
  const [rate] = share;
  return [
    step(
      income > counted ? "accrual-capped" : "accrual-income",
      { year, amount: { cents: counted } },
      "AR 30/01/1997 5 §2",
      {
        figures: ceiling === undefined ? figuresOn([SURE_INCOME], firstDayOfYear(year)) : [ceiling],
      },
    ),
    revaluation === undefined
      ? step("accrual-not-revalued", { year }, "AR 22/12/1967 53quater")
      : step("accrual-revalued", { coefficient: numberOf(revaluation) }, "AR 22/12/1967 53quater"),
    step("accrual-coefficient", { coefficient: figureNumber(coefficient) }, ARTICLE, { figures: [coefficient] }),
    ...welfareOf(year).map((figure) =>
      step("accrual-welfare", { coefficient: figureNumber(figure) }, "AR 30/01/1997 6 §8", { figures: [figure] }),
    ),
    ...(quarters < QUARTERS ? [step("accrual-quarters", { quarters }, "AR 30/01/1997 4 §2")] : []),
    step("accrual-share", { rate: { rate: figureNumber(rate!) }, career: careerYears() }, ARTICLE, {
      figures: share,
      amount: exactly(value),
    }),
  ];
}

export const figureNumber = ({ value, decimals }: Figure): number => value! / 10 ** decimals;

export const numberOf = ({ units, scale }: Fraction): number => units / scale;
