import { type Area, type Cell, PARAMETER_INDEXATION_NAME, type SheetPlan } from "../../host/host";
import { t, typedWord } from "../../i18n";
import { QUARTERS_OF_YEAR } from "../../rules/calendar";
import { CATEGORIES, type Category } from "../../rules/contributions";
import { SETTLEMENT_DELAY } from "../../rules/projection";
import { absolute } from "../formula/a1";
import { callOf, columnOf, Piece, wordPiece } from "../formula/call";
import { filled, type Formula, toCents } from "../formula/formula";
import { bar, Cells, PERCENT, WHOLE } from "../kit/cells";
import { choicesOf } from "../kit/choices";
import { dateCell } from "../kit/date-cell";
import { feePiece } from "../kit/fee";
import { dateFormat } from "../kit/numbers";
import { versionFormula } from "../kit/version-formula";
import { monthlyFormula } from "./monthly";
import { INCOME_WIDTH, PaymentRows } from "./payment-rows";
import type { Projection } from "./projection";
import {
  address,
  column,
  FIRST_ROW,
  fixed,
  INPUT,
  LAST_COLUMN,
  type Places,
  range,
  ROWS,
  TABLE,
  WIDTHS,
  YEAR,
  YEARS_AFTER,
} from "./sheet-layout";
import { countsFrom1904 } from "../../page/date-system";

/** Side by side, as INASTI.CASHFLOW reads them. */
const CAREER = { from: 4, status: 5, leastRows: 8, spareRows: 3 };
const CHART = {
  rows: 11,
  format: "#,##0",
  place: {
    besideCareer: { column: 6, columns: LAST_COLUMN - 5 },
    besideInputs: { column: 5, columns: LAST_COLUMN - 4 },
  },
};
/** Rows below the payments for years that are added later: those that have formats, which are printed too, and those that sums reach. */
const SPARE_ROWS = { formatted: 5, summed: 50 };
/** Four a year and its settlement. */
const PAYMENTS_OF_YEAR = 5;

const fixedRange = (area: Area): Formula => range(area).split(":").map(absolute).join(":");

/**
 * A sheet that goes on calculating by itself: every input is a cell, every result a formula on it. `isNative`: a formula a payment, by
 * functions that have native forms, for a copy without the add-in; the activity is then in one category, from before the incomes on.
 */
export function projectionSheet(projection: Projection, euro: string, isNative = false): SheetPlan {
  const cells = new Cells();
  const offered = choicesOf("category", CATEGORIES);
  cells.put(0, TABLE.column, { content: t("pane:projection/title"), style: "title" });
  cells.put(1, TABLE.column, { content: `=${versionFormula()}`, style: "subtitle" });
  cells.put(2, TABLE.column, {
    content: t(isNative ? "pane:projection/sheet-note-one-category" : "pane:projection/sheet-note"),
    style: "note",
  });
  cells.put(3, TABLE.column, { content: t("pane:projection/sheet-assumed"), style: "note" });
  putInputs(cells, projection);
  const category = ROWS.growth + (projection.growth === undefined ? 0 : 1);
  const career = isNative ? undefined : putCareer(cells, projection);
  if (!career)
    putInput(cells, category, t("pane:field/category"), {
      content: offered.get(projection.career[0]!.status as Category)!,
    });

  const yearsRow = Math.max(cells.rows.length, FIRST_ROW + CHART.rows) + 1;
  const earlier = projection.earlier.length > 0 ? projection.earlier.length : projection.earlierYears;
  const count = projection.incomes.length;
  const places: Places = {
    start: career ? fixed(career.row, CAREER.from) : `DATE(${fixed(ROWS.firstYear, INPUT.value)},1,1)`,
    earlier: { row: yearsRow + 2, count: earlier },
    years: { row: yearsRow + 2 + earlier, count },
    payments: yearsRow + 2 + earlier + count + YEARS_AFTER + 4,
  };
  const rows = career ? undefined : new PaymentRows(projection, places, fixed(category, INPUT.value), euro);
  putYears(cells, yearsRow, projection, places, euro, rows);
  putPayments(cells, places, euro, rows ?? cashflowFormula(projection, places, career!));

  return {
    name: t("pane:projection/title"),
    rows: cells.rows,
    widths: rows ? [...WIDTHS, INCOME_WIDTH] : WIDTHS,
    landscape: true,
    choices: [
      { row: career?.row ?? category, column: career ? CAREER.status : INPUT.value, values: [...offered.values()] },
      { row: ROWS.settlement, column: INPUT.value, values: QUARTERS_OF_YEAR.map(String) },
    ],
    charts: [
      {
        kind: "column",
        title: t("pane:projection/chart"),
        categories: column(YEAR.year, places.years.row, count),
        series: [{ name: t("pane:projection/cash-out"), values: column(YEAR.paid, places.years.row, count) }],
        place: { row: FIRST_ROW, ...CHART.place[career ? "besideCareer" : "besideInputs"], rows: CHART.rows },
        format: CHART.format,
      },
    ],
  };
}

