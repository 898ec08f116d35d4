import type * as Axe from "axe-core";
import type { Page } from "playwright-core";
import { VIEWS, type View } from "../../src/taskpane/surroundings";

/** Put into the page by its script. */
declare const axe: typeof Axe;

/** The words of the pane's navigation in the languages that the tests visit. */
const WORDS = {
  en: {
    more: "More",
    views: ["Year", "Calculator", "Fund fees", "Projection", "Bridging right and benefits", "Explain", "Workbook"],
  },
  fr: {
    more: "Plus",
    views: [
      "Année",
      "Calculateur",
      "Frais de gestion",
      "Projection",
      "Droit passerelle et prestations",
      "Expliquer",
      "Classeur",
    ],
  },
} as const;

export type PaneLanguage = keyof typeof WORDS;

export const nameOf = (view: View, language: PaneLanguage = "en"): string =>
  WORDS[language].views[VIEWS.indexOf(view)]!;

/** Shows a view as a user does: by its tab, or by the menu where the pane is too narrow for it. */
export async function openView(page: Page, view: View, language: PaneLanguage = "en"): Promise<void> {
  const pane = page.locator("#pane");
  const tab = pane.getByRole("tab", { name: nameOf(view, language), exact: true });
  if (await tab.isVisible()) await tab.click();
  else {
    await pane.getByRole("tab", { name: WORDS[language].more, exact: true }).click();
    await page.getByRole("menuitem", { name: nameOf(view, language), exact: true }).click();
  }
  await pane.getByRole("tabpanel", { name: nameOf(view, language) }).waitFor();
}

/** The first-run page is closed before the pane opens. */
export async function skipFirstRun(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // The frames of office.js have no storage.
    try {
      localStorage.setItem("statut-social.started", "yes");
    } catch {
      return;
    }
  });
}

/** What axe finds wrong in the pane. */
export async function violations(page: Page): Promise<[rule: string, elements: string[]][]> {
  await page.addScriptTag({ path: require.resolve("axe-core") });
  const found = await page.evaluate(
    // Fluent's markers for moving the focus are no stops of their own.
    () => axe.run({ include: [["#pane"]], exclude: [["[data-tabster-dummy]"]] }, { resultTypes: ["violations"] }),
  );
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** How far the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
