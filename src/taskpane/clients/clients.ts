import { reads } from "../../definitions/dossier";
import type { CellValue, Parameters } from "../../host/host";
import { describe, reader, t, wordName } from "../../i18n";
import { isoDate } from "../../rules/calendar";
import { countsFrom1904 } from "../../page/date-system";
import type { Category } from "../../rules/contributions";
import type { FundId } from "../../rules/funds";
import { Refusal } from "../../rules/refusal";
import { lettersOf } from "../../formula/addresses";
import {
  type Call,
  type CallResult,
  callOf,
  columnOf,
  isErrorOfCell,
  Piece,
  wordPiece,
  yearPieces,
} from "../formula/call";
import { feePiece } from "../kit/fee";
import { readTyped } from "../kit/typed-value";
import { COLUMNS, type Column, guessed, NEEDED } from "./columns";
import { isBlankRow, type Table } from "./table";

/** Where a column of ours comes from: one of the table's, a word that holds for all, or nowhere. */
export type Source = { readonly at: number } | { readonly all: string } | null;
export type Mapping = Readonly<Record<Column, Source>>;

/** A list as it is to be read. */
export interface Wanted {
  readonly table: Table;
  readonly hasHeadings: boolean;
  readonly mapping: Mapping;
  readonly year: number;
  readonly parameters: Parameters;
}

export interface Problem {
  /** Absent where the row as a whole has no answer. */
  readonly column?: Column;
  readonly text: string;
}

export interface Client {
  /** From 0, in the rows of the table. */
  readonly at: number;
  /** As the sheet counts its rows, or the pasted text its lines. */
  readonly row: number;
  /** Of each column that the list has; a blank one is "". */
  readonly cells: Readonly<Partial<Record<Column, CellValue>>>;
  readonly problems: readonly Problem[];
  /** The row of INASTI.DOSSIER. */
  readonly account: readonly unknown[];
}

export interface Clients {
  readonly clients: readonly Client[];
  readonly call: Call;
  /** Where the list as a whole has no answer. */
  readonly failure?: string;
}

/** More of them are no list that somebody looks after in a pane. */
export const MOST_CLIENTS = 5_000;

const textOf = (cell: CellValue | undefined): string =>
  cell === null || cell === undefined ? "" : String(cell).trim();

/** The first row is one of headings where it has names and no number, and its names tell something or what is below has numbers. */
export function seemsHeaded({ rows: [first = [], ...others] }: Table): boolean {
  const names = first.map(textOf);
  const isNamed =
    first.every((cell) => typeof cell !== "number") && names.every((name) => !/^[-−]?[\d.,\s€]+$/.test(name));
  return isNamed && (others.length === 0 || Object.keys(guessed(names)).length > 0);
}

export function guessedMapping(table: Table, hasHeadings: boolean): Mapping {
  const found = hasHeadings ? guessed((table.rows[0] ?? []).map(textOf)) : {};
  return Object.fromEntries(
    COLUMNS.map((column) => [column, found[column] === undefined ? null : { at: found[column] }]),
  ) as Mapping;
}

/** How a column of the table is called: by its letter or place, and by what stands in it first. */
export function headingOf({ rows, at }: Table, index: number): string {
  const place = at ? lettersOf(at.column + index) : String(index + 1);
  const heading = textOf(rows[0]?.[index]);
  return heading === "" ? place : `${place} · ${heading}`;
}

export const lacking = (mapping: Mapping): Column[] =>
  COLUMNS.filter((column) => NEEDED.has(column) && !mapping[column]);

/** The columns that the list has, in our order. */
export const given = (mapping: Mapping): Column[] => COLUMNS.filter((column) => mapping[column] !== null);

export const columnName = (column: Column): string => t(`pane:clients/column/${column}`);

