import type { QuarterOfYear } from "../rules/calendar";
import { askedRule, type Category, finalQuarter, type QuarterRule, wayOfMany } from "../rules/contributions";
import type { Cents } from "../rules/money";
import { attempt, Refusal } from "../rules/refusal";
import type { Answer } from "../rules/trace";
import { optional } from "./argument";
import { category, income, quarter, year } from "./arguments";
import { broadcast, type Cell, cellsOf, countOf, held, isBlank, isNothing, range, type Reading } from "./cells";

/** Many rows, of each its income and its situation; one situation may stand for all. */
export interface Rows {
  readonly incomes: Cell;
  readonly categories: Cell;
  readonly years: Cell;
  readonly quarters: Cell;
}

/** The cells of the rows: the incomes as they stand, the others by the place of an income in the whole range. */
export function rowsOf({ incomes, categories, years, quarters }: Rows) {
  const rows = range(incomes);
  const count = countOf(rows);
  if (count === 0) throw new Refusal("missing", { argument: "incomes" });
  return {
    rows,
    count,
    categoryAt: broadcast("categories", categories, count),
    yearAt: broadcast("years", years, count),
    quarterAt: broadcast("quarters", quarters, count),
    isSpare: isSpareOf(categories),
  };
}

/**
 * Rows kept ready below a list: of those without an income, all where one category holds for every row, else those without a category. In
 * both cells a 0 is nothing too, for no category is 0; beside one category for all it is an income.
 */
export function isSpareOf(categories: Cell): (income: Cell, category: Cell) => boolean {
  if (cellsOf(categories).length <= 1) return isBlank;
  return (income, category) => isNothing(income) && isNothing(category);
}

export const rowIncome = (cell: Cell): Reading<Cents> => income.read("incomes", cell);

/** The rule of a row; nobody's start, nothing assumed. */
export const ruleOfRow = (who: Category, when: number, which: QuarterOfYear | undefined): QuarterRule =>
  askedRule({ category: who, year: when, quarter: which });

const aQuarter = optional(quarter);

/** Each income by itself, as INASTI.QUARTERLY; a spare row stays blank. */
export function batch(given: Rows): Answer<(Cents | Refusal | "")[][]> {
  const { rows, count, categoryAt, yearAt, quarterAt, isSpare } = rowsOf(given);
  const answerOf = (cell: Cell, index: number): Answer<Cents> | undefined => {
    if (isSpare(cell, categoryAt(index))) return undefined;
    const cents = held(rowIncome(cell));
    const who = held(category.read("category", categoryAt(index)));
    const when = held(year.read("year", yearAt(index)));
    return finalQuarter(cents, ruleOfRow(who, when, held(aQuarter.read("quarter", quarterAt(index)))));
  };
  const starts = startsOf(rows);
  return {
    get value() {
      return rows.map((row, n) => row.map((cell, at) => attempt(() => answerOf(cell, starts[n]! + at)?.value ?? "")));
    },
    way: wayOfMany(count, ({ row, column }) => answerOf(rows[row]![column], starts[row]! + column)),
  };
}

/** The place of each row's first cell. */
function startsOf(rows: readonly Cell[][]): number[] {
  let next = 0;
  return rows.map(({ length }) => (next += length) - length);
}
