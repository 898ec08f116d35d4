import type { Area } from "../../host/host";
import { SETTLEMENT_DELAY } from "../../rules/projection";
import { absolute, gridAt } from "../formula/a1";
import { columnsOf } from "../formula/call";
import type { Formula } from "../formula/formula";

/** In pixels, from A on: a margin, then the columns that INASTI.CASHFLOW fills; those of the years share them. */
export const WIDTHS = [16, 104, 152, 108, 108, 168, 112, 142, 112, 124, 142, 132];
export const TABLE = { column: 1, columns: columnsOf("INASTI.CASHFLOW") };
export const LAST_COLUMN = TABLE.column + TABLE.columns.length - 1;
export const INPUT = { label: 1, columns: 2, value: 3 };
export const FIRST_ROW = 5;
/** Years that have only settlements to come, and a cell for whoever goes on. */
export const YEARS_AFTER = SETTLEMENT_DELAY;
/** Columns of the years. */
export const YEAR = { year: 1, amount: 2, quarters: 3, paid: 7, monthly: 8, settlement: 9, fee: 10, owed: 11 };

/** The inputs, one below the other. */
export const ROWS = { firstYear: 6, indexation: 7, fund: 8, settlement: 9, growth: 10 } as const;

/** Addresses on the sheet. */
export const { cell: address, range } = gridAt("A1");
export const fixed = (row: number, column: number): Formula => absolute(address(row, column));
export const column = (at: number, row: number, rows: number): Area => ({ row, column: at, rows, columns: 1 });

/** Where things of the sheet stand. */
export interface Places {
  readonly earlier: { readonly row: number; readonly count: number };
  readonly years: { readonly row: number; readonly count: number };
  /** The row of the header of the payments. */
  readonly payments: number;
  /** The first day of the activity. */
  readonly start: Formula;
}
