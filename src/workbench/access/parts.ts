import { inEachLanguage } from "../spoken";
import { t } from "../texts";
import type { Layout } from "./layout";

interface Named {
  readonly sheet: HTMLElement;
  readonly pane: HTMLElement;
  /** Where the links stand. */
  readonly skip: HTMLElement;
}

/**
 * F6 and Shift+F6 lead from one of these parts of the page to the next, and links at its start into sheet and pane: in the sheet, Tab belongs
 * to the cells. Whoever comes back to a part is where he left it.
 */
export function moveBetweenParts(
  order: readonly HTMLElement[],
  { sheet, pane, skip }: Named,
  focusSheet: () => void,
  layout: Layout,
): void {
  const left = new Map<HTMLElement, HTMLElement>();
  let present = sheet;

  const enter = (part: HTMLElement): void => {
    // The sheet holds what is typed until its editor hears that the focus has gone.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (part === sheet) return focusSheet();
    const last = left.get(part);
    if (last?.isConnected && last.checkVisibility()) last.focus();
    if (!part.contains(document.activeElement)) part.focus();
  };

  window.addEventListener("focusin", ({ target }) => {
    const part = order.find((each) => each.contains(target as Node));
    if (!part) return;
    present = part;
    if (part !== sheet && target !== part) left.set(part, target as HTMLElement);
  });

  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (document.querySelector(":modal")) return;
      const open = order.filter((part) => part === present || isOpen(part));
      const next = open.indexOf(present) + (event.shiftKey ? -1 : 1);
      enter(open.at(next % open.length) ?? sheet);
    },
    { capture: true },
  );

  const link = (part: HTMLElement, text: string, show: () => unknown): HTMLAnchorElement => {
    const made = document.createElement("a");
    made.href = `#${part.id}`;
    made.textContent = text;
    made.onclick = (event) => {
      event.preventDefault();
      show();
      enter(part);
    };
    return made;
  };
  inEachLanguage(() =>
    skip.replaceChildren(
      link(sheet, t("workbench:skip/sheet"), layout.showSheet),
      link(pane, t("workbench:skip/pane"), layout.showPane),
    ),
  );
}

const isOpen = (part: HTMLElement): boolean => part.checkVisibility() && !part.inert && part.childElementCount > 0;
