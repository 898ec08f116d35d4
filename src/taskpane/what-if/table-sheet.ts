import type { Cell, CellValue, ChartPlan, Place, SheetPlan } from "../../host/host";
import { t } from "../../i18n";
import { absolute, gridAt, referenceTo } from "../formula/a1";
import type { Formula } from "../formula/formula";
import type { Numbers } from "../kit/numbers";
import { versionFormula } from "../kit/version-formula";
import { formatOf, type Unit } from "./quantity";
import { saidPlace } from "./said";

/** An input with the values that it is given. */
export interface Axis {
  readonly cell: Place;
  /** Null where no text says what it is. */
  readonly name: string | null;
  readonly unit: Unit;
  readonly values: readonly number[];
}

export interface Table {
  readonly rows: Axis;
  readonly columns: Axis | undefined;
  readonly target: { readonly cell: Place; readonly name: string | null };
}

export type Answers =
  | { readonly kind: "live"; readonly formulaAt: (row: number, column: number) => Formula }
  | { readonly kind: "tried"; readonly values: readonly (readonly CellValue[])[] };

/** What the sheet says beside its figures. */
export interface TableTexts {
  readonly numbers: Numbers;
  /** Of what the target shows. */
  readonly result: Unit;
  /** Day and data of values that were tried. */
  readonly made: { readonly date: string; readonly version: string };
}

/** The first value of the rows, from 0; above it the heads, or the values of the columns. */
const FIRST_ROW = 5;
const FIRST_COLUMN = 2;
const WIDTHS = { margin: 16, label: 220, answer: 150, gap: 24 };
const LEAST_ANSWERS = 2;
const CHART = { rows: 20, columns: 7 };
const MOST_SERIES = 6;
const grid = gridAt("A1");

/** A cell by what it is called, and where it stands. */
const named = ({ name, cell }: Pick<Axis, "name" | "cell">): string =>
  name === null ? saidPlace(cell) : `${name} (${saidPlace(cell)})`;

/** The place of an answer as a formula of the sheet has it; -1 for the value of its row or column. */
export const cellAt = (row: number, column: number): Formula =>
  absolute(grid.cell(FIRST_ROW + row, FIRST_COLUMN + column));

/** A sheet with a target's values for those of one input, or of two. */
export function tableSheet(table: Table, answers: Answers, texts: TableTexts): SheetPlan {
  const { rows, columns, target } = table;
  const { numbers, result, made } = texts;
  const isLive = answers.kind === "live";
  const rowName = named(rows);
  const targetName = named(target);
  const format = formatOf(result, numbers);
  const given = (value: number, unit: Unit): Cell => ({
    content: value,
    style: isLive ? "input" : "headRight",
    format: formatOf(unit, numbers),
  });
  const answer = (row: number, column: number): Cell => {
    const content = isLive ? answers.formulaAt(row, column) : (answers.values[row]![column] ?? "");
    return { content, format, ...(!isLive && typeof content === "string" && { literal: true }) };
  };
  // A cell of the workbook, for the table is of another sheet.
  const change = (row: number): Cell => ({
    content: `=IF(ISNUMBER(${grid.cell(FIRST_ROW + row, FIRST_COLUMN)}),${grid.cell(FIRST_ROW + row, FIRST_COLUMN)}-${referenceTo(target.cell)},"")`,
    format,
  });
  const head: Cell[] = columns
    ? [{}, { content: rowName, style: "head" }, ...columns.values.map((value) => given(value, columns.unit))]
    : [
        {},
        { content: rowName, style: "head" },
        { content: targetName, style: "headRight" },
        ...(isLive ? [{ content: t("pane:what-if/table/change"), style: "headRight" } as const] : []),
      ];
  const lines = rows.values.map((value, row): Cell[] => [
    {},
    given(value, rows.unit),
    ...(columns ? columns.values.map((_, column) => answer(row, column)) : [answer(row, 0)]),
    ...(isLive && !columns ? [change(row)] : []),
  ]);
  const across = columns?.values.length ?? 1;
  const tried = { ...made, cells: [rows, ...(columns ? [columns] : [])].map(({ cell }) => saidPlace(cell)).join(", ") };
  return {
    name: t("pane:what-if/table/sheet"),
    widths: [
      WIDTHS.margin,
      WIDTHS.label,
      ...Array.from({ length: Math.max(across, LEAST_ANSWERS) }, () => WIDTHS.answer),
      WIDTHS.gap,
    ],
    landscape: across > 4,
    rows: [
      [{}, { content: t("pane:what-if/table/sheet-title", { target: targetName }), style: "title" }],
      [
        {},
        isLive
          ? { content: `=${versionFormula()}`, style: "subtitle" }
          : { content: t("pane:what-if/table/sheet-tried", tried), style: "subtitle" },
      ],
      [{}, { content: t(`pane:what-if/table/sheet-note/${answers.kind}`), style: "note" }],
      [
        {},
        ...(columns
          ? [{ content: t("pane:what-if/table/across", { name: named(columns) }), style: "note" } as const]
          : []),
      ],
      head,
      ...lines,
    ],
    charts: [chartOf(table, targetName, rowName, format, texts)],
  };
}

/** A line of the answers; of two inputs one a column, as far as they can be told apart. */
function chartOf(
  { rows, columns }: Table,
  targetName: string,
  rowName: string,
  format: string,
  { numbers }: TableTexts,
): ChartPlan {
  const count = rows.values.length;
  const below = (column: number) => ({ row: FIRST_ROW, column: FIRST_COLUMN + column, rows: count, columns: 1 });
  const shown = (value: number, unit: Unit): string =>
    unit === "cent"
      ? numbers.euros(Math.round(value * 100))
      : unit === "percent"
        ? numbers.exactPercent(String(value))
        : String(value);
  const across = columns?.values.length ?? 1;
  return {
    kind: "line",
    title: t("pane:what-if/table/chart", { target: targetName, input: rowName }),
    categories: below(-1),
    series: columns
      ? columns.values
          .slice(0, MOST_SERIES)
          .map((value, column) => ({ name: shown(value, columns.unit), values: below(column) }))
      : [{ name: targetName, values: below(0) }],
    place: { row: FIRST_ROW - 1, column: FIRST_COLUMN + Math.max(across, LEAST_ANSWERS) + 1, ...CHART },
    format,
  };
}
