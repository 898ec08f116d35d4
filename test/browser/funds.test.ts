import type { Language } from "../../src/i18n";
import { casesOf } from "../golden/harness";
import { openView, viewOf, violations } from "./pane";
import { type Site, startSite, type Workbench } from "./workbench";
import { wordsOf } from "./words";

/** A fund's analyst: what rates bring in from a list of members, by when members can leave, and a fee table of one's own. */

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

/** Members at three contributions, two rates, and a tenth that leaves at the second. */
const SCENARIO = casesOf("funds").find(({ id }) => id === "FS-MEM-1")!;
const [PRESENT, TRIED] = SCENARIO.expected as unknown as Record<string, string>[];

/** How far a part of the pane is wider than its box, once that is 320 pixels wide. */
function overflowAt320(pane: HTMLElement | SVGElement): number {
  const before = pane.style.width;
  pane.style.width = "320px";
  const over = pane.scrollWidth - pane.clientWidth;
  pane.style.width = before;
  return over;
}

describe.each<[string, Language]>([
  ["fr-BE", "fr"],
  ["nl-BE", "nl"],
])("%s", (locale, language) => {
  const words = wordsOf(language);
  const decimal = (text: string): string => text.replace(".", ",");
  let bench: Workbench;

  const { view, button, field } = viewOf(() => bench.page, language);
  const says = (text: string) => view().getByText(text).first().waitFor();
  const region = (key: string) => view().getByRole("region", { name: words(key), exact: true });
  const table = (key: string) => view().getByRole("table", { name: words(key), exact: true });
  const sheetOf = (rows: readonly (readonly (string | number)[])[]) =>
    bench.page.evaluate(async (lines) => {
      await window.workbench!.host.insertSheet({
        name: "Test",
        rows: lines.map((line) => line.map((content) => ({ content }))),
        widths: [],
        landscape: false,
      });
      const last = "ABCDEFGH"[lines[0]!.length - 1]!;
      window.workbench!.select(`A1:${last}${lines.length}`);
    }, rows);
  /** The cells of the sheet in front, by rows. */
  const cells = (rows: number, columns: string) =>
    bench.page.evaluate(
      ([count, letters]) =>
        Array.from({ length: count }, (_, row) =>
          [...letters].map((column) => window.workbench!.value(`${column}${row + 1}`)),
        ),
      [rows, columns] as const,
    );
  async function insert(part: string, key: string, sheet: string): Promise<void> {
    const press = region(part).getByRole("button", { name: words(key), exact: true });
    await press.click();
    await region(part).getByText(words("insert/sheet").split("{{")[0]!).first().waitFor();
    await bench.page
      .getByRole("tab", { name: words(sheet), selected: true })
      .first()
      .waitFor();
    await bench.calculated();
  }
  const rowWith = (found: Awaited<ReturnType<typeof cells>>, text: string, column = 0): number =>
    found.findIndex((row) => row[column] === text);

  beforeAll(async () => {
    bench = await site.visit(locale);
    await openView(bench.page, "funds", language);
  });

  it("starts from a table of members by income and category", async () => {
    await button("analyst/insert-example").click();
    await says(words("analyst/members-found").split("{{")[0]!);
    await field("analyst/leaving-label").selectOption({ label: words("analyst/leaving-increase") });
    await table("analyst/at-each-rate").scrollIntoViewIfNeeded();
    await bench.screenshot(`analyst-pane-${language}`);
    await insert("funds/scenario", "funds/insert-scenario", "funds/scenario-sheet");
    await bench.screenshot(`analyst-scenario-${language}`);

    const found = await cells(70, "BCDEFGHIJK");
    expect(found.flat().filter((value) => String(value).startsWith("#"))).toEqual([]);
    const head = rowWith(found, words("analyst/rate"));
    expect(found[head]!.filter((text) => text === words("analyst/rate"))).toHaveLength(1);
    const [first, ...tried] = found.slice(head + 1, head + 18);
    // What FUND.SCENARIO answers for the highest rate by itself, of the members that stay.
    const members = `INASTI.BATCH(${words("analyst/example-sheet")}!B5:B17,${words("analyst/example-sheet")}!C5:C17,2026)`;
    await bench.set(
      "M1",
      `=FUND.SCENARIO(${members},B${head + 2}:B${head + 18},${words("analyst/example-sheet")}!D5:D17,C${head + 2}:C${head + 18})`,
    );
    await bench.calculated();
    expect(tried.at(-1)!.slice(2, 6)).toEqual(await bench.values("N18", "O18", "P18", "R18"));
    expect(tried.at(-1)!.slice(0, 2)).toEqual([0.045, 0.125]);
    expect(first![7]).toBe(4 * Number(first![2]));
    // Each member is in one class, and in one category.
    const classes = rowWith(found, words("analyst/class-below"), 1);
    const total = found[rowWith(found, words("analyst/total"))]!;
    expect(total[5]).toBe(9990);
    expect(found[classes + 1]!.slice(2, 6)).toEqual([2300, 2550, 350, 5200]);
    await bench.page.evaluate(
      (row) => window.workbench!.host.select({ sheet: window.workbench!.sheets().at(-1)!, address: `B${row}` }),
      classes + 12,
    );
    await bench.screenshot(`analyst-classes-${language}`);
  });

  it("says what a rate brings in once some have left, and how many may", async () => {
    const { contributions, members } = SCENARIO.inputs as unknown as Record<string, string[]>;
    await sheetOf([
      [words("analyst/holds-contribution"), words("funds/members")],
      ...contributions!.map((amount, index) => [Number(amount), Number(members![index])]),
    ]);
    await button("funds/use-selection").click();
    await says(words("analyst/members-found", { count: "160", sum: "" }).split(".")[0]!);
    await field("funds/present").fill(decimal("3.05"));
    await field("funds/rates").selectOption({ label: words("funds/rates-list") });
    await field("funds/list").fill("4");
    await field("analyst/leaving-label").selectOption({ label: words("analyst/leaving-each") });
    await field("analyst/shares").fill("10");
    await table("analyst/at-each-rate").scrollIntoViewIfNeeded();
    expect(await violations(bench.page)).toEqual([]);
    await insert("funds/scenario", "funds/insert-scenario", "funds/scenario-sheet");
    const found = await cells(40, "BCDEFGH");
    const head = rowWith(found, words("analyst/rate"));
    const [present, tried] = found.slice(head + 1, head + 3);
    expect(present!.slice(2, 5)).toEqual(
      ["feeIncome", "feePerMember", "difference"].map((key) => Number(PRESENT![key])),
    );
    expect(tried!.slice(2, 5)).toEqual(["feeIncome", "feePerMember", "difference"].map((key) => Number(TRIED![key])));
    expect(Number(tried![5]).toFixed(10)).toBe(TRIED!["breakEvenLeave"]);
    // 0.2374707315 of 160 members.
    expect(tried![6]).toBe(37);
    // The table goes on living: with all of them there, the whole fee is taken.
    await bench.set(`C${head + 3}`, 0);
    await bench.calculated();
    expect(await bench.value(`D${head + 3}`)).toBe(8456.2);
  });

  it("counts members by the day by which they must ask for a change", async () => {
    await sheetOf([
      [words("analyst/affiliation"), words("funds/members")],
      ["2022-01-15", 300],
      ["2022-03-31", 50],
      ["2022-04-01", 70],
    ]);
    for (const [row, day] of [
      [2, 44576],
      [3, 44651],
      [4, 44652],
    ] as const)
      await bench.set(`A${row}`, day);
    await bench.page.evaluate(() => window.workbench!.select("A1:B4"));
    await button("analyst/cohorts-title").click();
    const part = region("analyst/cohorts-title");
    await field("analyst/cohorts-source").selectOption({ label: words("analyst/cohorts-range") });
    await part.getByRole("button", { name: words("funds/use-selection"), exact: true }).click();
    await field("analyst/as-of").fill("2025-05-10");
    await table("analyst/cohorts").scrollIntoViewIfNeeded();
    // FU-110 and FU-111 of the golden cases.
    await part.getByText("350", { exact: true }).waitFor();
    await part.getByRole("cell", { name: "30/06/2025", exact: true }).first().waitFor();
    await bench.screenshot(`analyst-cohorts-pane-${language}`);
    await insert("analyst/cohorts-title", "analyst/insert-cohorts", "analyst/cohorts-sheet");
    await bench.screenshot(`analyst-cohorts-${language}`);
    const found = await cells(24, "BCDEFGH");
    expect(found.flat().filter((value) => String(value).startsWith("#"))).toEqual([]);
    const [quarter, next] = [1, 2].map((which) => found.find(([name]) => String(name).endsWith(`${which} 2022`))!);
    const [changeOn, askBy] = [46023, 45838];
    expect(quarter!.slice(2)).toEqual([350, changeOn, changeOn, askBy, askBy - 45787]);
    expect(next![2]).toBe(70);
    expect(found.find(([change]) => change === changeOn)!.slice(1, 3)).toEqual([askBy, 350]);
  });

  it("compares rates of one's own at several contributions", async () => {
    await button("analyst/fees-title").click();
    const part = region("analyst/fees-title");
    await part.getByRole("button", { name: words("analyst/add-fee"), exact: true }).click();
    await part
      .getByRole("textbox", { name: words("funds/fund"), exact: true })
      .last()
      .fill("Test");
    await part
      .getByRole("textbox", { name: words("analyst/rate"), exact: true })
      .last()
      .fill("3");
    await field("analyst/contributions").fill(`890,42; 2050`);
    await part.getByRole("button", { name: words("analyst/save-csv"), exact: true }).scrollIntoViewIfNeeded();
    await bench.screenshot(`analyst-fees-pane-${language}`);
    const download = bench.page.waitForEvent("download");
    await part.getByRole("button", { name: words("analyst/save-csv"), exact: true }).click();
    expect((await download).suggestedFilename()).toBe(`${words("analyst/fees-sheet")}.csv`);
    await insert("analyst/fees-title", "analyst/insert-fees", "analyst/fees-sheet");
    await bench.screenshot(`analyst-fees-${language}`);
    // 3 % of 890.42 is 26.7126 and of 2,050.00 61.50; 3.05 % are 27.15781 and 62.525: four times each, half up to the cent.
    const found = await cells(12, "BCDEFG");
    expect(found.find(([name]) => name === "Test")).toEqual(["Test", 0.03, "", 106.84, 246, 0]);
    expect(found.find(([name]) => name === "Acerta")).toEqual(["Acerta", 0.0305, 0.0305, 108.64, 250.12, 1.8]);
    expect(await violations(bench.page)).toEqual([]);
    expect(await bench.page.locator("#pane").evaluate(overflowAt320)).toBe(0);
    expect(bench.problems).toEqual([]);
  });
});
