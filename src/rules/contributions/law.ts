import Decimal from "decimal.js";
import { type ParameterId, series } from "../../parameters";
import { civilDate, type Day, firstDay, quarter, type Quarter, yearOf } from "../calendar";
import { type Cents, LARGEST_AMOUNT, type Rate } from "../money";
import { type Figure, figureInForce, inForce } from "../figures";
import { Refusal } from "../refusal";

/** Yearly growth of the index that a user assumes, as exact decimal text: "0.02". */
export type Indexation = string;

/** The system of the law of 22/11/2013 starts here. */
export const FIRST_YEAR = 2015;

const NUMERATOR = "contributions.index.numerator";
/** The last year for which the royal decree with the fraction is out. */
export const LAST_YEAR = Math.max(...series(NUMERATOR).map(({ from }) => civilDate(from).year));

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** A figure that is a number. */
export interface Quantity extends Figure {
  readonly value: number;
}

/** The figures of one civil quarter. A rule reads nothing else. */
export class QuarterLaw {
  constructor(
    readonly quarter: Quarter,
    readonly indexation?: Indexation,
  ) {}

  /** Refuses the years that no figure covers. */
  static of(quarter: Quarter, indexation?: Indexation): QuarterLaw {
    requireLaw(yearOf(quarter), indexation);
    return new QuarterLaw(quarter, indexation);
  }

  get year(): number {
    return yearOf(this.quarter);
  }

  /** A projected quarter keeps the rates, counts and texts of the last quarter known. */
  get projected(): boolean {
    return this.year > LAST_YEAR;
  }

  amount(id: ParameterId): Cents {
    return this.figure(id).value;
  }

  rate(id: ParameterId): Rate {
    return this.figure(id).value;
  }

  count(id: ParameterId): number {
    return this.figure(id).value;
  }

  /** A projected figure has the source of the one that it grew from. */
  figure(id: ParameterId): Quantity {
    const known = inForce(id, this.day);
    const value = known.value!;
    if (!this.projected) return { ...known, value };
    // That a rate or a count stays as it is, is an assumption too.
    return { ...known, value: this.project(id) ?? value, confidence: "projection" };
  }

  /** The day on which figures are read. */
  get day(): Day {
    return firstDay(this.projected ? quarter(LAST_YEAR, 4) : this.quarter);
  }

  /** A yearly threshold by the statute's own formula on the assumed index; undefined for what the index does not move. */
  private project(id: ParameterId): number | undefined {
    if (id === "contributions.student.upper-threshold") return this.amount("contributions.principal.minimum-income");
    if (id === "contributions.student.lower-threshold") {
      return new Exact(this.amount("contributions.principal.minimum-income")).div(2).toDecimalPlaces(0).toNumber();
    }
    const base = INDEXED[id];
    if (base === undefined) return undefined;
    const amount = new Exact(figureInForce(base, this.day))
      .times(projectedNumerator(this.year, this.indexation!))
      .div(figureInForce("contributions.index.base", this.day))
      .toDecimalPlaces(0);
    if (amount.gt(LARGEST_AMOUNT)) throw new Refusal("projection-too-large", { year: this.year });
    return amount.toNumber();
  }
}

/** Article 14 §1: the thresholds that follow the index, each with its amount at index 142.75. */
const INDEXED: Partial<Record<ParameterId, ParameterId>> = {
  "contributions.bracket1.ceiling": "contributions.bracket1.ceiling-base",
  "contributions.bracket2.ceiling": "contributions.bracket2.ceiling-base",
  "contributions.principal.minimum-income": "contributions.principal.minimum-income-base",
  "contributions.primostarter.minimum-income": "contributions.primostarter.minimum-income-base",
  "contributions.primostarter.first-quarter-reduction": "contributions.primostarter.first-quarter-reduction-base",
  "contributions.complementary.threshold": "contributions.complementary.threshold-base",
  "contributions.article-37.ceiling": "contributions.article-37.ceiling-base",
  "contributions.article-37.political-mandate-ceiling": "contributions.article-37.political-mandate-ceiling-base",
  "contributions.spouse-maxi.minimum-income": "contributions.spouse-maxi.minimum-income-base",
  "contributions.pensioner.threshold": "contributions.pensioner.threshold-base",
};

/** The numerator of the last published year, grown by the assumed indexation; not rounded. */
function projectedNumerator(year: number, indexation: Indexation): Decimal {
  return growth(indexation, year - LAST_YEAR).times(figureInForce(NUMERATOR, firstDay(quarter(LAST_YEAR, 1))));
}

/** The growth of some years at the assumed indexation. */
export const growth = (indexation: Indexation, years: number): Decimal => new Exact(indexation).plus(1).pow(years);

/** Refuses the years that no figure covers. */
export function requireLaw(year: number, indexation: Indexation | undefined): void {
  requireSystem(year);
  if (year > LAST_YEAR && indexation === undefined) throw new Refusal("year-not-published", { year, last: LAST_YEAR });
}

/** Refuses the years before the system that the rules describe. */
export function requireSystem(year: number): void {
  if (year < FIRST_YEAR) throw new Refusal("year-before-system", { year, first: FIRST_YEAR });
}
