import { activity } from "../rules/contributions";
import { type Account, type Client, dossier } from "../rules/projection";
import { attempt, Refusal } from "../rules/refusal";
import type { Answer } from "../rules/trace";
import { optional } from "./argument";
import { category, day, fund, income, year } from "./arguments";
import { isSpareOf } from "./batch";
import { broadcast, type Cell, cellsOf, held, type Reading } from "./cells";

/** A list of clients as it stands in cells: a cell a client, or one for all of them. */
export interface ClientCells {
  readonly incomes: Cell;
  readonly categories: Cell;
  readonly years: Cell;
  readonly starts: Cell;
  readonly stops: Cell;
  readonly funds: Cell;
  readonly paid: Cell;
}

const aDay = optional(day);
const aFund = optional(fund);
const anAmount = optional(income);

/** What a cell of a client means; a reading of nothing is one that was left out. */
export const reads = {
  income: (cell: Cell) => income.read("incomes", cell),
  category: (cell: Cell) => category.read("categories", cell),
  year: (cell: Cell) => year.read("years", cell),
  start: (cell: Cell) => aDay.read("starts", cell),
  stop: (cell: Cell) => aDay.read("stops", cell),
  fund: (cell: Cell) => aFund.read("funds", cell),
  paid: (cell: Cell) => anAmount.read("paid", cell),
};

/** The cells of each client by his place, and whether a place is kept free. */
export function clientsOf(given: ClientCells) {
  const incomes = cellsOf(given.incomes);
  const count = incomes.length;
  if (count === 0) throw new Refusal("missing", { argument: "incomes" });
  const isSpare = isSpareOf(given.categories);
  const at = (name: keyof ClientCells) => broadcast(name, given[name], count);
  const categoryAt = at("categories");
  return {
    count,
    incomeAt: (index: number): Cell => incomes[index],
    categoryAt,
    yearAt: at("years"),
    startAt: at("starts"),
    stopAt: at("stops"),
    fundAt: at("funds"),
    paidAt: at("paid"),
    isFree: (index: number): boolean => isSpare(incomes[index], categoryAt(index)),
  };
}

/** The account of each client. */
export function dossierOf({
  indexation,
  ...given
}: ClientCells & Pick<Client, "indexation">): Answer<readonly Partial<Account>[]> {
  const cells = clientsOf(given);
  const client = (index: number): Client => ({
    income: held(reads.income(cells.incomeAt(index))),
    category: held(reads.category(cells.categoryAt(index))),
    year: held(reads.year(cells.yearAt(index))),
    ...activity(held(reads.start(cells.startAt(index))), held(reads.stop(cells.stopAt(index)))),
    fund: reads.fund(cells.fundAt(index)),
    paid: reads.paid(cells.paidAt(index)),
    indexation,
  });
  const clients = Array.from({ length: cells.count }, (_, index): Reading<Client> | undefined =>
    cells.isFree(index) ? undefined : attempt(() => client(index)),
  );
  return dossier(clients);
}
