import type { Host } from "../host/host";
import { settings } from "../settings";

/** Takes the year from the workbook. Cells may have been calculated before it was known, so they are calculated again. */
export async function restoreYear(host: Host): Promise<void> {
  const year = await host.readParameterYear();
  if (year === null || year === settings.parameterYear) return;
  settings.parameterYear = year;
  await host.recalculate();
}
