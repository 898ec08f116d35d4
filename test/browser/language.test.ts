import { readFileSync } from "node:fs";
import path from "node:path";
import { inTurn } from "./languages";
import { type Site, startSite, type Workbench } from "./workbench";
import { pageWordsOf, wordsOf } from "./words";

/** What cells show follows the language of the page; what they hold does not. */

let site: Site;
let bench: Workbench;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

const fill = (cells: Readonly<Record<string, string | number>>) =>
  bench.page.evaluate(async (contents) => {
    for (const [cell, content] of Object.entries(contents)) await window.workbench!.set(cell, content);
  }, cells);

const texts = (cells: readonly string[]) =>
  bench.page.evaluate((all) => all.map((cell) => window.workbench!.text(cell)), cells);

/** What Excel shows in a wide cell without a number format: at most eleven signs. */
const SHOWN: readonly (readonly [number | string, string])[] = [
  [45_000.5, "45000,5"],
  ["=0.1+0.2", "0,3"],
  ["=1/3", "0,333333333"],
  ["=-100/3", "-33,33333333"],
  [1_234_567.891234, "1234567,891"],
  [12_345_678_901.6, "12345678902"],
  [99_999_999_999.9, "1E+11"],
  [123_456_789_012, "1,23457E+11"],
  ["=1/300000", "3,33333E-06"],
];
const ROWS = SHOWN.map((_, index) => `P${40 + index}`);

/** What a list offers for yes and no. */
const YES_OR_NO = { fr: ["oui", "non"], nl: ["ja", "nee"] };

/** As Excel names them. */
const WORDS = {
  fr: ["VRAI", "#VALEUR!", "#NOM?", "#N/A"],
  nl: ["WAAR", "#WAARDE!", "#NAAM?", "#N/B"],
};

const FORMULA = 'INASTI.QUARTERLY(40000.5,"principal",2026)';

/** The description of the function. */
const describes = (language: string): string => {
  const file = path.join(__dirname, "../../build/metadata", `functions-${language}.json`);
  const { functions } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly functions: readonly { readonly name: string; readonly description: string }[];
  };
  return functions.find(({ name }) => name === "INASTI.QUARTERLY")!.description;
};
const QUARTERLY = { fr: describes("fr"), nl: describes("nl") };

/** The spreadsheet sets styles in what it copies, where the policy of the page has none. */
const isOfSpreadsheet = (problem: string): boolean => problem.includes("Applying inline style");

async function choose(language: string): Promise<void> {
  await bench.page.locator("#language").selectOption(language);
  await bench.page.waitForURL(new RegExp(`lang=${language}`));
}

