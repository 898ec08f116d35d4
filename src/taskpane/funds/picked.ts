import { addressOf, areaOf, inSheet, lettersOf } from "../../formula/addresses";
import type { Area, CellValue, Place } from "../../host/host";
import type { Formula } from "../formula/formula";
import { columnsUnder, type Heading } from "../../i18n/headings";

/** A table of the workbook as the user picked it: the cells below its header row, where it has one. */
export interface Picked {
  readonly sheet: string;
  readonly area: Area;
  readonly values: readonly (readonly CellValue[])[];
  /** What the header row says; the letter of a column that it does not name. */
  readonly names: readonly string[];
  readonly hasHeader: boolean;
}

export function pickedTable({ sheet, address }: Place, values: readonly (readonly CellValue[])[]): Picked {
  const area = areaOf(address)!;
  const [first = []] = values;
  const hasHeader = values.length > 1 && isHeader(first);
  const names = Array.from({ length: area.columns }, (_, index) => {
    const said = hasHeader ? String(first[index] ?? "").trim() : "";
    return said === "" ? lettersOf(area.column + index) : said;
  });
  return hasHeader
    ? { sheet, area: { ...area, row: area.row + 1, rows: area.rows - 1 }, values: values.slice(1), names, hasHeader }
    : { sheet, area, values, names, hasHeader };
}

export const isBlank = (cell: CellValue | undefined): boolean => cell === null || cell === undefined || cell === "";

/** Words alone: an amount or a day, also one that is typed as text, is a row of the table. */
const isHeader = (row: readonly CellValue[]): boolean =>
  row.some((cell) => typeof cell === "string" && /\p{L}/u.test(cell)) &&
  row.every((cell) => isBlank(cell) || (typeof cell === "string" && !/^[^\p{L}]*\d[^\p{L}]*$/u.test(cell)));

/** A column of the table, as a formula of any sheet names it. */
export const columnReference = ({ sheet, area }: Picked, index: number): Formula =>
  inSheet(sheet, addressOf({ ...area, column: area.column + index, columns: 1 }));

export const columnValues = ({ values }: Picked, index: number): CellValue[][] =>
  values.map((row) => [row[index] ?? null]);

/** The row of the sheet, as people count it, in which a row of the table stands. */
export const sheetRow = ({ area }: Picked, index: number): number => area.row + index + 1;

/** Where the header row says that a column holds one of these; the first kinds come first. */
export const columnsNamed = <Kind extends Heading>({ hasHeader, names }: Picked, kinds: readonly Kind[]) =>
  columnsUnder(hasHeader ? names : [], kinds);

/** The first column with cells of that kind alone. */
export function columnOf(
  table: Picked,
  holds: (cell: NonNullable<CellValue>) => boolean,
  taken: readonly (number | undefined)[] = [],
): number | undefined {
  const found = table.names.findIndex((_, index) => {
    if (taken.includes(index)) return false;
    const filled = table.values.map((row) => row[index]).filter((cell) => !isBlank(cell));
    return filled.length > 0 && filled.slice(0, SAMPLE).every((cell) => holds(cell!));
  });
  return found < 0 ? undefined : found;
}

const SAMPLE = 20;

/** The table as people would type it. */
export const tableReference = ({ sheet, area }: Picked): Formula => inSheet(sheet, addressOf(area));
