/** INASTI.PROJECT: one category over several years, what is paid when. */
import { NOT_AVAILABLE, combine, total, type Answer } from "./answer";
import { quartersOf, type Options } from "./contributions";
import { feeOf } from "./fund";
import { provisionalQuarters } from "./provisional";
import type { Category } from "./subjection";

export interface ProjectOptions extends Options {
  /** Fee rate of the fund, "0.0305". */
  readonly fund?: string | undefined;
  /** Incomes of the years just before the first, oldest first. */
  readonly earlierIncomes?: readonly bigint[] | undefined;
}

export interface ProjectRow {
  readonly year: number;
  readonly income: bigint;
  readonly provisional: Answer;
  readonly final: Answer;
  readonly settlement: Answer;
  readonly settledIn: number;
  readonly fee: Answer;
  readonly cashOut: Answer;
  readonly deductible: Answer;
}

/** The account of a year comes in the second year after it. */
const SETTLEMENT_DELAY = 2;

export function project(
  firstYear: number,
  incomes: readonly bigint[],
  category: Category,
  { fund, earlierIncomes = [], ...options }: ProjectOptions = {},
): ProjectRow[] {
  const known = [...earlierIncomes, ...incomes];
  const incomeOf = (year: number): Answer => known[year - firstYear + earlierIncomes.length] ?? NOT_AVAILABLE;

  const provisionalOf = (year: number): Answer[] => provisionalQuarters(incomeOf(year - 3), category, year, options);
  const finalOf = (year: number): Answer[] => quartersOf(incomeOf(year), category, year, options);
  const feesOf = (quarters: readonly Answer[]): Answer => total(quarters.map((quarter) => feeOf(quarter, fund)));
  const settlementOf = (year: number): Answer =>
    combine([total(finalOf(year)), total(provisionalOf(year))], (final, paid) => final - paid);
  const settledFeesOf = (year: number): Answer =>
    combine([feesOf(finalOf(year)), feesOf(provisionalOf(year))], (final, paid) => final - paid);

  return incomes.map((income, index) => {
    const year = firstYear + index;
    const provisional = total(provisionalOf(year));
    const fee = total([feesOf(provisionalOf(year)), settledFeesOf(year - SETTLEMENT_DELAY)]);
    const cashOut = total([provisional, settlementOf(year - SETTLEMENT_DELAY), fee]);
    return {
      year,
      income,
      provisional,
      final: total(finalOf(year)),
      settlement: settlementOf(year),
      settledIn: year + SETTLEMENT_DELAY,
      fee,
      cashOut,
      deductible: cashOut, // contributions are deducted when paid
    };
  });
}
