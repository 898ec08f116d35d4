import type { Area, Cell, Choices, SheetPlan } from "../../host/host";
import { t } from "../../i18n";
import { addressOf } from "../../formula/addresses";
import { absolute, gridAt, referenceTo } from "../formula/a1";
import { callOf, columnsOf, Piece, yearPieces } from "../formula/call";
import { CATEGORIES } from "../../rules/contributions";
import { filled, type Formula } from "../formula/formula";
import { Cells } from "../kit/cells";
import { choicesOf, fundChoices } from "../kit/choices";
import type { Numbers } from "../kit/numbers";
import { versionFormula } from "../kit/version-formula";
import { type Client, columnName, given, type Wanted, wordForAll } from "./clients";
import type { Column } from "./columns";

/** One formula that fills the whole list, or formulas in each row. */
export type Form = "list" | "rows";

export interface ListPlan extends Wanted {
  readonly clients: readonly Client[];
  readonly form: Form;
  /** Rows for clients to come, below a list that stands on the sheet itself; a row without an income then shows nothing. */
  readonly spareRows?: number;
  /** What stands below the title instead of where the list comes from. */
  readonly note?: string;
  readonly numbers: Pick<Numbers, "euroFormat" | "dayFormat">;
}

/** In pixels. */
const MARGIN = 16;
const WIDTHS: Readonly<Record<Column, number>> = {
  name: 214,
  category: 214,
  income: 112,
  start: 92,
  stop: 92,
  fund: 130,
  paid: 112,
};
const ANSWER_WIDTH = 118;
const FEE_WIDTH = 142;

const WHOLE = "0";
const LEFT = 1;
const YEAR_ROW = 4;
const COUNT_ROW = 5;
const CHECK_ROW = 6;
const TOTAL_ROW = 8;
const HEAD_ROW = 9;
const FIRST_ROW = 10;

const { cell: address, range } = gridAt("A1");

/** What stands over the columns that formulas of single rows fill, and how they follow from each other. */
const SINGLE = ["quarter1", "quarter2", "quarter3", "quarter4", "annual", "fee", "total", "settlement"] as const;

/** A sheet that goes on calculating by itself: the list, or where it stands, and what each client owes. */
export function listSheet(plan: ListPlan): SheetPlan {
  const { form, mapping, table, year, numbers } = plan;
  const { euroFormat } = numbers;
  const columns = given(mapping).filter((column) => !isForAll(plan, column));
  const rows = rowsOf(plan);
  const answers = LEFT + columns.length;
  const at = (column: number): Area => ({ row: FIRST_ROW, column, rows: rows.length, columns: 1 });
  const layout: Layout = {
    plan,
    columns,
    rows,
    answers,
    yearCell: absolute(address(YEAR_ROW, LEFT + 1)),
    ofList: (column) => {
      const place = columns.indexOf(column);
      return place < 0 ? undefined : place + LEFT;
    },
  };
  const cells = new Cells();
  cells.put(0, LEFT, { content: t("pane:clients/sheet/title"), style: "title" });
  cells.put(1, LEFT, { content: `=${versionFormula()}`, style: "subtitle" });
  cells.put(2, LEFT, {
    content: noteOf(plan),
    style: "note",
    literal: true,
  });
  const shown = form === "list" ? columnsOf("INASTI.DOSSIER").map(([name]) => name) : [...SINGLE];
  const total = answers + shown.indexOf("total");
  const income = layout.ofList("income")!;
  cells.put(YEAR_ROW, LEFT, { content: t("pane:clients/year") }, { content: year, style: "input", format: WHOLE });
  cells.put(
    COUNT_ROW,
    LEFT,
    { content: t("pane:clients/sheet/count") },
    { content: `=SUMPRODUCT(--(${range(at(income))}<>""))`, format: WHOLE, style: "result" },
  );
  cells.put(
    CHECK_ROW,
    LEFT,
    { content: t("pane:clients/sheet/to-check") },
    { content: `=SUMPRODUCT(--ISERROR(${range(at(total))}))`, format: WHOLE, style: "result" },
  );

  const amounts = new Set<number>([
    ...(["income", "paid"] as const).flatMap((column) => layout.ofList(column) ?? []),
    ...shown.flatMap((name, index) => (name === "quarters" || name === "annualised" ? [] : [answers + index])),
  ]);
  const width = answers + shown.length;
  cells.put(
    TOTAL_ROW,
    LEFT,
    ...Array.from({ length: width - LEFT }, (_, index): Cell => {
      const column = LEFT + index;
      if (amounts.has(column))
        return { content: `=AGGREGATE(9,6,${range(at(column))})`, format: euroFormat, style: "result" };
      return column === LEFT ? { content: t("pane:clients/sheet/total"), style: "result" } : { style: "result" };
    }),
  );
  cells.put(HEAD_ROW, LEFT, ...columns.map(headOf), ...answerHeads(layout));
  rows.forEach((client, index) => cells.put(FIRST_ROW + index, LEFT, ...rowOf(layout, client, index)));

  return {
    name: t("pane:clients/sheet/name"),
    rows: cells.rows,
    widths: [
      MARGIN,
      ...columns.map((column) => WIDTHS[column]),
      ...shown.map((name) => (name === "fee" ? FEE_WIDTH : ANSWER_WIDTH)),
    ],
    landscape: true,
    // What stands in the workbook is typed there.
    ...(!table.at && { choices: choicesIn(layout) }),
    frozen: { rows: FIRST_ROW, columns: LEFT + 1 },
  };
}

