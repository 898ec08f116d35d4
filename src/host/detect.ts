import { excelHost } from "./excel";
import type { Host } from "./host";
import { previewHost } from "./preview";

/** The page is open as an add-in, and the library is missing through which Office and add-in reach each other. */
export class OfficeMissing extends Error {
  override message = "office.js could not be loaded";
}

/** Language tag of Office's menus where Office.js does not tell it, or of the browser. */
export const toldLanguage = (): string => officeAround()?.split(/[$|]/)[3] || navigator.language;

/** Excel where Office.js reports it; otherwise the preview. Throws an OfficeMissing where Office opened the page and Office.js did not come. */
export async function detectHost(): Promise<Host> {
  if (typeof Office === "undefined") {
    if (officeAround() === null) return previewHost;
    throw new OfficeMissing();
  }
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel ? excelHost : previewHost;
}

/** What Office tells a page of itself, such as Excel$Win32$16.01$fr-BE, where Office.js looks for it; "" where only a frame tells of it; null without. */
function officeAround(): string | null {
  // A worker of the tests, and whoever runs the functions alone, has none.
  if (typeof window === "undefined") return null;
  const places = [
    () => (window.external as { GetHostInfo?: () => string }).GetHostInfo?.(),
    () => new URLSearchParams(location.search).get("_host_Info"),
    () => (JSON.parse(window.name) as { hostInfo?: string }).hostInfo,
    () => sessionStorage.getItem("hostInfoValue"),
  ];
  for (const place of places) {
    const told = attempt(place);
    if (told) return told;
  }
  return window.top === window.self ? null : "";
}

function attempt(read: () => string | null | undefined): string | null | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
