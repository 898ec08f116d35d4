import { LAST_YEAR } from "../../src/rules/contributions";
import { bundleFunctions, callNamed } from "../setup/excel";
import { openView } from "./pane";
import { ONLY_MEANT, type Site, startSite, type Workbench } from "./workbench";

let site: Site;
let bench: Workbench;

beforeAll(async () => {
  site = await startSite();
  bench = await site.visit("en-GB");
});

afterAll(() => site?.close());

/** Of the last published year, which formulas without a year take. */
const MINIMUM = callNamed(bundleFunctions(), "INASTI.QUARTERLY", { income: 0, category: "principal", year: LAST_YEAR });

describe("the sheet", () => {
  it("opens with answers, and says why there is none", async () => {
    // 40,000 euro as principal in 2026: 20.5 %; Acerta's fee is 3.05 %; 24 quarters of career give 6 months.
    expect(await bench.values("C12", "C13", "C14", "C15", "C16", "C17")).toEqual([
      2050,
      8200,
      2112.53,
      2050,
      MINIMUM,
      6,
    ]);
    await bench.screenshot("workbench");
    await bench.set("C7", 2035);
    await bench.select("C12");
    await bench.statusSays("C12 #N/A: No figures are published for 2035");
    await bench.set("C7", 2026);
  });

  it("calculates a formula that is typed", async () => {
    await bench.select("B50");
    await bench.page.keyboard.type('=inasti.quarterly(40000,"principal",2026)');
    await bench.page.keyboard.press("Enter");
    await bench.page.waitForFunction(() => window.workbench!.value("B50") === 2050);
  });

  it("offers the function and its arguments while one types", async () => {
    await bench.select("B51");
    await bench.page.keyboard.type("=inasti.qu");
    await bench.page.getByText("Social contribution of one quarter").waitFor();
    await bench.page.keyboard.type("arterly(");
    await bench.page.getByText("INASTI.QUARTERLY(", { exact: true }).waitFor();
    await bench.page.keyboard.press("Escape");
    await bench.page.keyboard.press("Escape");
  });

  it("calculates inside other formulas", async () => {
    await bench.set("B52", '=SUM(INASTI.QUARTERLY(40000,"principal",2026)*4)');
    expect(await bench.value("B52")).toBe(8200);
    await bench.set("B53", '=IFERROR(INASTI.QUARTERLY("abc","principal"),"none")');
    expect(await bench.value("B53")).toBe("none");
  });

  it("recalculates after an edit", async () => {
    await bench.set("B54", 40000);
    await bench.set("B55", '=INASTI.QUARTERLY(B54,"principal",2026)');
    expect(await bench.value("B55")).toBe(2050);
    await bench.set("B54", 20000);
    expect(await bench.value("B55")).toBe(1025);
  });

  it("spills a table, keeps texts as texts, and lifts a column of incomes", async () => {
    await bench.set("E50", '=INASTI.BREAKDOWN(40000,"principal",2026)');
    expect(await bench.values("E50", "F50", "G50", "H50", "I50")).toEqual([
      "step",
      "base",
      "rate",
      "amount",
      "article",
    ]);
    expect(await bench.values("E52", "F52", "G52", "H52", "I52")).toEqual([
      "bracket 1",
      40000,
      0.205,
      2050,
      "AR38 12 §1",
    ]);
    await bench.set("E60", '=INASTI.QUARTERLY({20000;40000},"principal",2026)');
    expect(await bench.values("E60", "E61")).toEqual([1025, 2050]);
    await bench.set("E51", "in the way");
    expect(await bench.value("E50")).toBe("#SPILL!");
    await bench.set("E51", null);
    expect(await bench.value("E50")).toBe("step");
  });

  it("shows an error's message, and forgets it when the cell is mended", async () => {
    await bench.set("B56", '=INASTI.QUARTERLY(B57,"principal",2026)');
    await bench.select("B56");
    expect(await bench.value("B56")).toBe("#VALUE!");
    await bench.statusSays("B56 #VALUE!: income is missing.");
    await bench.set("B57", 40000);
    expect(await bench.value("B56")).toBe(2050);
    await bench.statusSays("B56 · 2050 · =INASTI");
    await bench.set("B57", "=1/0");
    expect(await bench.value("B56")).toBe("#DIV/0!");
    await bench.statusSays("B56 · #DIV/0! · =INASTI");
  });
});