describe.each(inTurn(["nl-BE", "nl", "fr"], ["fr-BE", "fr", "nl"]))("%s", (locale, language, other) => {
  beforeAll(async () => {
    bench = await site.visit(locale);
  });

  it("shows numbers, truth and errors as Excel does in the language", async () => {
    await fill(Object.fromEntries(SHOWN.map(([content], index) => [ROWS[index]!, content])));
    expect(await texts(ROWS)).toEqual(SHOWN.map(([, text]) => text));
    await fill({ Q40: "=1=1", Q41: "=INASTI.QUARTERLY()", Q42: "=NOTHING(1)", Q43: "=NA()" });
    expect(await texts(["Q40", "Q41", "Q42", "Q43"])).toEqual(WORDS[language]);
    expect(await bench.values("P40", "Q41", "Q43")).toEqual([45_000.5, "#VALUE!", "#N/A"]);
    await fill({ R40: "=SEQUENCE(2,1,0.5,0.25)" });
    expect(await texts(["R40", "R41"])).toEqual(["0,5", "0,75"]);
    await bench.select("P40");
    await bench.statusSays("P40 · 45000,5");
    await bench.select("Q41");
    await bench.statusSays(`Q41 ${WORDS[language][1]}`);
    await bench.screenshot(`shown-${language}`);
  });

  it("gives them to other programs so", async () => {
    await bench.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await bench.page.evaluate(() => navigator.clipboard.writeText(""));
    await bench.page.evaluate(() => window.workbench!.select("P40:Q41"));
    await bench.page.keyboard.press("ControlOrMeta+c");
    const copied = await bench.page.evaluate(async () => {
      let text = "";
      while (text === "") text = await navigator.clipboard.readText();
      return text;
    });
    expect(copied).toBe(`45000,5\t${WORDS[language][0]}\n0,3\t${WORDS[language][1]}`);
  });

  it("changes its language in place: texts, formats and help follow, work and steps back stay", async () => {
    const [words, others] = [pageWordsOf(language), pageWordsOf(other)];
    await bench.open(words("demo/family-year/name"));
    await fill({ P1: `=${FORMULA}`, P2: 1234.5, P3: "titre principal", P4: "#WAARDE!" });
    const before = await bench.values("P1", "P2", "P3", "P4");
    await bench.select("P2");
    await bench.page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await bench.page.getByRole("button", { name: words("tour/start") }).click();
    await bench.page.getByRole("dialog", { name: words("tour/type/title"), exact: true }).waitFor();

    await choose(other);
    await bench.page.getByRole("dialog", { name: others("tour/type/title"), exact: true }).waitFor();
    await bench.page.getByRole("button", { name: others("tour/end") }).click();
    expect(await bench.page.evaluate(() => "isSamePage" in window)).toBe(true);
    expect(await bench.page.locator("html").getAttribute("lang")).toBe(other);
    expect(await bench.page.locator("#tagline").textContent()).toBe(others("tagline"));
    expect(await bench.page.locator("#new").textContent()).toBe(others("new/title"));
    expect(await bench.page.locator("#kept").textContent()).toContain(others("kept/at").split(",")[0]);
    await bench.page
      .locator("#pane")
      .getByRole("tab", { name: wordsOf(other)("tab/year") })
      .waitFor();
    // Two sheets have cells of the user by now, the others have not.
    expect(await bench.page.evaluate(() => window.workbench!.sheets())).toEqual(
      ["example", "clients", "cash-plan", "fee-scenario", "family-year", "bridging-right"].map((sheet) =>
        (["example", "family-year"].includes(sheet) ? words : others)(`demo/${sheet}/name`),
      ),
    );
    expect(await bench.values("P1", "P2", "P3", "P4")).toEqual(before);
    expect(await bench.formula("P1")).toBe(`=${FORMULA}`);
    expect(await texts(["P2", "P4"])).toEqual(["1234,5", "#WAARDE!"]);
    await bench.statusSays("P2 · 1234,5");

    await bench.open(words("demo/example/name"));
    expect(await texts(["Q40", "Q41", "Q42", "Q43"])).toEqual(WORDS[other]);
    await bench.select("Q41");
    await bench.statusSays(`Q41 ${WORDS[other][1]}`);
    await bench.open(others("demo/fee-scenario/name"));
    expect(await bench.text("B1")).toBe(others("demo/fee-scenario/title"));
    await bench.screenshot(`language-${language}-${other}`);
    await bench.open(others("demo/bridging-right/name"));
    const offered = await bench.offered("C8");
    await offered.first().waitFor();
    expect(await offered.allTextContents()).toEqual(YES_OR_NO[other]);
    await bench.page.keyboard.press("Escape");

    // Into the sheet, from its tabs.
    await bench.page.mouse.click(300, 400);
    await bench.select("P60");
    await bench.page.keyboard.type("=INASTI.QUART");
    await bench.page.getByText(QUARTERLY[other]).first().waitFor();
    await bench.page.keyboard.press("Escape");
    await bench.page.keyboard.press("Escape");
    await bench.page.waitForFunction(() => !window.workbench!.isEditing());

    await bench.open(words("demo/family-year/name"));
    await bench.page.evaluate(() => window.workbench!.undo());
    expect(await bench.values("P3", "P4")).toEqual(["titre principal", undefined]);
    await bench.kept();
    await bench.reload();
    expect(await bench.page.locator("#tagline").textContent()).toBe(others("tagline"));
    expect(await bench.values("P1", "P2", "P3")).toEqual(before.slice(0, 3));
  });

  it("where the texts of a language do not come, the page stays as it is", async () => {
    await bench.page.route(`**/functions-${language}.json`, (route) => route.abort());
    await bench.page.locator("#language").selectOption(language);
    await bench.page.locator("#notice", { hasText: pageWordsOf(other)("language-failed") }).waitFor();
    expect(await bench.page.locator("#language").inputValue()).toBe(other);
    expect(bench.problems.filter((problem) => !isOfSpreadsheet(problem)).join()).toContain("Failed to fetch");
    await bench.page.unroute(`**/functions-${language}.json`);
    await choose(language);
    expect(await bench.page.locator("#tagline").textContent()).toBe(pageWordsOf(language)("tagline"));
  });
});
