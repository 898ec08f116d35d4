import * as project from "../../src/parameters/compiled/index";
import type { CompiledParameter, CompiledTable } from "../../src/parameters/table";
import { day } from "../../src/rules/calendar";

/** The compiled figures, as `src/parameters` reads them. */
export interface Compiled {
  readonly tables: Readonly<Record<keyof typeof project.tables, CompiledTable>>;
  readonly dataVersion: string;
  readonly lastDayCovered: number;
}

/**
 * The figures as they stood when a year was the last one published: an answer that looks beyond it, such as a projection, stays what it
 * was when the next year comes.
 */
export function figuresUntil(year: number): Compiled {
  const lastDay = day(year, 12, 31);
  const { contributions } = project.tables;
  const parameters = Object.entries<CompiledParameter>(contributions.parameters).map(
    ([id, [unit, decimals, rows]]) =>
      [id, [unit, decimals, rows.filter(([from]) => (from as number) <= lastDay)]] as const,
  );
  const until: CompiledTable = { ...contributions, parameters: Object.fromEntries(parameters) };
  return { ...project, lastDayCovered: lastDay, tables: { ...project.tables, contributions: until } };
}
