import type { IMutationInfo } from "@univerjs/core";
import { type FWorksheet, SheetSkeletonService } from "@univerjs/preset-sheets-core";
import {
  DrawingApplyType,
  drawingPositionToTransform,
  ISheetDrawingService,
  SetDrawingApplyMutation,
} from "@univerjs/preset-sheets-drawing";
import type { Area, ChartPlan } from "../../host/host";
import type { Chart } from "../../package/book";
import { apply, type Book, type Change } from "../host/book";
import { indices, lastRow, valueAt } from "../host/cells";
import type { ChartContent } from "./content";
import {
  CHART,
  type Drawing,
  drawingOf,
  moved,
  planned,
  readStored,
  type StoredArea,
  type StoredChart,
} from "./stored";

/** By its own types the spreadsheet draws nothing but pictures and shapes. */
export type Drawn = Parameters<ISheetDrawingService["getBatchAddOp"]>[0][number];

/** What it makes of a change, and what takes that back. */
export interface Operation {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly redo: unknown;
  readonly undo: unknown;
  readonly objects: unknown;
}

/** A chart over the cells of a sheet. */
export interface Placed {
  readonly id: string;
  readonly sheetId: string;
  readonly stored: StoredChart;
  readonly drawing: Drawing;
}

/** The charts over a sheet, from the lowest to the one on top. */
export function chartsOn({ injector, id }: Pick<Book, "injector" | "id">, sheetId: string): Placed[] {
  const drawings = injector.get(ISheetDrawingService);
  return drawings.getDrawingOrder(id, sheetId).flatMap((one) => {
    const drawing = drawings.getDrawingByParam({
      unitId: id,
      subUnitId: sheetId,
      drawingId: one,
    }) as unknown as Drawing;
    const stored = drawing.componentKey === CHART ? readStored(drawing.data) : null;
    return stored ? [{ id: one, sheetId, stored, drawing }] : [];
  });
}

/** Puts charts over cells; their areas count from the cell at `row` and `column`. */
export function addCharts(book: Book, sheetId: string, plans: readonly ChartPlan[], row = 0, column = 0): Change {
  const { injector, id } = book;
  const drawings = injector.get(ISheetDrawingService);
  const skeleton = injector.get(SheetSkeletonService).getSkeletonParam(id, sheetId);
  return together(
    plans.map((plan) => {
      const drawing = drawingOf(id, sheetId, planned(plan, row, column), moved(plan.place, row, column));
      const transform = drawingPositionToTransform(drawing.sheetTransform, skeleton);
      const added = drawings.getBatchAddOp([{ ...drawing, transform }] as unknown as Drawn[]) as Operation;
      return applied(book, added, DrawingApplyType.INSERT, DrawingApplyType.REMOVE);
    }),
  );
}

/** Takes all charts of a sheet away. */
export const removeCharts = (book: Book, sheetId: string): Change =>
  together(
    chartsOn(book, sheetId).map(({ drawing }) => {
      const removed = book.injector
        .get(ISheetDrawingService)
        .getBatchRemoveOp([drawing as unknown as Drawn]) as Operation;
      return applied(book, removed, DrawingApplyType.REMOVE, DrawingApplyType.INSERT);
    }),
  );

/** Charts of a sheet that say what they said in one language say it in another; the mutations that do it. */
export function chartsSaid(
  book: Book,
  sheetId: string,
  before: readonly Chart[],
  after: readonly Chart[],
): IMutationInfo[] {
  const wordsOf = (charts: readonly Chart[]) =>
    charts.flatMap(({ title, series }) => [title, ...series.map(({ name }) => name)]);
  const next = wordsOf(after);
  const words = new Map(wordsOf(before).map((word, index) => [word, next[index] ?? word]));
  const say = (word: string): string => words.get(word) ?? word;
  return chartsOn(book, sheetId).map(({ id, drawing }) => {
    const { title, series } = drawing.data;
    const data = { ...drawing.data, title: say(title), series: series.map((one) => ({ ...one, name: say(one.name) })) };
    const said = { unitId: book.id, subUnitId: sheetId, drawingId: id, data };
    const operation = book.injector.get(ISheetDrawingService).getBatchUpdateOp([said as unknown as Drawn]) as Operation;
    return mutationOf(operation, DrawingApplyType.UPDATE, operation.redo);
  });
}

/** Each is told from the drawings as they are, so it is done before the next one is asked for. */
function applied(book: Book, operation: Operation, does: DrawingApplyType, undoes: DrawingApplyType): Change {
  const { redo, undo } = operation;
  const change = { redos: [mutationOf(operation, does, redo)], undos: [mutationOf(operation, undoes, undo)] };
  apply(book, change.redos);
  return change;
}

export const mutationOf = (
  { unitId, subUnitId, objects }: Operation,
  type: DrawingApplyType,
  op: unknown,
): IMutationInfo => ({ id: SetDrawingApplyMutation.id, params: { unitId, subUnitId, type, op, objects } });

const together = (changes: readonly Change[]): Change => ({
  redos: changes.flatMap(({ redos }) => redos),
  undos: changes.toReversed().flatMap(({ undos }) => undos),
});

/** What the series of a sheet's charts show by now. */
export const seriesShown = (book: Book, sheetId: string): (number | null)[][] =>
  chartsOn(book, sheetId).flatMap(({ stored }) =>
    contentOf(book, sheetId, stored).series.map(({ values }) => [...values]),
  );

/** What a chart of a sheet shows by now. */
export function contentOf(book: Book, sheetId: string, chart: StoredChart): ChartContent {
  const read = <Value>(area: StoredArea | null, one: (sheet: FWorksheet, row: number, column: number) => Value) => {
    const sheet = area && book.workbook.getSheetBySheetId(area.sheet ?? sheetId);
    return sheet ? shown(book, sheet, area).map(([row, column]) => one(sheet, row, column)) : [];
  };
  const series = chart.series.map(({ name, values }) => ({
    name,
    values: read(values, (sheet, row, column) => {
      const value = valueAt(book, sheet, row, column);
      return typeof value === "number" && Number.isFinite(value) ? value : null;
    }),
  }));
  const names = read(chart.categories, (sheet, row, column) => sheet.getRange(row, column).getDisplayValue());
  const count = Math.max(0, ...series.map(({ values }) => values.length));
  const each = <Value>(one: (at: number) => Value): Value[] => Array.from({ length: count }, (_, at) => one(at));
  return {
    kind: chart.kind,
    title: chart.title,
    format: chart.format,
    stacked: chart.stacked,
    categories: each((at) => (chart.categories === null ? String(at + 1) : (names[at] ?? ""))),
    series: series.map(({ name, values }) => ({ name, values: each((at) => values[at] ?? null) })),
  };
}

/** The cells of an area that are in sight: a chart shows no row that is hidden. A whole column ends where the last cell has something. */
function shown(book: Book, sheet: FWorksheet, area: Area): (readonly [row: number, column: number])[] {
  const model = sheet.getSheet();
  const end = area.row + area.rows;
  const last = end < model.getRowCount() ? end - 1 : Math.min(end - 1, lastRow(book, sheet));
  const lastColumn = Math.min(area.column + area.columns, model.getColumnCount()) - 1;
  const columns = indices(area.column, lastColumn).filter((column) => model.getColVisible(column));
  return indices(area.row, Math.max(last, area.row - 1))
    .filter((row) => model.getRowVisible(row))
    .flatMap((row) => columns.map((column) => [row, column] as const));
}
