import { type Area, type Cell, PARAMETER_INDEXATION_NAME, type SheetPlan } from "../../host/host";
import { t } from "../../i18n";
import { CATEGORIES } from "../../rules/contributions";
import { absolute, gridAt } from "../formula/a1";
import { callOf, columnOf, columnsOf, Piece } from "../formula/call";
import { filled, type Formula } from "../formula/formula";
import { choicesOf } from "../kit/choices";
import { feePiece } from "../kit/fee";
import { dateCell } from "../kit/date-cell";
import { versionFormula } from "../kit/version-formula";
import { Cells } from "./cells";
import type { Projection } from "./projection";

/** In pixels, from A on: a margin, then the columns that INASTI.PROJECT fills. */
const WIDTHS = [16, 190, 112, 104, 98, 112, 132, 86, 106, 106, 128];
const TABLE = { column: 1, columns: columnsOf("INASTI.PROJECT").length };
const CASH_OUT = TABLE.column + columnOf("INASTI.PROJECT", "cashOut");
const INPUT = { label: 1, value: 2 };
const INCOME = { year: 4, amount: 5 };
const CHART = { column: 7, columns: 4, leastRows: 13, mostRows: 20 };
const FIRST_ROW = 4;
/** Rows below the table for years that are added later: those that have formats, which are printed too, and those that the sums reach. */
const SPARE_ROWS = { formatted: 5, summed: 50 };

const WHOLE = "0";
const PERCENT = "0.00##%";
const CHART_FORMAT = "#,##0";

/** Addresses on the sheet. */
const { cell: address, range } = gridAt("A1");
const column = (at: number, row: number, rows: number): Area => ({ row, column: at, rows, columns: 1 });

/** The inputs, one below the other. */
const ROWS = { firstYear: 5, category: 6, start: 7, indexation: 8, fund: 9, growth: 10 } as const;

/** A sheet that goes on calculating by itself: every input is a cell, every result a formula on it. */
export function projectionSheet(projection: Projection, euro: string): SheetPlan {
  const cells = new Cells();
  cells.put(0, INPUT.label, { content: t("pane:projection/title"), style: "title" });
  cells.put(1, INPUT.label, { content: `=${versionFormula()}`, style: "subtitle" });
  cells.put(2, INPUT.label, { content: t("pane:projection/sheet-note"), style: "note" });
  putInputs(cells, projection);
  const incomes = putIncomes(cells, projection, euro);

  const end = Math.max(cells.rows.length, ROWS.growth);
  const chartRows = Math.min(Math.max(end - FIRST_ROW, CHART.leastRows), CHART.mostRows);
  const tableRow = Math.max(end, FIRST_ROW + chartRows) + 1;
  const count = projection.incomes.length;
  const firstYearRow = putTable(cells, tableRow, projectFormula(incomes), count, euro);

  return {
    name: t("pane:projection/title"),
    rows: cells.rows,
    widths: WIDTHS,
    landscape: true,
    choices: [{ row: ROWS.category, column: INPUT.value, values: [...choicesOf("category", CATEGORIES).values()] }],
    charts: [
      {
        kind: "column",
        title: t("pane:projection/chart"),
        categories: column(TABLE.column, firstYearRow, count),
        series: [{ name: t("pane:projection/cash-out"), values: column(CASH_OUT, firstYearRow, count) }],
        place: { row: FIRST_ROW, column: CHART.column, rows: chartRows, columns: CHART.columns },
        format: CHART_FORMAT,
      },
    ],
  };
}

/** A coloured bar over a block. */
const bar = (title: string, columns: number): Cell[] => [
  { content: title, style: "section" },
  ...Array.from({ length: columns - 1 }, (): Cell => ({ style: "section" })),
];

function putInputs(cells: Cells, projection: Projection): void {
  const { firstYear, category, start, indexation, followsWorkbook, fee, growth } = projection;
  const input = (row: number, label: string, cell: Cell): void =>
    cells.put(row, INPUT.label, { content: label }, { ...cell, style: "input" });

  cells.put(FIRST_ROW, INPUT.label, ...bar(t("pane:projection/inputs"), 2));
  input(ROWS.firstYear, t("pane:projection/first-year"), { content: firstYear, format: WHOLE });
  input(ROWS.category, t("pane:field/category"), { content: choicesOf("category", CATEGORIES).get(category)! });
  input(ROWS.start, t("pane:field/start"), dateCell(start));
  input(ROWS.indexation, t("pane:field/indexation"), {
    ...(indexation !== undefined && {
      content: followsWorkbook ? `=${PARAMETER_INDEXATION_NAME}` : Number(indexation),
    }),
    format: PERCENT,
  });
  input(ROWS.fund, t("pane:projection/fund"), {
    ...(fee !== null && { content: feePiece(fee)!.value as string | number }),
    format: PERCENT,
  });
  if (growth !== undefined)
    input(ROWS.growth, t("pane:projection/growth"), { content: Number(growth), format: PERCENT });
}

