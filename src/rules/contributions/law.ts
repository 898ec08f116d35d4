import Decimal from "decimal.js";
import {
  type DatedValue,
  exactly,
  onFiguresChange,
  type ParameterId,
  published,
  resultOf,
  series,
  YEARLY_INDEX,
  yearRule,
} from "../../parameters";
import { civilDate, type Day, firstDay, quarter, type Quarter, yearOf } from "../calendar";
import { type Cents, LARGEST_AMOUNT, type Rate } from "../money";
import { type Figure, inForce } from "../figures";
import { Refusal } from "../refusal";

/** Yearly growth of the index that a user assumes, as exact decimal text: "0.02". */
export type Indexation = string;

/** The system of the law of 22/11/2013 starts here. */
export const FIRST_YEAR = 2015;

/** The last year for which the royal decree with the fraction is out. */
export const LAST_YEAR = lastOf(published(YEARLY_INDEX));

let last = LAST_YEAR;
onFiguresChange(() => (last = lastOf(series(YEARLY_INDEX))));

/** The last year whose fraction is known: published, or a figure of the user's. */
export const lastKnownYear = (): number => last;

function lastOf(values: readonly DatedValue[]): number {
  return Math.max(...values.map(({ from }) => civilDate(from).year));
}

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
    return this.year > last;
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
    return firstDay(this.projected ? quarter(last, 4) : this.quarter);
  }

  /** A yearly amount by the statute's own formula on the assumed index; undefined for what the index does not move. */
  private project(id: ParameterId): number | undefined {
    const rule = yearRule(id);
    if (rule === undefined || "like" in rule) return undefined;
    const { decimals } = inForce(id, this.day);
    const amount = resultOf(rule.formula, (operand) => this.operand(operand))
      .times(10 ** decimals)
      .toDecimalPlaces(0);
    if (amount.gt(LARGEST_AMOUNT)) throw new Refusal("projection-too-large", { year: this.year });
    return amount.toNumber();
  }

  private operand(id: ParameterId): Decimal {
    if (id === YEARLY_INDEX) return projectedNumerator(this.year, this.indexation!);
    const { value, decimals } = this.figure(id);
    return exactly(value, decimals);
  }
}

/** The numerator of the last known year, grown by the assumed indexation; not rounded. */
function projectedNumerator(year: number, indexation: Indexation): Decimal {
  const { value, decimals } = inForce(YEARLY_INDEX, firstDay(quarter(last, 1)));
  return growth(indexation, year - last).times(exactly(value!, decimals));
}

/** The growth of some years at the assumed indexation. */
export const growth = (indexation: Indexation, years: number): Decimal => new Exact(indexation).plus(1).pow(years);

/** Refuses the years that no figure covers. */
export function requireLaw(year: number, indexation: Indexation | undefined): void {
  requireSystem(year);
  if (year > last && indexation === undefined) throw new Refusal("year-not-published", { year, last });
}

/** Refuses the years before the system that the rules describe. */
export function requireSystem(year: number): void {
  if (year < FIRST_YEAR) throw new Refusal("year-before-system", { year, first: FIRST_YEAR });
}
