import type { Block, Style } from "../host";
import { STYLES } from "../styles";
import { isText, sizeOf } from "./write";

type Rows = Block["rows"];

/** Points; a text that is longer is for the reader to give room to. */
const WIDEST = 260;

/** Run over the columns beside them. */
const HEADINGS: ReadonlySet<Style | undefined> = new Set<Style>(["title", "subtitle", "section", "note"]);

/** Columns grow to show what came, and never shrink: other cells stand in them. */
export async function fitColumns(context: Excel.RequestContext, place: Excel.Range, rows: Rows): Promise<void> {
  const table = tableIn(rows);
  if (!table) return;
  const { columns: count } = sizeOf(rows);
  const body = place.getCell(table.first, 0).getResizedRange(table.last - table.first, count - 1);
  await calculated(context, body);
  const columns = Array.from({ length: count }, (_, column) => body.getColumn(column));
  const widths = async (): Promise<number[]> => {
    for (const { format } of columns) format.load("columnWidth");
    await context.sync();
    return columns.map(({ format }) => format.columnWidth);
  };
  const before = await widths();
  body.format.autofitColumns();
  const after = await widths();
  columns.forEach(({ format }, index) => {
    const width = Math.max(before[index]!, Math.min(after[index]!, WIDEST));
    if (width !== after[index]) format.columnWidth = width;
  });
  await context.sync();
}

/** Rows grow with what wraps in them, for which Excel does not look when a formula has its result. */
export async function fitRows(context: Excel.RequestContext, place: Excel.Range, rows: Rows): Promise<void> {
  const wraps = (row: Rows[number]): boolean => row.some(({ style }) => style && STYLES[style].wrap);
  const [first, last] = [rows.findIndex(wraps), rows.findLastIndex(wraps)];
  if (first < 0) return;
  const wrapping = place.getRow(first).getResizedRange(last - first, 0);
  if (rows.flat().some((cell) => typeof cell.content === "string" && !isText(cell)))
    await calculated(context, wrapping);
  wrapping.format.autofitRows();
  await context.sync();
}

/** From the first row to the last that is neither a heading nor left free. */
function tableIn(rows: Rows): { readonly first: number; readonly last: number } | null {
  const isOfTable = (row: Rows[number]): boolean => {
    const filled = row.filter(({ content }) => content !== undefined && content !== "");
    return row.length > 0 && !(filled.length === 1 && HEADINGS.has(filled[0]!.style));
  };
  const first = rows.findIndex(isOfTable);
  return first < 0 ? null : { first, last: rows.findLastIndex(isOfTable) };
}

/** Functions of add-ins answer a moment after they were written; this long is waited for them. */
const TRIES = 20;
const PAUSE = 100;

async function calculated(context: Excel.RequestContext, range: Excel.Range, tries = TRIES): Promise<void> {
  range.load("values");
  await context.sync();
  if (tries === 0 || !range.values.flat().includes("#BUSY!")) return;
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  await calculated(context, range, tries - 1);
}
