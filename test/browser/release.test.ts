import path from "node:path";
import type { Browser } from "playwright-core";
import { packed, tidy, unpacked, written } from "../release/pack";
import { launch, root, watch } from "./browser";
import { openView, skipFirstRun } from "./pane";
import { serve, type Server } from "./server";

/** The demo of a release, served below the address of something else. */

const BELOW = "tools/statut-social/demo/";
const files = unpacked(packed({ origin: "https://tools.example.be/", demo: path.join(root, "dist-workbench") }));

let server: Server;
let browser: Browser;

beforeAll(async () => {
  const demo = [...files].filter(([name]) => name.startsWith("demo/"));
  server = await serve(written(new Map(demo.map(([name, bytes]) => [name.replace("demo/", BELOW), bytes]))));
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  tidy();
});

it("calculates, explains and helps, from its own folder and under its policy", async () => {
  const page = await browser.newPage({ locale: "fr-BE", viewport: { width: 1440, height: 900 } });
  const problems = watch(page);
  const missing: string[] = [];
  const elsewhere: string[] = [];
  page.on("response", (response) => {
    if (!response.ok()) missing.push(response.url());
    if (!response.url().startsWith(server.url + BELOW)) elsewhere.push(response.url());
  });
  await skipFirstRun(page);
  await page.goto(`${server.url}${BELOW}index.html`);
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench!.set("T50", '=INASTI.QUARTERLY(40000,"titre principal",2026)'));
  // 40,000 at 20.5 %, a quarter of it.
  await page.waitForFunction(() => window.workbench!.value("T50") === 2050);
  await openView(page, "explain", "fr");
  await page.evaluate(() => window.workbench!.select("T50"));
  await page.getByRole("heading", { level: 3, name: "INASTI.QUARTERLY" }).waitFor();

  const links = await page
    .locator('a[href]:not([href^="#"])')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(0);
  for (const link of links.filter((each) => each.startsWith("http"))) {
    expect(link).toContain(`/${BELOW}help/`);
    expect([link, (await page.request.get(link)).status()]).toEqual([link, 200]);
  }
  expect({ problems, missing, elsewhere }).toEqual({ problems: [], missing: [], elsewhere: [] });
});

it("holds no address of a developer's machine", () => {
  const holding = (text: string) => [...files].filter(([, bytes]) => bytes.includes(text)).map(([name]) => name);
  expect(holding("localhost:3000")).toEqual([]);
  expect(holding(`${root}/`)).toEqual([]);
});
