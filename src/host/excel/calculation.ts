/**
 * Recalculates every formula of the workbook. A full calculation of Excel's would take every other workbook that is open with it, whose
 * figures would change unasked. Sheet by sheet, and all of them: a name, too, may hold a formula that calls us. Where calculation is manual,
 * what depends on cells of a sheet that came later is then still to be calculated.
 */
export async function calculateWorkbook(context: Excel.RequestContext): Promise<void> {
  const { application, worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  for (const sheet of worksheets.items) sheet.calculate(true);
  application.calculate(Excel.CalculationType.recalculate);
  await context.sync();
}

export const recalculate = (): Promise<void> => Excel.run({ delayForCellEdit: true }, calculateWorkbook);
