import { type Cell, type CellValue, PARAMETER_YEAR_NAME, type SheetPlan } from "../../host/host";
import { t } from "../../i18n";
import { inSheet, addressOf } from "../../formula/addresses";
import { compareFunds, LARGEST_FEE_RATE } from "../../rules/funds";
import { type Cents, RATE_UNIT } from "../../rules/money";
import { attempt, Refusal } from "../../rules/refusal";
import { absolute, gridAt } from "../formula/a1";
import { callOf, centsOf, Piece } from "../formula/call";
import type { Formula } from "../formula/formula";
import { bar, Cells } from "../kit/cells";
import type { Numbers } from "../kit/numbers";
import { RATE_FORMAT } from "./fund-table";
import { columnOf, columnsNamed, isBlank, type Picked, sheetRow } from "./picked";

/** A line of the user's own table, as typed. */
export interface TypedFee {
  readonly name: string;
  readonly rate: string;
}

/** A fund with a rate, of the user's own or published. */
export interface NamedFee {
  readonly name: string;
  /** Fraction as decimal text. */
  readonly rate: string;
  /** Where name and rate stand in the workbook. */
  readonly cells?: { readonly name: Formula; readonly rate: Formula };
}

const MOST_FEES = 60;

/** The published rates of a year, to begin with. */
export function publishedFees(year: number, numbers: Numbers): TypedFee[] {
  const compared = attempt(() => compareFunds(0, year).value);
  if (compared instanceof Refusal) return [];
  return compared.rows.map(({ fund, rate }) => ({
    name: fund,
    rate: numbers.percentage((rate / RATE_UNIT).toString()),
  }));
}

/** The lines that are filled in; undefined where one is not whole. */
export function typedFees(lines: readonly TypedFee[], numbers: Numbers): NamedFee[] | undefined {
  const filled = lines.filter(({ name, rate }) => name.trim() !== "" || rate.trim() !== "");
  const fees = filled.flatMap(({ name, rate }) => {
    const fraction = numbers.readFeeRate(rate);
    return fraction === undefined || name.trim() === "" ? [] : [{ name: name.trim(), rate: fraction }];
  });
  return fees.length === filled.length && fees.length > 0 ? fees : undefined;
}

export interface FeeColumns {
  readonly name: number | undefined;
  readonly rate: number | undefined;
}

export function guessedFeeColumns(table: Picked): FeeColumns {
  const named = columnsNamed(table, ["rate", "fund", "name"]);
  const rate =
    named.rate ?? columnOf(table, (cell) => typeof cell === "number" && cell >= 0 && cell <= LARGEST_FEE_RATE);
  const isWord = (cell: CellValue): boolean => typeof cell === "string";
  return { name: named.fund ?? named.name ?? columnOf(table, isWord, [rate]), rate };
}

/** The lines of a table of the workbook, or what is wrong with it. */
export function pickedFees(table: Picked, { name, rate }: FeeColumns): NamedFee[] | string {
  if (name === undefined || rate === undefined) return t("pane:analyst/no-fees");
  const fees: NamedFee[] = [];
  for (const [index, row] of table.values.entries()) {
    const [said, given] = [row[name] ?? null, row[rate] ?? null];
    if (isBlank(said) && isBlank(given)) continue;
    if (typeof given !== "number" || given < 0 || given > LARGEST_FEE_RATE || isBlank(said))
      return t("pane:analyst/no-fee", { row: String(sheetRow(table, index)), given: String(given ?? "") });
    const at = (column: number): Formula =>
      absoluteIn(table.sheet, { row: table.area.row + index, column: table.area.column + column });
    fees.push({ name: String(said), rate: String(given), cells: { name: at(name), rate: at(rate) } });
  }
  if (fees.length === 0) return t("pane:analyst/no-fees");
  return fees.length > MOST_FEES
    ? t("pane:analyst/too-many-fees", { count: String(fees.length), most: String(MOST_FEES) })
    : fees;
}

const absoluteIn = (sheet: string, { row, column }: { row: number; column: number }): Formula =>
  inSheet(sheet, addressOf({ row, column, rows: 1, columns: 1 }));

const MOST_CONTRIBUTIONS = 6;

/** Contributions of a quarter as typed, with semicolons between them; undefined where they are none. */
export function contributionsIn(text: string, numbers: Numbers): Cents[] | undefined {
  const amounts = text
    .split(";")
    .filter((part) => part.trim() !== "")
    .map(numbers.read);
  const isFit = amounts.length > 0 && amounts.length <= MOST_CONTRIBUTIONS && !amounts.includes(undefined);
  return isFit ? (amounts as Cents[]) : undefined;
}

export interface FeeLine extends NamedFee {
  /** Of a year, at each contribution. */
  readonly fees: readonly Cents[];
}

const QUARTERS = 4;

