import { numbersMislead } from "../page/date-system";
import { day, type Day, isoDay, lastDayOfYear } from "../rules/calendar";
import type { Payment } from "../rules/contributions";
import { type Cents, LARGEST_AMOUNT } from "../rules/money";
import { Refusal } from "../rules/refusal";
import { decimalOf, numberOf, toCents } from "./decimal";

/**
 * The only place that reads cell values. A cell arrives as number, text, boolean, null (blank or omitted), an error object, or, from some
 * hosts, as a range of one cell.
 */
export type Cell = unknown;

// The hot path keeps its own look-ups: see rules/money.
const { abs } = Math;
const { isInteger } = Number;
const { isArray } = Array;

export const FIRST_LEGAL_YEAR = 1900;
export const LAST_LEGAL_YEAR = 2100;
/** Dates before 1950 are years typed where a date belongs. */
const FIRST_PLAUSIBLE_DAY = day(1950, 1, 1);
/** The last year, and day, that Excel can show. */
const LAST_EXCEL_YEAR = 9999;
export const LAST_EXCEL_DAY = day(LAST_EXCEL_YEAR, 12, 31);

/** What a cell holds, or why it is no such thing: a value, for to throw for each of a million cells takes seconds. */
export type Reading<T> = T | Refusal;

/** The value of a reading; throws the refusal. */
export function held<T>(reading: Reading<T>): T {
  if (reading instanceof Refusal) throw reading;
  return reading;
}

/** The cell of a scalar argument; a range of one cell counts as the cell. */
export function single(argument: string, cell: Cell): Reading<Cell> {
  if (isArray(cell)) {
    const rows = cell as Cell[];
    const [row] = rows;
    const values = isArray(row) ? (row as Cell[]) : rows;
    if (rows.length !== 1 || values.length !== 1) return new Refusal("not-a-single-value", { argument });
    return single(argument, values[0]);
  }
  return typeof cell === "object" && cell !== null ? plainValue(argument, cell) : cell;
}

/**
 * What Excel hands over as an object: an error, { type: "Error", basicValue: "#N/A" }, or a data type with the plain value that it stands
 * for, { type: "FormattedNumber", basicValue: 40000 }. One that stands for no plain value, such as an entity, counts as an error.
 */
function plainValue(argument: string, cell: object): Reading<number | boolean | string> {
  const { type, basicValue } = cell as { readonly type?: unknown; readonly basicValue?: unknown };
  const isText = typeof basicValue === "string";
  if (typeof basicValue === "number" || typeof basicValue === "boolean" || (isText && type === "String"))
    return basicValue;
  return new Refusal("cell-error", { argument, error: isText ? basicValue : "#VALUE!" });
}

export const isBlank = (cell: Cell): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");

/** Whether a scalar argument is left out or blank; a range of one cell counts as the cell. */
export const isBlankCell = (argument: string, cell: Cell): boolean =>
  cell === null || cell === undefined || isBlank(single(argument, cell));

/** Nothing, where 0 is no value: Excel on the desktop hands a blank cell over as 0, others hand over null. */
export const isNothing = (cell: Cell): boolean => cell === 0 || isBlank(cell);

/** The same of a scalar argument; what takes a text may get the 0 as one. */
export function isNothingCell(argument: string, cell: Cell): boolean {
  if (cell === null || cell === undefined) return true;
  const value = single(argument, cell);
  return value === "0" || isNothing(value);
}

export function required(argument: string, cell: Cell): Reading<Cell> {
  const value = single(argument, cell);
  return isBlank(value) ? new Refusal("missing", { argument }) : value;
}

/** A number, or text that may be one. */
function numeric(argument: string, cell: Cell): Reading<number | string> {
  const value = required(argument, cell);
  if (value instanceof Refusal || typeof value === "number" || typeof value === "string") return value;
  return new Refusal("not-a-number", { argument, given: String(value) });
}

/** Exact decimal text of a number or of text that is one. */
export function decimal(argument: string, cell: Cell): Reading<string> {
  const value = numeric(argument, cell);
  return value instanceof Refusal ? value : decimalOf(argument, value);
}

export function text(argument: string, cell: Cell): Reading<string> {
  const value = required(argument, cell);
  return value instanceof Refusal ? value : String(value);
}

export function number(argument: string, cell: Cell): Reading<number> {
  const value = numeric(argument, cell);
  return value instanceof Refusal ? value : numberOf(argument, value);
}

