import { type Area, type Cell, PARAMETER_INDEXATION_NAME, type SheetPlan } from "../../host/host";
import { t, typedWord } from "../../i18n";
import { CATEGORIES } from "../../rules/contributions";
import { absolute, gridAt } from "../formula/a1";
import { callOf, columnOf, columnsOf, Piece, wordPiece } from "../formula/call";
import { filled, type Formula, toCents } from "../formula/formula";
import { choicesOf } from "../kit/choices";
import { dateCell } from "../kit/date-cell";
import { feePiece } from "../kit/fee";
import { versionFormula } from "../kit/version-formula";
import { bar, Cells, PERCENT, WHOLE } from "../kit/cells";
import type { Comparison } from "./scenarios";

/** In pixels, from A on: a margin, the labels, the scenarios; then the rest of what INASTI.PROJECT fills. */
const WIDTHS = [16, 250, 150, 150, 150, 150, 190, 142, 112, 112, 130, 120];
const LABEL = 1;
const FIRST = 2;
const FIRST_ROW = 5;
const CHART = { columns: 5, rows: 15, format: "#,##0" };
const COLUMNS = columnsOf("INASTI.PROJECT");

/** The inputs, one below the other; those of all scenarios stand in the first column. */
const ROWS = {
  name: 6,
  firstYear: 7,
  start: 8,
  category: 9,
  fund: 10,
  indexation: 11,
  growth: 12,
  premium: 13,
} as const;

/** Addresses on the sheet. */
const { cell: address, range } = gridAt("A1");
const fixed = (row: number, column: number): Formula => absolute(address(row, column));
const column = (at: number, row: number, rows: number): Area => ({ row, column: at, rows, columns: 1 });

/** Where the blocks of the sheet begin, each with its bar. */
interface Places {
  readonly earlier: number;
  readonly amounts: number;
  readonly results: number;
  /** The header that INASTI.PROJECT fills, a scenario each. */
  readonly tables: readonly number[];
}

/** Scenarios side by side: every input is a cell, every result a formula on it, and the first is what the others are held against. */
export function scenariosSheet(comparison: Comparison, euro: string): SheetPlan {
  const { count, scenarios, earlier, earlierYears } = comparison;
  const cells = new Cells();
  const before = earlier.length > 0 ? earlier.length : earlierYears;
  const amounts = ROWS.premium + 2 + (before === 0 ? 0 : before + 1);
  const results = amounts + count + 2;
  const firstTable = results + count + summaryOf(comparison).length + 4;
  const places: Places = {
    earlier: ROWS.premium + 2,
    amounts,
    results,
    tables: scenarios.map((_, index) => firstTable + index * (count + 3)),
  };

  cells.put(0, LABEL, { content: t("pane:scenarios/title"), style: "title" });
  cells.put(1, LABEL, { content: `=${versionFormula()}`, style: "subtitle" });
  cells.put(2, LABEL, { content: t("pane:scenarios/sheet-note"), style: "note" });
  cells.put(3, LABEL, { content: t("pane:scenarios/sheet-assumed"), style: "note" });
  putInputs(cells, comparison);
  if (before > 0) putEarlier(cells, comparison, places.earlier, before, euro);
  putAmounts(cells, comparison, places.amounts, euro);
  putResults(cells, comparison, places, euro);
  scenarios.forEach((_, index) => putTable(cells, comparison, places, index, before, euro));

  const firstYearRow = places.results + 2;
  return {
    name: t("pane:scenarios/title"),
    rows: cells.rows,
    widths: WIDTHS,
    landscape: true,
    choices: scenarios.map((_, index) => ({
      row: ROWS.category,
      column: FIRST + index,
      values: [...choicesOf("category", CATEGORIES).values()],
    })),
    charts: [
      {
        kind: "column",
        title: t("pane:scenarios/chart"),
        categories: column(LABEL, firstYearRow, count),
        series: scenarios.map(({ name }, index) => ({ name, values: column(FIRST + index, firstYearRow, count) })),
        place: { row: FIRST_ROW, column: FIRST + scenarios.length, rows: CHART.rows, columns: CHART.columns },
        format: CHART.format,
      },
    ],
  };
}

const width = ({ scenarios }: Comparison): number => scenarios.length + 1;

