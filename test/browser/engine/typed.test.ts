import { inTurn } from "../languages";
import { type Site, startSite, type Workbench } from "../workbench";
import { pageWordsOf } from "../words";

/** What Belgians type, and paste from Excel, is what the cells hold. */

let site: Site;
let bench: Workbench;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

async function type(cell: string, text: string, key = "Enter"): Promise<void> {
  await bench.select(cell);
  await bench.page.keyboard.type(text);
  await bench.page.keyboard.press(key);
}

/** The keys after these come to nobody before the cell is open, or closed again. */
const opened = () => bench.page.waitForFunction(() => window.workbench!.isEditing());
const closed = () => bench.page.waitForFunction(() => !window.workbench!.isEditing());

/** Opens a cell and leaves it as it was. */
async function visit(cell: string): Promise<void> {
  await bench.select(cell);
  await bench.page.keyboard.press("F2");
  await opened();
  await bench.page.keyboard.press("Enter");
  await closed();
}

const paste = (text: string, html = "") =>
  bench.page.evaluate(([plain, rich]) => window.workbench!.paste(plain, rich), [text, html] as const);

/** 1 October and 28 November 2026, as Excel numbers days. */
const [OCTOBER, NOVEMBER] = [46_296, 46_354];

/** Typed, and pasted below one another. */
const NUMBERS: readonly [string, number][] = [
  ["45.000", 45_000],
  ["45,000", 45],
  ["45000,50", 45_000.5],
  ["45 000", 45_000],
  ["1234,56", 1234.56],
  ["1\u00A0234,5\u00A0€", 1234.5],
  ["20,5%", 0.205],
  ["01/10/2026", OCTOBER],
  ["1-10-2026", OCTOBER],
  ["28/11/2026", NOVEMBER],
  ["28-11-26", NOVEMBER],
];

