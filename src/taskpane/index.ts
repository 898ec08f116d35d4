import { startCommands } from "../commands";
import { detectHost } from "../host/detect";
import type { Host } from "../host/host";
import { reader, t } from "../i18n";
import { languageOf } from "../i18n/language";
import { loadFigureNames, loadPaneTexts, loadTexts } from "../i18n/load";
import type { Opened } from "./kit/surroundings";
import { restoreWorkbook } from "./shell/restore-workbook";

/**
 * Starts the page. What the functions need of the workbook comes first, in the same turn as Office says that it is there: Excel's calls
 * come after that. Texts and pane are chunks of their own, and no cell waits for them.
 */
async function start(element: HTMLElement): Promise<void> {
  try {
    const host = await detectHost();
    const opened = restoreWorkbook(host);
    reader.language = languageOf(host.displayLanguage());
    document.documentElement.lang = reader.language;
    startCommands(host);
    await showPane(element, host, opened);
  } catch (error) {
    console.error(error);
    // In the user's language if that can be had: its texts come in a file of their own.
    await loadTexts(reader.language).catch(() => undefined);
    showFailure(element);
  }
}

async function showPane(element: HTMLElement, host: Host, opened: Opened): Promise<void> {
  // Cells want the names too, and the pane does not wait for them.
  loadFigureNames(reader.language).catch((error: unknown) => console.error(error));
  const [{ mountPane }] = await Promise.all([
    import(/* webpackChunkName: "pane" */ "./shell/pane"),
    loadPaneTexts(reader.language),
  ]);
  mountPane(element, host, opened);
}

/** Without the pane's own chunk there are only the words that come with the functions. */
function showFailure(element: HTMLElement): void {
  const text = document.createElement("p");
  text.setAttribute("role", "alert");
  text.textContent = t("pane-failed");
  const again = document.createElement("button");
  again.textContent = t("pane-again");
  again.onclick = () => location.reload();
  element.replaceChildren(text, again);
}

void start(document.getElementById("pane")!);
