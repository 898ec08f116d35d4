import { day } from "../../src/rules/calendar";
import { LAST_YEAR } from "../../src/rules/contributions";
import { bundleFunctions, callNamed } from "../setup/excel";
import { inTurn } from "./languages";
import { openView, viewOf, violations } from "./pane";
import { wordsOf } from "./words";
import { type Site, startSite, type Workbench } from "./workbench";

const NEXT_YEAR = LAST_YEAR + 1;

/** A name with signs in it, as a formula has it. */
const quoted = (sheet: string): string => (/^\w+$/.test(sheet) ? sheet : `'${sheet}'`);

/** Every action of the pane, in the workbench: the built pane beside a real spreadsheet, in two languages. */

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

describe.each(inTurn(["fr-BE", "fr"], ["en-GB", "en"]))("%s", (locale, language) => {
  const words = wordsOf(language);
  let bench: Workbench;

  const { view, button, field } = viewOf(() => bench.page, language);
  /** What stands in a text before its first value. */
  const opening = (key: string): string => words(key).split("{{")[0]!;
  const says = (text: string) => view().getByText(text).first().waitFor();
  const formula = (cell: string) => bench.page.evaluate((at) => window.workbench!.formula(at), cell);
  const sheets = () => bench.page.evaluate(() => window.workbench!.sheets());
  const openSheet = (name: string) => bench.page.evaluate((which) => window.workbench!.open(which), name);

  /** A sheet with room, and its cell A1 selected. */
  async function onEmptySheet(): Promise<string> {
    const name = await bench.page.evaluate(() =>
      window.workbench!.host.insertSheet({ name: "Test", rows: [], widths: [], landscape: false }),
    );
    await bench.select("A1");
    return name;
  }

  beforeAll(async () => {
    bench = await site.visit(locale);
  });

  it("year: a published one, and one to come with an indexation", async () => {
    await onEmptySheet();
    await bench.set("A1", '=INASTI.QUARTERLY(0,"principal")');
    const years = field("year/label");
    await years.selectOption("2019");
    await says(words("year/done", { year: "2019" }));
    // Rule book, table of section 2: minimum of 2019.
    expect(await bench.value("A1")).toBe(709.68);

    await years.selectOption({ label: words("year/projected") });
    await field("year/projected-year").fill(String(NEXT_YEAR));
    await field("year/indexation").fill("2");
    await button("year/apply").click();
    await says(words("year/done-projected", { year: String(NEXT_YEAR) }));
    await bench.set("A2", '=INASTI.QUARTERLY(200000,"principal",PARAMETER_YEAR,,,PARAMETER_INDEXATION)');
    const asked = { income: 200_000, category: "principal", year: NEXT_YEAR, indexation: 0.02 };
    expect(await bench.value("A2")).toBe(callNamed(bundleFunctions(), "INASTI.QUARTERLY", asked));
    expect(await bench.value("A1")).toBe("#N/A");
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`year-${language}`);

    await years.selectOption("2026");
    await says(words("year/done", { year: "2026" }));
    expect(await bench.value("A1")).toBe(890.42);
  });

  it("calculator: inserts the formula of what it shows, never over a cell", async () => {
    const sheet = await onEmptySheet();
    await openView(bench.page, "calculator", language);
    await field("field/income").fill("90000");
    await says("110");
    await button("calculator/insert-quarter").click();
    await says(words("insert/done", { address: `${quoted(sheet)}!A1` }));
    const category = language === "fr" ? "titre principal" : "principal";
    expect(await formula("A1")).toBe(`=INASTI.QUARTERLY(90000,"${category}",PARAMETER_YEAR)`);
    // 20.5 % of 75,024.54 is 15,380.0307, 14.16 % of the rest 2,120.525136: a quarter of the sum is 4,375.138959.
    expect(await bench.value("A1")).toBe(4375.14);
    await bench.screenshot(`calculator-${language}`);
    await button("calculator/insert-quarter").click();
    await says(words("insert/occupied", { address: `${quoted(sheet)}!A1` }));
    expect(await violations(bench.page)).toEqual([]);
  });

  it("fund fees: a live table, a date of change and a scenario", async () => {
    await onEmptySheet();
    await openView(bench.page, "funds", language);
    await field("funds/contribution").fill("2050");
    await button("funds/insert-table").click();
    await says(opening("insert/done"));
    const cells = await bench.page.evaluate(() =>
      Array.from({ length: 30 }, (_, row) =>
        [..."ABCDEFGHIJ"].map(
          (column) =>
            [window.workbench!.value(`${column}${row + 1}`), window.workbench!.formula(`${column}${row + 1}`)] as const,
        ),
      ),
    );
    const compare = cells.flat().find(([, text]) => text.startsWith("=FUND.COMPARE("));
    expect(compare).toBeDefined();
    const acerta = cells.find((row) => row[0]?.[0] === "Acerta")!.map(([value]) => value);
    // 3.05 % of 2,050 is 62.525: 62.53 a quarter.
    expect(acerta).toEqual(expect.arrayContaining([0.0305, 62.53, 2112.53, 250.12]));

    await field("funds/mine").selectOption({ label: "Liantis" });
    await field("funds/since").fill("2022-02-15");
    await field("funds/as-of").fill("2025-05-10");
    await says(opening("funds/change-date"));
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`funds-${language}`);

    await onEmptySheet();
    for (const [index, amount] of [890.42, 2050, 5103.05].entries()) await bench.set(`A${index + 1}`, amount);
    await bench.page.evaluate(() => window.workbench!.select("A1:A3"));
    await button("funds/use-selection").click();
    await button("funds/insert-scenario").click();
    await says(opening("insert/sheet"));
    const scenario = await bench.page.evaluate(() =>
      Array.from({ length: 30 }, (_, row) =>
        [..."ABCDEFGH"].map((column) => window.workbench!.formula(`${column}${row + 1}`)),
      ).flat(),
    );
    expect(scenario.filter((text) => text.includes("FUND.SCENARIO(")).length).toBeGreaterThan(0);
    const row = 1 + Math.floor(scenario.findIndex((text) => text.includes("FUND.SCENARIO(")) / 8);
    await bench.calculated();
    // 4 % of 890.42, 2,050.00 and 5,103.05, each half up to the cent, and of three members.
    expect(await bench.values(`D${row}`, `E${row}`)).toEqual([321.74, 107.25]);
    await bench.screenshot(`scenario-${language}`);
  });

  it("bridging right and benefits: a short form that ends in a formula", async () => {
    const sheet = await onEmptySheet();
    await openView(bench.page, "questions", language);
    await button("questions/question/deadline").click();
    await view().locator("input[type=date]").fill("2026-02-10");
    await button("formula/button").click();
    await says(words("insert/done", { address: `${quoted(sheet)}!A1` }));
    expect(await formula("A1")).toBe("=PASSERELLE.DEADLINE(DATE(2026,2,10))");
    // The second quarter after that of the fact.
    expect(await bench.value("A1")).toBe(day(2026, 9, 30));
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`questions-${language}`);
    await button("questions/back").click();
  });

  it("explain: follows the selected cell", async () => {
    await onEmptySheet();
    await bench.set("B2", '=FUND.TOTAL(INASTI.QUARTERLY(40000,"principal",2026),0.0305)');
    await openView(bench.page, "explain", language);
    await bench.select("B2");
    await view().getByRole("heading", { name: "INASTI.QUARTERLY" }).waitFor();
    await bench.select("C3");
    await view().getByRole("heading", { name: "INASTI.QUARTERLY" }).waitFor({ state: "detached" });
  });

  it("workbook: audit, freeze, undo, unfreeze, recalculate", async () => {
    const name = await onEmptySheet();
    await bench.set("B2", '=INASTI.QUARTERLY(40000,"principal",2026)');
    await bench.set("B4", '=INASTI.BREAKDOWN(40000,"principal",2026)');
    await openView(bench.page, "workbook", language);
    await button("workbook/audit/button").click();
    await button("workbook/audit/insert").click();
    await says(words("insert/sheet", { address: words("workbook/audit/sheet-name") }));
    expect(await sheets()).toContain(words("workbook/audit/sheet-name"));
    await bench.screenshot(`audit-${language}`);

    await openSheet(name);
    await field("workbook/freeze/scope").selectOption({ label: words("workbook/scope/sheet") });
    await button("workbook/freeze/button").click();
    await view()
      .getByRole("button", {
        name: words("workbook/freeze/confirm", { cells: words("workbook/count/cells/other", { count: "2" }) }),
        exact: true,
      })
      .click();
    await says(words("workbook/freeze/done", { cells: words("workbook/count/cells/other", { count: "2" }) }));
    expect([await formula("B2"), await formula("B4")]).toEqual(["", ""]);
    expect(await bench.values("B2", "C6")).toEqual([2050, 40000]);
    const note = await bench.page.evaluate(() => window.workbench!.note("B2"));
    expect(note).toContain('\n=INASTI.QUARTERLY(40000,"principal",2026)\n');

    await bench.page.evaluate(() => window.workbench!.undo());
    expect(await formula("B2")).toBe('=INASTI.QUARTERLY(40000,"principal",2026)');
    await bench.page.evaluate(() => window.workbench!.redo());
    expect(await formula("B2")).toBe("");

    await button("workbook/unfreeze/button").click();
    const cells = words("workbook/count/cells/other", { count: "2" });
    await view()
      .getByRole("list", { name: words("workbook/to-be-written"), exact: true })
      .waitFor();
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`unfreeze-${language}`);
    await view()
      .getByRole("button", { name: words("workbook/unfreeze/confirm", { cells }), exact: true })
      .click();
    await says(words("workbook/unfreeze/done", { cells }));
    expect(await formula("B2")).toBe('=INASTI.QUARTERLY(40000,"principal",2026)');
    expect(await formula("B4")).toBe('=INASTI.BREAKDOWN(40000,"principal",2026)');
    expect(await bench.page.evaluate(() => window.workbench!.note("B2"))).toBeNull();
    await bench.calculated();
    expect(await bench.values("B2", "C6")).toEqual([2050, 40000]);

    // As another add-in, or a file of somebody without this one, leaves a formula.
    await bench.set("B2", '=Name.xla!_xldudf_INASTI_QUARTERLY(40000,"principal",2026)');
    await bench.calculated();
    expect(await bench.value("B2")).toBe("#NAME?");
    const stuck = words("workbook/count/cells/one", { count: "1" });
    await button("workbook/repair/button").click();
    await view()
      .getByRole("button", { name: words("workbook/repair/confirm", { cells: stuck }), exact: true })
      .waitFor();
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`repair-${language}`);
    await view()
      .getByRole("button", { name: words("workbook/repair/confirm", { cells: stuck }), exact: true })
      .click();
    await says(words("workbook/repair/done", { cells: stuck }));
    expect(await formula("B2")).toBe('=INASTI.QUARTERLY(40000,"principal",2026)');
    expect(await bench.value("B2")).toBe(2050);
    await bench.page.evaluate(() => window.workbench!.undo());
    expect(await formula("B2")).toBe('=Name.xla!_xldudf_INASTI_QUARTERLY(40000,"principal",2026)');
    await bench.page.evaluate(() => window.workbench!.redo());

    await button("year/recalculate").click();
    await says(opening("year/recalculated"));
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`workbook-${language}`);
  });

  // The same for each language.
  if (language === "fr")
    it("an audit of 2,000 formulas paints how far it is, and stops when it is told to", async () => {
      await bench.page.evaluate(async () => {
        const rows = Array.from({ length: 1_000 }, (_, row) => [
          { content: 20_000 + row },
          ...["principal", "complementary"].map((category) => ({
            content: `=INASTI.QUARTERLY(A${row + 1},"${category}",2026)`,
          })),
        ]);
        const { workbench } = window;
        await workbench!.host.insertSheet({ name: "Long", rows, widths: [], landscape: false });
        await workbench!.whenCalculated();
      });
      await openView(bench.page, "workbook", language);
      // A frame is painted after each look: what was seen in two of them was on the screen.
      const seen = bench.page.evaluate(
        (stop) =>
          new Promise<number[]>((resolve) => {
            const found: number[] = [];
            const look = (): void => {
              const pane = document.querySelector("#pane")!;
              const done = pane.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow");
              if (done && Number(done) !== found.at(-1)) found.push(Number(done));
              if (found.length < 2) requestAnimationFrame(look);
              else {
                const button = [...pane.querySelectorAll("button")].find(({ textContent }) => textContent === stop);
                button!.click();
                resolve(found);
              }
            };
            look();
          }),
        words("workbook/stop"),
      );
      await button("workbook/audit/button").click();
      const done = await seen;
      expect(done.toSorted((a, b) => a - b)).toEqual(done);
      expect(done.at(-1)).toBeLessThan(2_000);
      await says(words("workbook/stopped"));
      expect(await button("workbook/audit/insert").count()).toBe(0);
      await button("workbook/audit/button").click();
      await button("workbook/audit/insert").waitFor();
    });

  it("had no error on the console", () => {
    expect(bench.problems).toEqual([]);
  });
});

