import { excelHost } from "./excel";
import type { Host } from "./host";
import { previewHost } from "./preview";

/** Excel where Office.js reports it; otherwise the preview, also when Office.js itself could not be loaded. */
export async function detectHost(): Promise<Host> {
  if (typeof Office === "undefined") return previewHost;
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel ? excelHost : previewHost;
}
