import { civilDate, type Day, QUARTERS_OF_YEAR } from "../../rules/calendar";
import type { Cents } from "../../rules/money";
import type { CashflowRow } from "../../rules/projection";
import { Refusal } from "../../rules/refusal";

/** An amount, or why it is not known. */
type Amount = Cents | Refusal;

/** What leaves the account in a year, and what is to be set aside for it. */
export interface YearOfCash {
  readonly year: number;
  readonly provisional: Amount;
  /** Of two years before. */
  readonly settlement: Amount;
  readonly paid: Amount;
  /** Nothing in the years after the last income: only settlements are left of them. */
  readonly monthly: Amount | undefined;
}

const plus = (one: Amount, other: Amount): Amount =>
  one instanceof Refusal ? one : other instanceof Refusal ? other : one + other;

const sum = (rows: readonly CashflowRow[]): Amount =>
  rows.reduce<Amount>((total, { amount }) => plus(total, amount), 0);

/** The payments by year, from the first year of the projection to the last payment. */
export function yearsOfCash(rows: readonly CashflowRow[], years: readonly number[], start: Day): YearOfCash[] {
  const [first, last] = [years[0]!, years.at(-1)!];
  const end = Math.max(last, ...rows.map(({ due }) => civilDate(due).year));
  return Array.from({ length: end - first + 1 }, (_, index) => {
    const year = first + index;
    const paid = rows.filter(({ due }) => civilDate(due).year === year);
    return {
      year,
      provisional: sum(paid.filter(({ what }) => what === "provisional")),
      settlement: sum(paid.filter(({ what }) => what === "settlement")),
      paid: sum(paid),
      monthly: year > last ? undefined : monthly(paid, year, start),
    };
  });
}

const MONTHS_OF_QUARTER = 3;

/** The least that, put aside each month of the year from its first or that of the start on, pays each payment on its day. */
function monthly(paid: readonly CashflowRow[], year: number, start: Day): Amount {
  const { year: startYear, month } = civilDate(start);
  const before = Math.max(0, (startYear - year) * 12 + month - 1);
  const needed = QUARTERS_OF_YEAR.map((quarter): Amount => {
    const due = sum(paid.filter((row) => civilDate(row.due).month <= quarter * MONTHS_OF_QUARTER));
    return due instanceof Refusal ? due : Math.ceil(due / Math.max(1, quarter * MONTHS_OF_QUARTER - before));
  });
  return needed.find((amount) => amount instanceof Refusal) ?? Math.max(0, ...(needed as Cents[]));
}
