import { type Definition, DEFINITIONS } from "../../definitions";
import { examples } from "../../definitions/generated/examples";
import { addressOf, areaOf } from "../../formula/addresses";
import { tokensOf } from "../../formula/tokens";
import type { CellValue } from "../../host/host";
import { called, isErrorOfCell } from "../formula/call";

/** A function with a formula that calls it, and what a cell shows for it. */
export interface Sample {
  readonly id: string;
  readonly formula: string;
  /** The same with a comma for each argument that it leaves out. */
  readonly padded: string;
  /** What stands in the cells that the formula refers to, by their first row and column from 0. */
  readonly inputs: readonly Input[];
  readonly expected: readonly (readonly CellValue[])[];
}

interface Input {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly CellValue[])[];
}

const column = (...values: CellValue[]): CellValue[][] => values.map((value) => [value]);

/** 1 January 2024 and 1 July 2025, as a cell holds them. */
const [START, CHANGE] = [45_292, 45_839];

const INCOMES = column(40_000, 42_000, 44_000);
const ROWS_OF_CLIENTS = { A2: column(40_000, 12_500, -3_000), B2: column("principal", "complementary", "principal") };
const CAREER = {
  A2: [
    [START, "complementary"],
    [CHANGE, "principal"],
  ],
  C2: INCOMES,
};

const listOf = (count: number, valueAt: (index: number) => number): CellValue[][] =>
  Array.from({ length: count }, (_, index) => [valueAt(index)]);

/** What the examples with ranges find in their cells. Where a 0 is as good as any amount or rate, none is blank: the desktop hands that over as 0. */
const INPUTS: Readonly<Record<string, Readonly<Record<string, CellValue[][]>>>> = {
  "FUND.SCENARIO": {
    A2: listOf(1_000, (index) => 900 + index),
    C2: listOf(10, (index) => (300 + index * 10) / 10_000),
  },
  "INASTI.PROJECT": { B2: INCOMES },
  "INASTI.CAREER": CAREER,
  "INASTI.CASHFLOW": CAREER,
  "INASTI.BATCH": ROWS_OF_CLIENTS,
  "INASTI.DOSSIER": ROWS_OF_CLIENTS,
  "PENSION.ESTIMATE": { B2: column(30_000, 31_000, 32_000, 33_000, 34_000, 35_000, 36_000, 37_000) },
};

/** Every function by the first example of its documentation; the page's own answer is what its cell must show. */
export async function samples(): Promise<Sample[]> {
  const { explainCell } = await import(/* webpackChunkName: "explain" */ "../../explain");
  const found: Sample[] = [];
  for (const [id, { takes }] of Object.entries<Definition>(DEFINITIONS)) {
    const formula = examples[id] ?? "";
    const inputs = Object.entries(INPUTS[id] ?? {}).map(([address, cells]) => {
      const { row, column: at } = areaOf(address)!;
      return { row, column: at, cells };
    });
    const read = ({ ranges }: { readonly ranges: readonly { readonly address: string }[] }) =>
      Promise.resolve({ ranges: ranges.map(({ address }) => valuesAt(address, inputs)), names: [], tables: [] });
    const explained = await explainCell(formula, { sheet: "", row: 0, column: 0 }, read);
    const call = "calls" in explained ? explained.calls.find((one) => one.id === id) : undefined;
    const args = call?.arguments.map(({ value }) => value) ?? [];
    found.push({
      id,
      formula,
      padded: padded(formula, Object.keys(takes).length),
      inputs,
      expected: answerOf(id, ...args),
    });
  }
  return found;
}

function valuesAt(address: string, inputs: readonly Input[]): CellValue[][] {
  const { row, column: first, rows, columns } = areaOf(address)!;
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => {
      const found = inputs.find((input) => input.cells[row + r - input.row]?.[first + c - input.column] !== undefined);
      return found?.cells[row + r - found.row]![first + c - found.column] ?? null;
    }),
  );
}

/** What cells show where they call a function with these arguments. */
export function answerOf(id: string, ...args: readonly unknown[]): CellValue[][] {
  const shown = (value: unknown): CellValue => (isErrorOfCell(value) ? value.code : (value as CellValue));
  const result = called(id, args);
  if (!result.ok) return [[result.code]];
  const { value } = result;
  return Array.isArray(value) ? (value as unknown[][]).map((row) => row.map(shown)) : [[shown(value)]];
}

/** The formula's own call with as many arguments as the function takes. */
function padded(formula: string, count: number): string {
  let depth = 0;
  let commas = 0;
  for (const { text } of tokensOf(formula)) {
    if (text === "(") depth += 1;
    if (text === ")") depth -= 1;
    if (text === "," && depth === 1) commas += 1;
  }
  return formula.slice(0, -1) + ",".repeat(Math.max(0, count - 1 - commas)) + formula.slice(-1);
}

/** How far down the cells reach to which a formula refers. */
const depthOf = (formula: string): number =>
  Math.max(0, ...referencesIn(formula).map(({ text }) => areaOf(text)!.row + areaOf(text)!.rows));

const referencesIn = (formula: string) => tokensOf(formula).filter(({ kind }) => kind === "reference");

/** The same formula about cells further down. */
function down(formula: string, by: number): string {
  return tokensOf(formula)
    .map(({ kind, text }) => {
      const area = kind === "reference" ? areaOf(text) : null;
      return area ? addressOf({ ...area, row: area.row + by }) : text;
    })
    .join("");
}

/** Samples one below the other on a sheet, each with room for what it refers to and what it fills. */
export function laidOut(all: readonly Sample[]): { readonly sample: Sample; readonly row: number }[] {
  let row = 0;
  return all.map((sample) => {
    const place = { sample, row };
    row += Math.max(depthOf(sample.formula), sample.expected.length) + 1;
    return place;
  });
}

/** What a cell in this row holds for a sample. */
export const formulaAt = (formula: string, row: number): string => down(formula, row);