describe("the status line, for who begins", () => {
  it.each([
    ["an unknown function", '=INASTI.QUARTERY(40000,"principal",2026)', "#NAME?", "Did you mean “INASTI.QUARTERLY”?"],
    ["a missing argument", "=INASTI.QUARTERLY()", "#VALUE!", "income is missing."],
    ["a near miss", '=INASTI.QUARTERLY(40000,"principla",2026)', "#VALUE!", "Did you mean “main occupation”?"],
    ["a helper", '=INASTI.QUARTERLY(40000,"helper",2026)', "#VALUE!", "say which; the scale is the same."],
  ])("says what is wrong with %s", async (_, formula, code, text) => {
    await bench.set("B58", formula);
    await bench.select("B58");
    expect(await bench.value("B58")).toBe(code);
    await bench.statusSays(text);
  });

  it("asks what a number is that can be a thousand or a decimal", async () => {
    await bench.select("B59");
    await bench.page.keyboard.type("45.000");
    await bench.page.keyboard.press("Enter");
    await bench.statusSays("B59: “45.000” can be read as a thousand or as a decimal.");
    await bench.page.keyboard.press("Escape");
    expect(await bench.value("B59")).toBeUndefined();
  });

  it("tells what stands in the selected cell", async () => {
    await bench.set("B58", "=1+1");
    await bench.select("B58");
    await bench.statusSays("B58 · 2 · =1+1");
  });
});

describe("the pane beside it", () => {
  it("changes the year of the formulas without one", async () => {
    await bench.set("B60", '=INASTI.QUARTERLY(0,"principal")');
    expect(await bench.value("B60")).toBe(MINIMUM);
    await bench.page.getByRole("combobox", { name: "Parameter year" }).selectOption("2019");
    await bench.page.getByText("Formulas without a year now use 2019.").waitFor();
    await bench.calculated();
    expect(await bench.value("B60")).toBe(709.68);
    expect(await bench.value("C12")).toBe(2050);
    await bench.set("B61", "=PARAMETER_YEAR");
    expect(await bench.value("B61")).toBe(2019);
  });

  it("puts a block into the sheet, never over something, nor beyond the edge", async () => {
    await bench.page.getByRole("combobox", { name: "Parameter year" }).selectOption("2026");
    await bench.page.getByText("Formulas without a year now use 2026.").waitFor();
    await openView(bench.page, "funds");
    const insert = bench.page.getByRole("button", { name: "Insert as a live table" });

    await bench.select("B80");
    await insert.click();
    await bench.page.getByText(/Inserted at Example!B80:/).waitFor();
    const title = await bench.value("B80");
    expect(title).toBe("Management fees of the social insurance funds");

    await bench.select("B79");
    await insert.click();
    await bench.page.getByText(/Example!B79:\w+ is not empty\./).waitFor();
    expect(await bench.value("B80")).toBe(title);

    await bench.select("B200");
    await insert.click();
    await bench.page.getByText("There is no room at the edge of the sheet.").waitFor();
  });
});

it("speaks the language asked for", async () => {
  const french = await site.visit("en-GB", "?lang=fr");
  await french.page.getByRole("combobox", { name: "Année des paramètres" }).waitFor();
  await french.set("C7", 2035);
  await french.select("C12");
  await french.statusSays("Aucun montant n’est publié pour 2035");
  await french.set("C7", 2026);
  expect((await french.text("C12")).replace(/\s/g, " ")).toBe("2 050,00 €");
  expect(await french.errors()).toEqual(ONLY_MEANT);
  expect(french.problems).toEqual([]);
});

it("takes the browser's language otherwise", async () => {
  const dutch = await site.visit("nl-BE");
  await dutch.page.getByRole("combobox", { name: "Parameterjaar" }).waitFor();
  expect(await dutch.errors()).toEqual(ONLY_MEANT);
  expect(dutch.problems).toEqual([]);
});

it("answers in German too", async () => {
  const german = await site.visit("de-BE");
  await german.page.getByRole("combobox", { name: "Parameterjahr" }).waitFor();
  expect(await german.errors()).toEqual(ONLY_MEANT);
  expect(german.problems).toEqual([]);
});

it("had no error on the console", () => {
  expect(bench.problems).toEqual([]);
});
