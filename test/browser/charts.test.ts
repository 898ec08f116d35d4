import type { Locator } from "playwright-core";
import type { SheetPlan } from "../../src/host/host";
import { inTurn } from "./languages";
import { openView, viewOf } from "./pane";
import { pageWordsOf, wordsOf } from "./words";
import { type Site, startSite, type Workbench } from "./workbench";

/** Charts over cells: what the pane inserts, drawn anew, kept and taken back. */

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

/** Three quarters, of which one is empty and one an error. */
const PLAN: SheetPlan = {
  name: "Quarters",
  rows: [
    [],
    [{ content: "Q1" }, { content: 1500 }, { content: 100 }],
    [{ content: "Q2" }, {}, { content: "=1/0" }],
    [{ content: "Q3" }, { content: -300 }, { content: 50 }],
  ],
  widths: [80, 80, 80],
  landscape: false,
  charts: [
    {
      kind: "column",
      title: "Tom & Sylvie <3",
      categories: { row: 1, column: 0, rows: 3, columns: 1 },
      series: [
        { name: "Tom", values: { row: 1, column: 1, rows: 3, columns: 1 } },
        { name: "Sylvie", values: { row: 1, column: 2, rows: 3, columns: 1 } },
      ],
      place: { row: 6, column: 1, rows: 12, columns: 5 },
      format: "#,##0.00",
    },
  ],
};

