import { evaluate, references } from "../../src/explain/evaluate";
import type { Evaluation } from "../../src/formula/evaluate";
import type { CellValue } from "../../src/formula/values";
import type { Cell, SheetPlan } from "../../src/host/host";

const letters = "ABCDEFGHIJKLMNOP";
const placeOf = (address: string): { column: number; row: number } => {
  const [, column, row] = /^\$?([A-P])\$?(\d+)$/.exec(address)!;
  return { column: letters.indexOf(column!), row: Number(row) - 1 };
};
/** A cell of a sheet that the pane inserted, by its address. */
export const at = (sheet: SheetPlan, address: string): Cell => {
  const { column, row } = placeOf(address);
  return sheet.rows[row]?.[column] ?? {};
};

/** A sheet as a spreadsheet calculates it: what the formulas of its tables fill is there for the others. */
export class Calculated {
  private readonly spills = new Map<string, unknown[][]>();
  private readonly known = new Map<string, CellValue>();

  constructor(readonly sheet: SheetPlan) {
    for (const cells of sheet.rows) {
      for (const [column, { content }] of cells.entries()) {
        if (typeof content !== "string" || !/^=INASTI\.(CASHFLOW|PROJECT)\(/.test(content)) continue;
        const corner = `${letters[column]!}${sheet.rows.indexOf(cells) + 1}`;
        this.spills.set(corner, this.calculate(content, corner).calls[0]!.result as unknown[][]);
      }
    }
  }

  /** What a cell shows; a blank one is null, an error its code. */
  shows(address: string): CellValue {
    const { column, row } = placeOf(address);
    for (const [corner, table] of this.spills) {
      const from = placeOf(corner);
      const cell = table[row - from.row]?.[column - from.column];
      if (cell !== undefined && row >= from.row && column >= from.column)
        return cell instanceof Error ? (cell as Error & { code: string }).code : (cell as CellValue);
    }
    const { content } = at(this.sheet, address);
    if (typeof content !== "string" || !content.startsWith("=")) return content ?? null;
    if (!this.known.has(address)) this.known.set(address, this.calculate(content, address).value);
    return this.known.get(address)!;
  }

  private calculate(formula: string, address: string): Evaluation {
    const { ranges, names } = references(formula, this.sheet.name);
    return evaluate(
      formula,
      { sheet: this.sheet.name, ...placeOf(address) },
      { ranges: ranges.map(({ address: one }) => this.range(one)), names: names.map(() => null), tables: [] },
    );
  }

  private range(address: string): CellValue[][] {
    const [from, to] = [address.split(":")[0]!, address.split(":").at(-1)!].map(placeOf) as [
      ReturnType<typeof placeOf>,
      ReturnType<typeof placeOf>,
    ];
    return Array.from({ length: to.row - from.row + 1 }, (_, r) =>
      Array.from({ length: to.column - from.column + 1 }, (_unused, c) =>
        this.shows(`${letters[from.column + c]!}${from.row + r + 1}`),
      ),
    );
  }
}