describe.each(inTurn(["nl-BE", "nl"], ["fr-BE", "fr"]))("%s", (locale, language) => {
  const words = pageWordsOf(language);

  beforeAll(async () => {
    bench = await site.visit(locale);
  });

  it("reads amounts and dates that are typed", async () => {
    const cells = NUMBERS.map((_, index) => `L${40 + index}`);
    for (const [index, [text]] of NUMBERS.entries()) await type(cells[index]!, text);
    await bench.calculated();
    expect(await bench.values(...cells)).toEqual(NUMBERS.map(([, value]) => value));
    expect([await bench.text("L47"), await bench.text("L50")]).toEqual(["01/10/2026", "28/11/2026"]);
  });

  it("keeps the format of the cell", async () => {
    const before = await bench.text("C5");
    await type("C5", "50.000,50");
    await bench.calculated();
    expect(await bench.value("C5")).toBe(50_000.5);
    expect((await bench.text("C5")).replace(/\D/g, "")).toBe("5000050");
    expect((await bench.text("C5")).replace(/[\d.,\s]/g, "")).toBe(before.replace(/[\d.,\s]/g, ""));
    await type("C5", "-2000");
    expect(await bench.text("C5")).toMatch(/2.?000,00/);
    await type("C5", "40000");
  });

  it("asks where a text can be read in two ways, and keeps it on request", async () => {
    await type("L60", "1/10");
    await bench.statusSays(words("typed/again"));
    expect(await bench.value("L60")).toBeUndefined();
    await bench.screenshot(`typed-${language}`);
    await bench.page.keyboard.press("Enter");
    await bench.page.waitForFunction(() => window.workbench!.value("L60") === "1/10");
    await type("L61", "=SUM(45.000;1)");
    await bench.statusSays(words("typed/again"));
    await bench.page.keyboard.press("Escape");
    expect(await bench.formula("L61")).toBe("");
  });

  it.each([
    ['=INASTI.QUARTERLY(40000,5;"principal";2026)', '=INASTI.QUARTERLY(40000.5,"principal",2026)', 2050.03],
    ['=INASTI.QUARTERLY(40000.50,"principal",2026)', '=INASTI.QUARTERLY(40000.50,"principal",2026)', 2050.03],
    ['=inasti.quarterly(40000;"principal";2026', '=INASTI.QUARTERLY(40000,"principal",2026)', 2050],
    ["=1,5+2", "=1.5+2", 3.5],
    ["=SUM({1;2};0,5)", "=SUM({1;2},0.5)", 3.5],
  ])("takes %s, and shows and keeps it", async (text, formula, value) => {
    await type("L62", text);
    await closed();
    await bench.calculated();
    expect([await bench.formula("L62"), await bench.value("L62")]).toEqual([formula, value]);
    await visit("L62");
    expect(await bench.formula("L62")).toBe(formula);
    await bench.select("L62");
    await bench.statusSays(
      text.startsWith("=inasti")
        ? ";2026)"
        : text.replace("40000.50", "40000,50").replaceAll(',"principal",', ';"principal";'),
    );
  });

  it("helps with semicolons", async () => {
    await bench.set("L62", null);
    await bench.select("L63");
    await bench.page.keyboard.type("=INASTI.QUARTERLY(");
    // The status line has the formula of a cell too; the help stands outside it.
    await bench.page
      .locator("[data-u-comp], [class*=univer]")
      .getByText(/\(.*;.*;/)
      .first()
      .waitFor();
    await bench.page.keyboard.press("Escape");
    await bench.page.keyboard.press("Escape");
    await closed();
  });

  // These know no language: one is enough.
  if (language === "nl") {
    describe("the list of functions", () => {
      const list = () => bench.page.locator("ul[data-u-comp=sheets-formula-editor]");
      /** The list is there a while after the last key; what comes then does not wait for another one. */
      async function typeWithList(cell: string, start: string, rest: string, key: string): Promise<void> {
        await bench.select(cell);
        await bench.page.keyboard.type(start);
        await list().waitFor();
        await bench.page.keyboard.type(rest);
        await bench.page.keyboard.press(key);
      }

      it.each([
        ["=inasti.quarterly", '(40000;"principal";2026', "Enter", '=INASTI.QUARTERLY(40000,"principal",2026)'],
        ["=su", "m(1;2)", "Enter", "=SUM(1,2)"],
        ["=su", "m(1;2)", "Tab", "=SUM(1,2)"],
        ["=sum", "", "Enter", "=sum"],
      ])("shown for %s does not keep the cell open, nor changes it: %s and %s", async (start, rest, key, formula) => {
        await typeWithList("L66", start, rest, key);
        await closed();
        expect(await bench.formula("L66")).toBe(formula);
      });

      it("has its first function taken by Tab", async () => {
        await typeWithList("L67", "=inasti.quart", "", "Tab");
        await list().waitFor({ state: "hidden" });
        await bench.page.keyboard.type('40000;"principal";2026');
        await bench.page.keyboard.press("Enter");
        await closed();
        expect(await bench.formula("L67")).toBe('=INASTI.QUARTERLY(40000,"principal",2026)');
      });
    });

    it("picks a cell behind a semicolon", async () => {
      await bench.select("C5");
      await bench.page.keyboard.press("ArrowDown");
      await bench.page.keyboard.press("ArrowUp");
      await bench.select("C6");
      await bench.page.keyboard.type("=SUM(1,5;");
      await opened();
      await bench.page.keyboard.press("ArrowUp");
      await bench.page.keyboard.type(")");
      await bench.page.keyboard.press("Enter");
      await closed();
      expect(await bench.formula("C6")).toBe("=SUM(1.5,C5)");
      await bench.page.evaluate(() => window.workbench!.undo());
    });

    it("unchanged numbers and dates stay as they are", async () => {
      for (const cell of ["L42", "L46", "L47"]) {
        const before = await bench.value(cell);
        await visit(cell);
        expect(await bench.value(cell)).toBe(before);
      }
    });

    it("makes room below the sheet", async () => {
      await bench.select("M199");
      expect(await paste("1\n2\n3")).toBe(true);
      expect(await bench.value("M201")).toBe(3);
      await bench.page.evaluate(() => window.workbench!.undo());
    });
  }

  it("reads a block from Excel in one step", async () => {
    const cells = NUMBERS.map((_, index) => `N${40 + index}`);
    const block = NUMBERS.map(([text], index) => `Client ${index}\t${text}\t=ROUND(1,26;1)`).join("\r\n");
    await bench.select("M40");
    expect(await paste(`${block}\r\n`, `<table><tr><td>${block}</td></tr></table>`)).toBe(true);
    await bench.calculated();
    expect(await bench.values(...cells)).toEqual(NUMBERS.map(([, value]) => value));
    expect(await bench.values("M40", "O40", "O50")).toEqual(["Client 0", 1.3, 1.3]);
    expect(await bench.text("N47")).toBe("01/10/2026");
    await bench.page.evaluate(() => window.workbench!.undo());
    expect((await bench.values("M40", "N45", "O50")).map((value) => value ?? null)).toEqual([null, null, null]);
  });

  it("pastes nothing where something is unclear or in the way", async () => {
    await bench.select("M60");
    expect(await paste("a\t1/10\nb\t2")).toBe(false);
    await bench.statusSays("N60");
    expect(await bench.value("M60")).toBeUndefined();
    expect(await paste("a\t1/10\nb\t2")).toBe(true);
    expect(await bench.values("M60", "N60", "N61")).toEqual(["a", "1/10", 2]);

    await bench.set("M70", "=SEQUENCE(3)");
    await bench.select("M71");
    expect(await paste("1")).toBe(false);
    await bench.statusSays(words("pasted/filled", { cell: "M70" }));
    await bench.select("B1");
    expect(await paste("1\t2\n3\t4")).toBe(false);
    await bench.statusSays(words("pasted/merged", { cell: "B1" }));
  });

  it("says what the errors of beginners are", async () => {
    await type("L64", `=${words("functions/SUM")}(1;2)`);
    await bench.select("L64");
    await bench.statusSays("SUM");
    await bench.set("L65", "=INASTI.QUARTERLY()");
    await bench.select("L65");
    await bench.statusSays(`L65 ${words("errors/value")}`);
  });

  it("had no error on the console", () => {
    expect(bench.problems).toEqual([]);
  });
});
