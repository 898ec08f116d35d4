import { EXCEL_API } from "../requirements";

/** Excel.run, or what stands in for it inside another one. */
export type Run = <Result>(batch: (context: Excel.RequestContext) => Promise<Result>) => Promise<Result>;

const canGroup = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", EXCEL_API.undoGroup);

/**
 * Has Excel take all of the work back in one step of Undo, where it can: all requests are then of one run. Should something in it not be
 * undoable, it is done once more without, so the work must find what it has done already, or have taken it back.
 */
export async function asOneStep<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
  const run: Run = (batch) => Excel.run(batch);
  if (!canGroup()) return work(run);
  try {
    return await Excel.run({ mergeUndoGroup: true }, (context) => work((batch) => batch(context)));
  } catch (error) {
    if ((error as Partial<OfficeExtension.Error>).code !== "UndoNotSupported") throw error;
    return work(run);
  }
}

export const inOneStep: Run = (batch) => asOneStep((run) => run(batch));
