import type { IWorkbookData, IWorksheetData } from "@univerjs/core";
import { inSheet, sheetOf } from "../../formula/addresses";
import type { Area, ChartPlan } from "../../host/host";
import { areaIn, fixed } from "../../package/areas";
import type { Chart } from "../../package/book";

/** Which component of the page draws it. */
export const CHART = "statut-social.chart";

/** A chart as the workbook keeps it. */
export interface StoredChart {
  readonly kind: ChartPlan["kind"];
  readonly title: string;
  /** Null where the places count from 1. */
  readonly categories: StoredArea | null;
  readonly series: readonly { readonly name: string; readonly values: StoredArea | null }[];
  readonly format: string;
  readonly stacked: boolean;
}

/** Cells of a sheet, by its id; without one those of the sheet that the chart stands on, and so of each copy of it. */
export interface StoredArea extends Area {
  readonly sheet?: string;
}

/** What the spreadsheet lays over cells. A corner is so many pixels from the upper left of its cell. */
export interface Drawing {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly drawingId: string;
  readonly drawingType: typeof BY_A_COMPONENT;
  readonly componentKey: string;
  /** The spreadsheet would offer a menu of pictures beside it. */
  readonly data: StoredChart & { readonly disablePopup: true };
  readonly allowTransform: true;
  readonly anchorType: typeof MOVES_AND_SIZES;
  readonly sheetTransform: Corners;
  readonly axisAlignSheetTransform: Corners;
  /** In pixels of the sheet; the spreadsheet tells it from the corners. */
  readonly transform?: { readonly width?: number; readonly height?: number };
}

interface Corners {
  readonly from: Corner;
  readonly to: Corner;
}

interface Corner {
  readonly row: number;
  readonly rowOffset: number;
  readonly column: number;
  readonly columnOffset: number;
}

/** `DrawingTypeEnum.DRAWING_DOM` and `SheetDrawingAnchorType.Both`, of modules that need a page. */
const BY_A_COMPONENT = 8;
const MOVES_AND_SIZES = "1";

/** Under this name the snapshot of a workbook has its drawings. */
const RESOURCE = "SHEET_DRAWING_PLUGIN";

type Drawings = Record<string, { readonly data: Record<string, Drawing>; readonly order: readonly string[] }>;

export function drawingOf(unitId: string, subUnitId: string, data: StoredChart, place: Area): Drawing {
  const corner = (row: number, column: number): Corner => ({ row, rowOffset: 0, column, columnOffset: 0 });
  const corners = {
    from: corner(place.row, place.column),
    to: corner(place.row + place.rows, place.column + place.columns),
  };
  return {
    unitId,
    subUnitId,
    drawingId: newId(),
    drawingType: BY_A_COMPONENT,
    componentKey: CHART,
    data: { ...data, disablePopup: true },
    allowTransform: true,
    anchorType: MOVES_AND_SIZES,
    sheetTransform: corners,
    axisAlignSheetTransform: corners,
  };
}

const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("");

/** The chart of a block whose upper left cell is at `row` and `column`, over cells of that sheet. */
export function planned({ categories, series, ...plan }: ChartPlan, row = 0, column = 0): StoredChart {
  const at = (area: Area): StoredArea => moved(area, row, column);
  return {
    kind: plan.kind,
    title: plan.title,
    categories: at(categories),
    series: series.map(({ name, values }) => ({ name, values: at(values) })),
    format: plan.format,
    stacked: false,
  };
}

export const moved = (area: Area, row: number, column: number): Area => ({
  ...area,
  row: area.row + row,
  column: area.column + column,
});

type Sheets = Pick<IWorkbookData, "sheets">["sheets"];

/** The charts of a workbook by the ids of their sheets, as files hold them. What was drawn from a sheet that is gone is no more. */
export function chartsOf({ sheets, resources }: Pick<IWorkbookData, "sheets" | "resources">): Map<string, Chart[]> {
  const charts = Object.entries(drawingsOf(resources)).map(([id, { data, order }]): [string, Chart[]] => [
    id,
    order.flatMap((one) => {
      const [drawing, sheet] = [data[one], sheets[id]];
      const stored = drawing?.componentKey === CHART ? readStored(drawing.data) : null;
      return drawing && sheet && stored ? (written(stored, id, placeOf(drawing, sheet), sheets) ?? []) : [];
    }),
  ]);
  return new Map(charts.filter(([, list]) => list.length > 0));
}

