import { inTurn } from "./languages";
import { openView, violations } from "./pane";
import { type Site, startSite } from "./workbench";

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

/** Cells that the example leaves free, in one row. */
const [INPUT, NESTED] = ["T50", "U50"];

/** Runs in the page: the spreadsheet beside the pane needs more room than that. */
function overflowAt320(pane: HTMLElement | SVGElement): number {
  pane.style.flex = "none";
  pane.style.width = "320px";
  return pane.scrollWidth - pane.clientWidth;
}

describe.each(
  inTurn(
    ["fr-BE", "fr", "Étape par étape", '=FUND.TOTAL(INASTI.QUARTERLY(T50;"principal";2026);0,0305)'],
    ["en-GB", "en", "Step by step", '=FUND.TOTAL(INASTI.QUARTERLY(T50,"principal",2026),0.0305)'],
  ),
)("%s", (locale, language, steps, shown) => {
  it("explains the cell that is selected, and each call in it", async () => {
    const workbench = await site.visit(locale);
    const { page, problems } = workbench;
    await workbench.set(INPUT, 40000);
    await workbench.set(NESTED, '=FUND.TOTAL(INASTI.QUARTERLY(T50,"principal",2026),0.0305)');
    await openView(page, "explain", language);
    const pane = page.locator("#pane");
    await workbench.select(NESTED);
    await pane.getByText(shown, { exact: true }).waitFor();
    expect(await pane.getByRole("heading", { level: 3 }).allTextContents()).toEqual(["FUND.TOTAL", "INASTI.QUARTERLY"]);
    expect(await pane.getByText(steps).count()).toBe(2);
    // 2050.00 and 3.05 % of it, 62.525, half up.
    expect(await pane.getByRole("region", { name: "FUND.TOTAL" }).locator("dd").last().textContent()).toMatch(
      /2\D?112[.,]53/u,
    );
    expect(await violations(page)).toEqual([]);
    await workbench.screenshot(`explain-${language}`);

    expect(await pane.evaluate(overflowAt320)).toBe(0);
    await workbench.select(INPUT);
    await pane.getByText("INASTI.QUARTERLY(40000").waitFor();
    expect(problems).toEqual([]);
  });
});
