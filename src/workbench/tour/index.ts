import { LifecycleService, LifecycleStages } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { ILayoutService } from "@univerjs/preset-sheets-core";
import { remember, remembered } from "../access/remembered";
import { bookOf } from "../host/book";
import { inEachLanguage } from "../spoken";
import { t } from "../texts";

const SEEN = "tour";

/** The button that shows the tour; somebody who is new here sees it without asking, and once. */
export function offerTour(spreadsheet: FUniver, isNew: boolean): void {
  const button = document.getElementById("tour") as HTMLButtonElement;
  inEachLanguage(() => {
    button.title = t("workbench:tour/start");
    button.setAttribute("aria-label", button.title);
  });
  button.hidden = false;
  const show = async (): Promise<void> => {
    button.disabled = true;
    const { injector } = bookOf(spreadsheet);
    // Before the sheet is drawn nothing of it has a place, and a card without a place lies over the page's corner.
    const drawn = injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
    const [{ showTour }] = await Promise.all([import(/* webpackChunkName: "tour" */ "./tour"), drawn]);
    await showTour(spreadsheet);
    remember(SEEN, "yes");
    button.disabled = false;
    injector.get(ILayoutService).focus();
  };
  button.onclick = () => void show();
  if (isNew && remembered(SEEN) === null) void show();
}
