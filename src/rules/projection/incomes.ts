import type { Cents } from "../money";
import { Refusal } from "../refusal";

/** Incomes by year: those of the projection, and those of the years just before it. */
export class Incomes {
  constructor(
    private readonly firstYear: number,
    private readonly incomes: readonly Cents[],
    private readonly earlier: readonly Cents[] = [],
  ) {}

  of(year: number): Cents {
    const index = year - this.firstYear;
    const income = index >= 0 ? this.incomes[index] : this.earlier.at(index);
    if (income === undefined) throw new Refusal("reference-income-not-given", { year });
    return income;
  }

  get years(): number[] {
    return this.incomes.map((_, index) => this.firstYear + index);
  }
}