function putInputs(cells: Cells, comparison: Comparison): void {
  const { firstYear, start, scenarios } = comparison;
  const row = (at: number, label: string, ...inputs: readonly Cell[]): void =>
    cells.put(at, LABEL, { content: label }, ...inputs.map((cell): Cell => ({ ...cell, style: "input" })));

  cells.put(FIRST_ROW, LABEL, ...bar(t("pane:projection/inputs"), width(comparison)));
  row(ROWS.name, t("pane:scenarios/name"), ...scenarios.map(({ name }): Cell => ({ content: name, literal: true })));
  row(ROWS.firstYear, t("pane:projection/first-year"), { content: firstYear, format: WHOLE });
  row(ROWS.start, t("pane:field/start"), dateCell(start));
  row(
    ROWS.category,
    t("pane:field/category"),
    ...scenarios.map(({ category }): Cell => ({ content: typedWord("category", category) })),
  );
  row(
    ROWS.fund,
    t("pane:projection/fund"),
    ...scenarios.map(({ fee }): Cell => ({
      ...(fee !== null && { content: feePiece(fee)!.value as string | number }),
      format: PERCENT,
    })),
  );
  row(
    ROWS.indexation,
    t("pane:projection/indexation"),
    ...scenarios.map(({ indexation, followsWorkbook }): Cell => ({
      content: followsWorkbook ? `=${PARAMETER_INDEXATION_NAME}` : Number(indexation),
      format: PERCENT,
    })),
  );
  row(
    ROWS.growth,
    t("pane:projection/growth"),
    ...scenarios.map(({ growth }): Cell => ({
      ...(growth !== undefined && { content: Number(growth) }),
      format: PERCENT,
    })),
  );
}

function putEarlier(cells: Cells, { earlier }: Comparison, top: number, count: number, euro: string): void {
  cells.put(top, LABEL, ...bar(t("pane:projection/earlier"), 2));
  for (let index = 0; index < count; index++) {
    const cents = earlier[index];
    cells.put(
      top + 1 + index,
      LABEL,
      { content: `=${fixed(ROWS.firstYear, FIRST)}-${count - index}`, format: WHOLE },
      { ...(cents !== undefined && { content: cents / 100 }), style: "input", format: euro },
    );
  }
}

/** The premium of each scenario, then its amounts: those that grow follow the first. */
function putAmounts(cells: Cells, comparison: Comparison, top: number, euro: string): void {
  const { basis, count, scenarios } = comparison;
  cells.put(
    ROWS.premium,
    LABEL,
    { content: t("pane:scenarios/premium") },
    ...scenarios.map(({ premium }): Cell => ({
      ...(premium > 0 && { content: premium / 100 }),
      style: "input",
      format: euro,
    })),
  );
  cells.put(top, LABEL, ...bar(t(`pane:scenarios/${basis}s`), width(comparison)));
  for (let index = 0; index < count; index++) {
    const row = top + 1 + index;
    cells.put(
      row,
      LABEL,
      { content: yearIn(index), format: WHOLE },
      ...scenarios.map(({ amounts, growth }, at): Cell => {
        const grows = growth !== undefined && index > 0;
        const above = address(row - 1, FIRST + at);
        return grows
          ? { content: `=${toCents(`${above}*(1+${address(ROWS.growth, FIRST + at)})`)}`, format: euro }
          : { content: amounts[index]! / 100, style: "input", format: euro };
      }),
    );
  }
}

const yearIn = (index: number): Formula => `=${fixed(ROWS.firstYear, FIRST)}${index === 0 ? "" : `+${index}`}`;

interface Summary {
  readonly key: "total" | "owed" | "premiums" | "left";
  readonly isDifference: boolean;
}

/** What is held against the first scenario, a row and its difference each. */
function summaryOf({ basis }: Comparison): Summary[] {
  const keys: Summary["key"][] = ["total", "owed", "premiums", ...(basis === "profit" ? (["left"] as const) : [])];
  return keys.flatMap((key) => [
    { key, isDifference: false },
    { key, isDifference: true },
  ]);
}

