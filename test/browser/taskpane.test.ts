import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launch, root, watch } from "./browser";
import { officeFile } from "./office";
import { openView, overflow, skipFirstRun, violations } from "./pane";
import { serve, type Server } from "./server";
import { VIEWS } from "../../src/taskpane/kit/surroundings";

/** The registry behind `CustomFunctions.associate` of office.js. */
interface Registry {
  readonly _association: { readonly mappings: Record<string, (...args: unknown[]) => unknown> };
}

let server: Server;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  server = await serve(path.join(root, "dist"));
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  context = await browser.newContext({ locale: "fr-BE", viewport: { width: 320, height: 700 } });
  // The real office.js from its package in place of Microsoft's server; what it asks for beside its own files stays unanswered.
  await context.route(/^https:/, (route) => {
    const file = officeFile(route.request().url());
    return file === undefined ? route.abort() : route.fulfill({ path: file });
  });
});

afterEach(() => context.close());

const isOurs = (url: string): boolean => url.startsWith(server.url);

/** The functions that the page has registered, by calling them where they are. */
const quarterly = (): unknown =>
  (CustomFunctions as unknown as Registry)._association.mappings["INASTI.QUARTERLY"]!(40000, "principal", 2026);

it("registers every function of functions.json with the real office.js", async () => {
  const page = await context.newPage();
  await page.goto(`${server.url}taskpane.html`);
  const ids = await page.evaluate(() =>
    Object.keys((CustomFunctions as unknown as Registry)._association.mappings).sort(),
  );
  const { functions } = JSON.parse(readFileSync(path.join(root, "dist", "functions.json"), "utf8")) as {
    functions: { id: string }[];
  };
  expect(ids).toEqual(functions.map(({ id }) => id).sort());
});

it("answers cells while the pane is still on its way, and shows the pane when it comes", async () => {
  const page = await context.newPage();
  const problems = watch(page, (message) => isOurs(message.location().url));
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let report = (): void => undefined;
  const asked = new Promise<void>((resolve) => (report = resolve));
  await page.route(/\/(?!functions|taskpane)[^/]+\.js$/, async (route) => {
    if (!isOurs(route.request().url())) return route.fallback();
    report();
    await held;
    return route.continue();
  });

  await page.goto(`${server.url}taskpane.html`, { waitUntil: "commit" });
  await asked;
  expect(await page.evaluate(quarterly)).toBe(2050);
  expect(await page.locator("#pane").innerHTML()).toBe("");

  release();
  await page.getByRole("button", { name: "Commencer" }).waitFor();
  expect(problems).toEqual([]);
});

it("says so when the pane cannot be loaded; cells answer all the same", async () => {
  const page = await context.newPage();
  await page.route(/\/pane\.[^/]+\.js$/, (route) => route.abort());
  await page.goto(`${server.url}taskpane.html`);
  await page.getByRole("alert").getByText("Le volet n’a pas pu être chargé").waitFor();
  expect(await page.getByRole("button", { name: "Réessayer" }).isVisible()).toBe(true);
  expect(await page.evaluate(quarterly)).toBe(2050);
});

it("calculates where office.js cannot be had", async () => {
  const page = await context.newPage();
  await page.route(/^https:/, (route) => route.abort());
  await skipFirstRun(page);
  await page.goto(`${server.url}taskpane.html`);
  await page.getByRole("tab", { name: "Année" }).waitFor();
  await openView(page, "calculator", "fr");
  await page.getByText("2 050,00 €").first().waitFor();
});

it("starts with three formulas to try", async () => {
  const page = await context.newPage();
  await page.goto(`${server.url}taskpane.html`);
  await page.getByText('=INASTI.QUARTERLY(40000;"principal";PARAMETER_YEAR)').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.getByRole("tab", { name: "Année" }).waitFor();
});

describe("outside Office, 320 pixels wide", () => {
  let page: Page;

  beforeEach(async () => {
    page = await context.newPage();
    await skipFirstRun(page);
    await page.goto(`${server.url}taskpane.html`);
    await page.getByRole("tab", { name: "Année" }).waitFor();
  });

  it("is a calculator of its own", async () => {
    await openView(page, "funds", "fr");
    await page.getByRole("textbox", { name: "Cotisation trimestrielle" }).fill("2050");
    await page.getByRole("cell", { name: "250,12 €" }).first().waitFor();
  });

  it.each(VIEWS)("shows %s whole", async (view) => {
    await openView(page, view, "fr");
    expect(await overflow(page)).toBe(0);
    await page.screenshot({ path: path.join(root, "build", "screenshots", `320-${view}.png`), fullPage: true });
  });

  it.each([
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["forced colours", { forcedColors: "active" }],
  ] as const)("has no accessibility violation that axe finds, %s", async (_, media) => {
    await page.emulateMedia(media);
    await page.reload();
    for (const view of VIEWS) {
      await openView(page, view, "fr");
      expect([view, await violations(page)]).toEqual([view, []]);
    }
  });
});
