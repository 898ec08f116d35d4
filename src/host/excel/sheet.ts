import type { SheetPlan, Work } from "../host";
import { freeName } from "../sheet-name";
import { addCharts } from "./charts";
import { fitRows } from "./fit";
import { chunks } from "./steps";
import { inOneStep } from "./undo";
import { sizeOf, takeBack, writeCells } from "./write";

/** Pixels of a screen at 96 to the inch. */
const POINTS_A_PIXEL = 0.75;
/** Excel on the web takes no more than 5 MB at once. */
const ROWS_A_REQUEST = 500;

type WorkOfSheet = Pick<Work, "signal" | "onProgress">;

export function insertSheet(plan: SheetPlan, work: WorkOfSheet = {}): Promise<string> {
  return inOneStep(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const name = freeName(
      plan.name,
      worksheets.items.map((sheet) => sheet.name),
    );
    const sheet = worksheets.add(name);
    await context.sync();
    try {
      await fill(context, sheet, plan, work);
    } catch (error) {
      await takeBack(async (again) => {
        again.workbook.worksheets.getItem(name).delete();
        await again.sync();
      });
      throw error;
    }
    return name;
  });
}

async function fill(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  { signal, onProgress }: WorkOfSheet,
): Promise<void> {
  const corner = sheet.getCell(0, 0);
  const size = sizeOf(plan.rows);
  sheet.showGridlines = false;
  if (plan.frozen) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, plan.frozen.rows, plan.frozen.columns));
  plan.widths.forEach((width, column) => {
    sheet.getCell(0, column).format.columnWidth = width * POINTS_A_PIXEL;
  });
  for (const [index, rows] of chunks(plan.rows, ROWS_A_REQUEST).entries()) {
    signal?.throwIfAborted();
    onProgress?.(index * ROWS_A_REQUEST, plan.rows.length);
    await writePart(context, sheet.getRangeByIndexes(index * ROWS_A_REQUEST, 0, rows.length, size.columns), rows, size);
  }
  for (const { row, column, rows = 1, values } of plan.choices ?? []) {
    const { dataValidation } = sheet.getRangeByIndexes(row, column, rows, 1);
    dataValidation.rule = { list: { inCellDropDown: true, source: listOf(values) } };
    dataValidation.errorAlert = { showAlert: false, style: "Information", title: "", message: "" };
  }
  await context.sync();
  await addCharts(context, corner, plan.charts ?? []);
  sheet.activate();
  corner.select();
  await fitRows(context, corner.getResizedRange(size.rows - 1, size.columns - 1), plan.rows);
  await context.sync();
  await layOut(context, sheet, plan);
}

/** The most that Excel takes, in characters. */
const LONGEST_LIST = 255;

/** Values to choose from, as Excel takes them in every language. */
function listOf(values: readonly string[]): string {
  const list = values.join(",");
  if (list.length > LONGEST_LIST || values.some((value) => value.includes(",")))
    throw new RangeError(`no list of choices for a cell: ${list}`);
  return list;
}

async function writePart(
  context: Excel.RequestContext,
  place: Excel.Range,
  rows: SheetPlan["rows"],
  size: ReturnType<typeof sizeOf>,
): Promise<void> {
  writeCells(place, rows, size);
  await context.sync();
}

async function layOut(context: Excel.RequestContext, sheet: Excel.Worksheet, plan: SheetPlan): Promise<void> {
  const { pageLayout } = sheet;
  pageLayout.orientation = plan.landscape ? "Landscape" : "Portrait";
  pageLayout.zoom = { horizontalFitToPages: 1, ...(plan.isLetter && { verticalFitToPages: 1 }) };
  pageLayout.centerHorizontally = true;
  pageLayout.setPrintArea(sheet.getRangeByIndexes(0, 0, ...extent(plan)));
  const { defaultForAllPages: page } = pageLayout.headersFooters;
  if (!plan.isLetter) {
    page.leftFooter = "&A";
    page.rightFooter = "&P / &N";
  }
  // Excel cannot lay out a page where there is no printer; the sheet is none the worse on the screen.
  await context.sync().catch(() => undefined);
}

/** Rows and columns of the cells and charts together. */
function extent({ rows, charts = [] }: SheetPlan): [rows: number, columns: number] {
  const size = sizeOf(rows);
  const places = charts.map(({ place }) => place);
  return [
    Math.max(size.rows, ...places.map(({ row, rows: count }) => row + count)),
    Math.max(size.columns, ...places.map(({ column, columns: count }) => column + count)),
  ];
}
