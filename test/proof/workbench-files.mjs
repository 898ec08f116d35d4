// @ts-check
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { chromium } from "playwright-core";
import { root } from "../../tools/process.mjs";
import { findBrowser } from "../../tools/setup.mjs";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};
const SAVED = { formulas: "Save as .xlsx", values: "Save values only" };

/**
 * The example as the built workbench saves it, with its formulas and with values only; what keeps it from that, where it cannot.
 *
 * @returns {Promise<{ formulas: Buffer, values: Buffer } | string>}
 */
export async function workbenchFiles() {
  const folders = ["dist-workbench", "dist"].map((folder) => path.join(root, folder));
  if (!existsSync(path.join(root, "dist-workbench", "index.html"))) return "the workbench is not built: npm run build";
  const executablePath = findBrowser();
  if (!executablePath) return "there is no browser";
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = path.posix.normalize(pathname === "/" ? "/index.html" : pathname);
    const file = folders.map((folder) => path.join(folder, name)).find(existsSync);
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "localhost", () => resolve(null)));
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    const page = await browser.newPage({ locale: "en-BE" });
    // Who has been here before sees no tour, which lies over the buttons.
    await page.addInitScript(() => localStorage.setItem("statut-social.tour", "yes"));
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    await page.goto(`http://localhost:${port}/`);
    await page.waitForFunction(() => "workbench" in globalThis);
    await page.evaluate(() => /** @type {any} */ (globalThis).workbench.whenCalculated());
    /** @param {string} name */
    const saved = async (name) => {
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name, exact: true }).click();
      return readFileSync(await (await download).path());
    };
    return { formulas: await saved(SAVED.formulas), values: await saved(SAVED.values) };
  } finally {
    await browser.close();
    server.close();
  }
}
