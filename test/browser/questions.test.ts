import { VIEWS } from "../../src/taskpane/kit/surroundings";
import { inTurn } from "./languages";
import { openView, overflow, violations } from "./pane";
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
    expect(await focused()).toBe(words("tab/projection"));
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
});
