import { detectHost } from "../host/detect";
import { languageOf } from "../i18n/language";
import { loadTexts } from "../i18n/load";
import { settings } from "../settings";
import { restoreYear } from "./restore-year";

/** Starts the page: the year that the functions need first, then texts and pane, which are chunks of their own. */
async function start(): Promise<void> {
  const host = await detectHost();
  settings.language = languageOf(host.displayLanguage());
  document.documentElement.lang = settings.language;
  await restoreYear(host);

  const [{ mountPane }] = await Promise.all([
    import(/* webpackChunkName: "pane" */ "./pane"),
    loadTexts(settings.language),
  ]);
  mountPane(document.getElementById("pane")!, host);
}

void start();