describe.each(inTurn(["nl-BE", "nl", "."], ["fr-BE", "fr", "\u202f"]))("%s", (locale, language, thousands) => {
  const words = wordsOf(language);
  const page = pageWordsOf(language);
  let bench: Workbench;

  const { button, field } = viewOf(() => bench.page, language);
  const chart = (): Locator => bench.page.locator(".chart");
  const undo = () => bench.page.evaluate(() => window.workbench!.undo());
  const redo = () => bench.page.evaluate(() => window.workbench!.redo());
  const sheets = () => bench.page.evaluate(() => window.workbench!.sheets());
  const insertSheet = (plan: SheetPlan) =>
    bench.page.evaluate((what) => window.workbench!.host.insertSheet(what), plan);

  /** The numbers of the one chart of a sheet, or of one of several, by the names of its categories. */
  async function shown(one = chart()): Promise<Record<string, string[]>> {
    await one.locator("svg").waitFor();
    const rows = await one
      .locator("tbody tr")
      .evaluateAll((lines) => lines.map((line) => [...line.children].map(({ textContent }) => textContent)));
    return Object.fromEntries(rows.map(([name, ...values]) => [name!, values]));
  }

  /** What the chart shows as soon as it does: it is drawn with the next picture of the page. */
  async function shows(expected: Record<string, readonly string[]>): Promise<void> {
    for (let tries = 0; tries < 40; tries++) {
      const { length } = Object.keys(expected);
      const now = await shown();
      if (Object.keys(expected).every((name) => expected[name]!.join() === now[name]?.join()) && length > 0) return;
      await bench.page.waitForTimeout(50);
    }
    expect(await shown()).toMatchObject(expected);
  }

  /** Where the calendar's first income stands: beside the first year, which counts from the first input. */
  const firstIncome = () =>
    bench.page.evaluate(() => {
      const rows = Array.from({ length: 40 }, (_, row) => row + 1);
      return `C${rows.find((row) => window.workbench!.formula(`B${row}`).startsWith("=$D$7+ROWS("))}`;
    });

  beforeAll(async () => {
    bench = await site.visit(locale);
  });

  it("projection: cash by year, drawn anew when an income changes", async () => {
    await openView(bench.page, "projection", language);
    await field("projection/first-year").fill("2022");
    await field("projection/count").fill("3");
    await field("field/start").fill("2022-01-01");
    await field("projection/first-income").fill("20000");
    await bench.page
      .locator("#pane")
      .getByRole("table", { name: words("projection/table") })
      .waitFor();
    await button("projection/insert").click();
    await chart().waitFor();
    // A starter's flat amount of 2022 (INASTI: 751.25 a quarter).
    await shows({ "2022": [`3${thousands}005`] });
    const before = await shown();
    expect(await chart().getAttribute("aria-label")).toContain(
      `${page("chart/kind/column")}. ${words("projection/chart")}`,
    );
    // 20.5 % of 30,000 is 6,150; 4,100 of 20,000 were asked before. Two years later the rest comes.
    await bench.set(await firstIncome(), 30_000);
    const more = Number(before["2024"]![0]!.replace(/\D/g, "")) + 2050;
    await shows({ "2022": [`3${thousands}005`], "2024": [String(more).replace(/\d{3}$/, `${thousands}$&`)] });
    await undo();
    await shows(before);
    await bench.screenshot(`chart-projection-${language}`);
  });

  it("is back after a reload", async () => {
    const before = await shown();
    await bench.kept();
    await bench.reload();
    await shows(before);
  });

  it("funds: a bar for each, below the table that was inserted", async () => {
    await insertSheet({ name: "Funds", rows: [], widths: [], landscape: false });
    expect(await chart().count()).toBe(0);
    await bench.select("B3");
    await openView(bench.page, "funds", language);
    await field("funds/contribution").fill("2050");
    await button("funds/insert-table").click();
    await chart().waitFor();
    // 3.05 % of 2,050 is 62.525: 62.53 a quarter.
    const euro = language === "fr" ? "250,12 €" : "€ 250,12";
    await shows({ Acerta: [euro] });
    await bench.page.evaluate(() => window.workbench!.select("A20"));
    await bench.screenshot(`chart-funds-${language}`);
    await undo();
    await chart().waitFor({ state: "detached" });
    await redo();
    await shows({ Acerta: [euro] });
  });

  it("scenario: a line over the rates", async () => {
    await insertSheet({ name: "Members", rows: [], widths: [], landscape: false });
    for (const [index, amount] of [890.42, 2050, 5103.05].entries()) await bench.set(`A${index + 1}`, amount);
    await bench.page.evaluate(() => window.workbench!.select("A1:A3"));
    await openView(bench.page, "funds", language);
    await button("funds/use-selection").click();
    await button("funds/insert-scenario").click();
    await bench.page
      .getByRole("tab", { name: words("funds/scenario-sheet"), selected: true })
      .first()
      .waitFor();
    await bench.page.evaluate(() =>
      window.workbench!.host.select({ sheet: window.workbench!.sheets().at(-1)!, address: "P5" }),
    );
    await bench.calculated();
    const rows = await shown(chart().first());
    expect(Object.keys(rows).length).toBeGreaterThan(2);
    expect(Object.keys(rows).every((rate) => /^\d,\d+%$/.test(rate.replace(/\s/g, "")))).toBe(true);
    expect(Object.values(rows).every(([value]) => /\d,\d\d/.test(value!))).toBe(true);
    await bench.screenshot(`chart-scenario-${language}`);
  });

  it("leaves gaps for blanks and errors, follows its cells, is moved, deleted and brought back", async () => {
    const before = (await sheets()).length;
    const name = await insertSheet(PLAN);
    const values = { Q1: [`1${thousands}500,00`, "100,00"], Q2: ["–", "–"], Q3: ["-300,00", "50,00"] };
    await shows(values);
    const markup = (await chart()
      .locator("svg")
      .evaluate(({ outerHTML }) => outerHTML)) as string;
    expect(markup).not.toMatch(/NaN|undefined|Infinity/);
    expect(markup).toContain("Tom &amp; Sylvie &lt;3");

    const box = async () => (await chart().boundingBox())!;
    const start = await box();
    await bench.page.evaluate(() => window.workbench!.insertRows(1, 2));
    await shows(values);
    expect((await box()).y).toBeGreaterThan(start.y + 30);
    await bench.set("B5", 200);
    await shows({ ...values, Q2: ["200,00", "–"] });
    await undo();
    await undo();
    await shows(values);
    expect((await box()).y).toBeCloseTo(start.y, 0);

    await bench.page.evaluate(() => window.workbench!.zoom(1.5));
    await bench.page.waitForFunction(
      (width) => document.querySelector(".chart")!.getBoundingClientRect().width > width,
      start.width * 1.4,
    );
    await bench.page.evaluate(() => window.workbench!.zoom(1));

    // By the pointer: moved, then deleted.
    const { mouse } = bench.page;
    await mouse.move(start.x + 40, start.y + 60);
    await mouse.down();
    await mouse.move(start.x + 90, start.y + 130, { steps: 4 });
    await mouse.up();
    expect((await box()).y).toBeGreaterThan(start.y + 40);
    await bench.screenshot(`chart-selected-${language}`);
    await bench.page.keyboard.press("Delete");
    await chart().waitFor({ state: "detached" });
    await undo();
    await shows(values);
    await chart().click({ button: "right" });
    await bench.page.getByText(page("chart/delete"), { exact: true }).click();
    await chart().waitFor({ state: "detached" });
    await undo();
    await shows(values);
    await undo();
    expect((await box()).y).toBeCloseTo(start.y, 0);

    // By the keyboard.
    await chart().focus();
    await bench.page.keyboard.press("Delete");
    await chart().waitFor({ state: "detached" });
    await undo();
    await shows(values);

    await undo();
    expect(await sheets()).not.toContain(name);
    expect((await sheets()).length).toBe(before);
    await redo();
    await bench.open(name);
    await shows(values);

    // A copy has a chart of its own cells.
    await bench.page.evaluate(() => window.workbench!.copySheet());
    await bench.set("B3", 7);
    await shows({ ...values, Q2: ["7,00", "–"] });
    await bench.open(name);
    await shows(values);
    expect(bench.problems).toEqual([]);
  });
});
