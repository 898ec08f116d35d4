import type { Cell, SheetPlan } from "../../src/host/host";
import { call } from "../golden/harness";
import { sourceFunctions } from "../setup/excel";
import { Calculated } from "./calculated-sheet";

/** What a function answers by itself. */
const functions = sourceFunctions();
export const ask = (id: string, inputs: Record<string, unknown>): unknown => call(functions, id, inputs);
export const euros = (id: string, inputs: Record<string, unknown>): number => Number(ask(id, inputs));

/** The row of a sheet with this text at its left, from 1 on; the first one. */
export function rowOf(plan: SheetPlan, text: string): number {
  const sheet = new Calculated(plan);
  const found = plan.rows.findIndex((_, index) => sheet.shows(`B${index + 1}`) === text);
  if (found < 0) throw new Error(`no row: ${text}`);
  return found + 1;
}

/** What some columns show in that row. */
export function rowWith(plan: SheetPlan, text: string, columns = "CDEF"): unknown[] {
  const sheet = new Calculated(plan);
  const row = rowOf(plan, text);
  return [...columns].map((column) => sheet.shows(`${column}${row}`));
}

export const shows = (plan: SheetPlan, column: string, text: string): unknown => rowWith(plan, text, column)[0];

/** To the cent. */
export const sum = (all: readonly unknown[]): number =>
  Math.round(all.reduce<number>((one, two) => one + Number(two), 0) * 100) / 100;

/** The sheet with another content in some cells, by their addresses. */
export function typed(plan: SheetPlan, contents: Readonly<Record<string, Cell["content"]>>): SheetPlan {
  const rows = plan.rows.map((cells, row) =>
    [..."ABCDEFGH"].map((letter, column): Cell => {
      const { content: before, ...cell } = cells[column] ?? {};
      const key = `${letter}${row + 1}`;
      const content = key in contents ? contents[key] : before;
      return { ...cell, ...(content !== undefined && { content }) };
    }),
  );
  return { ...plan, rows };
}
