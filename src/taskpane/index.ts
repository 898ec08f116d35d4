import { startCommands } from "../commands";
import { detectHost, OfficeMissing, toldLanguage } from "../host/detect";
import type { Host } from "../host/host";
import { reader, t } from "../i18n";
import { languageOf } from "../i18n/language";
import { loadFigureNames, loadPaneTexts, loadTexts } from "../i18n/load";
import type { Opened, Seen } from "./kit/surroundings";
import { isUpdated, reload, takeUpAgain, wasReloaded } from "./shell/reload";
import { restoreWorkbook } from "./shell/restore-workbook";

/** Office.js may be there and its next file not: Office then never answers. */
const OFFICE_ANSWERS_WITHIN = 20_000;

/**
 * Starts the page. What the functions need of the workbook comes first, in the same turn as Office says that it is there: Excel's calls
 * come after that. Texts and pane are chunks of their own, and no cell waits for them.
 */
async function start(element: HTMLElement): Promise<void> {
  try {
    const silence = setTimeout(() => void sayMissing(element), OFFICE_ANSWERS_WITHIN);
    const host = await detectHost().finally(() => clearTimeout(silence));
    const restored = restoreWorkbook(host);
    const opened = wasReloaded() ? { ...restored, takenUp: takeUp(host, restored) } : restored;
    reader.language = languageOf(host.displayLanguage());
    document.documentElement.lang = reader.language;
    startCommands(host);
    await showPane(element, host, opened);
  } catch (error) {
    console.error(error);
    if (error instanceof OfficeMissing) await sayMissing(element);
    else await fail(element, (await isUpdated().catch(() => false)) ? "pane-updated" : "pane-failed");
  }
}

function sayMissing(element: HTMLElement): Promise<void> {
  reader.language = languageOf(toldLanguage());
  return fail(element, "pane-office");
}

/** Whatever fails, it is tried again with the next reload. */
const takeUp = (host: Host, { dataVersion }: Opened): Promise<Seen> =>
  takeUpAgain(host, dataVersion).catch((error: unknown) => {
    console.error(error);
    return { reloaded: "due" };
  });

async function showPane(element: HTMLElement, host: Host, opened: Opened): Promise<void> {
  // Cells want the names too, and the pane does not wait for them.
  loadFigureNames(reader.language).catch((error: unknown) => console.error(error));
  const [{ mountPane }] = await Promise.all([
    import(/* webpackChunkName: "pane" */ "./shell/pane"),
    loadPaneTexts(reader.language),
  ]);
  mountPane(element, host, opened);
}

type Failure = "pane-failed" | "pane-updated" | "pane-office";

/** In the user's language if that can be had: its texts come in a file of their own. */
async function fail(element: HTMLElement, failure: Failure): Promise<void> {
  document.documentElement.lang = reader.language;
  await loadTexts(reader.language).catch(() => undefined);
  showFailure(element, failure);
}

/** Without the pane's own chunk there are only the words that come with the functions. */
function showFailure(element: HTMLElement, failure: Failure): void {
  const text = document.createElement("p");
  text.setAttribute("role", "alert");
  text.textContent = t(failure);
  const again = document.createElement("button");
  again.textContent = t("pane-again");
  again.onclick = reload;
  const help = document.createElement("a");
  help.textContent = t("pane-help");
  help.href = `help/functions-do-not-answer.html#${reader.language}`;
  help.target = "_blank";
  help.rel = "noopener noreferrer";
  element.replaceChildren(text, again, " ", help);
}

void start(document.getElementById("pane")!);