/** An amount in euro; more than two decimals are rounded half up. */
export function amount(argument: string, cell: Cell): Reading<Cents> {
  const value = typeof cell === "number" ? cell : numeric(argument, cell);
  const cents = value instanceof Refusal ? value : toCents(argument, value);
  if (cents instanceof Refusal || abs(cents) <= LARGEST_AMOUNT) return cents;
  return new Refusal("too-large", { argument, limit: { cents: LARGEST_AMOUNT } });
}

export function nonNegativeAmount(argument: string, cell: Cell): Reading<Cents> {
  const cents = amount(argument, cell);
  return cents instanceof Refusal || cents >= 0 ? cents : new Refusal("negative", { argument, given: { cents } });
}

/** A range as rows of cells; a single value is a range of one cell, an omitted one has none. */
export function range(cell: Cell): Cell[][] {
  if (!isArray(cell)) return cell === null || cell === undefined ? [] : [[cell]];
  const rows = cell as Cell[];
  for (let row = 0; row < rows.length; row++)
    if (!isArray(rows[row])) return rows.map((one) => (isArray(one) ? (one as Cell[]) : [one]));
  return rows as Cell[][];
}

// Loops by index: whatever calls or grows takes longer than reading a hundred thousand rows.

export function countOf(rows: readonly (readonly Cell[])[]): number {
  let count = 0;
  for (let row = 0; row < rows.length; row++) count += rows[row]!.length;
  return count;
}

/** The cells of a range, read by rows. */
export function cellsOf(cell: Cell): Cell[] {
  const rows = range(cell);
  const cells = new Array<Cell>(countOf(rows));
  let next = 0;
  for (let row = 0; row < rows.length; row++) {
    const one = rows[row]!;
    for (let column = 0; column < one.length; column++) cells[next++] = one[column];
  }
  return cells;
}

/** Each item read by its place, or the first refusal. */
export function eachOf<Item, T>(items: readonly Item[], read: (item: Item, index: number) => Reading<T>): Reading<T[]> {
  const all: T[] = [];
  for (let index = 0; index < items.length; index++) {
    const one = read(items[index]!, index);
    if (one instanceof Refusal) return one;
    all.push(one);
  }
  return all;
}

const eachAmount = (argument: string, cells: readonly Cell[]): Reading<Cents[]> =>
  cells.length === 0
    ? new Refusal("missing", { argument })
    : eachOf(cells, (cell, index) => {
        const cents = amount(argument, cell);
        // Only a refusal names the place: a name for each of a million cells takes longer than reading them.
        return cents instanceof Refusal ? amount(`${argument}[${index + 1}]`, cell) : cents;
      });

/** An amount a year from `firstYear` on; none for a blank year between two others. Blank cells at the end are years that nobody asks for. */
export function yearlyAmounts(argument: string, cell: Cell, firstYear: number): Reading<(Cents | undefined)[]> {
  const cells = cellsOf(cell);
  const filled = cells.slice(0, cells.findLastIndex((one) => !isBlank(one)) + 1);
  const most = LAST_LEGAL_YEAR - firstYear + 1;
  if (filled.length === 0) return new Refusal("missing", { argument });
  return filled.length > most
    ? new Refusal("projection-too-long", { argument, given: filled.length, most, last: LAST_LEGAL_YEAR })
    : eachOrNone(argument, filled);
}

/** An amount, or none where the cell is blank; a refusal names the place. */
const eachOrNone = (argument: string, cells: readonly Cell[]): Reading<(Cents | undefined)[]> =>
  eachOf(cells, (one, index) => (isBlank(one) ? undefined : amount(`${argument}[${index + 1}]`, one)));

/** An amount, or none, for each of `count` years of `other`; none at all where the range is omitted or blank. */
export function estimates(argument: string, cell: Cell, other: string, count: number): Reading<(Cents | undefined)[]> {
  const cells = cellsOf(cell);
  const filled = cells.findLastIndex((one) => !isBlank(one)) + 1;
  if (filled === 0) return [];
  if (cells.length < count || filled > count)
    return new Refusal("not-as-long", { argument, other, expected: count, given: Math.max(filled, cells.length) });
  return eachOrNone(argument, cells.slice(0, count));
}

/** None where the range is omitted or blank. */
export function optionalAmounts(argument: string, cell: Cell): Reading<Cents[]> {
  const cells = cellsOf(cell);
  return cells.every(isBlank) ? [] : eachAmount(argument, cells);
}

