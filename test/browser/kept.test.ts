import { inTurn } from "./languages";
import { type Site, startSite, type Workbench } from "./workbench";
import { pageWordsOf, wordsOf } from "./words";

/** What somebody makes in the workbench is there when he comes back, or the page says why it is not. */

let site: Site;
let bench: Workbench;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

const notice = () => bench.page.locator("#notice");
const button = (name: string) => bench.page.getByRole("button", { name, exact: true });
const shelf = (name: string, value?: unknown) =>
  bench.page.evaluate(
    ([key, put]) =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open("statut-social");
        opening.onerror = () => reject(new Error("not opened"));
        opening.onsuccess = () => {
          const shelves = opening.result.transaction("workbook", "readwrite").objectStore("workbook");
          const request = put === undefined ? shelves.get(key) : shelves.put(put, key);
          request.onsuccess = () => {
            resolve(request.result);
            opening.result.close();
          };
        };
      }),
    [name, value] as const,
  );

describe.each(inTurn(["fr-BE", "fr"], ["nl-BE", "nl"]))("%s", (locale, language) => {
  const words = pageWordsOf(language);

  beforeAll(async () => {
    bench = await site.visit(locale);
  });

  it("cells, tables that spill, formats, names, sheets, year and the selected cell come back", async () => {
    await bench.set("C5", 50_000);
    await bench.page.evaluate(() =>
      window.workbench!.host.insertSheet({
        name: "Mine",
        rows: [
          [{ content: "=SUM(B2:B9)", format: "0.000" }],
          [{ content: "=PARAMETER_YEAR" }, { content: '=INASTI.BREAKDOWN(100000,"principal",2026)' }],
        ],
        widths: [222],
        landscape: false,
      }),
    );
    await bench.page.locator("#pane").getByRole("combobox").first().selectOption("2025");
    await bench.page.waitForFunction(() => window.workbench!.value("A2") === 2025);
    await bench.set("D12", '=INASTI.QUARTERLY(0,"principal")');
    const before = await bench.values("A1", "A2", "B2", "E4", "D12");
    // The sum of a table that spills, its header, an amount of it, and the minimum of 2025 as Eloya prints it.
    expect(before).toEqual([expect.any(Number), 2025, expect.any(String), expect.any(Number), 871.71]);
    await bench.select("D12");
    await bench.reload();
    expect(await bench.page.locator("[role=tab][data-id][aria-selected=true]").textContent()).toBe("Mine");
    expect(await bench.values("A1", "A2", "B2", "E4", "D12")).toEqual(before);
    expect(await bench.text("A1")).toBe("0,000");
    expect(await bench.page.locator("#kept").textContent()).toContain(words("kept/at").split("{{")[0]!.trim());
    expect(await bench.page.evaluate(() => window.workbench!.host.outline())).toMatchObject({
      names: [{ name: "PARAMETER_YEAR", formula: "=2025" }],
    });
    await bench.page.keyboard.type("7");
    await bench.page.keyboard.press("Enter");
    await bench.calculated();
    expect(await bench.value("D12")).toBe(7);
    await bench.screenshot(`kept-${language}`);
  });

  it("a second tab says that the first one has it, and overwrites nothing", async () => {
    const second = await bench.page.context().newPage();
    await second.goto(bench.page.url());
    await second.locator("#notice", { hasText: words("kept/elsewhere") }).waitFor();
    await second.waitForFunction(() => window.workbench !== undefined);
    await second.evaluate(async () => {
      await window.workbench!.set("C5", 1);
      await window.workbench!.keep();
    });
    await second.screenshot({ path: `build/screenshots/kept-second-${language}.png` });
    await bench.leave();
    await second.locator("#notice", { hasText: words("kept/alone") }).waitFor();
    await second.close();
    await bench.comeBack();
    expect(await bench.value("D12")).toBe(7);
    await bench.open(words("demo/example/name"));
    expect(await bench.value("C5")).toBe(50_000);
  });

  it("a new workbook is asked about, and begins blank or with the example", async () => {
    await button(words("new/title")).click();
    await bench.page.getByRole("dialog", { name: words("new/title") }).waitFor();
    await bench.screenshot(`kept-new-${language}`);
    await bench.page
      .getByRole("dialog")
      .getByRole("button", { name: words("new/cancel") })
      .click();
    expect(await bench.value("C5")).toBe(50_000);
    await button(words("new/title")).click();
    await button(words("new/blank")).click();
    await bench.page.waitForFunction((name) => window.workbench?.sheets().join() === name, words("new/sheet"));
    await bench.set("A1", '=INASTI.QUARTERLY(40000,"principal",2026)');
    await bench.kept();
    await bench.reload();
    expect(await bench.value("A1")).toBe(2050);
    await button(words("new/title")).click();
    await button(words("new/example")).click();
    await bench.page.waitForFunction((name) => window.workbench?.sheets()[0] === name, words("demo/example/name"));
    expect(await shelf("work")).toBeUndefined();
  });

  if (language === "fr") {
    it("an example that nobody touched is in the language of whoever opens it; work stays as it is", async () => {
      await bench.kept();
      expect(await shelf("work")).toBeUndefined();
      await bench.page.locator("#language").selectOption("en");
      await bench.page.waitForURL(/lang=en/);
      await bench.opened();
      expect(await bench.page.evaluate(() => window.workbench!.sheets()[0])).toBe("Example");
      await bench.set("C5", 50_000);
      await bench.page.locator("#language").selectOption("de");
      await bench.page.waitForURL(/lang=de/);
      await bench.opened();
      expect(await bench.value("C5")).toBe(50_000);
      expect(await button(pageWordsOf("de")("new/title")).isVisible()).toBe(true);
      await bench.comeBack();
    });

    it("where the browser has no room, the page says so until it has", async () => {
      await bench.page.evaluate(() => {
        const shelf = IDBObjectStore.prototype;
        const put = Object.getOwnPropertyDescriptor(shelf, "put")!;
        shelf.put = () => {
          Object.defineProperty(shelf, "put", put);
          throw new DOMException("full", "QuotaExceededError");
        };
      });
      await bench.set("C5", 51_000);
      await notice().getByText(words("kept/failed/quota")).waitFor();
      await bench.set("C5", 52_000);
      await bench.kept();
      expect(await notice().textContent()).toBe("");
      await bench.reload();
      expect(await bench.value("C5")).toBe(52_000);
    });

    it("what newer data change at opening is told: recalculated, and an own figure that is published by now", async () => {
      await bench.set("C5", 54_000);
      await bench.kept();
      const { snapshot, ...rest } = (await shelf("work")) as { snapshot: { custom?: object } };
      await bench.leave();
      const figure = (from: string, to: string, value: string) => ({
        ...{ parameter: "contributions.index.numerator", from, to, value, source: "print" },
      });
      // The numerator of 2026 as it is published, and one of 2027.
      const figures = [figure("2026-01-01", "2026-12-31", "676.50"), figure("2027-01-01", "2027-12-31", "690")];
      const ownFigures = JSON.stringify({ format: "statut-social own figures 1", figures });
      const custom = { ...snapshot.custom, dataVersion: "0000 2025-12-31", ownFigures };
      await shelf("work", { ...rest, snapshot: { ...snapshot, custom } });
      await bench.comeBack();
      const pane = wordsOf(language);
      // Up to the first value that the test does not give.
      const says = (key: string) => {
        const [text] = pane(key).replace("{{stored}}", "0000 2025-12-31").split("{{");
        return bench.page.locator("#pane").getByText(text!.trim()).first().waitFor();
      };
      await says("year/recalculated-always");
      await says("figures/notice/dropped");
      await bench.screenshot(`kept-newer-${language}`);
      await bench.kept();
      const held = await bench.page.evaluate(() => window.workbench!.host.storedState());
      expect(JSON.parse(held.ownFigures)).toMatchObject({ figures: [{ from: "2027-01-01" }] });
      expect(held.dataVersion).not.toBe("0000 2025-12-31");
      await bench.reload();
      expect(await bench.page.evaluate(() => window.workbench!.host.storedState())).toEqual(held);
    });

    it("a damaged workbook lies beside the example until somebody decides", async () => {
      const work = (await shelf("work")) as { snapshot: { sheets: Record<string, unknown> } };
      await bench.leave();
      await shelf("work", { ...work, snapshot: { ...work.snapshot, sheets: null } });
      await bench.comeBack();
      await notice().getByText(words("aside/what")).waitFor();
      expect(await bench.value("C5")).toBe(40_000);
      await bench.screenshot(`kept-aside-${language}`);
      const [download] = await Promise.all([bench.page.waitForEvent("download"), button(words("aside/save")).click()]);
      expect(download.suggestedFilename()).toBe("statut-social-workbook.json");
      await bench.reload();
      await button(words("aside/drop")).click();
      await bench.page.waitForFunction(
        () => document.getElementById("notice")!.textContent === "" && "workbench" in window,
      );
      expect(await shelf("aside")).toBeUndefined();
    });

    it("a workbook that twice did not come up is not tried again by itself, but when somebody wants", async () => {
      await bench.set("C5", 53_000);
      await bench.kept();
      await bench.leave();
      await shelf("openings", 2);
      await bench.comeBack();
      expect(await bench.value("C5")).toBe(40_000);
      await button(words("aside/retry")).click();
      await bench.page.waitForFunction(() => window.workbench?.value("C5") === 53_000);
      expect(await notice().textContent()).toBe("");
    });

    it("tried again it takes the place of one that was begun meanwhile, which then lies beside", async () => {
      await bench.leave();
      await shelf("openings", 2);
      await bench.comeBack();
      await bench.set("C5", 54_000);
      await bench.kept();
      // What is kept as the page goes: the present workbook, which may not take the place of the other.
      await bench.select("D9");
      await button(words("aside/retry")).click();
      await bench.page.waitForFunction(() => window.workbench?.value("C5") === 53_000);
      expect(await shelf("aside")).toHaveLength(1);
      await button(words("aside/retry")).click();
      await bench.page.waitForFunction(() => window.workbench?.value("C5") === 54_000);
      await button(words("aside/drop")).click();
      await bench.page.waitForFunction(
        () => document.getElementById("notice")!.textContent === "" && "workbench" in window,
      );
    });
  }

  it("had no error on the console", () => {
    expect(bench.problems).toEqual([]);
  });
});

it("where the browser has no place, the page says so at once, and asks before it is left", async () => {
  bench = await site.visit("en-GB");
  await bench.page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException("private", "SecurityError");
    };
  });
  await bench.reload();
  await notice().getByText(pageWordsOf("en")("kept/no-place")).waitFor();
  expect(await button(pageWordsOf("en")("new/title")).count()).toBe(0);
  await bench.set("C5", 50_000);
  // A browser asks only where somebody has touched the page.
  await bench.page.mouse.click(300, 400);
  const asked = bench.page.waitForEvent("dialog");
  const left = bench.page.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await left;
});
