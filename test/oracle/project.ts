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
  /** Expected incomes of the years; undefined where nobody asks to pay less. */
  readonly estimates?: readonly (bigint | undefined)[] | undefined;
  /** What the amounts are: incomes, or profits before contributions. */
  readonly basis?: "income" | "profit" | undefined;
}

export interface ProjectRow {
  readonly year: number;
  readonly income: Answer;
  readonly profit?: bigint;
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
  amounts: readonly bigint[],
  category: Category,
  { fund, earlierIncomes = [], estimates = [], basis, ...options }: ProjectOptions = {},
): ProjectRow[] {
  /** By year: given, or left of the profits of the years gone through so far. */
  const incomes = new Map<number, Answer>(
    earlierIncomes.map((income, index) => [firstYear - earlierIncomes.length + index, income]),
  );
  const incomeOf = (year: number): Answer => incomes.get(year) ?? NOT_AVAILABLE;

  const provisionalOf = (year: number): Answer[] =>
    provisionalQuarters(incomeOf(year - 3), category, year, { ...options, estimate: estimates[year - firstYear] });
  const finalOf = (year: number): Answer[] => quartersOf(incomeOf(year), category, year, options);
  const feesOf = (quarters: readonly Answer[]): Answer => total(quarters.map((quarter) => feeOf(quarter, fund)));
  const settlementOf = (year: number): Answer =>
    combine([total(finalOf(year)), total(provisionalOf(year))], (final, paid) => final - paid);
  const settledFeesOf = (year: number): Answer =>
    combine([feesOf(finalOf(year)), feesOf(provisionalOf(year))], (final, paid) => final - paid);

  return amounts.map((amount, index) => {
    const year = firstYear + index;
    const provisional = total(provisionalOf(year));
    const fee = total([feesOf(provisionalOf(year)), settledFeesOf(year - SETTLEMENT_DELAY)]);
    const cashOut = total([provisional, settlementOf(year - SETTLEMENT_DELAY), fee]);
    // AR38 11 §2: what was paid in the year is deducted.
    const income = basis === "profit" ? combine([cashOut], (paid) => amount - paid) : amount;
    incomes.set(year, income);
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
      ...(basis === "profit" && { profit: amount }),
    };
  });
}
