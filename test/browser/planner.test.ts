import { day } from "../../src/rules/calendar";
import { bundleFunctions, callNamed } from "../setup/excel";
import { inTurn } from "./languages";
import { openView, overflow, viewOf, violations } from "./pane";
import { type Site, startSite, type Workbench } from "./workbench";
import { wordsOf } from "./words";

/** What a career pays and when, from the pane to a sheet that goes on calculating. */

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

describe.each(inTurn(["fr-BE", "fr"], ["nl-BE", "nl"]))("%s", (locale, language) => {
  const words = wordsOf(language);
  let bench: Workbench;

  const { view, button, field } = viewOf(() => bench.page, language);
  const opening = (key: string): string => words(key).split("{{")[0]!;
  const says = (text: string) => view().getByText(text).first().waitFor();
  const table = (key: string) => view().getByRole("table", { name: words(key), exact: true });
  const pinned = (text: string): string => text.replace(/[.\s]/gu, "");

  /** The cells of the sheet in front from A1 on, by rows. */
  const sheet = () =>
    bench.page.evaluate(() =>
      Array.from({ length: 120 }, (_, row) =>
        [..."ABCDEFGHIJKLMN"].map((column) => window.workbench!.value(`${column}${row + 1}`)),
      ),
    );

  beforeAll(async () => {
    bench = await site.visit(locale);
    await openView(bench.page, "projection", language);
  });

  it("shows what to set aside at once, and what that assumes", async () => {
    await says(words("projection/answer", { year: "2026" }));
    // A third of a starter's quarter of 890.42.
    await says(language === "fr" ? "296,81\u00a0€" : "€\u00a0296,81");
    await says(opening("projection/assumed"));
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`planner-cash-${language}`);
  });

  it("follows a career that changes, by keyboard", async () => {
    await field("projection/first-year").fill("2025");
    await field("projection/count").fill("2");
    await field("field/start").fill("2010-01-01");
    await button("projection/add-change").focus();
    await bench.page.keyboard.press("Enter");
    const row = (number: string) =>
      view().getByRole("group", { name: words("projection/change", { number }), exact: true });
    // The cursor stands in the new row.
    expect(
      await row("2")
        .locator("input")
        .evaluate((input) => input === document.activeElement),
    ).toBe(true);
    await row("2").locator("input").fill("2025-07-01");
    await row("2").locator("select").selectOption("sick");
    await says(words("projection/career-hint/sick"));
    await button("projection/add-change").click();
    await row("3").locator("input").fill("2026-01-01");
    await row("3").locator("select").selectOption("principal");
    await field("projection/incomes").selectOption("each");
    const income = (year: number) =>
      view().getByLabel(new RegExp(`^${words("projection/income-of", { year: String(year) })}`));
    for (const year of [2020, 2021, 2022, 2023, 2024]) await income(year).fill("20000");
    await income(2025).fill("15000");
    await income(2026).fill("30000");
    // Rule book, sickness in the second half of 2025.
    const paid = await table("projection/table").locator("tbody tr td:nth-child(4)").allTextContents();
    expect(paid.map(pinned)).toEqual(["1488,40", "2795,88", "835,72", "2588,32"]);
    expect(await violations(bench.page)).toEqual([]);
    await table("projection/table").scrollIntoViewIfNeeded();
    await bench.screenshot(`planner-career-${language}`);
  });

  it("is a sheet that lives on", async () => {
    await button("projection/insert").click();
    await says(opening("insert/sheet"));
    await bench.calculated();
    const rows = await sheet();
    const years = rows.findIndex((row) => row[1] === 2025);
    expect(rows.slice(years, years + 4).map((row) => row[7])).toEqual([1488.4, 2795.88, 835.72, 2588.32]);
    await bench.screenshot(`planner-cash-sheet-${language}`);
    // Without the sickness the quarters are paid: four of 1,119.64 in 2025.
    await bench.set("E9", null);
    await bench.set("F9", null);
    await bench.set("E10", null);
    await bench.set("F10", null);
    await bench.calculated();
    const whole = (await sheet()).slice(years, years + 4).map((row) => row[7]);
    expect(whole[0]).not.toBe(1488.4);
    expect(whole.every((cell) => typeof cell === "number")).toBe(true);
    // A cleared year leaves the others as they are.
    await bench.set(`C${years + 1}`, null);
    await bench.calculated();
    const open = (await sheet()).slice(years, years + 4).map((row) => row[7]);
    expect(open[2]).toBe("#VALUE!");
    expect([open[0], open[1]]).toEqual([whole[0], whole[1]]);
  });

  it("holds scenarios side by side", async () => {
    await openView(bench.page, "scenarios", language);
    await table("scenarios/table").waitFor();
    await button("scenarios/add").click();
    const third = view()
      .getByRole("heading", { name: new RegExp(`^${words("scenarios/numbered", { number: "3" })}`) })
      .getByRole("button");
    await third.click();
    await view().getByLabel(words("field/category"), { exact: true }).selectOption("principal");
    const premium = view().getByLabel(new RegExp(`^${words("scenarios/premium")}`));
    await premium.fill("9000");
    await says(opening("scenarios/premium-above"));
    await bench.screenshot(`planner-premium-${language}`);
    await premium.fill("3000");
    await says(opening("scenarios/premium-later"));
    await third.click();
    expect(await violations(bench.page)).toEqual([]);
    await table("scenarios/table").scrollIntoViewIfNeeded();
    await bench.screenshot(`planner-scenarios-${language}`);

    await button("projection/insert").click();
    await says(opening("insert/sheet"));
    await bench.calculated();
    const rowOf = (rows: unknown[][], key: string) => rows.findIndex((row) => row[1] === words(key));
    const rows = await sheet();
    const top = rowOf(rows, "scenarios/results");
    const project = (inputs: Record<string, unknown>) =>
      callNamed(bundleFunctions(), "INASTI.PROJECT", {
        firstYear: 2026,
        start: day(2026, 1, 1),
        indexation: 0.02,
        basis: "profit",
        ...inputs,
      }) as unknown[][];
    const profits = [50_000, 51_000, 52_020, 53_060.4, 54_121.61];
    const wanted = [
      project({ incomes: profits.map((profit) => [profit]), category: "principal" }),
      project({ incomes: profits.map((profit) => [profit]), category: "complementary" }),
      project({ incomes: profits.map((profit) => [profit - 3000]), category: "principal" }),
    ].map((years) => years.slice(1).map((year) => year[7]));
    expect([2, 3, 4].map((column) => rows.slice(top + 2, top + 7).map((row) => row[column]))).toEqual(wanted);
    await bench.screenshot(`planner-scenarios-sheet-${language}`);
    const difference = (all: unknown[][]) => all[rowOf(all, "scenarios/owed") + 1]![4] as number;
    expect(difference(rows)).toBeLessThan(0);
    // Without the premium the third is the first.
    await bench.set(`E${rowOf(rows, "scenarios/premium") + 1}`, null);
    await bench.calculated();
    expect(difference(await sheet())).toBe(0);
  });

  it("fits 320 pixels", async () => {
    for (const one of ["scenarios", "projection"] as const) {
      await openView(bench.page, one, language);
      await bench.page.setViewportSize({ width: 320, height: 900 });
      // There the pane lies over the sheet, when it is asked for.
      await bench.page.locator("#pane-toggle").click();
      await view().waitFor();
      expect([one, await overflow(bench.page)]).toEqual([one, 0]);
      const wide = await view().evaluate((panel) => panel.scrollWidth - panel.clientWidth);
      expect([one, wide]).toEqual([one, 0]);
      await bench.screenshot(`planner-320-${one}-${language}`);
      await bench.page.setViewportSize({ width: 1440, height: 900 });
    }
  });

  it("had no error on the console", () => {
    expect(bench.problems).toEqual([]);
  });
});
