import { onCommand, showPane } from "../host/excel";
import type { Host } from "../host/host";
import { requestRecalculation, requestView } from "../page/requests";
import { dataVersion } from "../parameters";

/** Starts the buttons of the ribbon, which only Excel has. */
export function startCommands(host: Host): void {
  if (host.name !== "excel") return;
  onCommand({
    openCalculator: () => open("calculator"),
    openFunds: () => open("funds"),
    openProjection: () => open("projection"),
    openBenefits: () => open("benefits"),
    openExplain: () => open("explain"),
    openWorkbook: () => open("workbook"),
    recalculateAll: async () => {
      if (requestRecalculation()) return;
      await host.recalculate();
      await host.writeDataVersion(dataVersion);
    },
  });
}

async function open(view: string): Promise<void> {
  requestView(view);
  await showPane();
}
