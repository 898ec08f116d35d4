import { requireNotes, writeNotes } from "./excel-notes";
import type { FreezeCell, UnfreezeCell, Work } from "./host";
import { inSteps } from "./steps";

const CELLS_A_STEP = 200;

/** In each step first the notes, which keep the formulas, and only when they stand the values. */
export async function freeze(cells: readonly FreezeCell[], work: Work = {}): Promise<number> {
  requireNotes();
  return inSteps(cells, CELLS_A_STEP, work, (step) =>
    Excel.run(async (context) => {
      await writeNotes(context, step);
      for (const { sheet, address, rows, columns } of step) {
        const first = context.workbook.worksheets.getItem(sheet).getRange(address);
        const filled = first.getResizedRange(rows - 1, columns - 1);
        // Copied, not written: Excel would take a text such as 2026-01 for a date.
        filled.copyFrom(filled, Excel.RangeCopyType.values);
      }
      await context.sync();
    }),
  );
}

/** In each step first the formulas, and only when they stand the notes, which kept them. */
export async function unfreeze(cells: readonly UnfreezeCell[], work: Work = {}): Promise<number> {
  requireNotes();
  return inSteps(cells, CELLS_A_STEP, work, (step) =>
    Excel.run(async (context) => {
      for (const cell of step) restore(context, cell);
      await context.sync();
      await writeNotes(context, step);
    }),
  );
}

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
