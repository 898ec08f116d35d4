import { onCommand } from "../host/excel";
import type { Host } from "../host/host";
import { requestRecalculation } from "../page/requests";
import { dataVersion } from "../parameters";

/** Starts the buttons of the ribbon, which only Excel has. */
export function startCommands(host: Host): void {
  if (host.name !== "excel") return;
  onCommand({
    recalculateAll: async () => {
      if (requestRecalculation()) return;
      await host.recalculate();
      await host.writeDataVersion(dataVersion);
    },
  });
}
