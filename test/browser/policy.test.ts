import { readdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { VIEWS } from "../../src/taskpane/kit/surroundings";
import { launch, root } from "./browser";
import { isOfOffice, officeFile } from "./office";
import { openView, skipFirstRun } from "./pane";
import { serve, type Server } from "./server";

/** Each built page works under its Content Security Policy, and what does not belong to it does not run there. */

declare global {
  interface Window {
    violated: string[];
    intruded?: boolean;
  }
}

let server: Server;
let browser: Browser;
/** One for all tests, each of which goes to a page of its own. */
let page: Page;

/** Runs in each document before its own scripts. */
function listen(): void {
  window.violated = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
    window.violated.push(`${effectiveDirective}: ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`);
  });
}

beforeAll(async () => {
  server = await serve(path.join(root, "dist-workbench"), path.join(root, "dist"));
  browser = await launch();
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1440, height: 900 } });
  await context.route(/^https:/, (route) => {
    const file = officeFile(route.request().url());
    return file === undefined ? route.abort() : route.fulfill({ path: file });
  });
  page = await context.newPage();
  await page.addInitScript(listen);
  await skipFirstRun(page);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What office.js tries beside its work; of a frame the event does not tell who opened it. */
const isOffices = (text: string): boolean =>
  isOfOffice(/\((.*):\d+\)$/.exec(text)?.[1] ?? "") || text.startsWith("frame-src: https://telemetryservice.");

const violated = async (of = page): Promise<string[]> =>
  (await of.evaluate(() => window.violated)).filter((text) => !isOffices(text));

it("the pane: every view, with the real office.js", async () => {
  await page.goto(`${server.url}taskpane.html`);
  for (const view of VIEWS) await openView(page, view);
  await openView(page, "funds");
  await page.getByRole("textbox", { name: "Contribution per quarter" }).fill("2050");
  await page.getByRole("cell", { name: "€250.12" }).first().waitFor();
  expect(await violated()).toEqual([]);
});

it("the workbench: a formula, its explanation, and every view of the pane", async () => {
  await page.goto(server.url);
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench!.set("T50", '=ROUND(INASTI.QUARTERLY(40000,"principal",2026),2)'));
  // 40,000 at 20.5 %, a quarter of it.
  await page.waitForFunction(() => window.workbench!.value("T50") === 2050);
  await openView(page, "explain");
  await page.evaluate(() => window.workbench!.select("T50"));
  await page.getByRole("heading", { level: 3, name: "INASTI.QUARTERLY" }).waitFor();
  for (const view of VIEWS) await openView(page, view);
  for (const sheet of await page.locator("[role=tab][data-id]").allTextContents()) {
    await page.locator("[role=tab][data-id]").getByText(sheet, { exact: true }).click();
  }
  expect(await violated()).toEqual([]);
});

const helpPages = readdirSync(path.join(root, "dist", "help")).filter((file) => file.endsWith(".html"));

it("the help, in the reader's language", async () => {
  expect(helpPages.length).toBeGreaterThan(40);
  const reader = await browser.newPage({ locale: "nl-BE" });
  await reader.addInitScript(listen);
  for (const file of helpPages) {
    await reader.goto(`${server.url}help/${file}`);
    expect([file, await violated(reader)]).toEqual([file, []]);
  }
  await reader.goto(`${server.url}help/index.html`);
  await reader.locator("article#nl").waitFor();
  expect(await reader.locator("body").evaluate((body) => getComputedStyle(body).maxWidth)).not.toBe("none");
});

it.each(["taskpane.html", "index.html", "help/index.html"])(
  "%s runs nothing that does not belong to it",
  async (file) => {
    await page.goto(server.url + file);
    await page.evaluate(async () => {
      // What a test evaluates may evaluate in turn; what the page does later may not.
      await new Promise((resolve) => setTimeout(resolve));
      const add = <K extends keyof HTMLElementTagNameMap>(name: K, set: Partial<HTMLElementTagNameMap[K]>) =>
        document.body.append(Object.assign(document.createElement(name), set));
      add("script", { textContent: "window.intruded = true" });
      add("script", { src: "https://elsewhere.example/a.js" });
      add("img", { src: "https://elsewhere.example/a.png" });
      add("iframe", { src: "https://elsewhere.example/" });
      add("style", { textContent: "body { display: none }" });
      add("div", { innerHTML: '<p onclick="window.intruded = true"></p>' });
      document.body.querySelector<HTMLElement>("[onclick]")!.click();
      try {
        (0, eval)("window.intruded = true");
      } catch {
        // As it must be.
      }
      await fetch("https://elsewhere.example/").catch(() => undefined);
    });
    // That of a frame comes later.
    await page.waitForFunction(() => window.violated.some((each) => each.startsWith("frame-src: https://elsewhere.")));
    const blocked = (await violated()).map((text) => text.split(":")[0]).sort();
    expect(await page.evaluate(() => window.intruded)).toBeUndefined();
    expect(blocked).toEqual([
      "connect-src",
      "frame-src",
      "img-src",
      "script-src",
      "script-src-attr",
      "script-src-elem",
      "script-src-elem",
      "style-src-elem",
    ]);
  },
);