/** The fees of a year, as cells calculate them, cheapest first. */
export function feeLines(fees: readonly NamedFee[], contributions: readonly Cents[]): FeeLine[] | string {
  const lines: FeeLine[] = [];
  for (const fee of fees) {
    const answers = contributions.map((contribution) =>
      callOf("FUND.FEE", { contribution, fund: new Piece(fee.rate, Number(fee.rate)) }).result(),
    );
    const refused = answers.find((answer) => !answer.ok);
    if (refused && !refused.ok) return refused.message;
    lines.push({ ...fee, fees: answers.map((answer) => QUARTERS * centsOf(answer.ok && answer.value)) });
  }
  return lines.sort((one, other) => Number(one.rate) - Number(other.rate));
}

const WIDTHS = [16, 210, 112, 112, 120, 120, 120, 120, 120, 120, 128];
const FIRST = 1;
const [NAME, RATE, FEES] = [FIRST, FIRST + 1, FIRST + 3];
const YEAR_ROW = 3;
const HEAD = 6;
const CHART = { columns: 6, leastRows: 10 };

const { cell, range } = gridAt("A1");

interface FeeTable {
  readonly lines: readonly FeeLine[];
  readonly contributions: readonly Cents[];
  readonly euroFormat: string;
}

/** A sheet of its own: the user's table of fees beside the published rates, at each contribution. */
export function feeSheet({ lines, contributions, euroFormat }: FeeTable): SheetPlan {
  const cells = new Cells();
  const difference = FEES + contributions.length;
  const first = HEAD + 1;
  const last = first + lines.length - 1;
  const year = absolute(cell(YEAR_ROW, RATE));
  const feesIn = (column: number): Formula => range({ row: first, column, rows: lines.length, columns: 1 });
  cells.put(0, FIRST, { content: t("pane:analyst/fees-title"), style: "title" });
  cells.put(1, FIRST, { content: t("pane:analyst/fees-note"), style: "subtitle" });
  cells.put(YEAR_ROW, NAME, { content: t("pane:field/year") }, { content: `=${PARAMETER_YEAR_NAME}`, format: "0" });
  cells.put(
    HEAD - 1,
    FIRST,
    ...bar("", FEES - FIRST),
    ...bar(t("pane:analyst/fee-per-year-at"), contributions.length),
    ...bar("", 1),
  );
  cells.put(
    HEAD,
    FIRST,
    { content: t("pane:funds/fund"), style: "head" },
    { content: t("pane:analyst/rate"), style: "headRight" },
    { content: t("pane:analyst/published-rate"), style: "headRight" },
    ...contributions.map((cents): Cell => ({ content: cents / 100, style: "input", format: euroFormat })),
    { content: t("pane:analyst/more-than-lowest"), style: "headRight" },
  );
  lines.forEach(({ name, rate, cells: source }, index) => {
    const row = first + index;
    const published = callOf("FUND.RATE", { fund: new Piece(cell(row, NAME)), year: new Piece(year) });
    const feeAt = (column: number): Formula =>
      callOf("FUND.FEE", {
        contribution: new Piece(headCell(column)),
        fund: new Piece(cell(row, RATE).replace(/^([A-Z]+)/, "$$$1")),
      }).formula;
    cells.put(
      row,
      FIRST,
      source ? { content: `=${source.name}` } : { content: name, literal: true },
      source
        ? { content: `=${source.rate}`, format: RATE_FORMAT }
        : { content: Number(rate), style: "input", format: RATE_FORMAT },
      { content: `=IFERROR(${published.formula},"")`, format: RATE_FORMAT },
      ...contributions.map((_, at): Cell => ({ content: `=${QUARTERS}*${feeAt(FEES + at)}`, format: euroFormat })),
      {
        content: `=${cell(row, FEES)}-MIN(${feesIn(FEES).split(":").map(absolute).join(":")})`,
        format: euroFormat,
      },
    );
  });
  const ends = (key: string, of: "MIN" | "MAX"): Cell[] => [
    { content: t(key), style: "result" },
    { content: `=${of}(${feesIn(RATE)})`, style: "result", format: RATE_FORMAT },
    {},
    ...contributions.map((_, at): Cell => ({
      content: `=${of}(${feesIn(FEES + at)})`,
      style: "result",
      format: euroFormat,
    })),
  ];
  cells.put(last + 1, FIRST, ...ends("pane:analyst/lowest", "MIN"));
  cells.put(last + 2, FIRST, ...ends("pane:analyst/highest", "MAX"));
  const column = (at: number) => ({ row: first, column: at, rows: lines.length, columns: 1 });
  return {
    name: t("pane:analyst/fees-sheet"),
    widths: WIDTHS.slice(0, difference + 1),
    landscape: true,
    rows: cells.rows,
    charts: [
      {
        kind: "bar",
        title: t("pane:analyst/fees-chart"),
        categories: column(NAME),
        series: [{ name: t("pane:funds/fee-per-year"), values: column(FEES) }],
        place: {
          row: last + 4,
          column: FIRST,
          rows: Math.max(CHART.leastRows, 2 * lines.length + 3),
          columns: CHART.columns,
        },
        format: euroFormat,
      },
    ],
  };
}

const headCell = (column: number): Formula => cell(HEAD, column).replace(/(\d+)$/, "$$$1");
