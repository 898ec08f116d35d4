import { readFileSync } from "node:fs";
import path from "node:path";
import type * as Axe from "axe-core";
import type { Browser, BrowserContext } from "playwright-core";
import { launch, root, watch } from "./browser";
import { serve, type Server } from "./server";

const OFFICE_JS = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const TIMEOUT = 60_000;

/** Put into the page by its script. */
declare const axe: typeof Axe;

/** The registry behind `CustomFunctions.associate` of office.js. */
interface Registry {
  readonly _association: { readonly mappings: Record<string, (...args: unknown[]) => unknown> };
}

let server: Server;
let browser: Browser;
let context: BrowserContext;

jest.setTimeout(TIMEOUT);

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
    const url = route.request().url();
    return url.startsWith(CDN)
      ? route.fulfill({ path: path.join(OFFICE_JS, new URL(url).pathname.slice("/lib/1/hosted/".length)) })
      : route.abort();
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
  await page.getByRole("tab", { name: "Année" }).waitFor();
  expect(problems).toEqual([]);
});

it("is a calculator of its own outside Office, 320 pixels wide", async () => {
  const page = await context.newPage();
  await page.goto(`${server.url}taskpane.html`);
  await page.getByRole("tab", { name: "Frais de gestion" }).click();
  await page.getByRole("textbox", { name: "Cotisation trimestrielle" }).fill("2050");
  await page.getByRole("cell", { name: "250,12 €" }).first().waitFor();
  expect(await page.getByRole("button", { name: "Insérer dans la feuille" }).isDisabled()).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

it.each(["light", "dark"] as const)("has no accessibility violation that axe finds, %s", async (colorScheme) => {
  const page = await context.newPage();
  await page.emulateMedia({ colorScheme });
  await page.goto(`${server.url}taskpane.html`);
  await page.addScriptTag({ path: require.resolve("axe-core") });
  for (const view of ["Année", "Frais de gestion"]) {
    await page.getByRole("tab", { name: view }).click();
    // Fluent's markers for moving the focus are no stops of their own.
    const { violations } = await page.evaluate(() => axe.run({ exclude: ["[data-tabster-dummy]"] }));
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});