interface Layout {
  readonly plan: ListPlan;
  readonly columns: readonly Column[];
  /** In the order of the sheet; a row of the table that is blank keeps its place. */
  readonly rows: readonly (Client | undefined)[];
  readonly answers: number;
  readonly yearCell: Formula;
  /** Where a column of the list stands on the sheet. */
  readonly ofList: (column: Column) => number | undefined;
}

function noteOf(plan: ListPlan): string {
  if (plan.note !== undefined) return plan.note;
  return plan.table.at ? t("pane:clients/sheet/linked", { place: placeText(plan) }) : t("pane:clients/sheet/pasted");
}

const isForAll = ({ mapping }: ListPlan, column: Column): boolean => {
  const source = mapping[column];
  return source !== null && "all" in source;
};

function choicesIn({ ofList, rows }: Layout): Choices[] {
  const words = { category: [...choicesOf("category", CATEGORIES).values()], fund: fundChoices() };
  return (["category", "fund"] as const).flatMap((column) => {
    const place = ofList(column);
    return place === undefined ? [] : [{ row: FIRST_ROW, column: place, rows: rows.length, values: words[column] }];
  });
}

/** A list in the workbook keeps its blank rows, for its formulas name it as one range. */
function rowsOf({ table, hasHeadings, clients, spareRows = 0 }: ListPlan): readonly (Client | undefined)[] {
  if (!table.at) return [...clients, ...Array.from({ length: spareRows }, () => undefined)];
  const byRow = new Map(clients.map((client) => [client.at, client]));
  const first = hasHeadings ? 1 : 0;
  return Array.from({ length: table.rows.length - first }, (_, index) => byRow.get(first + index));
}

/** The cells of a column of the list, all of them or one row's, as formulas of the new sheet name them. */
function ofClient({ plan, ofList, rows }: Layout, column: Column, index?: number): Formula | undefined {
  const source = plan.mapping[column];
  if (source === null) return undefined;
  if ("all" in source) return wordForAll(column, source.all).formula;
  const { at } = plan.table;
  const area = (row: number, place: number): Area => ({
    row: row + (index ?? 0),
    column: place,
    rows: index === undefined ? rows.length : 1,
    columns: 1,
  });
  const cells = at
    ? referenceTo({
        sheet: at.sheet,
        address: addressOf(area(at.row + (plan.hasHeadings ? 1 : 0), at.column + source.at)),
      })
    : range(area(FIRST_ROW, ofList(column)!));
  return cells;
}

function placeText({ table: { at, rows } }: ListPlan): string {
  const { sheet, row, column } = at!;
  return referenceTo({ sheet, address: addressOf({ row, column, rows: rows.length, columns: rows[0]?.length ?? 1 }) });
}

const RIGHT: ReadonlySet<Column> = new Set(["income", "start", "stop", "paid"]);
const headOf = (column: Column): Cell => ({
  content: columnName(column),
  style: RIGHT.has(column) ? "headRight" : "head",
});

function answerHeads(layout: Layout): Cell[] {
  if (layout.plan.form === "rows")
    return SINGLE.map((name): Cell => ({ content: t(`pane:clients/answer/${name}`), style: "headRight" }));
  const [first, ...others] = columnsOf("INASTI.DOSSIER").map((): Cell => ({ style: "headRight" }));
  return [{ ...first, content: `=${dossierFormula(layout)}` }, ...others];
}

