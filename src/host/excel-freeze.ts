import { formulaIn } from "./excel-cells";
import { NoteLost, requireNotes, verifyNotes, writeNotes } from "./excel-notes";
import type { FreezeCell, Place, UnfreezeCell, Work } from "./host";
import { inSteps } from "./steps";

const CELLS_A_STEP = 200;

/** In each step first the notes, which keep the formulas, and only when they stand the values. */
export async function freeze(cells: readonly FreezeCell[], work: Work = {}): Promise<number> {
  requireNotes();
  return inSteps(cells, CELLS_A_STEP, work, (step) =>
    allThatCan(step, putValues, async (cell) => {
      // Should this fail too, unfreezing takes the note away.
      await takeNoteBack(cell).catch(() => undefined);
      work.onRefused?.(cell);
    }),
  );
}

/** In each step first the formulas, and only when they stand the notes, which kept them. */
export async function unfreeze(cells: readonly UnfreezeCell[], work: Work = {}): Promise<number> {
  requireNotes();
  return inSteps(cells, CELLS_A_STEP, work, (step) => allThatCan(step, putFormulas, (cell) => work.onRefused?.(cell)));
}

const putValues = (cells: readonly FreezeCell[]): Promise<void> =>
  Excel.run(async (context) => {
    await writeNotes(context, cells);
    await verifyNotes(context, cells);
    for (const { sheet, address, rows, columns } of cells) {
      const first = context.workbook.worksheets.getItem(sheet).getRange(address);
      const filled = first.getResizedRange(rows - 1, columns - 1);
      // Copied, not written: Excel would take a text such as 2026-01 for a date.
      filled.copyFrom(filled, Excel.RangeCopyType.values);
    }
    await context.sync();
  });

const putFormulas = (cells: readonly UnfreezeCell[]): Promise<void> =>
  Excel.run(async (context) => {
    for (const cell of cells) restore(context, cell);
    await context.sync();
    await writeNotes(context, cells);
  });

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

const isOfACell = (error: unknown): boolean =>
  error instanceof NoteLost || OF_A_CELL.has((error as Partial<OfficeExtension.Error>).code);

/** One cell that Excel refuses fails a request as a whole: it is looked for by halves, and the others are done. */
async function allThatCan<Cell extends Place>(
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

/** A formula that stands needs no note that says it is frozen. */
const takeNoteBack = ({ sheet, address, noteBefore }: FreezeCell): Promise<void> =>
  Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem(sheet).getRange(address);
    cell.load("formulas, values");
    await context.sync();
    if (formulaIn(cell) !== null) await writeNotes(context, [{ sheet, address, note: noteBefore }]);
  });

/** A formula that Excel refuses leaves the values around it as they are, for it comes before they go. */
function restore(context: Excel.RequestContext, { sheet, address, rows, columns, formula }: UnfreezeCell): void {
  const first = context.workbook.worksheets.getItem(sheet).getRange(address);
  first.formulas = [[formula]];
  if (columns > 1)
    first
      .getOffsetRange(0, 1)
      .getResizedRange(0, columns - 2)
      .clear(Excel.ClearApplyTo.contents);
  if (rows > 1)
    first
      .getOffsetRange(1, 0)
      .getResizedRange(rows - 2, columns - 1)
      .clear(Excel.ClearApplyTo.contents);
}
