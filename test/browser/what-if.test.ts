import { bundleFunctions, callNamed } from "../setup/excel";
import { inTurn } from "./languages";
import { openView, viewOf, violations } from "./pane";
import { type Site, startSite, type Workbench } from "./workbench";
import { wordsOf } from "./words";

/** What if: goal seek, tables and a premium beside a real spreadsheet, in two languages. */

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

const functions = bundleFunctions();
const ask = (id: string, asked: Record<string, unknown>): number => callNamed(functions, id, asked) as number;
const PRINCIPAL = { category: "principal", year: 2026 };

describe.each(inTurn(["nl-BE", "nl"], ["fr-BE", "fr"]))("%s", (locale, language) => {
  const words = wordsOf(language);
  let bench: Workbench;

  const { view } = viewOf(() => bench.page, language);
  const section = (key: string) => view().getByRole("region", { name: words(`what-if/${key}/title`), exact: true });
  const goal = () => section("goal");
  const table = () => section("table");
  /** By the start of its label: a mark may follow it. */
  const field = (part: ReturnType<typeof section>, key: string) =>
    part.getByRole("textbox", { name: new RegExp(`^${words(key)}( ?[*(].*)?$`) });
  const press = (part: ReturnType<typeof section>, key: string, values?: Record<string, string>) =>
    part.getByRole("button", { name: words(`what-if/${key}`, values), exact: true }).click();
  /** What stands in a text before its first value. */
  const opening = (key: string): string => words(key).split("{{")[0]!;
  const formula = (cell: string) => bench.page.evaluate((at) => window.workbench!.formula(at), cell);
  const undo = () => bench.page.evaluate(() => window.workbench!.undo());

  beforeAll(async () => {
    bench = await site.visit(locale);
    await bench.page.evaluate(() =>
      window.workbench!.host.insertSheet({ name: "Model", rows: [], widths: [160, 120, 120], landscape: false }),
    );
    const model = {
      A1: { fr: "Revenu", nl: "Inkomen" }[language],
      B1: 40_000,
      A2: { fr: "Cotisation", nl: "Bijdrage" }[language],
      B2: '=INASTI.QUARTERLY(B1,"principal",2026)',
      A3: { fr: "Bénéfice", nl: "Winst" }[language],
      B3: '=B1+INASTI.ANNUAL(B1,"principal",2026)',
      B4: '=INASTI.QUARTERLY(B1,"complementary",2026)',
      B5: "=SUM(B1:B2)",
      B6: 0.0305,
      B7: "=ROUND(B2*(1+B6),2)",
    };
    for (const [cell, content] of Object.entries(model)) await bench.set(cell, content);
    await openView(bench.page, "what-if", language);
    await goal().waitFor();
  });

  /** Picks the cells as a user does, and seeks. */
  async function seek(target: string, wanted: string): Promise<void> {
    await bench.select(target);
    await press(goal(), "use-selected-for", { field: words("what-if/target") });
    await bench.select("B1");
    await press(goal(), "use-selected-for", { field: words("what-if/goal/changing") });
    await field(goal(), "what-if/goal/wanted").fill(wanted);
    await press(goal(), "goal/button");
  }

  it("seeks an income to the cent, in one step of undo", async () => {
    await seek("B2", "2 500,00");
    const income = ask("INASTI.INCOMEFOR", { quarterly: 2500, ...PRINCIPAL });
    await goal()
      .getByRole("button", { name: words("what-if/goal/back", { cell: "Model!B1" }) })
      .waitFor();
    expect(await bench.values("B1", "B2")).toEqual([income, 2500]);
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`what-if-goal-${language}`);
    await undo();
    await bench.calculated();
    expect(await bench.values("B1", "B2")).toEqual([40_000, 2050]);
    await bench.page.evaluate(() => window.workbench!.redo());
    await bench.calculated();
    expect(await bench.values("B1", "B2")).toEqual([income, 2500]);
    await press(goal(), "goal/back", { cell: "Model!B1" });
    await goal()
      .getByText(words("what-if/goal/back-done", { cell: "Model!B1" }))
      .waitFor();
    expect(await bench.values("B1", "B2")).toEqual([40_000, 2050]);
  });

  it("seeks the income of a profit, as INASTI.FROMPROFIT does", async () => {
    const profit = 61_000;
    const owed = ask("INASTI.FROMPROFIT", { profit, ...PRINCIPAL });
    // The four rounded quarters and the income add up to this profit: nothing is left over.
    expect(ask("INASTI.ANNUAL", { income: profit - owed, ...PRINCIPAL })).toBe(owed);
    await seek("B3", "61000");
    await goal()
      .getByRole("button", { name: words("what-if/goal/back", { cell: "Model!B1" }) })
      .waitFor();
    expect(await bench.value("B1")).toBe(profit - owed);
    await undo();
    await bench.calculated();
  });

  it("names both sides of a jump, and leaves the cell as it was", async () => {
    await field(goal(), "what-if/goal/most").fill("5000");
    await seek("B4", "50");
    await goal()
      .getByText(/1[.\s\u00a0\u202f]?\d{3},\d\d/)
      .last()
      .waitFor();
    expect(await bench.value("B1")).toBe(40_000);
    await bench.screenshot(`what-if-jump-${language}`);
    await field(goal(), "what-if/goal/most").fill("250000");
  });

  it("stops, and leaves the cell as it was", async () => {
    await seek("B2", "2600");
    await goal()
      .getByRole("button", { name: words("workbook/stop"), exact: true })
      .click();
    await goal()
      .getByText(words("what-if/stopped", { cell: "Model!B1" }))
      .waitFor();
    expect(await bench.values("B1", "B2")).toEqual([40_000, 2050]);
  });

  it("inserts a table of live formulas", async () => {
    await field(table(), "what-if/target").fill("Model!B2");
    await field(table(), "what-if/table/cell").first().fill("Model!B1");
    await press(table(), "table/button");
    await table().getByText(words("what-if/table/made/live")).waitFor();
    await bench.calculated();
    const incomes = [20_000, 30_000, 40_000, 50_000, 60_000, 70_000, 80_000, 90_000, 100_000];
    expect(await bench.values(...incomes.map((_, row) => `C${row + 6}`))).toEqual(
      incomes.map((income) => ask("INASTI.QUARTERLY", { income, ...PRINCIPAL })),
    );
    expect(await formula("C6")).toBe('=INASTI.QUARTERLY($B$6,"principal",2026)');
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`what-if-table-${language}`);
    await bench.open("Model");
  });

  it("inserts a table of two cells", async () => {
    await field(table(), "what-if/target").fill("Model!B7");
    await field(table(), "what-if/table/to").first().fill("40000");
    await field(table(), "what-if/table/cell").last().fill("Model!B6");
    const second = table().getByRole("group", { name: words("what-if/table/columns") });
    await second.getByLabel(words("what-if/unit/label")).selectOption("percent");
    await second.getByLabel(words("what-if/table/values")).selectOption("list");
    await field(second, "what-if/table/list").fill("3,05; 4,25");
    await press(table(), "table/button");
    await table().getByText(words("what-if/table/made/live")).waitFor();
    await bench.calculated();
    // 3.05 % and 4.25 % on top of a quarter of 20.5 % of 20,000.00, 30,000.00 and 40,000.00.
    expect(await bench.values("C6", "D6", "C7", "D7", "C8", "D8")).toEqual([
      1056.26, 1068.56, 1584.39, 1602.84, 2112.53, 2137.13,
    ]);
    await bench.screenshot(`what-if-two-${language}`);
    await bench.open("Model");
    await field(table(), "what-if/table/cell").last().fill("");
  });

  it("inserts a table of values that were tried", async () => {
    await field(table(), "what-if/target").fill("Model!B5");
    await press(table(), "table/button");
    await table().getByText(words("what-if/table/made/tried")).waitFor({ timeout: 20_000 });
    expect(await formula("C6")).toBe("");
    expect(await bench.value("C6")).toBe(20_000 + ask("INASTI.QUARTERLY", { income: 20_000, ...PRINCIPAL }));
    await bench.screenshot(`what-if-tried-${language}`);
    await bench.open("Model");
    expect(await bench.values("B1", "B2")).toEqual([40_000, 2050]);
  });

  it("tells what a premium saves, and inserts it", async () => {
    const plci = section("plci");
    await field(plci, "what-if/plci/earlier").fill("35000");
    await field(plci, "what-if/plci/amount/profit").fill("60000");
    await plci.getByText(words("what-if/plci/saved")).waitFor();
    expect(await violations(bench.page)).toEqual([]);
    await plci.getByText(words("what-if/plci/saved")).scrollIntoViewIfNeeded();
    await bench.screenshot(`what-if-plci-${language}`);
    await plci.getByRole("button", { name: words("projection/insert"), exact: true }).click();
    await plci.getByText(opening("insert/sheet")).waitFor();
    await bench.calculated();
    const maximum = ask("PENSION.PLCI", { incomeN3: 35_000, year: 2026 });
    const without = ask("INASTI.FROMPROFIT", { profit: 60_000, ...PRINCIPAL });
    expect(await bench.values("C15", "C17")).toEqual([maximum, without]);
    await bench.screenshot(`what-if-plci-sheet-${language}`);
  });

  it("fits 320 pixels, and can be used by keyboard", async () => {
    const width = (wide: string) =>
      bench.page.locator("#pane").evaluate((pane, to) => {
        pane.style.width = to;
        const { scrollWidth, clientWidth } = pane.querySelector("[role=tabpanel]:not([hidden])")!;
        return scrollWidth - clientWidth;
      }, wide);
    expect(await width("320px")).toBe(0);
    await field(goal(), "what-if/goal/wanted").focus();
    await bench.screenshot(`what-if-narrow-${language}`);
    await bench.page.keyboard.press("Tab");
    await bench.page.keyboard.press("Control+A");
    await bench.page.keyboard.type("Model!B2");
    expect(await field(goal(), "what-if/goal/changing").inputValue()).toBe("Model!B2");
    await width("");
  });

  it("tells what a career builds beside the minimum, by a form", async () => {
    await bench.open("Model");
    await bench.select("D1");
    await openView(bench.page, "questions", language);
    const questions = view();
    await questions.getByRole("button", { name: words("questions/question/estimate"), exact: true }).click();
    await field(questions, "questions/label/career-incomes").fill("25000; 30000; ; 40000");
    await field(questions, "questions/label/first-career-year").fill("2018");
    await field(questions, "questions/label/acquired").fill("5000");
    await field(questions, "questions/label/acquired-years").fill("27");
    await questions.getByRole("table", { name: words("questions/question/estimate") }).waitFor();
    expect(await violations(bench.page)).toEqual([]);
    await questions.getByRole("button", { name: words("formula/button"), exact: true }).scrollIntoViewIfNeeded();
    await questions.getByRole("button", { name: words("formula/button"), exact: true }).click();
    await questions.getByText(opening("insert/done")).waitFor();
    await bench.calculated();
    expect(await formula("D1")).toBe('=PENSION.ESTIMATE({25000;30000;"";40000},2018,,,,5000,27)');
    // The rule book's case: 228.60, 286.02, nothing for 2020, 533.33, and the sums.
    expect(await bench.values("H2", "H3", "H4", "H5", "H7", "H8")).toEqual([228.6, 286.02, 0, 533.33, 6047.96, 504]);
    await bench.screenshot(`what-if-pension-${language}`);
  });

  it("had no error on the console", () => {
    expect(bench.problems).toEqual([]);
  });
});
