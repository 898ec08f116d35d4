import { rememberedRules, rowIncome, rowsOf } from "../definitions/batch";
import { type Cell, held, isNothing } from "../definitions/cells";
import { fund } from "../definitions/fund";
import { inasti } from "../definitions/inasti";
import { asGiven, membersOf, rateOf, ratesOf } from "../definitions/scenario";
import { activity, askedRule, contribution } from "../rules/contributions";
import { incomeAt, isRate, ratioOf } from "../rules/funds";
import type { Fraction } from "../rules/money";
import { Refusal } from "../rules/refusal";
import { headerOf } from "./cell";
import { dossier } from "./dossier";
import { CellErrors, euro } from "./results";

// The functions that fill whole columns: the same cells as their definitions give, without an answer, a list of arguments or a refusal kept
// for each cell.

const { income, category, year, quarter, start, indexation, stop } = inasti["INASTI.QUARTERLY"].takes;

function quarterly(money: Cell, who: Cell, when: Cell, which: Cell, since: Cell, growth: Cell, until: Cell): number {
  const cents = held(income.read("income", money));
  const question = {
    category: held(category.read("category", who)),
    year: held(year.read("year", when)),
    quarter: held(quarter.read("quarter", which)),
  };
  // Most cells name no days and assume nothing.
  const isPlain = isLeftOut(since) && isLeftOut(growth) && isLeftOut(until);
  const rule = askedRule(isPlain ? question : { ...question, ...timeOf(since, growth, until) });
  return euro(contribution(cents, rule));
}

const isLeftOut = (cell: Cell): boolean => cell === null || cell === undefined;

function timeOf(since: Cell, growth: Cell, until: Cell) {
  const firstDay = held(start.read("start", since));
  const assumed = held(indexation.read("indexation", growth));
  return { ...activity(firstDay, held(stop.read("stop", until))), indexation: assumed };
}

function batch(incomes: Cell, categories: Cell, years: Cell, quarters: Cell, growth: Cell): unknown[][] {
  const { rows, categoryAt, yearAt, quarterAt, isSpare } = rowsOf({ incomes, categories, years, quarters });
  const ruleAt = rememberedRules(categoryAt, yearAt, quarterAt, held(indexation.read("indexation", growth)));
  const errors = new CellErrors();
  const quarterlyOf = (cell: Cell, index: number): unknown => {
    if (isNothing(cell) && isSpare(cell, categoryAt(index))) return "";
    const cents = rowIncome(cell);
    if (cents instanceof Refusal) return errors.of(cents);
    const rule = ruleAt(index);
    return rule instanceof Refusal ? errors.of(rule) : euro(contribution(cents, rule));
  };
  // Rows of their final size: for a hundred thousand of them, growing arrays would take longer than calculating.
  const results = new Array<unknown[]>(rows.length);
  let index = 0;
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row]!;
    const result = new Array<unknown>(cells.length);
    for (let column = 0; column < cells.length; column++) result[column] = quarterlyOf(cells[column], index++);
    results[row] = result;
  }
  return results;
}

function scenario(contributions: Cell, rates: Cell, members: Cell, leave: Cell): unknown[][] {
  const { shows, also } = fund["FUND.SCENARIO"];
  const all = membersOf(contributions, members);
  const given = ratesOf(rates, leave);
  const errors = new CellErrors();
  const tried = given.map(({ cell }) => {
    const rate = rateOf(cell);
    return rate instanceof Refusal ? errors.of(rate) : rate;
  });
  all.requireFew(tried.filter(isRate));
  const [first] = tried as [Fraction | CustomFunctions.Error];
  const present = isRate(first) ? incomeAt(all, first, given[0]!.leave).feeIncome : undefined;
  const leaves = given[0]!.leave !== undefined;
  const rows = tried.map((rate, row) => {
    const { cell, leave: share } = given[row]!;
    const gone = share && ratioOf(share);
    if (!isRate(rate)) {
      const shown = asGiven(cell);
      const cells = [shown instanceof Refusal ? errors.of(shown) : shown, rate, rate, rate];
      return leaves ? [...cells, gone, rate] : cells;
    }
    const { feeIncome, feePerMember, breakEvenWith } = incomeAt(all, rate, share);
    const perMember = feePerMember === undefined ? "" : euro(feePerMember);
    const difference = present === undefined ? first : euro(feeIncome - present);
    const cells = [ratioOf(rate), euro(feeIncome), perMember, difference];
    return leaves ? [...cells, gone, present === undefined ? first : (breakEvenWith(present) ?? "")] : cells;
  });
  const columns = [...Object.keys(shows), ...(leaves ? Object.keys(also!) : [])];
  return [headerOf(columns), ...rows];
}

export const quick: Readonly<Record<string, (...cells: Cell[]) => unknown>> = {
  "INASTI.QUARTERLY": quarterly,
  "INASTI.BATCH": batch,
  "INASTI.DOSSIER": dossier,
  "FUND.SCENARIO": scenario,
};
