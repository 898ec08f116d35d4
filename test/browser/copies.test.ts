import { readFileSync } from "node:fs";
import { DEFINITIONS } from "../../src/definitions";
import { type Book, read } from "../../src/package";
import { inTurn } from "./languages";
import { openView } from "./pane";
import { type Site, startSite, type Workbench } from "./workbench";
import { wordsOf } from "./words";

/** The pane gives a copy of the example that calculates without our functions, and takes it back. */

let site: Site;
let bench: Workbench;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

const functions = Object.keys(DEFINITIONS);

const saved = async (act: () => Promise<unknown>): Promise<{ name: string; bytes: Uint8Array }> => {
  const [one] = await Promise.all([bench.page.waitForEvent("download"), act()]);
  return { name: one.suggestedFilename(), bytes: new Uint8Array(readFileSync(await one.path())) };
};

/** The values of the example's formulas, sheet by sheet. */
const values = async (sheets: readonly string[]): Promise<unknown> =>
  bench.page.evaluate(
    async (names) => window.workbench!.host.readRanges(names.map((sheet) => ({ sheet, address: "A1:N60" }))),
    sheets,
  );

const formulasOf = ({ sheets }: Book): string[] =>
  sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ row, column, formula }) => (formula ? [`${name} ${row},${column} ${formula}`] : [])),
  );

describe.each(inTurn(["fr-BE", "fr"], ["nl-BE", "nl"]))("%s", (locale, language) => {
  it("calculates the same without our functions, and leads back to them", async () => {
    bench = await site.visit(locale);
    const words = wordsOf(language);
    const pane = bench.page.locator("#pane");
    const click = (key: string) => pane.getByRole("button", { name: words(`copy/${key}`), exact: true }).click();
    const original = await bench.page.evaluate(async () => window.workbench!.host.readFile());
    const before = read(Uint8Array.from(Object.values(original as unknown as Record<string, number>)), functions).book;
    const sheets = before.sheets.map(({ name }) => name);
    const shown = await values(sheets);

    await openView(bench.page, "workbook", language);
    await click("button");
    await pane.getByRole("group", { name: words("copy/question") }).waitFor();
    await bench.screenshot(`copy-question-${language}`);
    const copy = await saved(() => click("confirm"));
    const { book } = read(copy.bytes, functions);
    expect(book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining([...sheets, words("copy/sheet/cover")]));
    expect(formulasOf(book).filter((formula) => functions.some((name) => formula.includes(`${name}(`)))).toEqual([]);

    await bench.page.locator("#files input[type=file]").setInputFiles({
      name: copy.name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(copy.bytes),
    });
    await bench.page.waitForEvent("load");
    await bench.opened();
    await bench.screenshot(`copy-cover-${language}`);
    expect(await values(sheets)).toEqual(shown);

    await openView(bench.page, "workbook", language);
    await click("back/button");
    const back = await saved(() => click("back/confirm"));
    expect(formulasOf(read(back.bytes, functions).book)).toEqual(formulasOf(before));
    await bench.screenshot(`copy-back-${language}`);
    expect(bench.problems).toEqual([]);
  });
});
