import type { Book, Cell } from "./book";

/** The same workbook with the values in the place of the formulas: for programs that do not know our functions. */
export function withoutFormulas({ sheets, names = [], styles, active }: Book): Book {
  return {
    sheets: sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(valueOf) })),
    names,
    ...(styles && { styles }),
    ...(active !== undefined && { active }),
  };
}

/** An empty text was a formula's way to show nothing. */
const valueOf = ({ row, column, value, style }: Cell): Cell => ({
  row,
  column,
  ...(value !== undefined && value !== "" && { value }),
  ...(style !== undefined && { style }),
});
