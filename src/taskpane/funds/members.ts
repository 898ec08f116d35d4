import type { CellValue, Parameters } from "../../host/host";
import { t } from "../../i18n";
import { type Category, lastKnownYear } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import { callOf, centsOf, isErrorOfCell, Piece, wordPiece, yearPieces } from "../formula/call";
import { filled, type Formula } from "../formula/formula";
import type { Quarter } from "./basis";
import { columnOf, columnReference, columnsNamed, columnValues, isBlank, type Picked, sheetRow } from "./picked";

/** What a list of members holds, a row a member or a class of them. */
export interface MembersColumns {
  readonly basis: "contribution" | "income";
  /** Of the contribution of a quarter, or of the income of the year. */
  readonly amount: number | undefined;
  readonly category: number | undefined;
  /** How many members a row stands for; one where no column says it. */
  readonly heads: number | undefined;
}

export interface MembersForm extends MembersColumns {
  /** The category of all, where no column has it. */
  readonly oneCategory: Category;
  /** For a year whose quarters differ. */
  readonly quarter: Quarter | "";
}

type Listed = MembersForm & { readonly amount: number };

const isNumber = (cell: CellValue): boolean => typeof cell === "number";

const MEMBERS = ["category", "heads", "contribution", "income"] as const;

/** What the headers and the cells of a table tell. */
export function guessedColumns(table: Picked): MembersColumns {
  const isWord = (cell: CellValue): boolean => typeof cell === "string" && /\p{L}/u.test(cell);
  const { category: named, heads, contribution, income } = columnsNamed(table, MEMBERS);
  const amount = contribution ?? income ?? columnOf(table, isNumber, [named, heads]);
  const category = named ?? (contribution === undefined ? columnOf(table, isWord, [heads, amount]) : undefined);
  const isIncome = contribution === undefined && (income !== undefined || category !== undefined);
  return { basis: isIncome ? "income" : "contribution", amount, category, heads };
}

/** Members with the contribution of a quarter of each, ready to be asked for at any rate. */
export interface Members {
  readonly table: Picked;
  readonly form: Listed;
  /** As FUND.SCENARIO takes them. */
  readonly contributions: Piece;
  readonly heads: Piece | undefined;
  readonly count: number;
  /** Of the contributions of a quarter. */
  readonly sum: Cents;
}

/** Rows that cannot be read are named up to here. */
const MOST_NAMED = 3;

/** The members, or what keeps them from being counted. */
export function membersOf(table: Picked, form: MembersForm, parameters: Parameters): Members | string {
  const { amount } = form;
  if (amount === undefined) return t("pane:analyst/no-amounts");
  const whole = { ...form, amount };
  const contributions = contributionsOf(table, whole, parameters);
  if (typeof contributions === "string") return contributions;
  const cells = contributions.value as unknown[][];
  const wrong = cells.flatMap(([cell], index) =>
    isErrorOfCell(cell)
      ? [t("pane:analyst/row-wrong", { row: String(sheetRow(table, index)), reason: cell.message })]
      : [],
  );
  if (wrong.length > 0) {
    const more = wrong.length - MOST_NAMED;
    const named = wrong.slice(0, MOST_NAMED).join(" ");
    return more > 0 ? `${named} ${t("pane:analyst/rows-more", { count: String(more) })}` : named;
  }
  const heads = headsOf(table, whole);
  const counts = heads?.value as CellValue[][] | undefined;
  const rows = cells.flatMap(([cell], index) =>
    typeof cell === "number" ? [{ cents: centsOf(cell), heads: Number(counts?.[index]?.[0] ?? 1) }] : [],
  );
  return {
    table,
    form: whole,
    contributions,
    heads,
    count: rows.reduce((count, row) => count + row.heads, 0),
    sum: rows.reduce((sum, row) => sum + row.cents * row.heads, 0),
  };
}

/** How many members each row stands for, where a column says it: a blank cell means none. */
function headsOf(table: Picked, { heads }: Listed): Piece | undefined {
  if (heads === undefined) return undefined;
  const column = columnReference(table, heads);
  const values = columnValues(table, heads).map(([cell]) => [isBlank(cell) ? 0 : cell!]);
  return new Piece(`IF(${column}="",0,${column})`, values);
}

function contributionsOf(table: Picked, form: Listed, parameters: Parameters): Piece | string {
  const { amount, basis, oneCategory, quarter } = form;
  if (basis === "contribution") return new Piece(filled(columnReference(table, amount)), columnValues(table, amount));
  const call = batchOf(table, form, parameters, {
    category: wordPiece("category", oneCategory),
    quarter: quarter === "" ? undefined : new Piece(quarter, Number(quarter)),
  });
  const answer = call.result();
  return answer.ok ? new Piece(call.formula, answer.value) : answer.message;
}

/** Whether the contributions of incomes rest on an assumed indexation. */
export const isProjected = ({ year, indexation }: Parameters): boolean => year > lastKnownYear() && indexation !== null;

/** What is not in the table: values, or the cells of a sheet that have them. */
export interface Beside {
  /** Of incomes: cells with the contribution of each, where they are not asked for all at once. */
  readonly contributions?: Formula | undefined;
  readonly category: Piece;
  readonly quarter: Piece | undefined;
}

function batchOf(table: Picked, { amount, category }: Listed, parameters: Parameters, beside: Beside) {
  const column = (index: number): Piece => new Piece(filled(columnReference(table, index)), columnValues(table, index));
  const { year, indexation } = yearPieces(parameters);
  return callOf("INASTI.BATCH", {
    incomes: column(amount),
    categories: category === undefined ? beside.category : column(category),
    years: year,
    quarters: beside.quarter,
    indexation,
  });
}

/** The members as cells of a sheet know them. */
export interface MembersFormulas {
  readonly contributions: Formula;
  readonly heads: Formula | undefined;
  readonly count: Formula;
  readonly sum: Formula;
  /** How many members meet criteria on columns of the table: pairs of a range and a criterion. */
  readonly counted: (criteria: readonly (readonly [range: Formula, criterion: Formula])[]) => Formula;
}

export function membersFormulas(
  { table, form, contributions, heads }: Members,
  parameters: Parameters,
  beside: Beside,
) {
  const amounts = columnReference(table, form.amount);
  const column = form.heads === undefined ? undefined : columnReference(table, form.heads);
  const each =
    form.basis === "contribution"
      ? contributions.formula
      : (beside.contributions ?? batchOf(table, form, parameters, beside).formula);
  const formulas: MembersFormulas = {
    contributions: each,
    heads: heads?.formula,
    count: column === undefined ? `COUNT(${amounts})` : `SUMIFS(${column},${amounts},"<>")`,
    sum: heads === undefined ? `SUM(${each})` : `SUMPRODUCT(${each},${heads.formula})`,
    counted: (criteria) => {
      const pairs = criteria.flat().join(",");
      return column === undefined ? `COUNTIFS(${pairs})` : `SUMIFS(${column},${pairs})`;
    },
  };
  return formulas;
}
