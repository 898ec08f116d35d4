import type { Host, WorkbookState } from "../host/host";
import { dataVersion } from "../parameters";
import { settings } from "../settings";

/** Takes the year from the workbook. Cells may have been calculated before it was known, so they are calculated again. */
export async function restoreWorkbook(host: Host): Promise<WorkbookState> {
  const state = await host.readWorkbook();
  if (state.dataVersion === null && host.hasWorkbook) noteVersionWhenCalculated(host);
  const year = state.parameters?.year ?? null;
  if (year !== null && year !== settings.parameterYear) {
    settings.parameterYear = year;
    await host.recalculate();
  }
  return state;
}

/** A workbook that nobody noted a version in gets ours with its first result. Not inside the calculation: Excel waits for that to end. */
function noteVersionWhenCalculated(host: Host): void {
  settings.onCalculation = () => {
    settings.onCalculation = null;
    // A workbook that cannot keep it has no notice later; its cells are right all the same.
    setTimeout(() => void host.writeDataVersion(dataVersion).catch(() => undefined));
  };
  if (settings.calculated) settings.onCalculation();
}