function dossierFormula(layout: Layout): Formula {
  const { mapping, parameters, year } = layout.plan;
  const piece = (column: Column): Piece | undefined => {
    const cells = ofClient(layout, column);
    if (cells === undefined) return undefined;
    return new Piece(mapping[column] !== null && "all" in mapping[column] ? cells : filled(cells));
  };
  return callOf("INASTI.DOSSIER", {
    incomes: piece("income"),
    categories: piece("category"),
    years: new Piece(layout.yearCell),
    starts: piece("start"),
    stops: piece("stop"),
    funds: piece("fund"),
    paid: piece("paid"),
    indexation: yearPieces(parameters, year).indexation,
  }).formula;
}

function rowOf(layout: Layout, client: Client | undefined, index: number): Cell[] {
  const { plan, columns } = layout;
  const own = columns.map((column): Cell => {
    const format = formatOf(column, plan.numbers);
    if (plan.table.at)
      // One formula fills the column.
      return { ...format, ...(index === 0 && { content: `=${filled(ofClient(layout, column)!)}` }) };
    const value = client?.cells[column] ?? "";
    return {
      ...format,
      style: RIGHT.has(column) ? "input" : "inputText",
      ...(value !== "" && { content: value, ...(typeof value === "string" && { literal: true }) }),
    };
  });
  return [...own, ...(plan.form === "list" ? spilledFormats(plan) : singleCells(layout, client, index))];
}

function formatOf(column: Column, { euroFormat, dayFormat }: ListPlan["numbers"]): Pick<Cell, "format"> {
  if (column === "income" || column === "paid") return { format: euroFormat };
  if (column === "start" || column === "stop") return { format: dayFormat };
  return column === "fund" ? { format: FUND_FORMAT } : {};
}

/** A fund's name, or a rate. */
const FUND_FORMAT = "0.00##%";

const spilledFormats = ({ numbers: { euroFormat } }: ListPlan): Cell[] =>
  columnsOf("INASTI.DOSSIER").map(([, shown]) => ({ format: shown === "euro" ? euroFormat : WHOLE }));

/** A function a quarter, and one with the fee; sums and differences of cells for the others. */
function singleCells(layout: Layout, client: Client | undefined, index: number): Cell[] {
  const { plan, answers, yearCell } = layout;
  const hasSpare = plan.spareRows !== undefined;
  if (client === undefined && !hasSpare) return [];
  const piece = (column: Column): Piece | undefined => {
    const cell = ofClient(layout, column, index);
    if (cell === undefined) return undefined;
    return new Piece(isForAll(plan, column) ? cell : filled(cell));
  };
  const who = {
    income: piece("income"),
    category: piece("category"),
    year: new Piece(yearCell),
    start: piece("start"),
    stop: piece("stop"),
    indexation: yearPieces(plan.parameters, plan.year).indexation,
  };
  const at = (name: (typeof SINGLE)[number]): Formula => address(FIRST_ROW + index, answers + SINGLE.indexOf(name));
  const quarter = (n: 1 | 2 | 3 | 4): Formula => callOf("INASTI.QUARTERLY", { ...who, quarter: n }).formula;
  const [paid, fund] = [ofClient(layout, "paid", index), piece("fund")];
  const formulas: Record<(typeof SINGLE)[number], Formula | undefined> = {
    quarter1: quarter(1),
    quarter2: quarter(2),
    quarter3: quarter(3),
    quarter4: quarter(4),
    annual: `ROUND(SUM(${at("quarter1")}:${at("quarter4")}),2)`,
    fee: `ROUND(${at("total")}-${at("annual")},2)`,
    total: callOf("INASTI.SETTLEMENT", { ...who, paid: 0, fund }).formula,
    settlement:
      paid === undefined
        ? undefined
        : `IF(${paid}="","",${callOf("INASTI.SETTLEMENT", { ...who, paid: new Piece(paid), fund }).formula})`,
  };
  const shown = (formula: Formula): Formula =>
    hasSpare ? `IF(${ofClient(layout, "income", index)!}="","",${formula})` : formula;
  return SINGLE.map((name): Cell => {
    const formula = formulas[name];
    return { format: plan.numbers.euroFormat, ...(formula !== undefined && { content: `=${shown(formula)}` }) };
  });
}
