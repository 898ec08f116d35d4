import { t } from "../i18n";
import type { Cents, Rate } from "../rules/money";
import { RATE_UNIT } from "../rules/money";
import { Refusal } from "../rules/refusal";
import { excelError } from "./register";

/** A spill: a header row in the reader's language, then the rows. */
export type Table = unknown[][];

/** Cents as a number of euro: the double nearest to the amount. */
export const euro = (cents: Cents): number => cents / 100;

/** A rate as a fraction of one. */
export const fraction = (rate: Rate): number => rate / RATE_UNIT;

export const table = (columns: readonly string[], rows: readonly unknown[][]): Table => [
  columns.map((name) => t(`column/${name}`)),
  ...rows,
];

/** One figure of a table: its value, or its own error. The other figures of the table stand. */
export const answered = <T>(answer: T | Refusal, write: (value: T) => unknown): unknown =>
  answer instanceof Refusal ? excelError(answer) : write(answer);

/** What a cell of a range shows for an error of its own; anything but a refusal is a defect and stays loud. */
export function cellError(error: unknown): CustomFunctions.Error {
  if (error instanceof Refusal) return excelError(error);
  throw error;
}
