import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import type { TestApi } from "../../src/workbench/test-api";
import { launch, root, watch } from "./browser";
import { serve, type Server } from "./server";

const SCREENSHOTS = path.join(root, "build", "screenshots");
const TIMEOUT = 60_000;

let server: Server;
let browser: Browser;
let page: Page;
let problems: string[];

jest.setTimeout(TIMEOUT);

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  server = await serve(path.join(root, "dist-workbench"), path.join(root, "dist"));
  browser = await launch();
  [page, problems] = await open("en-GB");
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(locale: string, query = ""): Promise<[Page, string[]]> {
  const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } });
  const opened = await context.newPage();
  const watched = watch(opened);
  await opened.goto(server.url + query);
  await opened.waitForFunction(() => window.workbench !== undefined);
  await opened.evaluate(() => window.workbench!.whenCalculated());
  return [opened, watched];
}

const set = (cell: string, content: string | number | null): Promise<void> =>
  page.evaluate(([at, what]) => window.workbench!.set(at, what), [cell, content] as const);

const select = (cell: string): Promise<void> => page.evaluate((at) => window.workbench!.select(at), cell);

const calculated = (): Promise<void> => page.evaluate(() => window.workbench!.whenCalculated());

function value(cell: string): Promise<ReturnType<TestApi["value"]>> {
  return page.evaluate((at) => window.workbench!.value(at), cell);
}

const values = (...cells: string[]): Promise<unknown[]> => Promise.all(cells.map(value));

const statusSays = (text: string, on = page): Promise<void> => on.locator("#status", { hasText: text }).waitFor();

describe("the sheet", () => {
  it("opens with answers, and one error that says why", async () => {
    // 40,000 euro as principal in 2026: 20.5 %; Acerta's fee is 3.05 %; 24 quarters of career give 6 months.
    expect(await values("C12", "C13", "C14", "C15", "C16", "C17", "C18")).toEqual([
      2050,
      8200,
      2112.53,
      2050,
      890.42,
      6,
      "#N/A",
    ]);
    await page.screenshot({ path: path.join(SCREENSHOTS, "workbench.png") });
    await select("C18");
    await statusSays("C18 #N/A: No figures are published for 2035");
  });

  it("calculates a formula that is typed", async () => {
    await select("B50");
    await page.keyboard.type('=inasti.quarterly(40000,"principal",2026)');
    await page.keyboard.press("Enter");
    await calculated();
    expect(await value("B50")).toBe(2050);
  });

  it("offers the function and its arguments while one types", async () => {
    await select("B51");
    await page.keyboard.type("=inasti.qu");
    await page.getByText("Social contribution of one quarter").waitFor();
    await page.keyboard.type("arterly(");
    await page.getByText("INASTI.QUARTERLY(", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  });

  it("calculates inside other formulas", async () => {
    await set("B52", '=SUM(INASTI.QUARTERLY(40000,"principal",2026)*4)');
    expect(await value("B52")).toBe(8200);
    await set("B53", '=IFERROR(INASTI.QUARTERLY("abc","principal"),"none")');
    expect(await value("B53")).toBe("none");
  });

  it("recalculates after an edit", async () => {
    await set("B54", 40000);
    await set("B55", '=INASTI.QUARTERLY(B54,"principal",2026)');
    expect(await value("B55")).toBe(2050);
    await set("B54", 20000);
    expect(await value("B55")).toBe(1025);
  });

  it("spills a table, keeps texts as texts, and lifts a column of incomes", async () => {
    await set("E50", '=INASTI.BREAKDOWN(40000,"principal",2026)');
    expect(await values("E50", "F50", "G50", "H50", "I50")).toEqual(["step", "base", "rate", "amount", "article"]);
    expect(await values("E52", "F52", "G52", "H52", "I52")).toEqual(["bracket-1", 40000, 0.205, 2050, "AR38 12 §1"]);
    await set("E60", '=INASTI.QUARTERLY({20000;40000},"principal",2026)');
    expect(await values("E60", "E61")).toEqual([1025, 2050]);
    await set("E51", "in the way");
    expect(await value("E50")).toBe("#SPILL!");
    await set("E51", null);
    expect(await value("E50")).toBe("step");
  });

  it("shows an error's message, and forgets it when the cell is mended", async () => {
    await set("B56", '=INASTI.QUARTERLY(B57,"principal",2026)');
    await select("B56");
    expect(await value("B56")).toBe("#VALUE!");
    await statusSays("B56 #VALUE!: income is missing.");
    await set("B57", 40000);
    expect(await value("B56")).toBe(2050);
    await statusSays("Type a formula in any cell");
    await set("B57", "=1/0");
    expect(await value("B56")).toBe("#DIV/0!");
    await statusSays("Type a formula in any cell");
  });
});

describe("the pane beside it", () => {
  it("changes the year of the formulas without one", async () => {
    await set("B60", '=INASTI.QUARTERLY(0,"principal")');
    expect(await value("B60")).toBe(890.42);
    await page.getByRole("combobox", { name: "Parameter year" }).selectOption("2019");
    await page.getByText("Formulas without a year now use 2019.").waitFor();
    await calculated();
    expect(await value("B60")).toBe(709.68);
    expect(await value("C12")).toBe(2050);
    await set("B61", "=PARAMETER_YEAR");
    expect(await value("B61")).toBe(2019);
  });

  it("puts the comparison of the funds into the sheet, and never over something", async () => {
    await page.getByRole("combobox", { name: "Parameter year" }).selectOption("2026");
    await page.getByText("Formulas without a year now use 2026.").waitFor();
    await page.getByRole("tab", { name: "Fund fees" }).click();
    const field = page.getByRole("textbox", { name: "Contribution per quarter" });
    await field.clear();
    await field.pressSequentially("2050");
    const insert = page.getByRole("button", { name: "Insert into the sheet" });

    await select("B80");
    await insert.click();
    await page.getByText("Inserted at Example!B80:J88.").waitFor();
    expect(await values("B80", "B81", "B82", "C82", "E82", "F82")).toEqual([
      "Management fees 2026 on €2,050.00 per quarter",
      "Fund",
      "Acerta",
      0.0305,
      62.53,
      2112.53,
    ]);

    await select("B79");
    await insert.click();
    await page.getByText("Example!B79:J87 is not empty.").waitFor();
    expect(await value("B80")).toBe("Management fees 2026 on €2,050.00 per quarter");

    await select("B200");
    await insert.click();
    await page.getByText("There is no room at the edge of the sheet.").waitFor();
  });
});

it("speaks the language asked for", async () => {
  const [french, frenchProblems] = await open("en-GB", "?lang=fr");
  await french.getByRole("combobox", { name: "Année des paramètres" }).waitFor();
  await french.evaluate(() => window.workbench!.select("C18"));
  await statusSays("Aucun montant n’est publié pour 2035", french);
  const amount = await french.evaluate(() => window.workbench!.text("C12"));
  expect(amount.replace(/\s/g, " ")).toBe("2 050,00 €");
  expect(frenchProblems).toEqual([]);
  await french.close();
});

it("takes the browser's language otherwise", async () => {
  const [dutch] = await open("nl-BE");
  await dutch.getByRole("combobox", { name: "Parameterjaar" }).waitFor();
  await dutch.close();
});

it("had no error on the console", () => {
  expect(problems).toEqual([]);
});
