/** What the pane may ask of the spreadsheet around it, whichever that is. */
export interface Host {
  readonly name: "excel" | "workbench" | "preview";
  /** False where the pane is open without a spreadsheet: nothing can be stored or inserted. */
  readonly hasWorkbook: boolean;
  /** Language tag of the menus, such as fr-BE. */
  displayLanguage(): string;
  /** Language tag of numbers and dates in the cells. */
  contentLanguage(): string;
  isDarkTheme(): boolean;
  /** The year stored in the workbook; null when nobody chose one. */
  readParameterYear(): Promise<number | null>;
  /** Stores the year in the workbook, shows it as the defined name PARAMETER_YEAR and recalculates. */
  writeParameterYear(year: number): Promise<void>;
  /** Writes at the selected cell and returns the address. Throws an InsertRefused rather than overwrite a cell. */
  insertTable(table: Table): Promise<string>;
  /** Recalculates every formula, also those whose cells did not change. */
  recalculate(): Promise<void>;
}

export type TableCell = string | number;

export interface Table {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Number format of each column, in the notation of en-US. */
  readonly formats: readonly string[];
}

/** The place chosen for an insertion cannot take it; nothing was changed. */
export class InsertRefused extends Error {
  constructor(
    readonly reason: "occupied" | "edge" | "locked",
    readonly address = "",
  ) {
    super(`${reason}: ${address}`);
  }
}

/** Name under which the year stands in the workbook, for formulas and for whoever reads the file. */
export const PARAMETER_YEAR_NAME = "PARAMETER_YEAR";

/** The table as a block of cells: title, header, rows; short lines are filled with blanks. */
export function tableCells({ title, header, rows }: Table): TableCell[][] {
  const titleRow = header.map((_, column) => (column === 0 ? title : ""));
  return [titleRow, [...header], ...rows.map((row) => [...row])];
}
