import type { Language } from "../../src/i18n";
import type { Texts } from "../../src/i18n/texts";
import french from "../../src/i18n/fr/selftest.json";
import dutch from "../../src/i18n/nl/selftest.json";
import { openView, violations } from "./pane";
import { wordsOf } from "./words";
import { type Site, startSite } from "./workbench";

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

/** What the workbench has none of. */
const ABSENT = ["platform", "requirements", "notation", "undo", "typed", "charts"];

test.each<[string, Language, typeof french]>([
  ["fr-BE", "fr", french],
  ["nl-BE", "nl", dutch],
])(
  "the workbench in %s is in order, but for what it does not have, and stays as it was",
  async (locale, language, texts) => {
    const words = wordsOf(language);
    const bench = await site.visit(locale);
    const sheets = () => bench.page.evaluate(() => window.workbench!.sheets());
    const selected = () => bench.page.evaluate(() => window.workbench!.host.selectedRange());
    const before = [await sheets(), await selected()];
    await openView(bench.page, "workbook", language);
    const pane = bench.page.locator("#pane");
    await pane.getByRole("button", { name: words("workbook/self-test/button") }).click();
    await pane.getByRole("progressbar").waitFor();
    await pane.getByRole("button", { name: texts.copy }).waitFor({ timeout: 90_000 });

    const rows = pane.getByRole("list", { name: texts.results }).getByRole("listitem");
    const named = (id: string): string => (texts.row as unknown as Record<string, Texts>)[id]!["name"] as string;
    const found = await rows.evaluateAll((items) =>
      items.map((item) => item.querySelector("div")!.innerText.split("\n")),
    );
    const statusOf = (id: string): string => (ABSENT.includes(id) ? texts.status.absent : texts.status.ok);
    expect(found.map(([status, name]) => [status, name])).toEqual(
      Object.keys(texts.row).map((id) => [statusOf(id), named(id)]),
    );
    expect([await sheets(), await selected()]).toEqual(before);
    expect(bench.problems).toEqual([]);
    expect(await violations(bench.page)).toEqual([]);
    await pane.getByRole("button", { name: texts.copy }).scrollIntoViewIfNeeded();
    await bench.screenshot(`self-test-${language}`);
  },
);
