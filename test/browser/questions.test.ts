import type { Language } from "../../src/i18n";
import { VIEWS } from "../../src/taskpane/kit/surroundings";
import { inTurn } from "./languages";
import { escaped, openView, overflow, viewOf, violations } from "./pane";
import { type Site, startSite, type Workbench } from "./workbench";
import { wordsOf } from "./words";

let site: Site;
let bench: Workbench;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 320, height: 900 };

describe.each(inTurn(["nl-BE", "nl"], ["fr-BE", "fr"]))("%s", (locale, language) => {
  const words = wordsOf(language);
  const tabs = () => bench.page.locator("#pane [role=tablist]");
  const tab = (view: string) => tabs().getByRole("tab", { name: words(`tab/${view}`), exact: true });
  const focused = () => bench.page.evaluate(() => (document.activeElement as HTMLElement).innerText);
  const press = (key: string) => bench.page.keyboard.press(key);

  beforeAll(async () => {
    bench = await site.visit(locale);
  });

  it("all views are in sight by their names at 320 pixels", async () => {
    await bench.page.setViewportSize(NARROW);
    if (!(await tabs().isVisible())) await bench.page.locator("#pane-toggle").click();
    expect(await tabs().getByRole("tab").allInnerTexts()).toEqual(VIEWS.map((view) => words(`tab/${view}`)));
    const clipped = await tabs().evaluate((list) =>
      [...list.querySelectorAll("[role=tab]")]
        .filter((one) => {
          const [inner, outer] = [one.querySelector(".fui-Tab__content")!, one].map((e) => e.getBoundingClientRect());
          return inner!.right > outer!.right || outer!.right > innerWidth || outer!.height < 24;
        })
        .map((one) => one.textContent),
    );
    expect(clipped).toEqual([]);
    expect((await tabs().boundingBox())!.height).toBeLessThanOrEqual(NARROW.height / 4);
    expect(await overflow(bench.page)).toBe(0);
    await bench.screenshot(`questions-tabs-320-${language}`);
    await bench.page.setViewportSize(WIDE);
  });

  it("arrows, Home and End lead from view to view, and Tab out of them", async () => {
    await openView(bench.page, "calculator", language);
    await tab("calculator").focus();
    await press("ArrowRight");
    expect(await focused()).toBe(words(`tab/${VIEWS[VIEWS.indexOf("calculator") + 1]}`));
    await press("Home");
    expect(await focused()).toBe(words(`tab/${VIEWS[0]}`));
    await press("ArrowLeft");
    expect(await focused()).toBe(words(`tab/${VIEWS.at(-1)}`));
    await press("End");
    expect(await focused()).toBe(words(`tab/${VIEWS.at(-1)}`));
    await press("Home");
    await press("ArrowDown");
    const [above, below] = [await tab(VIEWS[0]!).boundingBox(), await bench.page.locator(":focus").boundingBox()];
    expect([below!.x, below!.y > above!.y]).toEqual([above!.x, true]);
    await press("ArrowUp");
    expect(await focused()).toBe(words(`tab/${VIEWS[0]}`));
    // One stop: the tab of the view that shows.
    await press("Tab");
    await press("Shift+Tab");
    expect(await focused()).toBe(words("tab/calculator"));
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`questions-tabs-${language}`);
  });

  it("questions are found by words, answered for today, and inserted with their formats", async () => {
    await openView(bench.page, "questions", language);
    const { view, field, button } = viewOf(() => bench.page, language);
    const question = (key: string) =>
      view().getByRole("button", { name: new RegExp(`^${escaped(words(`questions/question/${key}`))}`) });
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`questions-list-${language}`);

    await field("questions/search/label").fill(PREGNANT[language]!);
    await question("maternity").waitFor();
    expect(await question("quarterly").count()).toBe(0);
    await bench.screenshot(`questions-found-${language}`);
    await press("Enter");
    await view()
      .getByRole("heading", { name: words("questions/question/maternity"), exact: true })
      .waitFor();
    await field("questions/label/rest-start").fill("2026-03-02");
    await field("questions/label/full-weeks").fill("12");
    await view().getByText(words("questions/per/period"), { exact: true }).waitFor();
    await view().getByText(new RegExp(`BENEFIT\\.MATERNITY`)).first().waitFor();
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`questions-answer-${language}`);
    await button("questions/back").click();
    await field("questions/search/label").fill("INASTI.SCALE");
    await question("scale").click();
    await field("questions/label/category").selectOption("principal");
    const table = view().getByRole("table", { name: words("questions/question/scale"), exact: true });
    await table.waitFor();
    await bench.page.setViewportSize(NARROW);
    if (!(await tabs().isVisible())) await bench.page.locator("#pane-toggle").click();
    expect(await overflow(bench.page)).toBe(0);
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`questions-table-320-${language}`);
    await bench.page.setViewportSize(WIDE);
    await bench.select("B24");
    await button("formula/button").click();
    await view().getByText("B24", { exact: false }).waitFor();
    await bench.calculated();
    // Article 12: two rates, 20.5 % up to the first ceiling and 14.16 % up to the second.
    const rates = await bench.values("E26", "E27", "E28");
    expect(rates).toEqual(expect.arrayContaining([0.205, 0.1416]));
    await bench.screenshot(`questions-inserted-${language}`);
  });

  it("what is not there yet leads on, by a click, and is marked", async () => {
    await openView(bench.page, "questions", language);
    const { view, field, button } = viewOf(() => bench.page, language);
    await button("questions/back").click();
    await field("questions/search/label").fill("INASTI.ANNUAL");
    await press("Enter");
    await field("questions/label/income-of-year").fill("40000");
    await field("questions/label/category").selectOption("principal");
    await field("questions/label/contribution-year").fill("2031");
    await button("questions/assume/growth").click();
    await view().getByText(words("field/assumption"), { exact: true }).waitFor();
    await bench.screenshot(`questions-assumed-${language}`);
    expect(bench.problems).toEqual([]);
  });
});

const PREGNANT: Partial<Record<Language, string>> = { fr: "enceinte", nl: "zwanger" };
