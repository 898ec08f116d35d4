import { areaOf } from "../../src/formula/addresses";
import { Budget } from "../../src/formula/budget";
import { evaluate, type Values } from "../../src/formula/evaluate";
import type { OwnFunction } from "../../src/formula/own";
import { Cannot, parse } from "../../src/formula/parser";
import { referencesOf } from "../../src/formula/references";
import type { CellValue } from "../../src/formula/values";
import { type CustomFunction, metadata } from "../setup/excel";
import type { FakeBook, FakeSheet } from "./fake-excel";

type Matrix = CellValue[][];

/** How Excel calls the functions of an add-in. */
export interface Calling {
  readonly functions: ReadonlyMap<string, CustomFunction>;
  /** What a blank cell is handed over as: 0 on the desktop, null on the web. */
  readonly blank: CellValue;
  /** Excel takes a formula with as many arguments as its list of functions has. */
  readonly argumentsOf: (id: string) => number;
}

export const callingOf = (functions: ReadonlyMap<string, CustomFunction>, blank: CellValue = null): Calling => ({
  functions,
  blank,
  argumentsOf: (id) => metadata.functions.find((one) => one.id === id)!.parameters.length,
});

/** Lets a workbook in memory calculate what refers to single cells and ranges of its sheets, and to names of numbers. */
export function calculating(book: FakeBook, calling: Calling): void {
  const { functions, blank } = calling;
  const own = (name: string): OwnFunction | undefined => {
    const entry = metadata.functions.find(({ id }) => id === name);
    const call = functions.get(name);
    if (!entry || !call) return undefined;
    const parameters = entry.parameters.map(({ name: argument, dimensionality }) => ({
      name: argument,
      ...(dimensionality === "matrix" && { matrix: true as const }),
    }));
    return { id: name, parameters, call };
  };
  const valuesAt = (address: string, sheet: FakeSheet): Matrix => {
    const { row, column, rows, columns } = areaOf(address)!;
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (__, c) => {
        const value = book.ownValue(sheet, row + r, column + c);
        return value === "" ? blank : value;
      }),
    );
  };
  const valueOf = (formula: string, sheet: FakeSheet): CellValue | Matrix => {
    const tree = parse(formula);
    const { ranges, names } = referencesOf(tree, sheet.name);
    const values: Values = {
      ranges: ranges.map((place) => valuesAt(place.address, book.sheet(place.sheet))),
      names: names.map((name) => {
        const definition = sheet.names.get(name) ?? book.names.get(name);
        if (definition === undefined) return null;
        const found = valueOf(definition, sheet);
        return Array.isArray(found) ? found : [[found]];
      }),
      tables: [],
    };
    const at = { sheet: sheet.name, row: 0, column: 0 };
    const evaluated = (row: number) => evaluate(tree, { ...at, row }, values, { own, budget: new Budget() });
    const { calls, value } = evaluated(0);
    const [call] = calls;
    // A column of calls, each of which gives one value.
    const { lifted } = call ?? {};
    if (lifted !== undefined) return Array.from({ length: lifted }, (_, row) => [evaluated(row).value]);
    // A call that is the whole formula fills what it gives; of others the value of the cell is enough here.
    const isWhole = call !== undefined && formula.toUpperCase().startsWith(`=${call.id}(`);
    if (!isWhole || !Array.isArray(call.result)) return value;
    return (call.result as unknown[][]).map((row) =>
      row.map((one) => (one instanceof Error ? (one as unknown as { code: string }).code : (one as CellValue))),
    );
  };
  book.evaluate = (formula, sheet) => {
    try {
      const value = valueOf(formula, sheet);
      return Array.isArray(value) ? value.map((row) => row.map((one) => one ?? "")) : (value ?? 0);
    } catch (error) {
      if (error instanceof Cannot) return undefined;
      throw error;
    }
  };
}
