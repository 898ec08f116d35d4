import { readFileSync } from "node:fs";
import { join } from "node:path";
import { day } from "../../src/rules/calendar";
import { bundleFunctions, callNamed, cellOf, type CustomFunction, sourceFunctions } from "../setup/excel";

/** A case of the rule book: inputs by parameter name, the expected result and where it stands. */
export interface Case {
  readonly id: string;
  readonly function: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
  /** Of a case that looks beyond it: the last published year when it was calculated. */
  readonly lastYear?: number;
}

export const casesOf = (domain: string): Case[] => JSON.parse(readFileSync(join(__dirname, `${domain}.json`), "utf8")) as Case[];

/** The same cases through the sources and through the built bundle, as Excel loads it. */
export const runtimes: readonly (readonly [string, () => Map<string, CustomFunction>])[] = [
  ["sources", sourceFunctions],
  ["bundle", bundleFunctions],
];

/** A case's text as a cell would hold it: amounts and rates are numbers, dates are serial days, words stay. */
export function cell(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cell);
  if (typeof value !== "string") return value;
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (date) return day(Number(date[1]), Number(date[2]), Number(date[3]));
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

/** What the cell of a case shows: the expected value, or the code of the expected error. */
export const shown = (expected: unknown): unknown => (expected as { error?: string } | null)?.error ?? cell(expected);

export const cells = (inputs: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, cell(value)]));

export const call = (functions: Map<string, CustomFunction>, id: string, inputs: Readonly<Record<string, unknown>>): unknown =>
  cellOf(() => callNamed(functions, id, cells(inputs)));

/** The rule book writes `feePerYear` for the column "fee per year", `quarter1` for "quarter 1". */
export const columnOf = (name: string): string =>
  name === "settledIn" ? "year of settlement" : name.replace(/[A-Z]|\d+/g, (sign) => ` ${sign.toLowerCase()}`);

/** What the cells of a row hold, by the words of its columns. */
export const columns = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), cell(value)]));

/** A spill as one record a row, by the English words of its header row. */
export function records(spill: unknown): Record<string, unknown>[] {
  const [header, ...rows] = spill as unknown[][];
  return rows.map((row) => Object.fromEntries(header!.map((name, index) => [String(name), row[index]])));
}
