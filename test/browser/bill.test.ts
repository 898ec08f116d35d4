import type { Language } from "../../src/i18n";
import { bundleFunctions, callNamed } from "../setup/excel";
import { openView, viewOf, violations } from "./pane";
import { type Site, startSite, type Workbench } from "./workbench";
import { wordsOf } from "./words";

/** What the fund sends, and what lateness costs: from the pane to cells that live on. */

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

const functions = bundleFunctions();
const cents = (value: unknown): number => Math.round(Number(value) * 100);

describe.each<[string, Language]>([
  ["fr-BE", "fr"],
  ["nl-BE", "nl"],
])("%s", (locale, language) => {
  const words = wordsOf(language);
  let bench: Workbench;

  const { view, button, field } = viewOf(() => bench.page, language);
  /** What stands in a text before its first value. */
  const opening = (key: string): string => words(key).split("{{")[0]!;
  const says = (text: string | RegExp) => view().getByText(text).first().waitFor();
  /** A part of the form that is folded away; its name says what was given in it. */
  const unfold = (key: string, values?: Record<string, string>) =>
    view()
      .getByRole("button", { name: new RegExp(`^${words(key, values)}`) })
      .click();
  const labelled = (key: string, values?: Record<string, string>) =>
    view()
      .getByLabel(new RegExp(`^${words(key, values).replace(/[.()]/g, "\\$&")}`))
      .first();
  /** Formula and value of the cells of the sheet in front. */
  const cells = (): Promise<[formula: string, value: unknown][][]> =>
    bench.page.evaluate(() =>
      Array.from({ length: 40 }, (_, row) =>
        [..."ABCDEFGHIJ"].map((column): [string, unknown] => {
          const cell = `${column}${row + 1}`;
          return [window.workbench!.formula(cell), window.workbench!.value(cell)];
        }),
      ),
    );
  const valueOf = (sheet: Awaited<ReturnType<typeof cells>>, part: string): unknown =>
    sheet.flat().find(([formula]) => formula.includes(part))?.[1];
  const errors = (sheet: Awaited<ReturnType<typeof cells>>): unknown[] =>
    sheet.flat().flatMap(([, value]) => (String(value).startsWith("#") ? [value] : []));

  /** How far the pane is wider than 320 pixels, with a picture of it. */
  async function beyond320(name: string): Promise<number> {
    const pane = bench.page.locator("#pane");
    const beyond = await pane.evaluate((element) => {
      element.style.width = "320px";
      return element.scrollWidth - element.clientWidth;
    });
    await bench.screenshot(`${name}-320-${language}`);
    await pane.evaluate((element) => void (element.style.width = ""));
    return beyond;
  }

  async function onEmptySheet(): Promise<void> {
    await bench.page.evaluate(() =>
      window.workbench!.host.insertSheet({ name: "Test", rows: [], widths: [], landscape: false }),
    );
    await bench.select("A1");
  }

  beforeAll(async () => {
    bench = await site.visit(locale);
  });

  it("the bill: amount at once, with a fund the fee and the total, as a formula", async () => {
    await onEmptySheet();
    await openView(bench.page, "calculator", language);
    // 40,000 at 20.5 %: shown before anything is typed.
    await says(/^(8\s200,00\s€|€\s8\.200,00)$/);
    await field("field/fund").selectOption({ label: "Liantis" });
    await view().getByRole("table").waitFor();
    await button("calculator/insert-quarter").click();
    await says(opening("insert/done"));
    const total = callNamed(functions, "FUND.TOTAL", { contribution: 2050, fund: "Liantis", year: 2026 });
    expect(await bench.value("A1")).toBe(total);
    await bench.select("A2");
    await button("calculator/insert-year").click();
    await says(/A2/);
    await bench.calculated();
    expect(cents(await bench.value("A2"))).toBe(4 * cents(total));
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`bill-${language}`);
  });

  it("provisional, its risk and the settlement, as a sheet that lives on", async () => {
    await field("field/year").selectOption("2025");
    await field("field/income").fill("25000");
    await unfold("calculator/provisional/title", { year: "2025" });
    await labelled("calculator/provisional/income-n3", { year: "2022" }).fill("30000");
    await labelled("calculator/provisional/estimate", { year: "2025" }).fill("20000");
    await labelled("calculator/provisional/judged-on").fill("2027-05-15");
    // published-liberoo-surcharge-2025 of the rule book.
    await says(/^(256,25\s€|€\s256,25)$/);
    await bench.screenshot(`bill-provisional-${language}`);
    await unfold("calculator/settlement/title", { year: "2025" });
    await labelled("calculator/settlement/paid", { year: "2025" }).fill("4225,04");
    await labelled("calculator/settlement/sent").fill("2027-05-15");
    await says(/30\D09\D2027/);
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`bill-settlement-${language}`);
    expect(await beyond320("bill-settlement")).toBe(0);
    await button("calculator/insert-bill").click();
    await says(opening("insert/sheet"));
    await bench.calculated();
    const sheet = await cells();
    expect(errors(sheet)).toEqual([]);
    expect(valueOf(sheet, "=INASTI.QUARTERLY(")).toBe(1281.25);
    expect(valueOf(sheet, "=INASTI.REDUCTIONSURCHARGE(")).toBe(256.25);
    const asked = { income: 25_000, paid: 4225.04, category: "principal", year: 2025, fund: "Liantis" };
    expect(valueOf(sheet, "$C$15,$C$7")).toBe(callNamed(functions, "INASTI.SETTLEMENT", asked));
    await bench.screenshot(`bill-sheet-${language}`);
    // The income is a yellow cell.
    await bench.set("C6", 60_000);
    expect(valueOf(await cells(), "=INASTI.QUARTERLY(")).toBe(3075);
    // So is the year, and what stands about it follows.
    await bench.set("C8", 2024);
    expect(await bench.values("E5", "B12")).toEqual([
      words("calculator/result", { year: "2024" }),
      words("calculator/provisional/income-n3", { year: "2021" }),
    ]);
  });

  it("a change of category: each quarter by its own", async () => {
    await field("field/year").selectOption("2023");
    await field("field/category").selectOption("complementary");
    await field("field/income").fill("20000");
    await unfold("calculator/more");
    await field("field/start").fill("2021-03-15");
    await labelled("calculator/change-to").selectOption("primostarter");
    await labelled("calculator/change-from").fill("2023-05-10");
    // Rule book, CAREER: 1,025.00 less the reduction of 111.94.
    await says("913,06");
    await unfold("calculator/provisional/title", { year: "2023" });
    await labelled("calculator/provisional/income-n3", { year: "2020" }).fill("30000");
    await labelled("calculator/provisional/estimate", { year: "2023" }).fill("15000");
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`bill-change-${language}`);
    expect(await beyond320("bill-change")).toBe(0);
    await button("calculator/insert-bill").click();
    await view().getByText(opening("insert/sheet")).first().waitFor();
    await bench.calculated();
    const sheet = await cells();
    expect(errors(sheet)).toEqual([]);
    const finals = sheet.flat().filter(([formula]) => /^=INDEX\(INASTI\.CAREER\(.*,7\)$/.test(formula));
    expect(finals.map(([, value]) => value)).toEqual([1025, 913.06, 1025, 1025]);
    // What the pane says is what the cells say.
    const columns = ["F", "G", "H", "I"].map((column) => sheet.map((row) => row["ABCDEFGHIJ".indexOf(column)]![1]));
    const asked = {
      career: [
        ["2021-03-15", "complementary"],
        ["2023-05-10", "primostarter"],
      ],
      firstYear: 2023,
      incomes: [[20_000]],
      earlierIncomes: [[30_000], [0], [0]],
    };
    const provisional = (estimates?: number): unknown[] => {
      const given = { ...asked, ...(estimates !== undefined && { estimates: [[estimates]] }) };
      return (callNamed(functions, "INASTI.CAREER", given) as unknown[][]).slice(1).map((row) => row[5]);
    };
    const first = 14;
    const shown = columns.map((column) => column.slice(first, first + 4));
    expect([shown[0], shown[1], shown[3]]).toEqual([provisional(), provisional(15_000), provisional(0)]);
    await bench.screenshot(`bill-change-sheet-${language}`);
  });

  it("late: surcharges on several payments, with their articles", async () => {
    await onEmptySheet();
    await openView(bench.page, "questions", language);
    await button("questions/question/late-surcharge").click();
    await labelled("questions/label/unpaid").fill("1000");
    await labelled("questions/label/due").fill("2025-03-31");
    await labelled("questions/label/paid").fill("2025-05-01");
    await button("questions/payments/add").click();
    await labelled("questions/payments/amount", { number: "1" }).fill("400");
    await labelled("questions/payments/day", { number: "2" }).fill("2026-01-15");
    await labelled("questions/payments/amount", { number: "2" }).fill("600");
    // rule-surcharge-parts of the rule book.
    await says(/^(126,00\s€|€\s126,00)$/);
    await button("formula/button").click();
    await says(opening("insert/done"));
    await bench.calculated();
    expect(await bench.value("A1")).toBe(126);
    await view()
      .getByRole("button", { name: new RegExp(`^${words("explain/steps")}`) })
      .click();
    await says(/44bis/);
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`late-${language}`);
    expect(await beyond320("late")).toBe(0);
  });

  it("had no error on the console", () => {
    expect(bench.problems).toEqual([]);
  });
});