interface Career {
  readonly row: number;
  readonly rows: number;
}

function putInputs(cells: Cells, projection: Projection): void {
  const { firstYear, indexation, followsWorkbook, fee, growth, settlementQuarter } = projection;
  const input = (row: number, label: string, cell: Cell): void => putInput(cells, row, label, cell);
  cells.put(FIRST_ROW, INPUT.label, ...bar(t("pane:projection/inputs"), INPUT.columns + 1));
  input(ROWS.firstYear, t("pane:projection/first-year"), { content: firstYear, format: WHOLE });
  input(ROWS.indexation, t("pane:projection/indexation"), {
    content: followsWorkbook ? `=${PARAMETER_INDEXATION_NAME}` : Number(indexation),
    format: PERCENT,
  });
  input(ROWS.fund, t("pane:projection/fund"), {
    ...(fee !== null && { content: feePiece(fee)!.value as string | number }),
    format: PERCENT,
  });
  input(ROWS.settlement, t("pane:projection/settled-in"), { content: settlementQuarter, format: WHOLE });
  if (growth !== undefined)
    input(ROWS.growth, t("pane:projection/growth"), { content: Number(growth), format: PERCENT });
}

function putInput(cells: Cells, row: number, label: string, cell: Cell): void {
  cells.put(row, INPUT.label, { content: label });
  cells.put(row, INPUT.value, { ...cell, style: "input" });
}

function putCareer(cells: Cells, { career }: Projection): Career {
  const row = FIRST_ROW + 2;
  const rows = Math.max(CAREER.leastRows, career.length + CAREER.spareRows);
  cells.put(FIRST_ROW, CAREER.from, ...bar(t("pane:projection/career"), 2));
  cells.put(
    FIRST_ROW + 1,
    CAREER.from,
    { content: t("pane:projection/from"), style: "headRight" },
    { content: t("pane:projection/situation"), style: "headRight" },
  );
  for (let index = 0; index < rows; index++) {
    const change = career[index];
    cells.put(
      row + index,
      CAREER.from,
      { ...dateCell(change?.from), style: "input" },
      { ...(change && { content: typedWord("category", change.status) }), style: "input" },
    );
  }
  return { row, rows };
}

function cashflowFormula({ basis, earlier, earlierYears }: Projection, places: Places, career: Career): Formula {
  const given = (row: number): Piece => new Piece(filled(fixed(row, INPUT.value)));
  const { years } = places;
  const before = range(column(YEAR.amount, places.earlier.row, places.earlier.count));
  const incomes = range(column(YEAR.amount, years.row, years.count + YEARS_AFTER));
  return callOf("INASTI.CASHFLOW", {
    career: new Piece(range({ row: career.row, column: CAREER.from, rows: career.rows, columns: 2 })),
    firstYear: new Piece(fixed(ROWS.firstYear, INPUT.value)),
    incomes: new Piece(filled(incomes)),
    indexation: given(ROWS.indexation),
    fund: given(ROWS.fund),
    earlierIncomes:
      earlier.length + earlierYears === 0 ? undefined : new Piece(`IF(COUNT(${before})=ROWS(${before}),${before},"")`),
    settlementQuarter: new Piece(fixed(ROWS.settlement, INPUT.value)),
    basis: basis === "profit" ? wordPiece("amountBasis", basis) : undefined,
  }).formula;
}