function written({ categories, ...chart }: StoredChart, id: string, place: Area, sheets: Sheets): Chart | null {
  const reference = (area: StoredArea | null): string | undefined => {
    const name = area && sheets[area.sheet ?? id]?.name;
    return name ? inSheet(name, fixed(area)) : undefined;
  };
  const named = reference(categories);
  const series = chart.series.flatMap(({ name, values }) => {
    const shown = reference(values);
    return shown === undefined ? [] : [{ name, values: shown }];
  });
  if (series.length === 0) return null;
  return {
    kind: chart.kind,
    title: chart.title,
    ...(named !== undefined && { categories: named }),
    series,
    place,
    ...(chart.format !== "" && { format: chart.format }),
    ...(chart.stacked && { stacked: true }),
  };
}

/** To the next border between cells, for files know where cells are by their own measures. */
export function placeOf({ sheetTransform: { from, to } }: Drawing, sheet: Partial<IWorksheetData>): Area {
  const height = (row: number): number => {
    const { h, ah } = sheet.rowData?.[row] ?? {};
    return ah ?? h ?? sheet.defaultRowHeight ?? 20;
  };
  const width = (column: number): number => sheet.columnData?.[column]?.w ?? sheet.defaultColumnWidth ?? 80;
  const border = (at: number, offset: number, size: number): number => at + (offset * 2 >= size ? 1 : 0);
  const [row, end] = [from, to].map((corner) => border(corner.row, corner.rowOffset, height(corner.row)));
  const [column, edge] = [from, to].map((corner) => border(corner.column, corner.columnOffset, width(corner.column)));
  return { row: row!, column: column!, rows: Math.max(1, end! - row!), columns: Math.max(1, edge! - column!) };
}

/** The workbook with these charts over its sheets, by their ids: as a file has them, or as they are planned over their own sheet. */
export function withCharts<Book extends Partial<IWorkbookData>>(
  book: Book,
  charts: ReadonlyMap<string, readonly (Chart | ChartPlan)[]>,
): Book {
  const drawings = drawingsOf(book.resources);
  for (const [id, list] of charts) {
    if (list.length === 0) continue;
    const added = list.map((chart) =>
      drawingOf(book.id ?? "", id, storedOf(chart, id, book.sheets ?? {}), chart.place),
    );
    const { data = {}, order = [] } = drawings[id] ?? {};
    drawings[id] = {
      data: { ...data, ...Object.fromEntries(added.map((one) => [one.drawingId, one])) },
      order: [...order, ...added.map((one) => one.drawingId)],
    };
  }
  const others = (book.resources ?? []).filter(({ name }) => name !== RESOURCE);
  return { ...book, resources: [...others, { name: RESOURCE, data: JSON.stringify(drawings) }] };
}

function storedOf(chart: Chart | ChartPlan, id: string, sheets: Sheets): StoredChart {
  if (typeof chart.categories === "object") return planned(chart as ChartPlan);
  const { kind, title, categories, series, format = "", stacked = false } = chart as Chart;
  const stored = (reference: string | undefined): StoredArea | null => {
    const area = reference === undefined ? null : areaIn(reference);
    const named = reference === undefined ? null : sheetOf(reference);
    const sheet =
      named === null ? id : Object.keys(sheets).find((one) => sheets[one]!.name?.toLowerCase() === named.toLowerCase());
    if (!area || sheet === undefined) return null;
    return sheet === id ? area : { ...area, sheet };
  };
  return {
    kind,
    title,
    categories: stored(categories),
    series: series.map(({ name, values }) => ({ name, values: stored(values) })),
    format,
    stacked,
  };
}

function drawingsOf(resources: IWorkbookData["resources"]): Drawings {
  const text = resources?.find(({ name }) => name === RESOURCE)?.data;
  return text ? (JSON.parse(text) as Drawings) : {};
}

type Fields = Readonly<Record<string, unknown>>;

/** What was stored, unless it is damaged: a workbook may come from anywhere. */
export function readStored(value: unknown): StoredChart | null {
  const { kind, title, categories, series, format, stacked } = (value ?? {}) as Fields;
  const isKind = kind === "column" || kind === "bar" || kind === "line";
  if (!isKind || typeof title !== "string" || typeof format !== "string" || !Array.isArray(series)) return null;
  const read = (series as readonly unknown[]).map((one) => {
    const { name, values } = (one ?? {}) as Fields;
    return { name: typeof name === "string" ? name : "", values: readArea(values) };
  });
  return { kind, title, format, categories: readArea(categories), series: read, stacked: stacked === true };
}

function readArea(value: unknown): StoredArea | null {
  const { row, column, rows, columns, sheet } = (value ?? {}) as Fields;
  const isCount = (one: unknown, least: number): one is number =>
    Number.isInteger(one) && Number(one) >= least && Number(one) <= 2 ** 20;
  if (!isCount(row, 0) || !isCount(column, 0) || !isCount(rows, 1) || !isCount(columns, 1)) return null;
  return { row, column, rows, columns, ...(typeof sheet === "string" && { sheet }) };
}
