import type { Cents } from "../money";
import { Refusal } from "../refusal";

/** Incomes by year: those of the projection, those of the years just before it, and what the years of the projection were expected to bring. */
export class Incomes {
  constructor(
    private readonly firstYear: number,
    private readonly incomes: readonly Cents[],
    private readonly earlier: readonly Cents[] = [],
    private readonly estimates: readonly (Cents | undefined)[] = [],
  ) {}

  of(year: number): Cents {
    const index = year - this.firstYear;
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
