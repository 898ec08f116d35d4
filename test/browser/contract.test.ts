import path from "node:path";
import type { Browser, Page } from "playwright-core";
import type * as Fake from "../host/fake-excel";
import { launch, root, watch } from "./browser";
import { putExcelInMemory } from "./excel-in-memory";
import { openView, skipFirstRun } from "./pane";
import { serve, type Server } from "./server";

/**
 * The built pane with the real office.js, up to where that would speak to Excel: Excel's objects are the workbook in memory of
 * test/host/fake-excel.ts, whose list of requests is the contract.
 */

let server: Server;
let browser: Browser;
/** One for all tests, each of which opens the pane anew. */
let page: Page;
let problems: string[];

beforeAll(async () => {
  server = await serve(path.join(root, "dist"));
  browser = await launch();
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  await putExcelInMemory(context);
  page = await context.newPage();
  problems = watch(page, (message) => message.location().url.startsWith(server.url));
  await skipFirstRun(page);
});

beforeEach(() => void problems.splice(0));

afterEach(() => page.unrouteAll());

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the pane on a workbook that `prepare` fills; Excel speaks French here, with Dutch numbers. */
async function open(prepare: (book: Fake.FakeBook) => void = () => undefined): Promise<void> {
  await page.route(/taskpane\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${prepare.toString()})(window.book);${await response.text()}` });
  });
  await page.goto(`${server.url}taskpane.html`);
  await page.getByRole("tab", { name: "Année" }).waitFor();
}

/** What Excel was asked to change since the last look, request by request. */
const asked = (): Promise<string[][]> =>
  page.evaluate(() => window.book.requests.splice(0).filter((request) => request.length > 0));

const formulas = () => page.evaluate(() => window.book.formulasOf("Sheet1"));
const values = () => page.evaluate(() => window.book.values("Sheet1"));
const notes = () => page.evaluate(() => Object.fromEntries(window.book.sheet("Sheet1").notes));

it("stores the year, names it and recalculates", async () => {
  await open();
  await asked();
  await page.getByRole("combobox", { name: "Année des paramètres" }).selectOption("2024");
  await page.getByText("Les formules sans année utilisent maintenant 2024.").waitFor();
  expect(await asked()).toEqual([
    ["Names.add PARAMETER_YEAR"],
    ["Worksheet.calculate Sheet1 true", "Application.calculate Recalculate"],
  ]);
  expect(await page.evaluate(() => window.book.settings.get("parameterYear"))).toBe(2024);
  expect(await page.evaluate(() => Object.fromEntries(window.book.names))).toEqual({ PARAMETER_YEAR: "=2024" });
  expect(await page.evaluate(() => window.book.calculations)).toBe(1);
  expect(problems).toEqual([]);
});

it("knows the year when office.js is ready, also where Excel never answers, and shows the pane", async () => {
  await open((book) => {
    book.settings.set("parameterYear", 2019);
    book.hangs = Infinity;
    // Excel calls no function before the turn that follows.
    const { onReady } = Office;
    Office.onReady = async () => {
      const info = await onReady();
      setTimeout(() => {
        const functions = (globalThis as never)[Symbol.for("statut-social.functions")] as Map<
          string,
          (...cells: unknown[]) => unknown
        >;
        const ceiling = (...date: string[]) =>
          functions.get("INASTI.PARAMETER")!("contributions.bracket1.ceiling", ...date);
        Object.assign(window, {
          asked: { first: ceiling(), of2019: ceiling("2019-12-31"), of2026: ceiling("2026-12-31") },
        });
      });
      return info;
    };
  });
  await page.getByText("Ce classeur utilise les chiffres de 2019").waitFor();
  const { first, of2019, of2026 } = await page.evaluate(
    () => (window as unknown as { asked: Record<"first" | "of2019" | "of2026", number> }).asked,
  );
  expect(first).toBe(of2019);
  expect(first).not.toBe(of2026);
  expect(problems).toEqual([]);
});

it("inserts the calculator's formula into the selected cell", async () => {
  await open();
  await openView(page, "calculator", "fr");
  await asked();
  await page.getByRole("button", { name: "Insérer le trimestre comme formule" }).click();
  await page.getByText("Inséré en Sheet1!A1.").waitFor();
  const [parameters, calculation, write] = await asked();
  // Nobody had chosen a year, and the formula names it.
  expect(parameters).toEqual(["Names.add PARAMETER_YEAR"]);
  expect(calculation).toEqual(["Worksheet.calculate Sheet1 true", "Application.calculate Recalculate"]);
  expect(write).toEqual(["Range.numberFormat Sheet1!A1", "Range.formulas Sheet1!A1"]);
  expect(await formulas()).toEqual({ A1: '=INASTI.QUARTERLY(40000,"titre principal",PARAMETER_YEAR)' });
  expect(problems).toEqual([]);
});

it("freezes by a note first and the value after it, and brings back by the formula first", async () => {
  await open((book) => {
    book.answers.set('=INASTI.QUARTERLY(40000,"principal",2026)', 2050);
    book.answers.set("=1+1", 2);
    book.type({ B2: '=INASTI.QUARTERLY(40000,"principal",2026)', B3: "=1+1" });
  });
  const typed = await formulas();
  await openView(page, "workbook", "fr");
  await page.getByRole("button", { name: "Figer…" }).click();
  await asked();
  await page.getByRole("button", { name: "Figer 1 cellule" }).click();
  await page.getByText("Figé : 1 cellule.").waitFor();
  expect(await asked()).toEqual([["Notes.add Sheet1!B2"], ["Range.copyFrom Sheet1!B2"]]);
  expect(await formulas()).toEqual({ B3: "=1+1" });
  expect(await values()).toEqual({ B2: 2050, B3: 2 });
  expect((await notes())["B2"]!.split("\n").slice(0, 2)).toEqual([
    expect.stringMatching(/^Statut Social\s: formule figée le .+, données .+/),
    '=INASTI.QUARTERLY(40000,"principal",2026)',
  ]);

  await page.getByRole("button", { name: "Rétablir les formules…" }).click();
  await page.getByRole("button", { name: "Rétablir 1 cellule" }).click();
  await page.getByText("Formules rétablies dans 1 cellule.").waitFor();
  expect(await asked()).toEqual([["Range.formulas Sheet1!B2"], ["Note.delete Sheet1!B2"]]);
  expect(await formulas()).toEqual(typed);
  expect(await notes()).toEqual({});
  expect(problems).toEqual([]);
});

it("says what is frozen when Excel fails half-way, and loses no formula", async () => {
  await open((book) => {
    book.answers.set('=INASTI.QUARTERLY(40000,"principal",2026)', 2050);
    book.type({ B2: '=INASTI.QUARTERLY(40000,"principal",2026)' });
    book.failure = (operation) => (operation.startsWith("Range.copyFrom") ? "RequestAborted" : undefined);
  });
  await openView(page, "workbook", "fr");
  await page.getByRole("button", { name: "Figer…" }).click();
  await page.getByRole("button", { name: "Figer 1 cellule" }).click();
  await page.getByText("les autres formules sont toujours là").waitFor();
  expect(await formulas()).toEqual({ B2: '=INASTI.QUARTERLY(40000,"principal",2026)' });
});

it("recalculates by the ribbon", async () => {
  await open();
  const press = (id: string) =>
    page.evaluate((name) => new Promise<void>((completed) => window.book.commands.get(name)!({ completed })), id);
  await press("recalculateAll");
  await page.waitForFunction(() => window.book.calculations === 1);
});