/** A row a year: its amount is given, what is paid and owed is added up from the payments. */
function putYears(
  cells: Cells,
  top: number,
  projection: Projection,
  places: Places,
  euro: string,
  rows: PaymentRows | undefined,
): void {
  const { incomes, growth, earlier, basis } = projection;
  const { years } = places;
  const head = (key: string): Cell => ({ content: t(`pane:projection/${key}`), style: "headRight" });
  cells.put(top, YEAR.year, ...bar(t("pane:projection/years"), TABLE.columns.length + (rows ? 1 : 0)));
  cells.put(
    top + 1,
    YEAR.year,
    { content: t("pane:field/year"), style: "headRight" },
    head(basis === "profit" ? "profit" : "income"),
    ...QUARTERS_OF_YEAR.map((quarter) => head(`day/${quarter}`)),
    ...["paid", "monthly", "of-settlement", "of-fee", "owed", ...(rows ? ["income"] : [])].map(head),
  );

  const firstYear = fixed(ROWS.firstYear, INPUT.value);
  for (let index = 0; index < places.earlier.count; index++) {
    const row = places.earlier.row + index;
    const cents = earlier[index];
    cells.put(
      row,
      YEAR.year,
      { content: `=${firstYear}-${places.earlier.count - index}`, format: WHOLE },
      { ...(cents !== undefined && { content: cents / 100 }), style: "input", format: euro },
      ...(rows?.earlierResults(index) ?? [{ content: t("pane:projection/earlier"), style: "note" } as const]),
    );
  }

  // Years are counted, for rows come between, and in the margin: a cell that named itself would be a circle.
  const margin = (row: number): Formula => address(row, 0);
  const last = years.row + years.count + YEARS_AFTER - 1;
  for (let index = 0; index < years.count + YEARS_AFTER; index++) {
    const row = years.row + index;
    const cents = incomes[index];
    const isGrown = growth !== undefined && index > 0 && cents !== undefined;
    const amount: Cell = isGrown
      ? { content: `=ROUND(${address(row - 1, YEAR.amount)}*(1+${fixed(ROWS.growth, INPUT.value)}),2)` }
      : { ...(cents !== undefined && { content: cents / 100 }), style: "input" };
    cells.put(
      row,
      YEAR.year,
      { content: `=${firstYear}+ROWS(${absoluteRow(margin(years.row))}:${margin(row)})-1`, format: WHOLE },
      ...(rows?.takes(index) === false ? [{}] : [{ ...amount, format: euro }]),
      ...(rows?.resultsOf(index) ?? resultsOf(row, last, places)).map((content): Cell =>
        content === "" ? {} : { content, format: euro },
      ),
    );
  }
  cells.put(
    last + 1,
    YEAR.year,
    { content: t("pane:projection/together"), style: "result" },
    ...TABLE.columns.slice(1).map((_, index): Cell => {
      const at = YEAR.amount + index;
      return at === YEAR.monthly
        ? { style: "result" }
        : {
            content: `=${toCents(`SUM(${range(column(at, years.row, last - years.row + 1))})`)}`,
            format: euro,
            style: "result",
          };
    }),
  );
  if (!rows) cells.put(last + 2, YEAR.year, { content: t("pane:projection/sheet-years"), style: "note" });
}

