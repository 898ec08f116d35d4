import { inTurn } from "./languages";
import { openView, viewOf, violations } from "./pane";
import { type Site, startSite, type Workbench } from "./workbench";
import { wordsOf } from "./words";

/** 2027 by its fraction, from the pane to the cells and back. */

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

const SOURCE = "Moniteur belge, 20/12/2026";

describe.each(inTurn(["nl-BE", "nl"], ["fr-BE", "fr"]))("%s", (locale, language) => {
  const words = wordsOf(language);
  let bench: Workbench;

  const { view } = viewOf(() => bench.page, language);
  const section = (key: string) => view().getByRole("region", { name: words(key), exact: true });
  const form = () => view().getByRole("form");
  const field = (key: string) => form().getByLabel(new RegExp(`^${words(key).replace(/[()]/g, "\\$&")}`));
  /** What stands in a text before its first value, or before a space that does not break. */
  const opening = (key: string): string => words(key).split(/\{\{|\u00A0/)[0]!;
  const says = (text: string) => view().getByText(text).first().waitFor();

  const click = (key: string, values?: Record<string, string>) =>
    view()
      .getByRole("button", { name: words(key, values), exact: true })
      .click();

  /** Gives the first or second awaited figure of the year. */
  async function give(index: number, value: string): Promise<void> {
    await section("figures/awaited/title")
      .getByRole("button", { name: new RegExp(`^${opening("figures/add-to")}`) })
      .nth(index)
      .click();
    await field("figures/value").fill(value);
    await field("figures/source").fill(SOURCE);
    await form()
      .getByRole("button", { name: words("figures/add"), exact: true })
      .click();
    await says(opening("figures/added"));
    await bench.calculated();
  }

  beforeAll(async () => {
    bench = await site.visit(locale);
    await bench.page.evaluate(() =>
      window.workbench!.host.insertSheet({ name: "Test", rows: [], widths: [], landscape: false }),
    );
    await bench.select("A1");
    await bench.set("A1", '=INASTI.QUARTERLY(0,"principal",2027)');
    await bench.set("A2", "=PENSION.PLCI(20000,2027)");
    await bench.set("A4", '=INASTI.BREAKDOWN(100000,"principal",2027)');
    await bench.set("A12", '=BENEFIT.RATE("caregiver",DATE(2027,3,1))');
    await bench.set("A14", '=INASTI.PROJECT(2026,{40000;41000;42000},"principal",DATE(2026,1,1),0.02)');
  });

  const breakdown = () =>
    bench.page.evaluate(() =>
      Array.from({ length: 6 }, (_, row) =>
        [..."ABCDEFGH"].map((column) => String(window.workbench!.value(`${column}${row + 4}`) ?? "")),
      ).flat(),
    );

  it("is not known, and the cell says where it can be entered", async () => {
    expect(await bench.value("A1")).toBe("#N/A");
    await bench.select("A1");
    await bench.page.locator("#status", { hasText: `(${words("tab/figures")})` }).waitFor();
    await openView(bench.page, "figures", language);
    await section("figures/awaited/title").waitFor();
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`figures-${language}`);
  });

  it("follows from its fraction in every cell", async () => {
    await give(0, "690,00");
    // 3,666.15 × 690.00 / 142.75 = 17,720.80; × 20.5 % / 4 = 908.19.
    expect(await bench.value("A1")).toBe(908.19);
    await give(0, "650,24");
    expect(await bench.value("A2")).toEqual(expect.any(Number));
    // The words of tables are those of the reader's language.
    expect((await breakdown()).some((cell) => /^(chiffre personnel|eigen cijfer)$/.test(cell))).toBe(true);
    expect(await bench.values("B16", "B17")).toEqual(expect.arrayContaining([expect.any(Number)]));
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`figures-own-${language}`);
  });

  it("is a year to choose, with its key figures", async () => {
    await openView(bench.page, "year", language);
    await view().getByLabel(words("year/label")).selectOption("2027");
    await says(words("year/done", { year: "2027" }));
    await view()
      .getByText(/17[.,\s]720[.,]80/)
      .first()
      .waitFor();
    await view().getByLabel(words("year/label")).selectOption("2026");
    await says(words("year/done", { year: "2026" }));
  });

  it("gives benefits by the day of the next index step", async () => {
    expect(await bench.value("A12")).toBe("#N/A");
    await openView(bench.page, "figures", language);
    await section("figures/awaited/title")
      .getByRole("button", { name: new RegExp(`^${opening("figures/add-to")}`) })
      .first()
      .click();
    await field("figures/step").fill("2027-03-01");
    await field("figures/until").fill("2027-06-30");
    await field("figures/source").fill("Statbel");
    await form()
      .getByRole("button", { name: words("figures/add"), exact: true })
      .click();
    await says(opening("figures/added"));
    await bench.calculated();
    // 1,704.40 and one step, by the pivots of the allowance.
    expect(await bench.value("A12")).toBe(1738.52);
  });

  it("is marked in the audit, on its sheet too", async () => {
    await openView(bench.page, "workbook", language);
    await click("workbook/audit/button");
    await click("workbook/audit/insert");
    await says(words("insert/sheet", { address: words("workbook/audit/sheet-name") }));
    await bench.page.evaluate((name) => window.workbench!.open(name), words("workbook/audit/sheet-name"));
    await bench.calculated();
    const cells = await bench.page.evaluate(() =>
      Array.from({ length: 200 }, (_, row) =>
        [..."DFI"].map((column) => String(window.workbench!.value(`${column}${row + 1}`) ?? "")),
      ),
    );
    // The minimum income of 2027, and the print that its fraction stands in.
    const own = cells.filter(([, , confidence]) => confidence === words("confidence/own"));
    expect(own.map(([figure]) => figure)).toEqual(
      expect.arrayContaining([expect.stringContaining("contributions.principal.minimum-income") as string]),
    );
    expect(own.every(([, law]) => law === SOURCE || law === "Statbel")).toBe(true);
    await bench.screenshot(`figures-audit-${language}`);
    await bench.open("Test");
  });

  const cells = words("workbook/count/cells/other", { count: "5" });

  it("is frozen, and its note says that figures are the user's own", async () => {
    await view()
      .getByLabel(words("workbook/freeze/scope"))
      .selectOption({ label: words("workbook/scope/sheet") });
    await click("workbook/freeze/button");
    await click("workbook/freeze/confirm", { cells });
    await says(words("workbook/freeze/done", { cells }));
    const note = await bench.page.evaluate(() => window.workbench!.note("A1"));
    expect(note).toContain(words("figures/version/other", { version: "", count: "4", figures: "" }));
    expect(note).toContain("2027)");
  });

  it("is saved with the workbook: opened again, figures, frozen values and notes are there", async () => {
    await bench.reload();
    expect(await bench.page.evaluate(() => window.workbench!.formula("A1"))).toBe("");
    expect(await bench.values("A1", "A12")).toEqual([908.19, 1738.52]);
    await openView(bench.page, "workbook", language);
    await view()
      .getByLabel(words("workbook/freeze/scope"))
      .selectOption({ label: words("workbook/scope/sheet") });
    await click("workbook/unfreeze/button");
    await click("workbook/unfreeze/confirm", { cells });
    await says(words("workbook/unfreeze/done", { cells }));
    await bench.calculated();
    expect(await bench.page.evaluate(() => window.workbench!.formula("A1"))).toBe(
      '=INASTI.QUARTERLY(0,"principal",2027)',
    );
    expect(await bench.values("A1", "A12")).toEqual([908.19, 1738.52]);
    expect(await bench.page.evaluate(() => window.workbench!.note("A1"))).toBeNull();
    const answers = await breakdown();
    // Live formulas have their figures at once, before anybody opens the view of them.
    await bench.reload();
    expect(await bench.values("A1", "A12")).toEqual([908.19, 1738.52]);
    expect(await breakdown()).toEqual(answers);
    await openView(bench.page, "figures", language);
    await section("figures/own/title").locator("> ul > li").nth(3).waitFor();
  });

  it("is changed in its place", async () => {
    const numerator = section("figures/own/title").locator("> ul > li").first();
    await numerator.getByRole("button", { name: new RegExp(`^${opening("figures/own/change-of")}`) }).click();
    expect(await field("figures/value").inputValue()).toBe("690");
    await field("figures/value").fill("691,50");
    await bench.screenshot(`figures-change-${language}`);
    await form()
      .getByRole("button", { name: words("figures/save"), exact: true })
      .click();
    await says(opening("figures/own/changed"));
    await bench.calculated();
    // 3,666.15 × 691.50 / 142.75 = 17,759.32; × 20.5 % / 4 = 910.17.
    expect(await bench.value("A1")).toBe(910.17);
    await view()
      .getByRole("button", { name: words("figures/undo"), exact: true })
      .click();
    await says(words("figures/undone"));
    await bench.calculated();
    expect(await bench.value("A1")).toBe(908.19);
  });

  it("goes when its figures are removed", async () => {
    await openView(bench.page, "figures", language);
    await section("figures/own/title").scrollIntoViewIfNeeded();
    await bench.screenshot(`figures-list-${language}`);
    const remove = () =>
      section("figures/own/title").getByRole("button", { name: new RegExp(`^${opening("figures/own/remove-of")}`) });
    for (let left = await remove().count(); left > 0; left -= 1) {
      await remove().first().click();
      await says(opening("figures/own/removed"));
      await section("figures/own/title")
        .locator("> ul > li")
        .nth(left - 1)
        .waitFor({ state: "detached" });
    }
    await bench.calculated();
    expect(await bench.value("A1")).toBe("#N/A");
    await bench.select("A1");
    await bench.page.locator("#status", { hasText: `(${words("tab/figures")})` }).waitFor();
    const held = () => bench.page.evaluate(() => window.workbench!.host.storedState());
    expect((await held()).ownFigures).toBe("");
    await view()
      .getByRole("button", { name: words("figures/undo"), exact: true })
      .click();
    await says(words("figures/undone"));
    expect(JSON.parse((await held()).ownFigures)).toMatchObject({
      figures: [{ source: expect.any(String) as string }],
    });
  });

  it("had no error on the console", () => {
    expect(bench.problems).toEqual([]);
  });
});
