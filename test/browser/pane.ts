import { readFileSync } from "node:fs";
import type * as Axe from "axe-core";
import type { Page } from "playwright-core";
import type { Language } from "../../src/i18n";
import type { View } from "../../src/taskpane/kit/surroundings";
import { wordsOf } from "./words";

/** Put into the page by its script. */
declare const axe: typeof Axe;

/** Shows a view as a user does: by its tab. */
export async function openView(page: Page, view: View, language: Language = "en"): Promise<void> {
  const name = wordsOf(language)(`tab/${view}`);
  const pane = page.locator("#pane");
  await pane.getByRole("tab", { name, exact: true }).click();
  await pane.getByRole("tabpanel", { name, exact: true }).waitFor();
}

/** A text as a part of a pattern. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The view of the pane that is in front, and what is found there by the reader's words. */
export function viewOf(page: () => Page, language: Language) {
  const words = wordsOf(language);
  const view = () => page().locator("#pane [role=tabpanel]:visible");
  return {
    view,
    button: (key: string) => view().getByRole("button", { name: words(key), exact: true }),
    /** By its label, with what may follow it: a mark, or that it is optional. */
    field: (key: string) =>
      view()
        .getByLabel(new RegExp(`^${escaped(words(key))}( ?[*(].*)?$`))
        .and(view().locator("input, select")),
  };
}

/** The first-run page is closed before the pane opens, and the workbench's tour was seen. */
export async function skipFirstRun(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // The frames of office.js have no storage.
    try {
      localStorage.setItem("statut-social.started", "yes");
      localStorage.setItem("statut-social.tour", "yes");
    } catch {
      return;
    }
  });
}

const AXE = readFileSync(require.resolve("axe-core"), "utf8");

/** What axe finds wrong in the pane, or in another part of the page; in its colours only, where all else was looked at in others. */
export async function violations(
  page: Page,
  only?: "colours",
  part = "#pane",
): Promise<[rule: string, elements: string[]][]> {
  // As the debugger does: the policy of the page lets no script in. Its last expression is no value that can be handed over.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(`${AXE}; undefined`);
  // A colour that is still on its way to another one is none that anybody reads.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const found = await page.evaluate(
    // Fluent's markers for moving the focus are no stops of their own.
    ({ values, include }) =>
      axe.run(
        { include: [[include]], exclude: [["[data-tabster-dummy]"]] },
        { resultTypes: ["violations"], ...(values && { runOnly: { type: "rule", values } }) },
      ),
    { values: only && ["color-contrast", "link-in-text-block"], include: part },
  );
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** How far the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
