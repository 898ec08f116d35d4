// @ts-check
/** `npm run icons`: draws the PNGs of `assets/` from their SVG sources. To be run when a source changes; the PNGs are committed. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { root } from "./process.mjs";
import { findBrowser } from "./setup.mjs";

/** Sizes that Excel and its store ask for, by source: the finer drawing blurs below 32 pixels. */
const SOURCES = {
  "icon-small.svg": [16, 20, 24],
  "icon.svg": [32, 40, 48, 64, 80, 96, 128],
};

const executablePath = findBrowser();
if (!executablePath) throw new Error("No browser to draw with: run `node tools/setup.mjs`.");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  for (const [source, sizes] of Object.entries(SOURCES)) {
    const svg = readFileSync(path.join(root, "assets", source), "utf8");
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`,
    );
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.screenshot({ path: path.join(root, "assets", `icon-${size}.png`), omitBackground: true });
    }
  }
} finally {
  await browser.close();
}