function putResults(cells: Cells, comparison: Comparison, { results, amounts, tables }: Places, euro: string): void {
  const { count, scenarios } = comparison;
  cells.put(results, LABEL, ...bar(t("pane:scenarios/results"), width(comparison)));
  cells.put(
    results + 1,
    LABEL,
    { content: t("pane:field/year"), style: "headRight" },
    ...scenarios.map((_, at): Cell => ({ content: `=${address(ROWS.name, FIRST + at)}`, style: "headRight" })),
  );
  /** What stands in the table of a scenario, or why there is none. */
  const ofTable = (at: number, formula: Formula): Formula => {
    const corner = address(tables[at]!, LABEL);
    return `=IF(ISERROR(${corner}),${corner},${formula})`;
  };
  const inTable = (at: number, name: string): Formula =>
    range(column(LABEL + columnOf("INASTI.PROJECT", name), tables[at]! + 1, count));
  for (let index = 0; index < count; index++)
    cells.put(
      results + 2 + index,
      LABEL,
      { content: yearIn(index), format: WHOLE },
      ...scenarios.map((_, at): Cell => {
        const cell = address(tables[at]! + 1 + index, LABEL + columnOf("INASTI.PROJECT", "cashOut"));
        return { content: ofTable(at, cell), format: euro };
      }),
    );

  const summary = summaryOf(comparison);
  const top = results + 2 + count;
  const rowOf = (key: Summary["key"]): number => top + summary.findIndex((one) => one.key === key);
  const value = (key: Summary["key"], at: number): Formula => {
    const own = FIRST + at;
    switch (key) {
      case "total":
        return `=${toCents(`SUM(${range(column(own, results + 2, count))})`)}`;
      case "owed":
        return ofTable(at, toCents(`SUM(${inTable(at, "final")})`));
      case "premiums":
        return `=${toCents(`${count}*${address(ROWS.premium, own)}`)}`;
      case "left":
        return `=${toCents(
          `SUM(${range(column(own, amounts + 1, count))})-${address(rowOf("total"), own)}-${address(rowOf("premiums"), own)}`,
        )}`;
    }
  };
  summary.forEach(({ key, isDifference }, index) => {
    const row = top + index;
    const label = t(isDifference ? "pane:scenarios/difference" : `pane:scenarios/${key}`);
    cells.put(
      row,
      LABEL,
      isDifference ? { content: label } : { content: label, style: "result" },
      ...scenarios.map((_, at): Cell => {
        if (!isDifference) return { content: value(key, at), format: euro, style: "result" };
        if (at === 0) return {};
        const [own, first] = [address(row - 1, FIRST + at), `$${address(row - 1, FIRST)}`];
        return { content: `=${toCents(`${own}-${first}`)}`, format: euro };
      }),
    );
  });
}

/** A scenario year by year. */
function putTable(
  cells: Cells,
  { count, basis, earlier, earlierYears }: Comparison,
  { tables, amounts, earlier: earlierBar }: Places,
  at: number,
  before: number,
  euro: string,
): void {
  const row = tables[at]!;
  const own = FIRST + at;
  const columns = [...COLUMNS.map(([, shown]) => shown), ...(basis === "profit" ? (["euro"] as const) : [])];
  const given = (input: number): Piece => new Piece(filled(address(input, own)));
  const ofAll = (input: number): Formula => fixed(input, FIRST);
  const path = range(column(own, amounts + 1, count));
  const past = range(column(FIRST, earlierBar + 1, before));
  const { formula } = callOf("INASTI.PROJECT", {
    firstYear: new Piece(ofAll(ROWS.firstYear)),
    incomes: new Piece(`IF(${path}="","",${path}-${address(ROWS.premium, own)})`),
    category: new Piece(address(ROWS.category, own)),
    start: new Piece(filled(ofAll(ROWS.start))),
    indexation: given(ROWS.indexation),
    fund: given(ROWS.fund),
    earlierIncomes:
      earlier.length + earlierYears === 0 ? undefined : new Piece(`IF(COUNT(${past})=ROWS(${past}),${past},"")`),
    basis: basis === "profit" ? wordPiece("amountBasis", basis) : undefined,
  });
  const name: Cell = { content: `=${address(ROWS.name, own)}`, style: "section" };
  cells.put(row - 1, LABEL, name, ...columns.slice(1).map((): Cell => ({ style: "section" })));
  cells.put(
    row,
    LABEL,
    ...columns.map((shown, index): Cell => ({
      ...(index === 0 && { content: `=${formula}` }),
      style: shown === "euro" || shown === "number" ? "headRight" : "head",
    })),
  );
  for (let index = 1; index <= count; index++)
    cells.put(
      row + index,
      LABEL,
      ...columns.map((shown): Cell =>
        shown === "euro" ? { format: euro } : shown === "number" ? { format: WHOLE } : {},
      ),
    );
}
