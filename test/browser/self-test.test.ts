import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Language } from "../../src/i18n";
import french from "../../src/i18n/fr/selftest.json";
import dutch from "../../src/i18n/nl/selftest.json";
import { root } from "./browser";
import { inTurn } from "./languages";
import { openView, violations } from "./pane";
import { wordsOf } from "./words";
import { type Site, startSite } from "./workbench";

const FILE = path.join(root, "docs/self-test.md");

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

/** What the workbench has none of, and says so. */
const ABSENT = ["platform", "requirements", "undo"];

type Texts = typeof french;

interface Report {
  readonly code: string;
  readonly data: string;
  readonly rows: readonly {
    readonly name: string;
    readonly status: string;
    readonly expected: string;
    readonly seen: string;
  }[];
}

/** Starts the self-test as a user does, waits for its end, and saves the report. */
async function selfTest(locale: string, language: Language, texts: Texts) {
  const words = wordsOf(language);
  const bench = await site.visit(locale);
  const workbook = () =>
    bench.page.evaluate(async () => {
      const { host } = window.workbench!;
      return [
        window.workbench!.sheets(),
        await host.selectedRange(),
        host.storedState(),
        await host.readNamed(),
        await host.outline(),
      ];
    });
  // A new workbook notes the data of its first results.
  await bench.page.waitForFunction(() => window.workbench!.host.storedState().dataVersion !== null);
  const before = await workbook();
  await openView(bench.page, "workbook", language);
  const pane = bench.page.locator("#pane");
  await pane.getByRole("button", { name: words("workbook/self-test/button") }).click();
  await pane.getByRole("progressbar", { name: words("workbook/self-test/busy") }).waitFor();
  const save = pane.getByRole("button", { name: texts.save });
  await save.waitFor({ timeout: 100_000 });
  expect(await workbook()).toEqual(before);

  const rows = pane.getByRole("list", { name: texts.results }).getByRole("listitem");
  const shown = await rows.evaluateAll((items) =>
    items.map((item) => item.querySelector("div")!.innerText.split("\n")),
  );
  const expected = Object.entries(texts.row).map(([id, { name }]) => [
    texts.status[ABSENT.includes(id) ? "absent" : "ok"],
    name,
  ]);
  expect(shown.map(([status, name]) => [status, name])).toEqual(expected);
  expect(bench.problems).toEqual([]);
  expect(await violations(bench.page)).toEqual([]);
  await save.scrollIntoViewIfNeeded();
  await bench.screenshot(`self-test-${language}`);

  const [download] = await Promise.all([bench.page.waitForEvent("download"), save.click()]);
  return JSON.parse(readFileSync(await download.path(), "utf8")) as Report;
}

test.each(inTurn(["fr-BE", "fr", french], ["nl-BE", "nl", dutch]))(
  "in order in %s, but for what the workbench does not have; the French report is the one in docs/self-test.md",
  async (locale, language, texts) => {
    const report = await selfTest(locale, language, texts);
    expect(report.rows.filter(({ status }) => status === "failed")).toEqual([]);
    if (language !== "fr") return;
    const written = documentOf(report);
    if (process.env["STATUT_WRITE_REPORT"]) writeFileSync(FILE, written);
    // Where this fails and the new report is right: npm run self-test.
    expect(written).toBe(readFileSync(FILE, "utf8"));
  },
);

/** Without what differs from one run to the next, or with each change of the data. */
function documentOf({ code, data, rows }: Report): string {
  const cell = (text: string): string => text.replace(code, "(code)").replace(data, "(data)").replaceAll("|", "\\|");
  const table = [
    ["Row", "Result", "Expected", "Seen"],
    ...rows.map(({ name, status, expected, seen }) =>
      [name, status === "absent" ? "not available" : status, expected, seen].map(cell),
    ),
  ];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text, column) => text.padEnd(widths[column]!)).join(" | ")} |`;
  const [head, ...body] = table;
  return [
    "# What the self-test reports in the workbench",
    "",
    "The self-test (Workbook in the pane) tries in Excel what only Excel can show. In the workbench it runs too, here in French. What the workbench does not have",
    "it names as not available: of those rows only a report from Excel tells anything. Written by `npm run self-test`; times, versions and the day are left out.",
    "",
    line(head!),
    line(widths.map((width) => "-".repeat(width))),
    ...body.map(line),
    "",
  ].join("\n");
}
