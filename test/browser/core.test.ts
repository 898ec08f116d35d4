import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { installed, type Installed } from "../packages/installed";
import { launch, root, watch } from "./browser";
import { serve } from "./server";

/** The core package in a page, as it was installed: no bundler, no page of ours. */

let core: Installed;
beforeAll(() => {
  core = installed("core");
});
afterAll(() => core.remove());

/** As the package's page says it. */
const importMap = (): string =>
  /<script type="importmap">[^]*?<\/script>/.exec(readFileSync(path.join(root, "packages/core/README.md"), "utf8"))![0];

test("a page takes the modules as they are, and gives what Node gives", async () => {
  const ask = `
    const answer = core.quarterly({ income: "40.000,50", category: "hoofdberoep", year: 2026 }, { language: nl });
    const many = batch.quarterly({ incomeCents: Float64Array.of(4000050, NaN), category: "principal", year: 2026 });
    const answers = [answer.value, answer.confidence, answer.way.map(({ text }) => text), core.passerelle.amount({ month: "2026-09-01" }).value,
      core.quarterly({ income: 1, category: "principal", year: 2031 }, { language: nl }).message, many.cents[0], many.refusalAt(1).key];`;
  const imports = `
    import * as core from "@statut-social/core";
    import * as batch from "@statut-social/core/batch";
    import nl from "@statut-social/core/languages/nl";`;
  const map = importMap().replace(
    '"decimal.js"',
    ["batch", "languages/nl"]
      .map((name) => `"@statut-social/core/${name}": "/node_modules/@statut-social/core/${name}.js", `)
      .join("") + '"decimal.js"',
  );
  const page = `<!doctype html><title>Core</title><link rel="icon" href="data:,">${map}<script type="module">${imports}${ask} globalThis.answers = answers;</script>`;
  writeFileSync(path.join(core.folder, "page.html"), page);
  const [server, browser] = await Promise.all([serve(core.folder), launch()]);
  try {
    const tab = await browser.newPage();
    const problems = watch(tab);
    await tab.goto(`${server.url}page.html`);
    const told = await (await tab.waitForFunction("globalThis.answers")).jsonValue();
    // 40,000.50 × 20.5 % ÷ 4.
    expect((told as unknown[]).slice(0, 2)).toEqual([2050.03, "official"]);
    expect(told).toEqual(await core.ask(`${imports}${ask} export default answers;`));
    expect(problems).toEqual([]);
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
});
