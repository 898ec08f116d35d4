// @ts-check
/** `npm run icons`: draws the PNGs of `assets/` from their SVG sources. To be run when a source changes; the PNGs are committed. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { root } from "./process.mjs";
import { findBrowser } from "./setup.mjs";

const assets = path.join(root, "assets");

/** Sizes of a button of the ribbon. */
const RIBBON = [16, 20, 24, 32, 40, 48, 64, 80];

/** Sizes that Excel and its store ask for, by source: the finer drawing of the product blurs below 32 pixels. */
const SOURCES = [
  { source: "icon-small.svg", name: "icon", sizes: [16, 20, 24] },
  { source: "icon.svg", name: "icon", sizes: [32, 40, 48, 64, 80, 96, 128] },
  ...readdirSync(assets)
    .filter((file) => /^ribbon-.*\.svg$/.test(file))
    .map((source) => ({ source, name: path.parse(source).name, sizes: RIBBON })),
];

const executablePath = findBrowser();
if (!executablePath) {
  console.error("No browser to draw with: `node tools/setup.mjs` says how to get one.");
  process.exit(1);
}
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  for (const { source, name, sizes } of SOURCES) {
    const svg = readFileSync(path.join(assets, source), "utf8");
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`,
    );
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.screenshot({ path: path.join(assets, `${name}-${size}.png`), omitBackground: true });
    }
  }
} finally {
  await browser.close();
}