it("is used with the keyboard alone", async () => {
  const bench = await site.visit("en-GB");
  const { page } = bench;
  const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).innerText.trim());
  await page.evaluate(() =>
    window.workbench!.host.insertSheet({ name: "Test", rows: [], widths: [], landscape: false }),
  );
  await bench.select("A1");
  // From the year's tab by the arrow to the calculator, by the tab key through its fields, to its button.
  await page.locator("#pane").getByRole("tab", { name: "Year" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("tabpanel", { name: "Calculator" }).getByRole("heading", { level: 2 }).waitFor();
  let steps = 0;
  while (
    (await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value ?? "")) !== "40,000.00"
  ) {
    await page.keyboard.press("Tab");
    if (++steps > 20) throw new Error("the income cannot be reached");
  }
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("20000");
  while ((await focused()) !== "Insert quarter as formula") {
    await page.keyboard.press("Tab");
    if (++steps > 40) throw new Error("the button cannot be reached");
  }
  await page.keyboard.press("Enter");
  await page.locator("#pane").getByText("Inserted at Test!A1.").waitFor();
  expect(await bench.value("A1")).toBe(1025);

  await page.locator("#pane").getByRole("tab", { name: "Calculator" }).focus();
  for (let tab = 0; (await focused()) !== "Explain"; tab += 1) {
    if (tab > 10) throw new Error("the view cannot be reached");
    await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("Enter");
  await page.getByRole("tabpanel", { name: "Explain" }).waitFor();
  expect(bench.problems).toEqual([]);
});
