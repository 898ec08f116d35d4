import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import type { Language } from "../../src/i18n";
import { launch, root } from "./browser";
import { openView, skipFirstRun } from "./pane";
import { serve, type Server } from "./server";
import { wordsOf } from "./words";

/** What the page says before there is a spreadsheet, and where there will be none. */

let server: Server;
let browser: Browser;

beforeAll(async () => {
  server = await serve(path.join(root, "dist-workbench"), path.join(root, "dist"));
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

type Text = "busy" | "late" | "failed" | "again";
const textsOf = (language: Language): Record<Text, string> =>
  JSON.parse(readFileSync(path.join(root, "src", "i18n", language, "opening.json"), "utf8")) as Record<Text, string>;

async function newPage(locale: string): Promise<Page> {
  const page = await browser.newPage({ locale, viewport: { width: 1440, height: 900 } });
  await skipFirstRun(page);
  return page;
}

const shown = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor();

it.each<[string, string, Language]>([
  ["nl-BE", "", "nl"],
  ["de-BE", "?lang=fr", "fr"],
])("%s%s: says at once that it opens, until the spreadsheet is there", async (locale, query, language) => {
  const page = await newPage(locale);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/workbench\.js/, async (route) => {
    await held;
    await route.continue();
  });
  const { busy, late, failed, again } = textsOf(language);
  await page.goto(server.url + query, { waitUntil: "commit" });
  await shown(page, busy);
  await page.screenshot({ path: `build/screenshots/opening-${language}.png` });
  expect(await page.getByRole("heading", { name: "Statut Social" }).isVisible()).toBe(true);
  for (const text of [late, failed, again]) expect(await page.getByText(text, { exact: true }).isVisible()).toBe(false);
  expect(await page.locator("#opening > div:visible").count()).toBe(1);
  release();
  await page.waitForFunction(() => window.workbench !== undefined);
  expect(await page.locator("#opening").count()).toBe(0);
  await page.close();
});

it.each([/\/functions\.js/, /\/workbench\.js/, /functions-nl\.json/])(
  "says what to do where %s does not come",
  async (file) => {
    const page = await newPage("nl-BE");
    await page.route(file, (route) => route.abort());
    await page.goto(server.url);
    const { busy, failed, again } = textsOf("nl");
    await page.getByRole("alert").getByText(failed, { exact: true }).waitFor();
    expect(await page.getByText(busy, { exact: true }).isVisible()).toBe(false);
    await page.screenshot({ path: "build/screenshots/opening-failed-nl.png" });
    await page.unroute(file);
    await page.getByRole("link", { name: again, exact: true }).click();
    await page.waitForFunction(() => window.workbench !== undefined);
    expect(await page.locator("#opening").count()).toBe(0);
    await page.close();
  },
);

it("says in words that a part of the pane did not come, where that is asked for by a button", async () => {
  const page = await newPage("fr-BE");
  const words = wordsOf("fr");
  await page.goto(server.url);
  await page.waitForFunction(() => window.workbench !== undefined);
  await openView(page, "workbook", "fr");
  await page.route(/self-test/, (route) => route.abort());
  await page.getByRole("button", { name: words("workbook/self-test/button"), exact: true }).click();
  await page.getByText(words("workbook/failed", { reason: words("part-failed") }), { exact: true }).waitFor();
  await page.close();
});
