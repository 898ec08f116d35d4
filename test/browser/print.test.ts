import { inTurn } from "./languages";
import { type Site, startSite, type Workbench } from "./workbench";
import { pageWordsOf } from "./words";

/** A sheet on paper, and as a table that can be read row by row. */

let site: Site;
let bench: Workbench;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

/** Width and height of its pages in points, as the printer finds them. */
async function printed(): Promise<string[]> {
  const pdf = (await bench.page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sizes = pdf.matchAll(/\/MediaBox *\[0 0 ([\d.]+) ([\d.]+)\]/g);
  return Array.from(sizes, ([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`);
}

const ON_ITS_SIDE = "842x595";
const UPRIGHT = "595x842";

describe.each(inTurn(["fr-BE", "fr"], ["nl-BE", "nl"]))("%s", (locale, language) => {
  const words = pageWordsOf(language);
  const button = (name: string) => bench.page.locator("#paper, #files").getByRole("button", { name, exact: true });

  beforeAll(async () => {
    bench = await site.visit(locale);
  });

  it("prints the sheet one page wide, and nothing of it is cut", async () => {
    expect(await printed()).toEqual([ON_ITS_SIDE]);
    await bench.page.setViewportSize({ width: 1032, height: 703 });
    await bench.page.emulateMedia({ media: "print" });
    await bench.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const cut = await bench.page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>("#paper td, #paper th")).flatMap((cell) => {
        const { right, width } = cell.getBoundingClientRect();
        return width > 0 && (right > 1032 || cell.scrollWidth > cell.clientWidth + 1) ? [cell.textContent] : [];
      }),
    );
    expect(cut).toEqual([]);
    await bench.screenshot(`print-${language}`);
    await bench.page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await bench.page.locator("#paper").isHidden()).toBe(true);
    await bench.page.emulateMedia({ media: null });
    await bench.page.setViewportSize({ width: 1440, height: 900 });
  });

  it("makes a sheet a little smaller rather than leave its last rows to a second page", async () => {
    await bench.open(words("demo/clients/name"));
    expect(await printed()).toEqual([ON_ITS_SIDE]);
    await bench.open(words("demo/example/name"));
  });

  it("shows the sheet as a table of texts with header cells and numbers of the language", async () => {
    await bench.set("P40", "<img src=x onerror=alert(1)>");
    await bench.set("P41", 45_000.5);
    await button(words("print/view")).click();
    const paper = bench.page.getByRole("dialog", { name: words("print/view") });
    await paper.getByRole("heading", { name: words("demo/example/name"), exact: true }).waitFor();
    expect(await paper.getByRole("columnheader", { name: "C", exact: true }).count()).toBe(1);
    expect(await paper.getByRole("rowheader", { name: "12", exact: true }).count()).toBe(1);
    expect(await paper.getByText("<img src=x onerror=alert(1)>").count()).toBe(1);
    expect(await paper.locator("td", { hasText: "45000,5" }).count()).toBe(1);
    expect(await paper.locator("img").count()).toBe(0);
    await bench.screenshot(`table-${language}`);
    await bench.page.keyboard.press("Escape");
    expect(await paper.count()).toBe(0);
  });

  it("breaks no word, however narrow its column, and leaves one blank row of many", async () => {
    await bench.page.evaluate(async () => {
      const head = ["Betrouwbaarheidspercentage van het dossier", "régularisations"];
      await window.workbench!.host.insertSheet({
        name: "Words",
        rows: [head.map((content) => ({ content, style: "head" })), [], [], [], [{ content: "A" }]],
        widths: [40, 30],
        landscape: false,
      });
    });
    await button(words("print/view")).click();
    const lines = await bench.page.locator("#paper th[scope=col], #paper td").evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const text = cell.firstChild;
        if (!(text instanceof Text)) return [];
        return [...text.data.matchAll(/\S+/g)].map(({ index, 0: word }) => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          return [word, range.getClientRects().length];
        });
      }),
    );
    expect(lines).toEqual(
      ["A", "B", "Betrouwbaarheidspercentage", "van", "het", "dossier", "régularisations", "A"].map((word) => [
        word,
        1,
      ]),
    );
    const numbers = await bench.page.locator("#paper th[scope=row]").allTextContents();
    expect(numbers).toEqual(["1", "2", "5"]);
    await button(words("print/close")).click();
  });

  it("prints the selected cells, and the whole workbook", async () => {
    await button(words("print/view")).click();
    const paper = bench.page.locator("#paper");
    await paper.getByRole("combobox").selectOption("selection");
    expect(await printed()).toEqual([UPRIGHT]);
    await paper.getByRole("combobox").selectOption("workbook");
    const headings = await paper.getByRole("heading").allTextContents();
    expect(headings).toEqual(await bench.page.evaluate(() => window.workbench!.sheets()));
    expect((await printed()).length).toBeGreaterThanOrEqual(headings.length);
    await button(words("print/close")).click();
    expect(await paper.isHidden()).toBe(true);
  });

  it("had no error on the console", () => {
    expect(bench.problems).toEqual([]);
  });
});