/** The clients with what is wrong in their rows, and what a cell with INASTI.DOSSIER would show of them. */
export function clientsIn(wanted: Wanted): Clients {
  const { table, hasHeadings, mapping, parameters, year } = wanted;
  const isTyped = table.at === undefined;
  const kept = table.rows.flatMap((cells, at) =>
    (at === 0 && hasHeadings) || isBlankRow(cells) ? [] : [{ at, cells: cellsOf(cells, mapping, isTyped) }],
  );
  const column = (name: Column): Piece | undefined => {
    const source = mapping[name];
    if (source === null) return undefined;
    if ("all" in source) return wordForAll(name, source.all);
    return new Piece(
      "",
      kept.map(({ cells }) => [cells[name]?.value ?? ""]),
    );
  };
  const call = callOf("INASTI.DOSSIER", {
    incomes: column("income"),
    categories: column("category"),
    years: year,
    starts: column("start"),
    stops: column("stop"),
    funds: column("fund"),
    paid: column("paid"),
    indexation: yearPieces(parameters, year).indexation,
  });
  const result: CallResult = kept.length === 0 ? { ok: true, value: [] } : call.result();
  const accounts = result.ok ? (result.value as unknown[][]).slice(1) : [];
  const clients = kept.map(({ at, cells }, index): Client => {
    const account = accounts[index] ?? [];
    return {
      at,
      row: (table.at?.row ?? 0) + at + 1,
      cells: Object.fromEntries(Object.entries(cells).map(([name, { value }]) => [name, value])),
      problems: problemsOf(cells, account),
      account,
    };
  });
  return { clients, call, ...(!result.ok && { failure: result.message }) };
}

/** A word that holds for every client, as a formula has it. */
export function wordForAll(column: Column, word: string): Piece {
  return column === "fund"
    ? feePiece({ fund: word as FundId, name: wordName("fund", word) })!
    : wordPiece("category", word as Category);
}

interface ReadCell {
  readonly value: CellValue;
  readonly problem?: string;
}
type Cells = Partial<Record<Column, ReadCell>>;

function cellsOf(row: readonly CellValue[], mapping: Mapping, isTyped: boolean): Cells {
  return Object.fromEntries(
    COLUMNS.flatMap((column) => {
      const source = mapping[column];
      if (source === null) return [];
      if ("all" in source) return [[column, { value: source.all }]];
      const cell = row[source.at] ?? "";
      return [[column, withProblem(column, isTyped ? typed(column, String(cell)) : { value: cell })]];
    }),
  );
}

const TEXTS: ReadonlySet<Column> = new Set(["name", "category"]);
const DAYS: ReadonlySet<Column> = new Set(["start", "stop"]);

/** Nothing here reads as a spreadsheet does: a text that is no number or day to us is a text. */
const noEngine = (): null => null;

/** A pasted text as its reader means it. What can be read in two ways stays as it is, and is told. */
function typed(column: Column, text: string): ReadCell {
  if (TEXTS.has(column) || text === "") return { value: text };
  const read = readTyped(columnName(column), text, reader.language, noEngine);
  if (read instanceof Refusal) return { value: text, problem: describe(read) };
  if (typeof read !== "object") return { value: text };
  if (DAYS.has(column) && read.kind === "date")
    return { value: countsFrom1904() ? isoDate(Number(read.value)) : read.value };
  // A day in a column of amounts would be taken for one.
  return read.kind === "date" || typeof read.value === "boolean" ? { value: text } : { value: read.value };
}

function withProblem(column: Column, cell: ReadCell): ReadCell {
  if (cell.problem !== undefined || column === "name") return cell;
  const reading = reads[column](cell.value);
  return reading instanceof Refusal ? { ...cell, problem: sentence(reading, column) } : cell;
}

/** The refusal of an argument says what is to be done; here it goes by the name of the column. */
function sentence(refusal: Refusal, column: Column): string {
  const name = columnName(column);
  if (refusal.key === "missing" && column === "category")
    return t("pane:clients/problem/missing-category", { column: name, example: wordName("category", "principal") });
  if (refusal.key === "missing") return t("pane:clients/problem/missing", { column: name });
  // A day is read here as people write it, and as a date cell has it.
  if (DAYS.has(column) && refusal.key === "not-a-date")
    return t("pane:clients/problem/day", { column: name, given: refusal.facts["given"] as string });
  return describe(new Refusal(refusal.key, { ...refusal.facts, argument: name }));
}

function problemsOf(cells: Cells, account: readonly unknown[]): Problem[] {
  const own = (Object.entries(cells) as [Column, ReadCell][]).flatMap(([column, { problem }]): Problem[] =>
    problem === undefined ? [] : [{ column, text: problem }],
  );
  if (own.length > 0) return own;
  return [...new Set(account.filter(isErrorOfCell).map(({ message }) => message))].map((text) => ({ text }));
}

export const amountIn = (account: readonly unknown[], name: string): number | undefined => {
  const value = account[columnOf("INASTI.DOSSIER", name)];
  return typeof value === "number" ? value : undefined;
};
