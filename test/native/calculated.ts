import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { definitionOf } from "../../src/definitions";
import { classicOf, type LawSheet, namedFunction } from "../../src/native";

export type Cell = number | string | boolean | null;
export type Engine = "ironcalc" | "univer" | "hyperformula";

interface Sums {
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  readonly rows: readonly (readonly Cell[])[];
  readonly formulas: readonly (readonly string[])[];
}

/** What a program that is not ours makes of formulas over a law sheet, each in the row of its values. */
function calculated(engine: Engine, sheet: LawSheet, sums: Sums): Cell[][] {
  const law = { name: sheet.name, cells: sheet.cells };
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, "engines.mjs"), engine], {
    input: JSON.stringify({ law, ...sums }),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Cell[][];
}

/** A formula of ours that reads the cells of row 1, in another row. */
const inRow = (formula: string, row: number): string => formula.replace(/\b([A-H])1\b/g, `$1${row + 1}`);

/** Rows of values, and what is asked of each. */
export type Asked = readonly (readonly [row: readonly Cell[], formulas: readonly string[]])[];

/** In the classic form: functions that every program has. */
export function classically(engine: Engine, sheet: LawSheet, asked: Asked): Cell[][] {
  const written = asked.map(([, formulas], row) =>
    formulas.map((formula) => {
      const native = classicOf(inRow(formula, row), sheet);
      if (!("formula" in native)) throw new Error(`${formula}: ${"none" in native ? native.none.reason : "many"}`);
      return native.formula;
    }),
  );
  return calculated(engine, sheet, { names: [], rows: asked.map(([row]) => row), formulas: written });
}

const CALL = /\b((?:INASTI|FUND|COMPANY|PASSERELLE|PENSION|BENEFIT)\.[A-Z]+)\(([^()]*)\)/;

/** In the named form: our functions as LAMBDAs. Univer has no optional parameters: what a call leaves out stands there, blank. */
export function byName(engine: Engine, sheet: LawSheet, asked: Asked): Cell[][] {
  const all = asked.flatMap(([, formulas]) => formulas);
  const ids = new Set(all.flatMap((formula) => formula.match(/[A-Z]+\.[A-Z]+(?=\()/g) ?? []));
  const leavesOut = engine !== "univer";
  const names = [...ids].map((id) => namedFunction(id, sheet, { leavesOut }));
  const written = asked.map(([, formulas], row) =>
    formulas.map((formula) => (leavesOut ? inRow(formula, row) : withBlanks(inRow(formula, row)))),
  );
  return calculated(engine, sheet, { names, rows: asked.map(([row]) => row), formulas: written });
}

/** From the inside out, each call with all of its arguments. */
function withBlanks(formula: string): string {
  const inner: string[] = [];
  let text = formula;
  for (let found = CALL.exec(text); found !== null; found = CALL.exec(text)) {
    const [call, id, given] = found as unknown as [string, string, string];
    const missing = Object.keys(definitionOf(id)!.takes).length - given.split(",").length;
    text = text.replace(call, `§${inner.length}§`);
    inner.push(`${id}(${given}${",".repeat(missing)})`);
  }
  while (text.includes("§")) text = text.replace(/§(\d+)§/g, (_, index: string) => inner[Number(index)]!);
  return text;
}

/** A formula that fills cells, over values from A1 on. */
export interface Filling {
  readonly values: readonly (readonly Cell[])[];
  readonly formula: string;
  readonly rows: number;
  readonly columns: number;
}

/** What each cell shows that a formula fills: a formula of its own. Each stands below its values, and all of them below one another. */
export function filledBy(engine: Engine, sheet: LawSheet, all: readonly Filling[]): Cell[][][] {
  const rows: Cell[][] = [];
  const formulas: string[][] = [];
  const places = all.map(({ values, formula, ...size }) => {
    const first = rows.length;
    const own = formula.replace(
      /\b([A-H])(\d+)\b/g,
      (_, letter: string, row: string) => `${letter}${Number(row) + first}`,
    );
    const at = first + values.length;
    const native = classicOf(own, sheet, { row: at, column: 0, ...size });
    if (!("cells" in native)) throw new Error(`${formula}: ${JSON.stringify(native)}`);
    rows.push(...values.map((row) => [...row]), ...native.cells.map((): Cell[] => []));
    formulas.push(...values.map((): string[] => []), ...native.cells.map((row) => [...row]));
    return { at, count: size.rows };
  });
  const shown = calculated(engine, sheet, { names: [], rows, formulas });
  return places.map(({ at, count }) => shown.slice(at, at + count));
}
