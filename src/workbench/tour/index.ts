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
    const { showTour } = await import(/* webpackChunkName: "tour" */ "./tour");
    await showTour(spreadsheet);
    remember(SEEN, "yes");
    button.disabled = false;
    bookOf(spreadsheet).injector.get(ILayoutService).focus();
  };
  button.onclick = () => void show();
  if (isNew && remembered(SEEN) === null) void show();
}
