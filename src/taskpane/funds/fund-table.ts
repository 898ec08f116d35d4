import { type Block, type Cell, type Parameters, PARAMETER_YEAR_NAME } from "../../host/host";
import { t, typedWord } from "../../i18n";
import type { Shown } from "../../definitions";
import { compareFunds } from "../../rules/funds";
import { type Grid, gridAt } from "../formula/a1";
import { callOf, columnOf, columnsOf, Piece } from "../formula/call";
import { knownYears } from "../kit/years";
import { type Basis, quarterlyFormula } from "./basis";
import { TEN_YEARS } from "./offers";

export interface FundTable {
  readonly basis: Basis;
  readonly parameters: Parameters;
  /** A rate of one's own as a fraction. */
  readonly own: string | undefined;
  readonly euroFormat: string;
}

export const RATE_FORMAT = "0.00##%";
const YEAR_FORMAT = "0";

/** Columns of FUND.COMPARE that others rest on. */
const FEE_PER_YEAR = columnOf("FUND.COMPARE", "feePerYear");
const DIFFERENCE = columnOf("FUND.COMPARE", "differencePerYear");

const CHART_ROWS = 18;
const CHART_COLUMNS = 5;

/** The funds side by side as a table that lives on in the sheet, with its upper left cell at `corner`. */
export function fundTable(table: FundTable, corner: string): Block {
  const grid = gridAt(corner);
  const { year } = table.parameters;
  const top: Cell[][] = [
    [{ content: t("pane:funds/table-title"), style: "title" }],
    [{ content: t("pane:funds/table-note"), style: "subtitle" }],
    [],
  ];
  const given = basisRows(table, grid, top.length);
  const contribution = grid.cell(top.length + given.length - 1, 1);
  const yearRow: Cell[] = [
    { content: t("pane:field/year") },
    { content: `=${PARAMETER_YEAR_NAME}`, format: YEAR_FORMAT },
  ];
  const inputs = [...top, ...given, yearRow];
  const head = inputs.length + (table.own === undefined ? 1 : 4);
  const own = ownRows(table, grid, inputs.length, contribution, head);
  const room = rowsOfAnyYear();
  const present = compareFunds(table.basis.contribution, year).value.rows.length;
  const values = (column: number) => ({ row: head + 1, column, rows: present, columns: 1 });
  return {
    rows: [
      ...inputs,
      ...own,
      [],
      headRow(contribution),
      ...Array.from({ length: room }, (_, index) => fundRow(table, grid, head + 1 + index)),
      ...Array.from({ length: CHART_ROWS + 1 }, () => []),
    ],
    charts: [
      {
        kind: "bar",
        title: t("pane:funds/fee-per-year"),
        categories: values(0),
        series: [{ name: t("pane:funds/fee-per-year"), values: values(FEE_PER_YEAR) }],
        place: { row: head + room + 2, column: 0, rows: CHART_ROWS, columns: CHART_COLUMNS },
        format: table.euroFormat,
      },
    ],
  };
}

/** What the contribution comes from, and the contribution last. */
function basisRows({ basis, parameters, euroFormat }: FundTable, grid: Grid, first: number): Cell[][] {
  const contribution = { content: t("pane:funds/contribution") };
  if (basis.kind === "contribution")
    return [[contribution, { content: basis.contribution / 100, style: "input", format: euroFormat }]];
  const { income, category, quarter } = basis;
  const given = (row: number): Piece => new Piece(grid.cell(first + row, 1));
  const cells = { income: given(0), category: given(1), quarter: given(2) };
  return [
    [{ content: t("pane:field/income") }, { content: income / 100, style: "input", format: euroFormat }],
    [{ content: t("pane:field/category") }, { content: typedWord("category", category), style: "input" }],
    ...(quarter === undefined
      ? []
      : [[{ content: t("pane:field/quarter") }, { content: Number(quarter), style: "input" } satisfies Cell]]),
    [contribution, { content: `=${quarterlyFormula(basis, parameters, cells)}`, format: euroFormat }],
  ];
}

/** FUND.COMPARE knows no rate of one's own: it stands above, against the cheapest fund. */
function ownRows(
  { own, euroFormat }: FundTable,
  grid: Grid,
  first: number,
  contribution: string,
  head: number,
): Cell[][] {
  if (own === undefined) return [];
  const call = { contribution: new Piece(contribution), fund: new Piece(grid.cell(first, 1)) };
  const fee = `4*${callOf("FUND.FEE", call).formula}`;
  const difference = `${grid.cell(first + 1, 1)}-${grid.cell(head + 1, FEE_PER_YEAR)}`;
  return [
    [{ content: t("pane:field/own-rate") }, { content: Number(own), style: "input", format: RATE_FORMAT }],
    [{ content: t("pane:funds/own-fee") }, { content: `=${fee}`, format: euroFormat }],
    [{ content: t("pane:funds/own-difference") }, { content: `=${difference}`, format: euroFormat }],
  ];
}

const isNumber = (shown: Shown): boolean => shown !== "text" && shown !== "confidence";

const RIGHT: Cell = { style: "headRight" };
const LEFT: Cell = { style: "head" };

function headRow(contribution: string): Cell[] {
  const call = { contribution: new Piece(contribution), year: new Piece(PARAMETER_YEAR_NAME) };
  const [, ...columns] = columnsOf("FUND.COMPARE");
  return [
    { content: `=${callOf("FUND.COMPARE", call).formula}`, style: "head" },
    ...columns.map(([, shown]) => (isNumber(shown) ? RIGHT : LEFT)),
    { content: t("pane:funds/ten-years"), style: "headRight" },
  ];
}

function fundRow({ euroFormat }: FundTable, grid: Grid, row: number): Cell[] {
  const difference = grid.cell(row, DIFFERENCE);
  const formats: Partial<Record<Shown, string>> = { rate: RATE_FORMAT, number: YEAR_FORMAT, euro: euroFormat };
  return [
    ...columnsOf("FUND.COMPARE").map(([, shown]): Cell => {
      const format = formats[shown];
      return format === undefined ? {} : { format };
    }),
    // Another year may have fewer funds, and the last row has names alone.
    { content: `=IF(ISNUMBER(${difference}),${TEN_YEARS}*${difference},"")`, format: euroFormat },
  ];
}

/** So many rows take the funds of every year, with those that have no figure. */
function rowsOfAnyYear(): number {
  return Math.max(
    ...knownYears().map((year) => {
      const { rows, withoutFigure } = compareFunds(0, year).value;
      return rows.length + Math.min(withoutFigure.length, 1);
    }),
  );
}