interface IncomeRanges {
  readonly incomes: string;
  /** Absent where no earlier income can matter. */
  readonly earlier: string | undefined;
}

/** The earlier incomes, where there may be some, then those of the projection; where they stand. */
function putIncomes(cells: Cells, projection: Projection, euro: string): IncomeRanges {
  const { incomes, growth, earlier } = projection;
  const firstYear = address(ROWS.firstYear, INPUT.value);
  const before = earlier.length > 0 ? earlier.length : projection.earlierYears;
  const earlierRow = FIRST_ROW + 1;
  const incomeRow = before === 0 ? earlierRow : earlierRow + before + 1;
  const income = (row: number, year: Formula, cell: Cell): void =>
    cells.put(row, INCOME.year, { content: `=${year}`, format: WHOLE }, { ...cell, format: euro });

  if (before > 0) cells.put(FIRST_ROW, INCOME.year, ...bar(t("pane:projection/earlier"), 2));
  for (let index = 0; index < before; index++) {
    const cents = earlier[index];
    income(earlierRow + index, `${firstYear}-${before - index}`, {
      ...(cents !== undefined && { content: cents / 100 }),
      style: "input",
    });
  }
  cells.put(incomeRow - 1, INCOME.year, ...bar(t("pane:projection/incomes"), 2));
  incomes.forEach((cents, index) => {
    const row = incomeRow + index;
    const previous = address(row - 1, INCOME.amount);
    income(
      row,
      index === 0 ? firstYear : `${address(row - 1, INCOME.year)}+1`,
      growth !== undefined && index > 0
        ? { content: `=ROUND(${previous}*(1+${absolute(address(ROWS.growth, INPUT.value))}),2)` }
        : { content: cents / 100, style: "input" },
    );
  });
  return {
    incomes: range(column(INCOME.amount, incomeRow, incomes.length)),
    earlier: before === 0 ? undefined : range(column(INCOME.amount, earlierRow, before)),
  };
}

function projectFormula({ incomes, earlier }: IncomeRanges): Formula {
  const given = (row: number) => new Piece(filled(address(row, INPUT.value)));
  return callOf("INASTI.PROJECT", {
    firstYear: new Piece(address(ROWS.firstYear, INPUT.value)),
    incomes: new Piece(filled(incomes)),
    category: new Piece(address(ROWS.category, INPUT.value)),
    start: given(ROWS.start),
    indexation: given(ROWS.indexation),
    fund: given(ROWS.fund),
    earlierIncomes:
      earlier === undefined ? undefined : new Piece(`IF(COUNT(${earlier})=ROWS(${earlier}),${earlier},"")`),
  }).formula;
}

/** Sums first, then the table, so that it can grow downwards; the row of its first year. */
function putTable(cells: Cells, row: number, formula: Formula, count: number, euro: string): number {
  const formats = columnsOf("INASTI.PROJECT").flatMap(([, shown]) =>
    shown === "euro" ? [euro] : shown === "number" ? [WHOLE] : [],
  );
  const firstYearRow = row + 3;
  cells.put(row, TABLE.column, ...bar(t("pane:projection/years"), TABLE.columns));
  cells.put(
    row + 1,
    TABLE.column,
    ...formats.map((format, index): Cell => {
      if (index === 0) return { content: t("pane:projection/together"), style: "result" };
      const below = range(column(TABLE.column + index, firstYearRow, count + SPARE_ROWS.summed));
      return { ...(format === euro && { content: `=SUM(${below})`, format }), style: "result" };
    }),
  );
  cells.put(
    row + 2,
    TABLE.column,
    ...Array.from({ length: TABLE.columns }, (_, index): Cell => ({
      ...(index === 0 && { content: `=${formula}` }),
      style: index < formats.length ? "headRight" : "head",
    })),
  );
  for (let index = 0; index < count + SPARE_ROWS.formatted; index++)
    cells.put(firstYearRow + index, TABLE.column, ...formats.map((format): Cell => ({ format })));
  return firstYearRow;
}
