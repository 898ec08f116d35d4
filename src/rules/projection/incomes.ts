import type { Cents } from "../money";
import { attempt, Refusal } from "../refusal";
import { figure, remembered } from "./attempt";

/** What the amounts of a projection are: incomes, or profits from which contributions are still to be paid. */
export const AMOUNT_BASES = ["income", "profit"] as const;
export type AmountBasis = (typeof AMOUNT_BASES)[number];

/** Incomes by year: those of the projection, those of the years just before it, and what the years of the projection were expected to bring. */
export class Incomes {
  constructor(
    private readonly firstYear: number,
    private readonly incomes: readonly (Cents | undefined)[],
    private readonly earlier: readonly Cents[] = [],
    private readonly estimates: readonly (Cents | undefined)[] = [],
  ) {}

  of(year: number): Cents {
    const index = year - this.firstYear;
    if (index in this.incomes && this.incomes[index] === undefined) throw new Refusal("income-missing", { year });
    const income = index >= 0 ? this.incomes[index] : this.earlier.at(index);
    if (income === undefined) throw new Refusal("reference-income-not-given", { year });
    return income;
  }

  /** The income on which a reduction of the year's provisional contributions was approved; mostly none. */
  estimateOf(year: number): Cents | undefined {
    return this.estimates[year - this.firstYear];
  }

  get years(): number[] {
    return this.incomes.map((_, index) => this.firstYear + index);
  }
}

export type YearlyIncomes = Pick<Incomes, "of" | "estimateOf" | "years">;

/**
 * Article 11 §2: contributions lower the income of the year in which they are paid, a refund raises it (a reading). What is paid in a year
 * rests on earlier incomes alone, so that the years follow one another.
 */
export function lessPaid(profits: Incomes, paidIn: (year: number) => Cents): YearlyIncomes {
  const { years } = profits;
  const left = remembered((year) => attempt(() => profits.of(year) - paidIn(year)));
  return {
    years,
    estimateOf: (year) => profits.estimateOf(year),
    of: (year) => (years.includes(year) ? figure(left(year)) : profits.of(year)),
  };
}
