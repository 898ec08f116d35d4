import type { Cell, Reading } from "../definitions/cells";
import { held } from "../definitions/cells";
import { clientsOf, reads } from "../definitions/dossier";
import { inasti } from "../definitions/inasti";
import { remembering } from "../definitions/remembering";
import { type Quarter, quarter } from "../rules/calendar";
import {
  activity,
  CATEGORIES,
  type Category,
  countsQuarters,
  type Indexation,
  LAST_STARTER_RATE_YEAR,
} from "../rules/contributions";
import type { FundId, FundOrRate } from "../rules/funds";
import type { Cents, Fraction } from "../rules/money";
import { type Account, accountOf, chargeOf, type YearRules, yearRules } from "../rules/projection";
import { attempt, Refusal } from "../rules/refusal";
import { headerOf } from "./cell";
import { CellErrors, euro } from "./results";

const { takes, shows } = inasti["INASTI.DOSSIER"];
const COLUMNS = Object.keys(shows);

/** As its definition: see quick.ts. */
export function dossier(
  incomes: Cell,
  categories: Cell,
  years: Cell,
  starts: Cell,
  stops: Cell,
  funds: Cell,
  paid: Cell,
  growth: Cell,
): unknown[][] {
  const indexation = held(takes.indexation.read("indexation", growth));
  const cells = clientsOf({ incomes, categories, years, starts, stops, funds, paid });
  const rulesOf = rememberedRules(indexation);
  const chargeFor = rememberedCharges();
  const categoryOf = remembering(reads.category);
  const fundOf = remembering(reads.fund);
  const accountAt = (index: number): Account | Refusal => {
    const income = reads.income(cells.incomeAt(index));
    if (income instanceof Refusal) return income;
    const category = categoryOf(cells.categoryAt(index));
    if (category instanceof Refusal) return category;
    const year = reads.year(cells.yearAt(index));
    if (year instanceof Refusal) return year;
    const start = reads.start(cells.startAt(index));
    if (start instanceof Refusal) return start;
    const stop = reads.stop(cells.stopAt(index));
    if (stop instanceof Refusal) return stop;
    const rules = rulesOf(category, year, start, stop);
    if (rules instanceof Refusal) return rules;
    return accountOf(income, rules, chargeFor(fundOf(cells.fundAt(index)), year), reads.paid(cells.paidAt(index)));
  };
  const errors = new CellErrors();
  const shown = (figure: Reading<Cents> | undefined): unknown => {
    if (figure === undefined) return "";
    return figure instanceof Refusal ? errors.of(figure) : euro(figure);
  };
  const free = COLUMNS.map(() => "");
  const errorRows = new Map<unknown, unknown[]>();
  const errorRow = (error: unknown): unknown[] => {
    const known = errorRows.get(error) ?? COLUMNS.map(() => error);
    errorRows.set(error, known);
    return known;
  };
  const rowOf = (account: Account | Refusal): unknown[] => {
    if (account instanceof Refusal) return errorRow(errors.of(account, COLUMNS.length));
    const { quarters, annualised, quarter1, quarter2, quarter3, quarter4, annual, fee, total, settlement } = account;
    return [
      quarters,
      shown(annualised),
      shown(quarter1),
      shown(quarter2),
      shown(quarter3),
      shown(quarter4),
      shown(annual),
      shown(fee),
      shown(total),
      shown(settlement),
    ];
  };
  const table = new Array<unknown[]>(cells.count + 1);
  table[0] = headerOf(COLUMNS);
  for (let index = 0; index < cells.count; index++)
    table[index + 1] = cells.isFree(index) ? free : rowOf(accountAt(index));
  return table;
}

/** A starter's rates and a primostarter's quarters are over after four years. */
const YEARS_OF_START = 4;

/** The rules of a client's year, or why there are none. Clients share few situations once a day is what it means for the year. */
function rememberedRules(indexation: Indexation | undefined) {
  const known = new Map<Category, Map<number, Reading<YearRules>>>(CATEGORIES.map((one) => [one, new Map()]));
  return (category: Category, year: number, firstDay: number | undefined, lastDay: number | undefined) => {
    const span = attempt(() => activity(firstDay, lastDay));
    if (span instanceof Refusal) return span;
    const rules = known.get(category)!;
    const key = (year * 100 + startIn(category, year, span.start)) * 10 + stopIn(year, span.stop);
    const found = rules.get(key);
    if (found !== undefined) return found;
    const made = attempt(() => yearRules({ category, year, indexation, ...span }));
    rules.set(key, made);
    return made;
  };
}

/** The quarter of a start as far as it makes a difference to a year: the same for all earlier or later ones. */
function startIn(category: Category, year: number, start: Quarter | undefined): number {
  if (start === undefined) return 0;
  const counts = countsQuarters(category) || year <= LAST_STARTER_RATE_YEAR;
  const first = quarter(counts ? year - YEARS_OF_START : year, 1);
  return 1 + Math.max(0, Math.min(start, quarter(year + 1, 1)) - first);
}

/** The same of a stop; none at the end of the year or later. */
function stopIn(year: number, stop: Quarter | undefined): number {
  if (stop === undefined || stop >= quarter(year, 4)) return 0;
  return 1 + Math.max(0, stop - quarter(year - 1, 4));
}

/** What a fund charges in a year: a figure of the data is looked up once. */
function rememberedCharges() {
  type Years = Map<number, Reading<Fraction> | undefined>;
  const known = new Map<FundId, Years>();
  return (fund: Reading<FundOrRate> | undefined, year: number): Reading<Fraction> | undefined => {
    if (typeof fund !== "string") return fund;
    let years = known.get(fund);
    if (years === undefined) known.set(fund, (years = new Map() as Years));
    let charge = years.get(year);
    if (charge === undefined) years.set(year, (charge = chargeOf(fund, year)));
    return charge;
  };
}
