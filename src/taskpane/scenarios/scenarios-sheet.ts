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
const INPUTS = ["name", "firstYear", "start", "category", "fund", "indexation", "growth", "premium"] as const;
type Input = (typeof INPUTS)[number];

/** In which row each stands; without the start of the activity each that follows it stands a row higher. */
function inputRows(hasStart: boolean): Readonly<Record<Input, number>> {
  const shown = INPUTS.filter((input) => hasStart || input !== "start");
  return Object.fromEntries(INPUTS.map((input) => [input, FIRST_ROW + 1 + shown.indexOf(input)])) as Record<
    Input,
    number
  >;
}

/** Addresses on the sheet. */
const { cell: address, range } = gridAt("A1");
const fixed = (row: number, column: number): Formula => absolute(address(row, column));
const column = (at: number, row: number, rows: number): Area => ({ row, column: at, rows, columns: 1 });

/** Where the blocks of the sheet begin, each with its bar. */
interface Places {
  readonly inputs: Readonly<Record<Input, number>>;
  readonly earlier: number;
  readonly amounts: number;
  /** What is left of the amounts once the premium is paid, which INASTI.PROJECT reads. */
  readonly after: number;
  readonly results: number;
  /** The header that INASTI.PROJECT fills, a scenario each. */
  readonly tables: readonly number[];
}

/**
 * Scenarios side by side: every input is a cell, every result a formula on it, and the first is what the others are held against. `isNative`:
 * for a copy without the add-in, where what a start of the activity changes makes formulas longer than Excel takes; it then began long before.
 */
