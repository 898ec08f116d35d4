import type { Language } from "../../src/i18n";
import { wordIn } from "../../src/i18n/words";
import { day } from "../../src/rules/calendar";
import { bundleFunctions, callNamed } from "../setup/excel";
import { inTurn } from "./languages";
import { openView, viewOf, violations } from "./pane";
import { type Site, startSite, type Workbench } from "./workbench";
import { pageWordsOf, wordsOf } from "./words";

/** An accountant's clients: from a pasted list and from one in the workbook to a sheet, and to a letter on one page. */

let site: Site;
let functions: ReturnType<typeof bundleFunctions>;

beforeAll(async () => {
  functions = bundleFunctions();
  site = await startSite();
});

afterAll(() => site?.close());

/** Headings and categories as people of the language write them; amounts with points and a comma. */
const LISTS = {
  fr: {
    headings: ["Client", "Statut", "Revenu net", "Date de début", "Caisse", "Payé"],
    categories: ["Indépendant à titre principal", "titre complémentaire", "aidant"],
  },
  nl: {
    headings: ["Klant", "Bijdragecategorie", "Netto-inkomen", "Startdatum", "Socialeverzekeringsfonds", "Betaald"],
    categories: ["Zelfstandige in hoofdberoep", "bijberoep", "helper"],
  },
};

const AMOUNTS = (row: number): string[] => ["H", "I", "J", "K", "L", "M", "N", "O", "P", "Q"].map((c) => `${c}${row}`);