/** One value for all of `count` rows, or a value for each; null where omitted. */
export function broadcast(argument: string, cell: Cell, count: number): (index: number) => Cell {
  const cells = cellsOf(cell);
  if (cells.length <= 1) return () => cells[0] ?? null;
  if (cells.length !== count) throw new Refusal("wrong-size", { argument, expected: count, given: cells.length });
  return (index) => cells[index];
}

/** Rows of (date, …), each read by its place in the range. One of blank cells does not count, nor one of zeros: a date is never 0. */
export function datedRows<T>(
  argument: string,
  cell: Cell,
  read: (argument: string, row: readonly Cell[]) => Reading<T>,
): Reading<T[]> {
  const rows = range(cell);
  const all: T[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    if (row.every(isNothing)) continue;
    const one = read(`${argument}[${index + 1}]`, row);
    if (one instanceof Refusal) return one;
    all.push(one);
  }
  return all.length === 0 ? new Refusal("missing", { argument }) : all;
}

/** A day on which all was paid, or rows of (date, amount). */
export function payments(argument: string, cell: Cell, whole: Cents): Reading<Payment[]> {
  const days = range(cell).filter((row) => row.length !== 1 || !isNothing(row[0]));
  const [only] = days;
  if (days.length !== 1 || only!.length !== 1) return datedRows(argument, cell, payment);
  const on = date(argument, only![0]);
  return on instanceof Refusal ? on : [{ on, amount: whole }];
}

function payment(argument: string, [day, money]: readonly Cell[]): Reading<Payment> {
  const on = date(argument, day);
  if (on instanceof Refusal) return on;
  const cents = nonNegativeAmount(argument, money);
  return cents instanceof Refusal ? cents : { on, amount: cents };
}

/** A whole number between two bounds. */
export function whole(argument: string, cell: Cell, least: number, most: number): Reading<number> {
  const value = number(argument, cell);
  if (value instanceof Refusal) return value;
  if (!isInteger(value)) return new Refusal("not-whole", { argument, given: value });
  return value < least || value > most ? new Refusal("out-of-range", { argument, given: value, least, most }) : value;
}

/** A whole number from 0 on; the rule that takes it knows the most. */
export function count(argument: string, cell: Cell): Reading<number> {
  const value = number(argument, cell);
  if (value instanceof Refusal) return value;
  if (!isInteger(value)) return new Refusal("not-whole", { argument, given: value });
  return value < 0 ? new Refusal("negative", { argument, given: value }) : value;
}

/** One of a few numbers. */
export function oneOf<T extends number>(argument: string, cell: Cell, accepted: readonly T[]): Reading<T> {
  const given = number(argument, cell);
  if (given instanceof Refusal) return given;
  const found = accepted.find((value) => value === given);
  return found ?? new Refusal("unknown-word", { argument, given, accepted: { words: accepted } });
}

export const calendarYear = (argument: string, cell: Cell): Reading<number> =>
  whole(argument, cell, FIRST_LEGAL_YEAR, LAST_LEGAL_YEAR);

/**
 * A date cell, or ISO text ("2026-01-31", or "2026-01" for its first day). A time of day is dropped, as Excel's date functions do. Where the
 * workbook counts its days from 1904 only text is sure: shifting would be wrong by four years wherever that is not known yet, or no more.
 */
export function date(argument: string, cell: Cell, first = FIRST_PLAUSIBLE_DAY): Reading<Day> {
  const value = required(argument, cell);
  if (value instanceof Refusal) return value;
  const serial = typeof value === "string" ? isoDay(value) : typeof value === "number" ? Math.floor(value) : undefined;
  if (serial === undefined || !(serial <= LAST_EXCEL_DAY))
    return new Refusal("not-a-date", { argument, given: String(value) });
  const misleads = typeof value === "number" && numbersMislead();
  if (serial >= first && !misleads) return serial;
  if (serial >= FIRST_LEGAL_YEAR && serial <= LAST_LEGAL_YEAR)
    return new Refusal("date-looks-like-year", { argument, given: serial });
  if (misleads) return new Refusal("date-from-1904", { argument });
  return new Refusal("not-a-date", { argument, given: String(value) });
}

/** A date, or a year for its last day: a whole number that is too small for a day of our time. */
export function dayOrYear(argument: string, cell: Cell): Reading<Day> {
  const value = required(argument, cell);
  if (value instanceof Refusal) return value;
  const year = typeof value === "string" && /^\s*\d{4}\s*$/.test(value) ? Number(value) : value;
  const isYear = isInteger(year) && (year as number) >= FIRST_LEGAL_YEAR && (year as number) <= LAST_EXCEL_YEAR;
  return isYear ? lastDayOfYear(year as number) : date(argument, cell);
}
