import { Budget } from "../../src/formula/budget";
import { evaluate, type Options } from "../../src/formula/evaluate";
import { numberFormat } from "../../src/formula/number-format";
import { parse } from "../../src/formula/parser";
import { referencesOf } from "../../src/formula/references";
import type { TableContent } from "../../src/formula/tables";
import type { CellValue } from "../../src/formula/values";

type Cells = Readonly<Record<string, readonly (readonly CellValue[])[] | null>>;

export interface Book {
  /** By their addresses, on another sheet than Sheet1 with its name before them. */
  readonly cells?: Cells;
  readonly names?: Cells;
  readonly tables?: Readonly<Record<string, TableContent>>;
  /** The cell with the formula. */
  readonly address?: string;
  readonly row?: number;
  readonly column?: number;
}

const options: Options = {
  own: () => undefined,
  // 28/11/2026, six in the evening.
  now: () => 46_354.75,
  format: (value, code) => numberFormat(value, code, true),
};

/** What a formula gives in a workbook of its own, where nothing is that is not named. */
export function valueOf(
  formula: string,
  book: Book = {},
  budget = new Budget(),
  more: Partial<Options> = {},
): CellValue {
  const { cells = {}, names = {}, tables = {}, address = "D2", row = 0, column = 0 } = book;
  const tree = parse(formula);
  const asked = referencesOf(tree, "Sheet1");
  const values = {
    ranges: asked.ranges.map(
      (place) => cells[place.sheet === "Sheet1" ? place.address : `${place.sheet}!${place.address}`] ?? null,
    ),
    names: asked.names.map((name) => names[name] ?? null),
    tables: asked.tables.map((name) => tables[name] ?? null),
  };
  return evaluate(tree, { sheet: "Sheet1", address, row, column }, values, { ...options, ...more, budget }).value;
}

/** Everything that the formula of a cell fills. */
export const filledBy = (formula: string, rows: number, columns: number, book: Book = {}): CellValue[][] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => valueOf(formula, { ...book, row, column })),
  );
