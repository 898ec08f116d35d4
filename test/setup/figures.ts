import * as project from "../../src/parameters/compiled/index";
import type { CompiledColumns, CompiledParameter, CompiledTable } from "../../src/parameters/table";
import { day } from "../../src/rules/calendar";

/** The compiled figures, as `src/parameters` reads them. */
export interface Compiled {
  readonly tables: Readonly<Record<keyof typeof project.tables, CompiledTable>>;
  readonly dataVersion: string;
  readonly coverage: typeof project.coverage;
}

/**
 * The figures as they stood when a year was the last one published: an answer that looks beyond it, such as a projection, stays what it
 * was when the next year comes.
 */
export function figuresUntil(year: number): Compiled {
  const lastDay = day(year, 12, 31);
  const { contributions } = project.tables;
  const parameters = Object.entries<CompiledParameter>(contributions.parameters).map(
    ([id, [unit, decimals, values, ...named]]) =>
      [id, [unit, decimals, valuesUntil(lastDay, values), ...named]] as const,
  );
  const until: CompiledTable = { ...contributions, parameters: Object.fromEntries(parameters) };
  const coverage = { ...project.coverage, contributions: { ...project.coverage.contributions, to: lastDay } };
  return { ...project, coverage, tables: { ...project.tables, contributions: until } };
}

function valuesUntil(lastDay: number, [days, ...columns]: CompiledColumns): CompiledColumns {
  const kept = <Cell>(cells: readonly Cell[]): Cell[] => cells.filter((_, row) => days[row]! <= lastDay);
  return [kept(days), ...columns.map((column) => (Array.isArray(column) ? kept(column) : column))] as CompiledColumns;
}
