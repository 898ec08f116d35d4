import type { Language } from "../../src/i18n";
import { inTurn } from "./languages";
import { overflow, violations } from "./pane";
import { type Site, startSite, type Workbench } from "./workbench";
import { pageWordsOf } from "./words";

/** Whoever has no mouse, sees little or none, or has a small screen, works in the workbench all the same. */

let site: Site;
let bench: Workbench;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

const press = (key: string) => bench.page.keyboard.press(key);
const type = (text: string) => bench.page.keyboard.type(text);
const theme = () => bench.page.evaluate(() => document.documentElement.dataset["theme"]);
/** How light a part is, from 0 to 255. */
const lightness = (part: string) =>
  bench.page.evaluate((selector) => {
    const [red, green, blue] = getComputedStyle(document.querySelector(selector)!).backgroundColor.match(/\d+/g)!;
    return Math.round((Number(red) + Number(green) + Number(blue)) / 3);
  }, part);
/** The part of the page that has the focus; the cells have theirs in an editor that lies over them. */
const part = () =>
  bench.page.evaluate(() => {
    const focused = document.activeElement!;
    if (focused.matches('[data-u-comp="editor"]')) return "cells";
    return focused.closest("#skip, #header, #notice, #files, #sheet, #edge, #pane")?.id ?? focused.tagName;
  });
const focusedName = () =>
  bench.page.evaluate(
    () => document.activeElement!.getAttribute("aria-label") ?? document.activeElement!.textContent.trim(),
  );
/** What can be pressed or filled in around the cells, and has no name. */
const nameless = () =>
  bench.page.evaluate(() =>
    Array.from(document.querySelectorAll("#sheet :is(button, input, [role=button], [role=combobox], [aria-haspopup])"))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]"))
      .filter((element) => !element.closest("[aria-hidden=true]"))
      .filter((element) => (element.getAttribute("aria-label") ?? element.textContent).trim() === "")
      .map((element) => element.outerHTML),
  );
const toggle = () => bench.page.locator("#pane-toggle");

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 320, height: 640 };
/** A window of 1440 by 900 at 200 %. */
const ZOOMED = { width: 720, height: 450 };

/** As the spreadsheet's menus have them, in the words of Excel. */
const BOLD: Partial<Record<Language, string>> = { fr: "Gras", nl: "Vet" };
const ALIGNMENT: Partial<Record<Language, string>> = { fr: "Alignement horizontal", nl: "Horizontaal uitlijnen" };
const ZOOM_OUT: Partial<Record<Language, string>> = { fr: "Zoom arrière", nl: "Uitzoomen" };

