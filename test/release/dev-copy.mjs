// @ts-check
/** Bundles dev-entry.ts with the names of a copy for trying, and prints what that copy makes of some files. */
import { readFileSync } from "node:fs";
import { bundled } from "../../tools/bundle.mjs";
import devCopy from "../../tools/dev-copy.cjs";

const { texts, pages, source } = JSON.parse(process.argv[2] ?? "");
const text = (/** @type {string} */ file) => readFileSync(file, "utf8");

await bundled("test/release/dev-entry.ts", "test/dev-copy.cjs", [devCopy.rule]);
const copy = {
  metadata: texts.map((/** @type {string} */ file) => devCopy(text(file))),
  pages: pages.map((/** @type {string} */ page) => devCopy(page)),
  manifest: devCopy.manifest(text("manifest.xml")),
  source: devCopy(text(source)),
};
process.stdout.write(JSON.stringify(copy));
