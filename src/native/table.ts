import { definitionOf } from "../definitions";
import { EACH, nativeTableOf } from "../definitions/native";
import { t } from "../i18n";
import { DIVISORS } from "./divisors";
import type { LawSheet } from "./law-sheet";
import { errorFormula, type Handed, Printer, quoted, type TableCell } from "./print";

/** The columns of a table, in their order; those behind the last ones stand there only with an argument. */
export const shownColumns = (id: string): string[] => {
  const { shows, also = {} } = definitionOf(id)!;
  return [...Object.keys(shows), ...Object.keys(also)];
};

/** A column as the header of its table names it. */
export const headOf = (column: string): string =>
  t(`column/${column.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);

export const columnsOf = (id: string): TableCell["columns"] =>
  Object.fromEntries(
    Object.entries(nativeTableOf(id)!.columns).map(([name, { gives, exit }]) => [
      name,
      exit === EACH ? { gives, divisor: 1, isEach: true } : { gives, divisor: DIVISORS[exit] },
    ]),
  );

/** What a formula in one cell of a table is, without "="; its row and column from 1, the header being row 1. */
export function tableCell(
  id: string,
  sheet: LawSheet,
  handed: Readonly<Record<string, Handed>>,
  { row, column }: { readonly row: number; readonly column: number },
  addressOf: NonNullable<TableCell["addressOf"]>,
): string {
  const name = shownColumns(id)[column - 1];
  const columns = columnsOf(id);
  if (name === undefined || row < 1) return errorFormula("notAvailable");
  const printer = new Printer(sheet, handed, false, { columns, addressOf }).at(row - 1);
  const { gives, divisor } = columns[name]!;
  const checks = printer.checks(Object.values(columns).map((one) => one.gives));
  const text = row === 1 ? quoted(headOf(name)) : shown(printer.whole(gives), divisor);
  return checks === null ? text : `IF(${checks.holds},${text},${checks.error})`;
}

export const shown = (text: string, divisor: number): string => (divisor === 1 ? text : `(${text})/${divisor}`);
