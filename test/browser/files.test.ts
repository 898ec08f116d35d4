import { readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { fileOf, relations, sheetXml, workbookXml } from "../package/file";
import { root } from "./browser";
import { inTurn } from "./languages";
import { type Site, startSite, type Workbench } from "./workbench";
import { pageWordsOf } from "./words";

/** A workbook goes into a file and comes back; what comes from elsewhere opens, or the page says why it does not. */

let site: Site;
let bench: Workbench;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site?.close());

const FIGURE = {
  ...{ parameter: "contributions.index.numerator", from: "2027-01-01", to: "2027-12-31" },
  ...{ value: "690", source: "print" },
};
const OWN = JSON.stringify({ format: "statut-social own figures 1", figures: [FIGURE] });

/** Of the page itself: the spreadsheet has some of the same name. */
const button = (name: string) =>
  bench.page.locator("dialog, #notice, #files").getByRole("button", { name, exact: true });
const notice = () => bench.page.locator("#notice-file");
const offer = (name: string, content: string | Uint8Array) =>
  bench.page
    .locator("#files input[type=file]")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
/** Waits for the page that comes after, with the file in it. */
const opened = async (act: () => Promise<unknown>): Promise<void> => {
  await Promise.all([bench.page.waitForEvent("load"), act()]);
  await bench.opened();
};
const saved = async (act: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> => {
  const [one] = await Promise.all([bench.page.waitForEvent("download"), act()]);
  return { name: one.suggestedFilename(), bytes: readFileSync(await one.path()) };
};
/** The engine begins to calculate some time after the page is there. */
const becomes = async <Value>(ask: () => Promise<Value>, wanted: Value): Promise<void> => {
  const until = Date.now() + 20_000;
  while (Date.now() < until && !isDeepStrictEqual(await ask(), wanted)) await bench.calculated();
  expect(await ask()).toEqual(wanted);
};
/** All that the workbook says, by the host of the pane, and what the first cells of the sheet in front look like. */
const everything = () =>
  bench.page.evaluate(async () => {
    const api = window.workbench!;
    const { host } = api;
    const { sheets, names } = await host.outline();
    const { dataVersion, ...stored } = host.storedState();
    return {
      names: [...names].sort((a, b) => (a.name < b.name ? -1 : 1)),
      stored,
      formulas: (await host.formulaCells(() => true)).map(({ sheet, address, formula, note }) => [
        sheet,
        address,
        formula,
        note,
      ]),
      values: await host.readRanges(sheets.map((sheet) => ({ sheet, address: "A1:T60" }))),
      texts: [..."ABCDEFGH"].flatMap((column) =>
        Array.from({ length: 40 }, (_, index) => api.text(`${column}${index + 1}`)),
      ),
      known: dataVersion !== null,
    };
  });

/** The engine begins to calculate some time after the page is there: what stays is the result. */
const settled = async () => {
  for (let before = await everything(); ;) {
    await bench.calculated();
    const now = await everything();
    if (isDeepStrictEqual(now, before)) return now;
    before = now;
  }
};

describe.each(inTurn(["nl-BE", "nl"], ["fr-BE", "fr"]))("%s", (locale, language) => {
  const words = pageWordsOf(language);
  let mine: Buffer;

  beforeAll(async () => {
    bench = await site.visit(locale);
  });

  it("what is saved opens again as it was, after a question where work would be lost", async () => {
    await bench.page.locator("#pane").getByRole("combobox").first().selectOption("2025");
    await bench.page.waitForFunction(() => window.workbench!.host.storedState().parameters?.year === 2025);
    await bench.page.evaluate(async (list) => {
      const { host } = window.workbench!;
      await host.writeOwnFigures(list);
      await host.insertSheet({
        name: "L'été <b>&",
        rows: [
          [{ content: "00123", literal: true }, { content: "=1+1", literal: true }, { content: true }],
          [{ content: 0.205, format: "0.00%" }, { content: '=IF(1=1,"oui; ""non""","")' }, { content: "=1/0" }],
          [{ content: '=INASTI.BREAKDOWN(100000,"principal",2026)' }],
        ],
        widths: [222],
        landscape: true,
      });
    }, OWN);
    // The list counts from the next opening on: it was stored behind the pane's back.
    await bench.kept();
    await opened(() => bench.page.reload());
    const before = await settled();
    expect(before.values.flat(2).filter((value) => typeof value === "number").length).toBeGreaterThan(100);
    const file = await saved(() => bench.page.keyboard.press("Control+s"));
    expect(file.name).toBe("Statut Social.xlsx");
    mine = file.bytes;
    await bench.set("A30", "later");
    await offer("mine.xlsx", mine);
    const dialog = bench.page.getByRole("dialog", { name: words("file/replace/title", { name: "mine.xlsx" }) });
    await dialog.waitFor();
    await bench.screenshot(`files-replace-${language}`);
    await button(words("file/cancel")).click();
    expect(await bench.value("A30")).toBe("later");
    await offer("mine.xlsx", mine);
    await opened(() => button(words("file/replace/open")).click());
    await becomes(everything, before);
    expect(before.stored).toMatchObject({ parameters: { year: 2025 }, ownFigures: OWN });
    await bench.screenshot(`files-opened-${language}`);
  });

  it("a file that is dropped opens, without a question where nothing is lost", async () => {
    const drag = (type: string, bytes: readonly number[]) =>
      bench.page.evaluate(
        ([what, content]) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(content)], "dropped.csv"));
          const on = document.querySelector("#sheet canvas") ?? document.body;
          on.dispatchEvent(new DragEvent(what, { bubbles: true, cancelable: true, dataTransfer: data }));
        },
        [type, bytes] as const,
      );
    // As Excel writes it here, in the encoding of Windows.
    const bytes = [...Buffer.from("Nom;Bedrag\r\n\xc9va;1.234,50\r\n", "latin1")];
    await drag("dragenter", bytes);
    await bench.page.getByText(words("file/drop")).waitFor();
    await bench.screenshot(`files-drop-${language}`);
    await opened(() => drag("drop", bytes));
    expect(await bench.page.evaluate(() => window.workbench!.sheets())).toEqual(["dropped"]);
    expect(await bench.values("A1", "A2", "B2")).toEqual(["Nom", "Éva", 1234.5]);
  });

  it("a CSV is read as people of the language write, and written so", async () => {
    const lines = [
      "Naam;Inkomen;Dag;Deel;Juist",
      '"Peeters; ""An""\n2";€ 45.000,50;1/10/2026;20,5 %;WAAR',
      '"=SUM(1;2)";-3',
    ];
    await opened(() => offer("Klanten.csv", lines.join("\r\n")));
    const truth = language === "nl" ? 1 : "WAAR";
    const cells = ["A2", "B2", "C2", "D2", "E2", "A3", "B3"];
    await becomes(() => bench.values(...cells), ['Peeters; "An"\n2', 45_000.5, 46_296, 0.205, truth, 3, -3]);
    expect(await bench.text("C2")).toBe("01/10/2026");
    await bench.set("B4", "=1=1");
    await bench.set("C4", "=1/0");
    const { name, bytes } = await saved(() => button(words("file/save-csv")).click());
    expect(name).toBe("Klanten Klanten.csv");
    const word = { fr: "VRAI", nl: "WAAR" }[language];
    expect(bytes.toString("utf8")).toBe(
      `\ufeffNaam;Inkomen;Dag;Deel;Juist\r\n"Peeters; ""An""\n2";45000,5;01/10/2026;0,205;WAAR\r\n3;-3\r\n;${word};#DIV/0!\r\n`,
    );
  });

  it("what is unclear in a CSV is named, and is a text where somebody wants it so", async () => {
    const csv = "Naam;Geboren\r\nAn;1/2/1980\r\nJan;31/2/1981\r\n";
    await opened(() => offer("a.csv", "x;y\r\n1;2\r\n").then(() => button(words("file/replace/open")).click()));
    await offer("leden.csv", csv);
    const place = words("file/place-under", { row: "3", column: "B", header: "Geboren" });
    await notice().getByText(place).waitFor();
    await bench.screenshot(`files-unclear-${language}`);
    await button(words("file/cancel")).click();
    expect(await bench.value("A1")).toBe("x");
    await offer("leden.csv", csv);
    await opened(() => button(words("file/as-text")).click());
    expect(await bench.values("B2", "B3")).toEqual([29_252, "31/2/1981"]);
  });

  it("a workbook of LibreOffice opens, and the page says what of it is not there", async () => {
    await opened(() =>
      offer("libreoffice.xlsx", readFileSync(path.join(root, "test/package/fixtures/libreoffice.xlsx"))),
    );
    const cells = ["A2", "B2", "C2", "D2", "C3", "D3"];
    await becomes(() => bench.values(...cells), ["<b>Éva & C°</b>", 40_000.5, 46_054, 800.01, "#DIV/0!", "yes"]);
    expect(await bench.text("C2")).toBe("01/02/2026");
    expect(await bench.page.evaluate(() => window.workbench!.note("B1"))).toBe("A note, with runs");
    await notice()
      .getByText(words("file/opened", { name: "libreoffice.xlsx" }))
      .waitFor();
    expect(await notice().locator("li").count()).toBe(1);
    await bench.screenshot(`files-left-${language}`);
    await button(words("file/close")).click();
    expect(await notice().count()).toBe(0);
  });

  // The same for each language, and not quick.
  if (language === "nl")
    it("a hostile file does nothing but say that it is refused", async () => {
      await bench.set("A9", "mine");
      const sheet = (rows: string) => fileOf({ "xl/worksheets/sheet1.xml": sheetXml(rows) });
      const refusals: [string, string | Uint8Array, string][] = [
        ["bomb.xlsx", fileOf({ "xl/worksheets/sheet1.xml": " ".repeat(51 * 2 ** 20) }), "too-large"],
        ["rows.xlsx", sheet("<row/>".repeat(1_000_001)), "too-many-rows"],
        ["broken.xlsx", sheet("<row><c></row>"), "damaged"],
        ["doctype.xlsx", fileOf({ "xl/workbook.xml": `<!DOCTYPE a [<!ENTITY b "c">]>${workbookXml()}` }), "doctype"],
        ["cells.csv", "1\n".repeat(500_001), "too-many-cells"],
        ["formulas.csv", "=1\n".repeat(50_001), "too-many-formulas"],
        ["page.html", "<script>hacked = true</script>", "no-workbook"],
        ["picture.xlsx", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), "no-workbook"],
      ];
      for (const [name, content, key] of refusals) {
        await offer(name, content);
        const sentence = words(`file/refused/${key}`).split("{{")[0]!.trim();
        await notice().getByText(sentence).waitFor();
        if (key === "too-many-cells") await bench.screenshot(`files-refused-${language}`);
        await button(words("file/close")).click();
      }
      expect(await bench.value("A9")).toBe("mine");
      await bench.kept();
      await bench.reload();
      expect(await bench.value("A9")).toBe("mine");
    });

  it("what looks like a page or reaches outside is text, or keeps its value", async () => {
    const nasty = "&lt;img src=x onerror=hacked=1&gt;";
    const requests: string[] = [];
    bench.page.on("request", (request) => requests.push(request.url()));
    const file = fileOf({
      "xl/workbook.xml": workbookXml("", `<sheet name="&lt;img src=x onerror=hacked=1" sheetId="1" r:id="rId1"/>`),
      "xl/worksheets/sheet1.xml": sheetXml(
        `<row><c t="inlineStr"><is><t>${nasty}</t></is></c><c><f>[1]Sheet1!A1</f><v>5</v></c>` +
          '<c t="str"><f>WEBSERVICE("http://192.0.2.1/")</f><v>old</v></c><c t="str"><f>HYPERLINK("javascript:hacked=1","x")</f><v>x</v></c></row>',
      ),
      "xl/worksheets/_rels/sheet1.xml.rels": relations(["comments", "../comments1.xml"]),
      "xl/comments1.xml": `<comments><authors><author>A</author></authors><commentList><comment ref="A1" authorId="0"><text><t>${nasty}</t></text></comment></commentList></comments>`,
    });
    await offer("nasty.xlsx", file);
    await opened(() => button(words("file/replace/open")).click());
    expect(await bench.values("A1", "B1", "C1", "D1")).toEqual(["<img src=x onerror=hacked=1>", 5, "old", "x"]);
    expect(await bench.formula("B1")).toBe("");
    expect(await bench.page.evaluate(() => window.workbench!.note("A1"))).toBe("<img src=x onerror=hacked=1>");
    await bench.select("A1");
    await bench.page.locator("[role=tab][data-id]", { hasText: "<img" }).hover();
    await notice()
      .getByText(words("file/opened", { name: "nasty.xlsx" }))
      .waitFor();
    expect(await bench.page.evaluate(() => "hacked" in window)).toBe(false);
    const own = new URL(bench.page.url()).origin;
    expect(requests.filter((url) => !url.startsWith(own) && !/^(?:data|blob):/.test(url))).toEqual([]);
    expect(bench.problems).toEqual([]);
  });
});