/** The results of the year in a row, one formula a column; `last` is the last row that an income can stand in. */
function resultsOf(row: number, last: number, { payments, years, start }: Places): Formula[] {
  const table = fixed(payments, TABLE.column);
  const rows = (years.count + YEARS_AFTER) * PAYMENTS_OF_YEAR + SPARE_ROWS.summed;
  const of = (name: string): Formula =>
    fixedRange(column(TABLE.column + columnOf("INASTI.CASHFLOW", name), payments + 1, rows));
  // Without the table no amount is due, nor is it nothing.
  const ofTable = (formula: Formula): Formula => `=IF(ISERROR(${table}),${table},${toCents(formula)})`;
  const year = `$${address(row, YEAR.year)}`;
  /** Of a contribution year: all of it, and what is provisional in a quarter or in all of them. */
  const whole = (name: string, of1: Formula): Formula => `SUMIFS(${of(name)},${of("year")},${of1})`;
  const provisional = (name: string, of1: Formula, quarter = '">0"'): Formula =>
    `SUMIFS(${of(name)},${of("year")},${of1},${of("quarter")},${quarter})`;
  const settledYear = `${year}-${SETTLEMENT_DELAY}`;
  const settled = (name: string): Formula => `${whole(name, settledYear)}-${provisional(name, settledYear)}`;
  const settlement = address(row, YEAR.settlement);
  const quarters = QUARTERS_OF_YEAR.map((quarter) => address(row, YEAR.quarters + quarter - 1));
  const isOpen = `COUNT(${address(row, YEAR.amount)}:${absoluteRow(address(last, YEAR.amount))})=0`;
  const monthly = monthlyFormula({
    due: (quarter) => `SUM(${quarters[0]!}:${quarters[quarter - 1]!})`,
    year,
    start,
  });
  return [
    ...QUARTERS_OF_YEAR.map((quarter) =>
      ofTable(
        `${provisional("amount", year, String(quarter))}+IF(${fixed(ROWS.settlement, INPUT.value)}=${quarter},${settlement},0)`,
      ),
    ),
    `=${toCents(`SUM(${quarters[0]!}:${quarters[3]!})`)}`,
    `=IF(${isOpen},"",${monthly})`,
    ofTable(settled("amount")),
    ofTable(`${provisional("fee", year)}+${settled("fee")}`),
    `=IF(${isOpen},"",IF(ISERROR(${table}),${table},${toCents(whole("amount", year))}))`,
  ];
}

/** The row of a cell stays, its column moves. */
const absoluteRow = (cell: Formula): Formula => cell.replace(/(\d+)$/, "$$$1");

/** The payments, to the end of the sheet, so that they can grow. */
function putPayments(cells: Cells, { years, payments }: Places, euro: string, by: Formula | PaymentRows): void {
  const isFilled = typeof by === "string";
  const columns = isFilled ? TABLE.columns : TABLE.columns.slice(0, by.columns);
  cells.put(payments - 1, TABLE.column, ...bar(t("pane:projection/payments"), columns.length));
  cells.put(
    payments,
    TABLE.column,
    ...columns.map(([name, shown], index): Cell => ({
      ...(isFilled ? index === 0 && { content: `=${by}` } : { content: t(`column/${kebab(name)}`) }),
      style: shown === "euro" || shown === "number" ? "headRight" : "head",
    })),
  );
  const date = countsFrom1904() ? "@" : dateFormat();
  const formats = columns.map(([, shown]) =>
    shown === "euro" ? euro : shown === "date" ? date : shown === "number" ? WHOLE : undefined,
  );
  const rows = (years.count + YEARS_AFTER) * PAYMENTS_OF_YEAR + SPARE_ROWS.formatted;
  const contents = isFilled ? Array.from({ length: rows }, (): Formula[] => []) : by.all();
  contents.forEach((formulas, index) =>
    cells.put(
      payments + 1 + index,
      TABLE.column,
      ...formats.map((format, at): Cell => {
        const content = formulas[at];
        const isDay = columns[at]![1] === "date";
        return {
          ...(isDay && { style: "left" }),
          ...(format !== undefined && { format }),
          ...(content !== undefined && { content }),
        };
      }),
    ),
  );
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
