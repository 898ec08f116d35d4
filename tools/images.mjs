// @ts-check
/**
 * `npm run images`: the pictures of README and store, docs/images, taken by the browser's tests at the size that the store asks for.
 */
import { copyFileSync } from "node:fs";
import path from "node:path";
import { build } from "./build.mjs";
import { npm, root } from "./process.mjs";
import { findBrowser } from "./setup.mjs";

/** The size that Partner Center asks for. */
const SIZE = "1366x768";

/** By their names in docs/images, those that the tests take; the store has the first five. */
const IMAGES = {
  calculator: "calculator-en",
  explain: "explain-en",
  funds: "funds-en",
  projection: "planner-cash-sheet-fr",
  audit: "audit-fr",
  freeze: "unfreeze-en",
  workbench: "workbench",
};

const TAKEN_BY = ["actions", "explain", "planner", "workbench"].map((name) => `test/browser/${name}.test.ts`);

async function main() {
  const browser = findBrowser();
  if (!browser) throw new Error("No browser found. npm test installs one or says how.");
  await build(["addin", "workbench"]);
  const env = { STATUT_BROWSER: browser, STATUT_VIEWPORT: SIZE, STATUT_LANGUAGES: "all" };
  const { code } = await npm(["run", "--silent", "jest", "--", "-w", "1", ...TAKEN_BY], { env });
  if (code !== 0) throw new Error("A test failed: the pictures stay as they were.");
  for (const [name, taken] of Object.entries(IMAGES))
    copyFileSync(path.join(root, "build/screenshots", `${taken}.png`), path.join(root, "docs/images", `${name}.png`));
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