describe.each(inTurn(["nl-BE", "nl"], ["fr-BE", "fr"]))("%s", (locale, language) => {
  const words = wordsOf(language);
  const page = pageWordsOf(language);
  let bench: Workbench;
  const { view, button, field } = viewOf(() => bench.page, language);
  const section = (key: string) => view().getByRole("region", { name: words(key), exact: true });
  const { headings, categories } = LISTS[language];
  const [principal, complementary, helper] = categories as [string, string, string];

  beforeAll(async () => {
    bench = await site.visit(locale);
    await openView(bench.page, "clients", language);
  });

  const dossier = (row: Readonly<Record<string, unknown>>): unknown[] =>
    (callNamed(functions, "INASTI.DOSSIER", row) as unknown[][])[1]!;

  it("reads a pasted list as it is written, and names the rows that it cannot read", async () => {
    const list = section("clients/list");
    await list.getByLabel(words("clients/from")).selectOption("pasted");
    const text = [
      headings,
      ["Claes A.", principal, "32.000,50 €", "", "Acerta", "6500"],
      ["Dubois M.", complementary, "9 500", "01/07/2026", "4,25 %", ""],
      ["Maes J.", helper, "21.000", "31/02/2026", "", ""],
    ];
    await list.getByLabel(words("clients/paste")).fill(text.map((row) => row.join("\t")).join("\n"));
    await list.getByText(words("clients/problem/title", { count: "1" })).waitFor();
    const problems = await list.getByRole("list", { name: words("clients/problem/list") }).innerText();
    expect(problems).toContain(words("clients/problem/line", { row: "4" }));
    expect(problems).toContain("31/02/2026");
    expect(problems).toContain(helper);
    expect(await violations(bench.page)).toEqual([]);
    await bench.screenshot(`clients-list-${language}`);
  });

  it("inserts it as a sheet of formulas with totals", async () => {
    await button("clients/insert").click();
    await view()
      .getByText(words("insert/sheet", { address: words("clients/sheet/name") }))
      .waitFor();
    await bench.calculated();
    expect(await bench.formula("H10")).toMatch(/^=INASTI\.DOSSIER\(/);
    const year = await bench.value("C5");
    const first = { incomes: 32_000.5, categories: "principal", years: year, funds: "Acerta", paid: 6500 };
    expect(await bench.values(...AMOUNTS(11))).toEqual(dossier(first));
    const second = { incomes: 9500, categories: "complementary", years: year, starts: day(2026, 7, 1), funds: 0.0425 };
    expect((await bench.values(...AMOUNTS(12))).slice(0, 9)).toEqual(dossier(second).slice(0, 9));
    expect(String(await bench.value("N13"))).toMatch(/^#/);
    const totals = [dossier(first)[8], dossier(second)[8]] as number[];
    expect(await bench.value("P9")).toBeCloseTo(totals[0]! + totals[1]!, 9);
    expect(await bench.value("C7")).toBe(1);
    expect(await bench.text("P9")).toContain("€");
    await bench.screenshot(`clients-sheet-${language}`);
  });

  it("takes a list of the workbook by one of its cells, with formulas on the client's own cells", async () => {
    const rows = [
      headings,
      ["Claes A.", principal, 32_000.5, null, "Acerta", 6500],
      ["Dubois M.", complementary, 9500, day(2026, 7, 1), "UCM", null],
    ];
    await bench.page.evaluate(
      (cells) =>
        window.workbench!.host.insertSheet({
          name: "Cabinet",
          rows: cells.map((row) => row.map((content) => (content === null ? {} : { content }))),
          widths: [],
          landscape: false,
        }),
      rows,
    );
    await bench.select("B2");
    const list = section("clients/list");
    await list.getByLabel(words("clients/from")).selectOption("workbook");
    await button("clients/use-selection").click();
    await list.getByText(words("clients/summary").split("{{")[0]!).waitFor();
    expect(await field("clients/range").inputValue()).toBe("Cabinet!A1:F3");
    await list.getByLabel(words("clients/form"), { exact: true }).selectOption("rows");
    await button("clients/insert").click();
    await view()
      .getByText(words("insert/sheet", { address: `${words("clients/sheet/name")} (2)` }))
      .waitFor();
    await bench.calculated();
    expect(await bench.formula("H11")).toContain("Cabinet!C2");
    const year = await bench.value("C5");
    const first = dossier({ incomes: 32_000.5, categories: "principal", years: year, funds: "Acerta", paid: 6500 });
    const shown = await bench.values("H11", "I11", "J11", "K11", "L11", "M11", "N11", "O11");
    expect(shown).toEqual(first.slice(2));
    await bench.open("Cabinet");
    await bench.set("C2", 40_000);
    await bench.open(`${words("clients/sheet/name")} (2)`);
    const changed = dossier({ incomes: 40_000, categories: "principal", years: year, funds: "Acerta", paid: 6500 });
    expect(await bench.value("N11")).toBe(changed[8]);
    await bench.screenshot(`clients-rows-${language}`);
  });

  const other: Language = language === "fr" ? "nl" : "fr";

  it.each([language, other])("writes a letter on one page, in %s", async (written) => {
    const said = wordsOf(written);
    await view()
      .getByRole("button", { name: words("clients/letter/of", { name: "Dubois M." }) })
      .click();
    const letter = section("clients/letter/title");
    await letter.getByLabel(words("clients/letter/language")).selectOption(written);
    await letter
      .getByLabel(new RegExp(`^${words("clients/letter/sender")}`))
      .fill("Cabinet Lambert\nRue Haute 1\n5000 Namur");
    await letter.getByLabel(new RegExp(`^${words("clients/letter/address")}`)).fill("Kerkstraat 2\n9000 Gent");
    await letter.getByLabel(new RegExp(`^${words("clients/column/paid")}`)).fill("500");
    await letter.getByLabel(new RegExp(`^${words("clients/letter/sent")}`)).fill("2026-11-10");
    await button("clients/letter/insert").click();
    const name =
      said("clients/letter/sheet", { name: "Dubois M.", year: "2026" }) + (written === language ? "" : " (2)");
    await view()
      .getByText(words("insert/sheet", { address: name }))
      .waitFor();
    await bench.calculated();
    const cells = await bench.page.evaluate(() =>
      Array.from({ length: 60 }, (_, row) =>
        [..."BCDEF"].map((column) => window.workbench!.text(`${column}${row + 1}`)),
      ),
    );
    const text = cells.flat().join("\n");
    expect(text).toContain(said("clients/letter/subject", { year: "2026" }));
    expect(text.toLowerCase()).toContain(wordIn(written, "category", "complementary"));
    expect(text).not.toMatch(/#(?:N|V|R|D|W|G)/);
    await bench.screenshot(`letter-${language}-${written}`);
    await bench.page.getByRole("button", { name: page("print/view"), exact: true }).click();
    const paper = bench.page.getByRole("dialog", { name: page("print/view") });
    expect(
      await paper.getByRole("article", { name }).getByText(said("clients/letter/sources"), { exact: true }).count(),
    ).toBe(1);
    await bench.page.setViewportSize({ width: 794, height: 1123 });
    await bench.screenshot(`letter-paper-${language}-${written}`);
    await bench.page.setViewportSize({ width: 1440, height: 900 });
    await bench.page.keyboard.press("Escape");
    const pdf = (await bench.page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(Array.from(pdf.matchAll(/\/MediaBox/g))).toHaveLength(1);
  });

  it("fits 320 pixels", async () => {
    const pane = bench.page.locator("#pane");
    const beyond = await pane.evaluate((element) => {
      element.style.width = "320px";
      return element.scrollWidth - element.clientWidth;
    });
    expect(beyond).toBe(0);
    await section("clients/list").scrollIntoViewIfNeeded();
    await bench.screenshot(`clients-320-${language}`);
    expect(bench.problems).toEqual([]);
  });
});