export function scenariosSheet(comparison: Comparison, euro: string, isNative = false): SheetPlan {
  const { count, scenarios, earlier, earlierYears } = comparison;
  const cells = new Cells();
  const before = earlier.length > 0 ? earlier.length : earlierYears;
  const inputs = inputRows(!isNative);
  const amounts = inputs.premium + 2 + (before === 0 ? 0 : before + 1);
  const after = amounts + count + 2;
  const results = after + count + 2;
  const firstTable = results + count + summaryOf(comparison).length + 4;
  const places: Places = {
    inputs,
    earlier: inputs.premium + 2,
    amounts,
    after,
    results,
    tables: scenarios.map((_, index) => firstTable + index * (count + 3)),
  };

  cells.put(0, LABEL, { content: t("pane:scenarios/title"), style: "title" });
  cells.put(1, LABEL, { content: `=${versionFormula()}`, style: "subtitle" });
  cells.put(2, LABEL, {
    content: t(`pane:scenarios/${isNative ? "sheet-note-long-active" : "sheet-note"}`),
    style: "note",
  });
  cells.put(3, LABEL, { content: t("pane:scenarios/sheet-assumed"), style: "note" });
  putInputs(cells, comparison, inputs, isNative);
  if (before > 0) putEarlier(cells, comparison, places, before, euro);
  putAmounts(cells, comparison, places, euro);
  putAfter(cells, comparison, places, euro);
  putResults(cells, comparison, places, euro);
  scenarios.forEach((_, index) => putTable(cells, comparison, places, index, before, euro, isNative));

  const firstYearRow = places.results + 2;
  return {
    name: t("pane:scenarios/title"),
    rows: cells.rows,
    widths: WIDTHS,
    landscape: true,
    choices: scenarios.map((_, index) => ({
      row: inputs.category,
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

function putInputs(cells: Cells, comparison: Comparison, rows: Places["inputs"], isNative: boolean): void {
  const { firstYear, start, scenarios } = comparison;
  const row = (at: number, label: string, ...inputs: readonly Cell[]): void =>
    cells.put(at, LABEL, { content: label }, ...inputs.map((cell): Cell => ({ ...cell, style: "input" })));

  cells.put(FIRST_ROW, LABEL, ...bar(t("pane:projection/inputs"), width(comparison)));
  row(rows.name, t("pane:scenarios/name"), ...scenarios.map(({ name }): Cell => ({ content: name, literal: true })));
  row(rows.firstYear, t("pane:projection/first-year"), { content: firstYear, format: WHOLE });
  if (!isNative) row(rows.start, t("pane:field/start"), dateCell(start));
  row(
    rows.category,
    t("pane:field/category"),
    ...scenarios.map(({ category }): Cell => ({ content: typedWord("category", category) })),
  );
  row(
    rows.fund,
    t("pane:projection/fund"),
    ...scenarios.map(({ fee }): Cell => ({
      ...(fee !== null && { content: feePiece(fee)!.value as string | number }),
      format: PERCENT,
    })),
  );
  row(
    rows.indexation,
    t("pane:projection/indexation"),
    ...scenarios.map(({ indexation, followsWorkbook }): Cell => ({
      content: followsWorkbook ? `=${PARAMETER_INDEXATION_NAME}` : Number(indexation),
      format: PERCENT,
    })),
  );
  row(
    rows.growth,
    t("pane:projection/growth"),
    ...scenarios.map(({ growth }): Cell => ({
      ...(growth !== undefined && { content: Number(growth) }),
      format: PERCENT,
    })),
  );
}

function putEarlier(
  cells: Cells,
  { earlier }: Comparison,
  { inputs, earlier: top }: Places,
  count: number,
  euro: string,
): void {
  cells.put(top, LABEL, ...bar(t("pane:projection/earlier"), 2));
  for (let index = 0; index < count; index++) {
    const cents = earlier[index];
    cells.put(
      top + 1 + index,
      LABEL,
      { content: `=${fixed(inputs.firstYear, FIRST)}-${count - index}`, format: WHOLE },
      { ...(cents !== undefined && { content: cents / 100 }), style: "input", format: euro },
    );
  }
}

/** The premium of each scenario, then its amounts: those that grow follow the first. */
function putAmounts(cells: Cells, comparison: Comparison, { inputs, amounts: top }: Places, euro: string): void {
  const { basis, count, scenarios } = comparison;
  cells.put(
    inputs.premium,
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
      { content: yearIn(inputs, index), format: WHOLE },
      ...scenarios.map(({ amounts, growth }, at): Cell => {
        const grows = growth !== undefined && index > 0;
        const above = address(row - 1, FIRST + at);
        return grows
          ? { content: `=${toCents(`${above}*(1+${address(inputs.growth, FIRST + at)})`)}`, format: euro }
          : { content: amounts[index]! / 100, style: "input", format: euro };
      }),
    );
  }
}

function putAfter(cells: Cells, comparison: Comparison, { inputs, amounts, after }: Places, euro: string): void {
  const { basis, count, scenarios } = comparison;
  cells.put(after, LABEL, ...bar(t(`pane:scenarios/after/${basis}`), width(comparison)));
  for (let index = 0; index < count; index++)
    cells.put(
      after + 1 + index,
      LABEL,
      { content: yearIn(inputs, index), format: WHOLE },
      ...scenarios.map((_, at): Cell => {
        const [amount, premium] = [amounts + 1 + index, inputs.premium].map((row) => address(row, FIRST + at));
        return { content: `=IF(${amount!}="","",${toCents(`${amount!}-${premium!}`)})`, format: euro };
      }),
    );
}

const yearIn = (inputs: Places["inputs"], index: number): Formula =>
  `=${fixed(inputs.firstYear, FIRST)}${index === 0 ? "" : `+${index}`}`;

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

function putResults(
  cells: Cells,
  comparison: Comparison,
  { inputs, results, amounts, tables }: Places,
  euro: string,
): void {
  const { count, scenarios } = comparison;
  cells.put(results, LABEL, ...bar(t("pane:scenarios/results"), width(comparison)));
  cells.put(
    results + 1,
    LABEL,
    { content: t("pane:field/year"), style: "headRight" },
    ...scenarios.map((_, at): Cell => ({ content: `=${address(inputs.name, FIRST + at)}`, style: "headRight" })),
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
      { content: yearIn(inputs, index), format: WHOLE },
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
        return `=${toCents(`${count}*${address(inputs.premium, own)}`)}`;
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
  { inputs, tables, after, earlier: earlierBar }: Places,
  at: number,
  before: number,
  euro: string,
  isNative: boolean,
): void {
  const row = tables[at]!;
  const own = FIRST + at;
  const columns = [...COLUMNS.map(([, shown]) => shown), ...(basis === "profit" ? (["euro"] as const) : [])];
  // What is native takes a blank cell for nothing by itself.
  const orBlank = (cells: Formula): Piece => new Piece(isNative ? cells : filled(cells));
  const ofAll = (input: number): Formula => fixed(input, FIRST);
  const past = range(column(FIRST, earlierBar + 1, before));
  const { formula } = callOf("INASTI.PROJECT", {
    firstYear: new Piece(ofAll(inputs.firstYear)),
    incomes: new Piece(range(column(own, after + 1, count))),
    category: new Piece(address(inputs.category, own)),
    start: isNative ? undefined : orBlank(ofAll(inputs.start)),
    indexation: orBlank(address(inputs.indexation, own)),
    fund: orBlank(address(inputs.fund, own)),
    earlierIncomes:
      earlier.length + earlierYears === 0
        ? undefined
        : new Piece(isNative ? past : `IF(COUNT(${past})=ROWS(${past}),${past},"")`),
    basis: basis === "profit" ? wordPiece("amountBasis", basis) : undefined,
  });
  const name: Cell = { content: `=${address(inputs.name, own)}`, style: "section" };
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
