import type { CellValue, FreezeCell, Place, UnfreezeCell } from "../host";
import { type areaIn, type Reading, valuesOf } from "./cells";
import { again } from "./notes";
import { CELLS_A_STEP } from "./steps";
import { enter } from "./write";

/** Cells with notes of one step. */
const NOTES_A_STEP = 200;

export type Sized = Pick<FreezeCell | UnfreezeCell, "sheet" | "address" | "rows" | "columns">;

export const isStep = (cells: readonly Sized[]): boolean =>
  cells.length <= NOTES_A_STEP && cells.reduce((sum, { rows, columns }) => sum + rows * columns, 0) <= CELLS_A_STEP;

/** A cell as it is read before it is replaced. */
export interface Content {
  /** Null for a value. */
  readonly formula: string | null;
  readonly value: CellValue;
  readonly format: string;
}

export const CONTENT = "formulas, values, valueTypes, numberFormat";

export function contentsOf(range: Excel.Range): Content[][] {
  const values = valuesOf(range);
  return values.map((row, r) =>
    row.map((value, c) => {
      const formula: unknown = range.formulas[r]![c];
      const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
      return { formula: isFormula ? formula : null, value, format: String(range.numberFormat[r]![c]) };
    }),
  );
}

export const CONTENTS: Reading<Content> = { properties: CONTENT, of: contentsOf };

export const valuesIn = (contents: readonly Content[][]): CellValue[][] =>
  contents.map((row) => row.map(({ value }) => value));

/** Excel may tell a formula in each of the cells that it fills. */
export const hasOtherFormulas = (contents: readonly Content[][]): boolean => {
  const own = contents[0]![0]!.formula;
  return contents.flat().some(({ formula }) => formula !== null && formula !== own);
};

/** Larger areas are read in parts before, and only their first cell with the request that writes. */
export const isReadAtOnce = ({ rows, columns }: Sized): boolean => rows * columns <= CELLS_A_STEP;

export function rangeOf(
  context: Excel.RequestContext,
  { sheet, address, rows, columns }: Sized,
  isWhole = true,
): Excel.Range {
  const first = context.workbook.worksheets.getItem(sheet).getRange(address);
  return isWhole ? first.getResizedRange(rows - 1, columns - 1) : first;
}

export const pieceOf = (context: Excel.RequestContext, { sheet }: Place, area: ReturnType<typeof areaIn>) => ({
  sheet: context.workbook.worksheets.getItem(sheet),
  area,
});

interface Former {
  readonly cell: Sized;
  /** Null for what stands there still. */
  readonly contents: readonly (readonly (Content | null)[])[];
}

/** Somebody was faster by a moment: what they put into the cells goes there again. */
export async function putBack(formers: readonly Former[]): Promise<void> {
  if (formers.length === 0) return;
  const write = (): Promise<void> =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      for (const { cell, contents } of formers) {
        const own = contents[0]![0]?.formula;
        const first = rangeOf(context, cell, false);
        contents.forEach((row, r) =>
          row.forEach((content, c) => {
            // What the first cell's formula fills comes with it.
            const isFilled =
              (r > 0 || c > 0) && content !== null && content.formula !== null && content.formula === own;
            if (content && !isFilled) enter(first.getCell(r, c), content);
          }),
        );
      }
      await context.sync();
    });
  await again(write);
}

/** Of these errors any cell may be the cause: a part of an array formula, a thread of comments, a sheet that is gone. Of others Excel is. */
const OF_A_CELL: ReadonlySet<string | undefined> = new Set([
  "FormulaLengthExceedsLimit",
  "GeneralException",
  "InvalidArgument",
  "InvalidOperation",
  "InvalidReference",
  "ItemAlreadyExists",
  "ItemNotFound",
  "MergedRangeConflict",
  "NotImplemented",
  "PivotTableRangeConflict",
  "UnsupportedOperation",
]);

const isOfACell = (error: unknown): boolean => OF_A_CELL.has((error as Partial<OfficeExtension.Error>).code);

/** One cell that Excel refuses fails a request as a whole: it is looked for by halves, and the others are done. */
export async function allThatCan<Cell extends Place>(
  cells: readonly Cell[],
  act: (cells: readonly Cell[]) => Promise<void>,
  refuse: (cell: Cell) => Promise<void> | undefined | void,
): Promise<void> {
  try {
    await act(cells);
  } catch (error) {
    if (!isOfACell(error)) throw error;
    if (cells.length === 1) return refuse(cells[0]!);
    const half = Math.ceil(cells.length / 2);
    for (const part of [cells.slice(0, half), cells.slice(half)]) await allThatCan(part, act, refuse);
  }
}
