import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import type { TestApi } from "../../src/workbench/test-api";
import { launch, root, watch } from "./browser";
import { skipFirstRun } from "./pane";
import { QUIET, serve } from "./server";

const SCREENSHOTS = path.join(root, "build", "screenshots");

/** `npm run images` asks for a size of its own. */
const [width, height] = (process.env["STATUT_VIEWPORT"] ?? "1440x900").split("x").map(Number) as [number, number];
const VIEWPORT = { width, height };

type Value = ReturnType<TestApi["value"]>;

/** The workbench's page, cell by cell, of the sheet in front. */
export interface Workbench {
  readonly page: Page;
  /** What went wrong so far. */
  readonly problems: readonly string[];
  set(cell: string, content: string | number | null): Promise<void>;
  select(cell: string): Promise<void>;
  /** Where a cell is on the page. */
  place(cell: string): Promise<{ x: number; y: number; width: number; height: number }>;
  /** Opens the list of a cell by its arrow, and gives what it offers. */
  offered(cell: string): Promise<Locator>;
  value(cell: string): Promise<Value>;
  values(...cells: string[]): Promise<Value[]>;
  text(cell: string): Promise<string>;
  formula(cell: string): Promise<string>;
  calculated(): Promise<void>;
  /** The page is there, and has its results. */
  opened(): Promise<void>;
  reload(): Promise<void>;
  /** What the workbench keeps is kept by now. */
  kept(): Promise<void>;
  /** Closes the workbook, for a page of the same address that does nothing. */
  leave(): Promise<void>;
  comeBack(): Promise<void>;
  statusSays(text: string): Promise<void>;
  /** Brings a sheet to the front, by its name on the tab. */
  open(sheet: string): Promise<void>;
  /** The cells with an error value, sheet by sheet; the last sheet is then in front. */
  errors(): Promise<string[][]>;
  /** For people to look at; nothing compares it. */
  screenshot(name: string): Promise<void>;
}

/** The errors of the example workbook: its list of clients has one whose category says too little. */
export const ONLY_MEANT = [[], ["H13", "I13", "J13"], [], [], [], []];

export interface Site {
  /**
   * The workbench as it opens for the first time; `query` may name a language. Each locale has one browser window, in which a later
   * visit takes the place of the one before: a new window takes twice as long.
   */
  visit(locale: string, query?: string): Promise<Workbench>;
  /** As somebody who has never been here. */
  visitFirst(locale: string): Promise<Workbench>;
  close(): Promise<void>;
}

/** Serves the built workbench and starts a browser. */
export async function startSite(): Promise<Site> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const server = await serve(path.join(root, "dist-workbench"), path.join(root, "dist"));
  const browser = await launch();
  const windows = new Map<string, Promise<Workbench>>();
  return {
    visit: async (locale, query = "") => {
      if (!windows.has(locale)) windows.set(locale, newWindow(browser, locale, server.url));
      const workbench = await windows.get(locale)!;
      await workbench.leave();
      await workbench.page.evaluate(forget);
      await workbench.page.goto(server.url + query);
      await workbench.opened();
      return workbench;
    },
    visitFirst: async (locale) => {
      const workbench = await newWindow(browser, locale, server.url, true);
      await workbench.page.goto(server.url);
      await workbench.opened();
      return workbench;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Runs in the page. */
function forget(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase("statut-social");
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error("not deleted"));
  });
}

async function newWindow(browser: Browser, locale: string, url: string, isFirst = false): Promise<Workbench> {
  const context = await browser.newContext({ locale, viewport: VIEWPORT });
  const page = await context.newPage();
  const problems = watch(page);
  if (!isFirst) await skipFirstRun(page);
  // Answered by the server: a page with a route of its own keeps no file for the next one.
  const quiet = new URL(QUIET, url).href;

  const calculated = (): Promise<void> => page.evaluate(() => window.workbench!.whenCalculated());
  const opened = async (): Promise<void> => {
    await page.waitForFunction(() => window.workbench !== undefined);
    await calculated();
  };
  const value = (cell: string): Promise<Value> => page.evaluate((at) => window.workbench!.value(at), cell);
  const place = (cell: string) =>
    page.evaluate((at) => {
      const { x, y } = document.querySelector("#sheet [id^=univer-sheet-main-canvas]")!.getBoundingClientRect();
      const { left, top, width, height } = window.workbench!.look(at);
      return { x: x + left, y: y + top, width, height };
    }, cell);
  const open = async (sheet: string): Promise<void> => {
    // A view of the pane may have the name of a sheet.
    const tab = (selected?: true) =>
      page.getByRole("tab", { name: sheet, exact: true, ...(selected && { selected }) }).and(page.locator("[data-id]"));
    await tab().click();
    await tab(true).waitFor();
  };
  return {
    page,
    problems,
    set: (cell, content) => page.evaluate(([at, what]) => window.workbench!.set(at, what), [cell, content] as const),
    select: (cell) => page.evaluate((at) => window.workbench!.select(at), cell),
    place,
    offered: async (cell) => {
      const { x, y, width, height } = await place(cell);
      await page.mouse.click(x + width - 8, y + height / 2);
      return page.locator("[data-u-comp=sheets-dropdown-list] .univer-cursor-pointer");
    },
    value,
    values: (...cells) => Promise.all(cells.map(value)),
    text: (cell) => page.evaluate((at) => window.workbench!.text(at), cell),
    formula: (cell) => page.evaluate((at) => window.workbench!.formula(at), cell),
    calculated,
    leave: async () => void (await page.goto(quiet)),
    comeBack: async () => {
      await page.goto(url);
      await opened();
    },
    opened,
    reload: async () => {
      await page.reload();
      await opened();
    },
    kept: () => page.evaluate(() => window.workbench!.keep()),
    statusSays: (text) => page.locator("#status", { hasText: text }).waitFor(),
    open,
    errors: async () => {
      const errors: string[][] = [];
      for (const sheet of await page.locator("[role=tab][data-id]").allTextContents()) {
        await open(sheet);
        errors.push(await page.evaluate(cellsWithErrors));
      }
      return errors;
    },
    screenshot: async (name) => void (await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) })),
  };
}

/** Runs in the page. */
function cellsWithErrors(): string[] {
  return [..."BCDEFGHIJKLMNO"]
    .flatMap((column) => Array.from({ length: 40 }, (_, index) => `${column}${index + 1}`))
    .filter((cell) => String(window.workbench!.value(cell)).startsWith("#"));
}