describe.each(inTurn(["fr-BE", "fr"], ["nl-BE", "nl"]))("%s", (locale, language) => {
  const words = pageWordsOf(language);

  beforeAll(async () => {
    bench = await site.visit(locale);
  });

  describe("by keyboard", () => {
    it("one comes first to links into the sheet and the pane", async () => {
      // What has a place of its own in the order of Tab would come before them.
      await bench.page.waitForFunction(() =>
        Array.from(document.querySelectorAll<HTMLElement>("*")).every((element) => element.tabIndex <= 0),
      );
      // Fluent's markers for moving the focus are no stops of their own.
      const stops = bench.page.locator(
        ":is(a[href], button, input, select, [tabindex='0']):not([data-tabster-dummy]):visible",
      );
      expect((await stops.allTextContents()).slice(0, 2)).toEqual([words("skip/sheet"), words("skip/pane")]);
      await bench.page.locator("#skip a").nth(1).focus();
      await bench.screenshot(`access-skip-${language}`);
      await press("Enter");
      expect(await part()).toBe("pane");
      await bench.page.locator("#skip a").first().focus();
      await press("Enter");
      expect(await part()).toBe("cells");
    });

    it("F6 leads from part to part, and back to where one was", async () => {
      await bench.select("B50");
      await press("F6");
      expect(await part()).toBe("pane");
      await press("Tab");
      await press("Tab");
      const there = await focusedName();
      await press("F6");
      expect(await part()).toBe("header");
      await press("Shift+F6");
      expect([await part(), await focusedName()]).toEqual(["pane", there]);
      await press("Shift+F6");
      expect(await part()).toBe("cells");
    });

    it("what is typed in the pane stays there, and what is typed in the sheet goes into its cell", async () => {
      await bench.select("B50");
      await press("F6");
      await type("123");
      await press("Delete");
      expect(await bench.page.evaluate(() => window.workbench!.isEditing())).toBe(false);
      await press("Shift+F6");
      await type("7");
      await press("Tab");
      await type("8");
      await press("Enter");
      await bench.calculated();
      expect(await bench.values("B50", "C50")).toEqual([7, 8]);
    });

    it("F6 leaves a cell that is being typed, and finds it open", async () => {
      await bench.select("B51");
      await type("4");
      await bench.page.waitForFunction(() => window.workbench!.isEditing());
      await press("F6");
      expect(await part()).toBe("pane");
      await press("Shift+F6");
      await type("2");
      await press("Enter");
      await bench.calculated();
      expect(await bench.value("B51")).toBe(42);
    });

    it("menus of the ribbon open and close, and the zoom answers", async () => {
      await bench.page.getByRole("button", { name: ALIGNMENT[language]!, exact: true }).focus();
      await press("Enter");
      await bench.page.getByRole("menu").waitFor();
      expect(await violations(bench.page, undefined, "body")).toEqual([]);
      await press("Escape");
      await bench.page.getByRole("menu").waitFor({ state: "detached" });
      await press("Tab");
      await bench.page.getByRole("button", { name: ZOOM_OUT[language]!, exact: true }).focus();
      await press("Enter");
      await bench.page.getByRole("button", { name: "90%", exact: true }).waitFor();
    });

    it("the edge of the pane is moved, and stays where it is put", async () => {
      const edge = bench.page.getByRole("separator", { name: words("pane/edge"), exact: true });
      const width = () => bench.page.evaluate(() => Math.round(document.getElementById("pane")!.offsetWidth));
      await edge.focus();
      await press("ArrowLeft");
      await press("ArrowLeft");
      expect([await edge.getAttribute("aria-valuenow"), await width()]).toEqual(["400", 400]);
      await press("Home");
      await press("ArrowRight");
      expect(await width()).toBe(280);
      const box = (await edge.boundingBox())!;
      await bench.page.mouse.move(box.x + 2, box.y + 200);
      await bench.page.mouse.down();
      await bench.page.mouse.move(box.x + 2 - 220, box.y + 200, { steps: 4 });
      await bench.page.mouse.up();
      expect(await width()).toBe(500);
      await bench.reload();
      expect(await width()).toBe(500);
      await bench.page.getByRole("separator").dblclick();
      expect(await width()).toBe(360);
    });

    it("the pane closes and opens", async () => {
      await toggle().press("Enter");
      expect(await bench.page.locator("#pane").isVisible()).toBe(false);
      await press("F6");
      await press("F6");
      expect(await part()).not.toBe("pane");
      await bench.reload();
      expect(await toggle().getAttribute("aria-expanded")).toBe("false");
      await bench.page.locator("#skip a").nth(1).focus();
      await press("Enter");
      expect(await part()).toBe("pane");
      await toggle().click();
      await toggle().click();
    });
  });

  describe("to the ear", () => {
    it("all that can be pressed has a name in the page's language, also when it is drawn anew", async () => {
      expect(await nameless()).toEqual([]);
      const bold = bench.page.locator("[data-u-comp=ribbon-toolbar] [data-u-command$='set-range-bold']");
      expect(await bold.getAttribute("aria-label")).toBe(BOLD[language]);
      await bench.page.setViewportSize(PHONE);
      await bold.waitFor({ state: "detached" });
      await bench.page.setViewportSize(WIDE);
      await bold.waitFor();
      await bench.page.waitForFunction(
        (name) => document.querySelector(`[data-u-comp=ribbon-toolbar] [aria-label="${name}"]`) !== null,
        BOLD[language]!,
      );
      expect(await nameless()).toEqual([]);
    });

    it("the line below the cells says address, text and formula, and what is wrong", async () => {
      const status = bench.page.getByRole("status").and(bench.page.locator("#status"));
      await bench.set("B55", '=INASTI.QUARTERLY(40000,"principal",2026)');
      await bench.set("B56", '=INASTI.QUARTERLY(40000,"principal",2035)');
      await bench.select("B55");
      await bench.statusSays("B55 · 2");
      expect(await status.textContent()).toContain('=INASTI.QUARTERLY(40000;"principal";2026)');
      await bench.select("B56");
      await bench.statusSays("B56 #N/");
      expect(await status.textContent()).toContain("2035");
      const editor = bench.page.getByRole("textbox", { name: words("names/cell"), exact: true });
      expect(await editor.count()).toBe(1);
    });
  });

  describe("to the eye", () => {
    afterEach(() => bench.page.emulateMedia({ colorScheme: "light", forcedColors: "none" }));

    it("page, sheet and pane follow the system, or the switch that stays as it is put", async () => {
      await bench.select("B55");
      expect([await theme(), await lightness("#status"), await lightness("#pane > *")]).toEqual(["light", 255, 255]);
      await bench.page.emulateMedia({ colorScheme: "dark" });
      await bench.page.locator("html.univer-dark").waitFor();
      expect(await theme()).toBe("dark");
      for (const each of ["#status", "#pane > *", "[data-u-comp=workbench-layout]"])
        expect(await lightness(each)).toBeLessThan(64);
      await bench.page.emulateMedia({ colorScheme: "light" });
      await bench.page.getByLabel(words("theme/title"), { exact: true }).selectOption("dark");
      await bench.reload();
      await bench.page.locator("html.univer-dark").waitFor();
      expect([await theme(), await lightness("#pane > *")]).toEqual(["dark", expect.any(Number)]);
      expect(await lightness("#pane > *")).toBeLessThan(64);
      await bench.screenshot(`access-dark-${language}`);
      await bench.page.getByLabel(words("theme/title"), { exact: true }).selectOption("system");
      expect(await theme()).toBe("light");
    });

    it.each([
      ["light", "light", WIDE],
      ["dark", "dark", WIDE],
      ["dark", "dark", PHONE],
    ] as const)("axe finds nothing wrong, %s, %p %p", async (_, colorScheme, size) => {
      await bench.page.emulateMedia({ colorScheme });
      await bench.page.waitForFunction(
        (isDark) => document.documentElement.classList.contains("univer-dark") === isDark,
        colorScheme === "dark",
      );
      await bench.page.setViewportSize(size);
      expect(await violations(bench.page, undefined, "html")).toEqual([]);
      await bench.page.setViewportSize(WIDE);
    });

    it("the colours that the system forces leave page and pane readable", async () => {
      await bench.page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
      await bench.page.locator("html.univer-dark").waitFor();
      expect(await violations(bench.page, undefined, "html")).toEqual([]);
      await bench.screenshot(`access-forced-${language}`);
    });

    it.each([
      ["200 %", ZOOMED],
      ["a phone", PHONE],
    ])("at %s nothing is lost: the pane lies over the sheet and goes again", async (name, size) => {
      await bench.page.setViewportSize(size);
      expect(await overflow(bench.page)).toBe(0);
      await bench.page.locator("#pane").waitFor({ state: "hidden" });
      for (const id of ["new", "help", "theme", "language", "pane-toggle"]) {
        const box = (await bench.page.locator(`#${id}`).boundingBox())!;
        expect([id, box.x >= 0, box.x + box.width <= size.width]).toEqual([id, true, true]);
      }
      expect((await bench.page.locator("#sheet").boundingBox())!.height).toBeGreaterThan(240);
      await bench.screenshot(`access-${name.replace(/\W/g, "")}-${language}`);
      await toggle().click();
      expect(await part()).toBe("pane");
      expect(await overflow(bench.page)).toBe(0);
      await press("F6");
      expect(await part()).toBe("header");
      await press("F6");
      expect(await part()).toBe("files");
      await press("F6");
      expect(await part()).toBe("pane");
      expect(await violations(bench.page, undefined, "html")).toEqual([]);
      await bench.screenshot(`access-${name.replace(/\W/g, "")}-pane-${language}`);
      // As the pane does where it leads to a cell.
      await bench.select("C13");
      expect([await part(), await bench.page.locator("#pane").isVisible()]).toEqual(["cells", false]);
      await bench.page.setViewportSize(WIDE);
      await bench.page.locator("#pane").waitFor();
    });
  });
});
