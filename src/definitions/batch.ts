import type { QuarterOfYear } from "../rules/calendar";
import {
  askedRule,
  CATEGORIES,
  type Category,
  finalQuarter,
  type Indexation,
  type QuarterRule,
  wayOfMany,
} from "../rules/contributions";
import type { Cents } from "../rules/money";
import { attempt, Refusal } from "../rules/refusal";
import type { Answer } from "../rules/trace";
import { optional } from "./argument";
import { category, income, quarter, year } from "./arguments";
import { broadcast, type Cell, cellsOf, countOf, held, isBlank, isNothing, range, type Reading } from "./cells";
import { remembering } from "./remembering";

/** Many rows, of each its income and its situation; one situation may stand for all. */
export interface Rows {
  readonly incomes: Cell;
  readonly categories: Cell;
  readonly years: Cell;
  readonly quarters: Cell;
}

/** The same, with what is assumed for all of them. */
interface Asked extends Rows {
  readonly indexation?: Indexation | undefined;
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

/** The rule of a row; nobody's start. Only what is assumed is named: the plain question is the quick one. */
const ruleOfRow = (
  who: Category,
  when: number,
  which: QuarterOfYear | undefined,
  indexation: Indexation | undefined,
): QuarterRule => askedRule({ category: who, year: when, quarter: which, ...(indexation && { indexation }) });

const aQuarter = optional(quarter);

type Row = (index: number) => Cell;

/** The rule of a row, or why it has none. Rows share few situations, for years and quarters are whole numbers of the calendar. */
export function rememberedRules(
  categoryAt: Row,
  yearAt: Row,
  quarterAt: Row,
  indexation?: Indexation,
): (index: number) => Reading<QuarterRule> {
  const known = new Map<Category, Map<number, Reading<QuarterRule>>>(CATEGORIES.map((one) => [one, new Map()]));
  const categoryOf = remembering((cell) => category.read("category", cell));
  const yearOf = remembering((cell) => year.read("year", cell));
  const quarterOf = remembering((cell) => aQuarter.read("quarter", cell));
  const ruleOf = (typed: Cell, since: Cell, nth: Cell): Reading<QuarterRule> => {
    const who = categoryOf(typed);
    if (who instanceof Refusal) return who;
    const when = yearOf(since);
    if (when instanceof Refusal) return when;
    const which = quarterOf(nth);
    if (which instanceof Refusal) return which;
    const rules = known.get(who)!;
    const key = when * 5 + (which ?? 0);
    const found = rules.get(key);
    if (found !== undefined) return found;
    const rule = attempt(() => ruleOfRow(who, when, which, indexation));
    rules.set(key, rule);
    return rule;
  };
  // Neighbouring rows mostly have the same situation.
  let who = categoryAt(0);
  let when = yearAt(0);
  let which = quarterAt(0);
  let rule = ruleOf(who, when, which);
  return (index) => {
    const typed = categoryAt(index);
    const since = yearAt(index);
    const nth = quarterAt(index);
    if (typed === who && since === when && nth === which) return rule;
    who = typed;
    when = since;
    which = nth;
    rule = ruleOf(who, when, which);
    return rule;
  };
}

/** Each income by itself, as INASTI.QUARTERLY; a spare row stays blank. */
export function batch({ indexation, ...given }: Asked): Answer<(Cents | Refusal | "")[][]> {
  const { rows, count, categoryAt, yearAt, quarterAt, isSpare } = rowsOf(given);
  const answerOf = (cell: Cell, index: number): Answer<Cents> | undefined => {
    if (isSpare(cell, categoryAt(index))) return undefined;
    const cents = held(rowIncome(cell));
    const who = held(category.read("category", categoryAt(index)));
    const when = held(year.read("year", yearAt(index)));
    return finalQuarter(cents, ruleOfRow(who, when, held(aQuarter.read("quarter", quarterAt(index))), indexation));
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
