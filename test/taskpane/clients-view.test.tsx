import { fireEvent, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { evaluate, references } from "../../src/explain/evaluate";
import { areaOf } from "../../src/formula/addresses";
import type { CellValue } from "../../src/formula/values";
import type { Cell, SheetPlan } from "../../src/host/host";
import { reader } from "../../src/i18n";
import { day } from "../../src/rules/calendar";
import { ClientsView } from "../../src/taskpane/clients/clients-view";
import { FakeHost, workbookOf } from "./fake-host";
import { renderView } from "./setup";

let host: FakeHost;
let user: UserEvent;

async function open(locale = "en-GB"): Promise<void> {
  host = new FakeHost(locale);
  host.state = workbookOf(2026);
  user = userEvent.setup();
  await renderView(<ClientsView />, host);
}

const list = () => within(screen.getByRole("region", { name: "Client list" }));
const letter = () => within(screen.getByRole("region", { name: "Client letter" }));
const fill = (label: RegExp, value: string) => fireEvent.change(letter().getByLabelText(label), { target: { value } });

async function paste(...rows: readonly string[]): Promise<void> {
  await user.selectOptions(await list().findByLabelText("Where is the list?"), "pasted");
  fireEvent.change(list().getByLabelText("Pasted list"), { target: { value: rows.join("\n") } });
}

async function insert(): Promise<SheetPlan> {
  await user.click(await list().findByRole("button", { name: "Insert as sheet" }));
  await list().findByText(/^Inserted as the sheet/);
  return host.sheets.at(-1)!;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const at = (sheet: SheetPlan, address: string): Cell => {
  const { row, column } = areaOf(address)!;
  return sheet.rows[row]?.[column] ?? {};
};
const contents = (sheet: SheetPlan, row: number): (string | number | boolean | undefined)[] =>
  sheet.rows[row - 1]!.map(({ content }) => content);

/** What a cell shows once a spreadsheet calculates it; a blank one is null. */
function shows(sheet: SheetPlan, address: string): CellValue {
  const { content, literal } = at(sheet, address);
  if (typeof content !== "string" || !content.startsWith("=") || literal) return content ?? null;
  const { ranges, names } = references(content, sheet.name);
  const cells = ranges.map(({ address: range }) => {
    const area = areaOf(range)!;
    return Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (_unused, c) =>
        shows(sheet, `${LETTERS[area.column + c]!}${area.row + r + 1}`),
      ),
    );
  });
  const place = { sheet: sheet.name, ...areaOf(address)! };
  return evaluate(content, place, { ranges: cells, names: names.map(() => null), tables: [] }).value;
}

/** The row with this text in its first column. */
const rowOf = (sheet: SheetPlan, text: string): number =>
  sheet.rows.findIndex((cells) => cells[1]?.content === text) + 1;

describe("a list", () => {
  it("that was pasted becomes a sheet, on which what was typed is text and never a formula", async () => {
    await open();
    await paste("Name\tCategory\tIncome\tPaid", '=HYPERLINK("https://example.org")\tprincipal\t40,000\t8000.00');
    const sheet = await insert();
    expect(at(sheet, "B11")).toMatchObject({ literal: true, style: "inputText" });
    expect(contents(sheet, 10)).toEqual([
      undefined,
      "Name",
      "Category",
      "Income",
      "Paid",
      '=INASTI.DOSSIER(IF(D11:D11="","",D11:D11),IF(C11:C11="","",C11:C11),$C$5,,,,IF(E11:E11="","",E11:E11))'.replaceAll(
        /([A-Z]\d+):\1/g,
        "$1",
      ),
      ...Array.from({ length: 9 }, () => undefined),
    ]);
    expect(sheet.frozen).toEqual({ rows: 10, columns: 2 });
    expect(at(sheet, "N9").content).toBe("=AGGREGATE(9,6,N11)");
    expect(sheet.widths).toHaveLength(sheet.rows[9]!.length);
  });

  it("with 1.234 in English says that it can be read in two ways, and stays as it is in the sheet", async () => {
    await open();
    await paste("Name;Category;Income", "Claes;principal;1.234", "Maes;student;9000");
    expect(list().getByText("Line 2, Claes, column 3 · Income")).toBeVisible();
    expect(list().getByText(/can be read as a thousand or as a decimal/)).toBeVisible();
    expect(list().getByRole("button", { name: "Letter for Claes" })).toBeDisabled();
    const sheet = await insert();
    expect(at(sheet, "D11")).toMatchObject({ content: "1.234", literal: true });
    expect(at(sheet, "D12")).toMatchObject({ content: 9000 });
  });

  it("without a column for the category cannot be inserted before one is chosen", async () => {
    await open();
    await paste("Name;Income", "Claes;40000");
    expect(list().getByRole("button", { name: "Insert as sheet" })).toBeDisabled();
    expect(list().getByText("Choose the column.")).toBeVisible();
    await user.selectOptions(await list().findByLabelText(/^Category/), "all:principal");
    await user.selectOptions(await list().findByLabelText("Formulas"), "rows");
    const sheet = await insert();
    expect(at(sheet, "D11").content).toBe('=INASTI.QUARTERLY(IF(C11="","",C11),"principal",$C$5,1)');
    // 20.5 % of 40,000 is 8,200.00.
    expect(["D11", "H11", "I11", "J11"].map((cell) => shows(sheet, cell))).toEqual([2050, 8200, 0, 8200]);
  });

  it("of the workbook is named by its own cells, its blank rows too", async () => {
    await open();
    host.range = "'My clients'!B2:D5";
    host.values["My clients!B2:D5"] = [
      ["Client", "Statut", "Revenu"],
      ["Claes", "principal", 40_000],
      [null, null, null],
      ["Maes", "student", 9000],
    ];
    await user.click(await list().findByRole("button", { name: "Use the selection" }));
    expect(await list().findByText(/^Clients: 2\./)).toBeVisible();
    expect(list().getByLabelText("Range of the list")).toHaveValue("'My clients'!B2:D5");
    const sheet = await insert();
    expect(at(sheet, "E10").content).toBe(
      "=INASTI.DOSSIER(IF('My clients'!D3:D5=\"\",\"\",'My clients'!D3:D5),IF('My clients'!C3:C5=\"\",\"\",'My clients'!C3:C5),$C$5)",
    );
    expect(at(sheet, "B11").content).toBe("=IF('My clients'!B3:B5=\"\",\"\",'My clients'!B3:B5)");
    await user.selectOptions(await list().findByLabelText("Formulas"), "rows");
    const rows = await insert();
    expect(at(rows, "E11").content).toContain("'My clients'!D3");
    expect(at(rows, "E12").content).toBeUndefined();
    expect(at(rows, "E13").content).toContain("'My clients'!D5");
  });

  it("is found around one cell, and as an Excel table without its totals", async () => {
    await open();
    host.range = "Sheet1!C3";
    host.values["Sheet1!A1:AN2000"] = [
      [null, null, null, null],
      [null, "Name", "Category", "Income"],
      [null, "Claes", "principal", 40_000],
    ];
    await user.click(await list().findByRole("button", { name: "Use the selection" }));
    expect(await list().findByText(/^Clients: 1\./)).toBeVisible();
    expect(list().getByLabelText("Range of the list")).toHaveValue("Sheet1!B2:D3");
    const values = [
      ["Name", "Category", "Income"],
      ["Claes", "principal", 40_000],
      ["Maes", "principal", 1],
      ["Total", null, 40_001],
    ];
    const shape = { hasHeaders: true, hasTotals: true, columns: [] };
    host.tables[""] = { sheet: "Sheet1", row: 9, column: 0, values, ...shape };
    await user.click(await list().findByRole("button", { name: "Use the selection" }));
    expect(await list().findByText(/^Clients: 2\./)).toBeVisible();
    expect(list().getByLabelText("Range of the list")).toHaveValue("Sheet1!A10:C12");
  });

  it("that is not there is said beside the field", async () => {
    await open();
    fireEvent.change(list().getByLabelText("Range of the list"), { target: { value: "somewhere" } });
    expect(await list().findByText(/^Enter a range with its sheet/)).toBeVisible();
    fireEvent.change(list().getByLabelText("Range of the list"), { target: { value: "Sheet1!A1:B2" } });
    expect(await list().findByText("The workbook has no such range.")).toBeVisible();
  });
});

describe("a letter", () => {
  async function insertLetter(): Promise<SheetPlan> {
    await user.click(await letter().findByRole("button", { name: "Insert the letter" }));
    await letter().findByText(/^Inserted as the sheet/);
    return host.sheets.at(-1)!;
  }

  const fillIn = async (): Promise<void> => {
    fill(/^Name/, "Claes A.");
    fill(/^Income of the year/, "40,000");
    fill(/^Income of year N-3/, "30,000");
    await user.selectOptions(await letter().findByLabelText("Social insurance fund"), "own");
    fill(/^Fee rate/, "3.05");
    fill(/^Paid/, "8,000");
    fill(/^Day the statement was sent/, "2026-11-10");
  };

  it("needs a name and an income", async () => {
    await open();
    expect(letter().getByRole("button", { name: "Insert the letter" })).toBeDisabled();
    await fillIn();
    expect(letter().getByText("Contributions for 2026: €8,450.12")).toBeVisible();
    fill(/^Income of the year/, "a lot");
    expect(letter().getByText("Enter an amount, such as 40,000.00.")).toBeVisible();
    expect(letter().getByRole("button", { name: "Insert the letter" })).toBeDisabled();
  });

  it("has the year as formulas on its own cells", async () => {
    await open();
    await fillIn();
    const sheet = await insertLetter();
    expect(sheet).toMatchObject({ name: "Claes A. 2026", landscape: false, isLetter: true });
    // 40,000 at 20.5 % is 8,200.00; 3.05 % of each 2,050.00 is 62.53.
    const first = rowOf(sheet, "Q1 2026");
    expect([first, first + 4].map((row) => shows(sheet, `E${row}`))).toEqual([2050, 8200]);
    // The last day of the quarter, and the provisional contribution of the rule book on 30,000 of 2023.
    expect(shows(sheet, `C${first}`)).toBe(day(2026, 3, 31));
    expect(shows(sheet, `D${first}`)).toBe(1648.76);
    expect(shows(sheet, `F${first}`)).toBe(401.24);
    const fee = rowOf(sheet, "Management fee of the fund");
    expect([fee, fee + 1, fee + 2, fee + 3].map((row) => shows(sheet, `E${row}`))).toEqual([
      250.12, 8450.12, 8000, 450.12,
    ]);
    expect(shows(sheet, `B${fee + 3}`)).toBe("Still to pay:");
    // A statement of the fourth quarter is to be paid by the end of the next one.
    expect(shows(sheet, `E${fee + 4}`)).toBe(day(2027, 3, 31));
    const due = `B${fee + 4}`;
    expect(shows(sheet, due)).toMatch(/^Last day to pay/);
    const bracket = rowOf(sheet, "Bracket 1");
    expect(["C", "D", "E"].map((column) => shows(sheet, `${column}${bracket}`))).toEqual([40_000, 0.205, 2050]);
    expect(at(sheet, `F${bracket}`).content).toMatch(/^AR38 12/);
  });

  it("has no last day for what comes back", async () => {
    await open();
    await fillIn();
    fill(/^Paid/, "9,000");
    const sheet = await insertLetter();
    const fee = rowOf(sheet, "Management fee of the fund");
    expect([`B${fee + 3}`, `E${fee + 3}`, `B${fee + 4}`, `E${fee + 4}`].map((cell) => shows(sheet, cell))).toEqual([
      "To be refunded:",
      549.88,
      "",
      "",
    ]);
  });

  it("says when its data are no longer those of its steps", async () => {
    await open();
    await fillIn();
    const sheet = await insertLetter();
    const guard = sheet.rows.findIndex((cells) => String(cells[1]?.content).startsWith("=IF(AND(")) + 1;
    expect(shows(sheet, `B${guard}`)).toBe("");
    const [row, column] = [rowOf(sheet, "Net income") - 1, 2];
    const changed = {
      ...sheet,
      rows: sheet.rows.map((cells, r) =>
        r === row ? cells.map((cell, c) => (c === column ? { ...cell, content: 41_000 } : cell)) : cells,
      ),
    };
    expect(shows(changed, `B${guard}`)).toMatch(/^The data have changed/);
    expect(shows(changed, `E${rowOf(changed, "Q1 2026")}`)).toBe(2101.25);
  });

  it("speaks the language that is chosen, and leaves the pane in its own", async () => {
    await open();
    await fillIn();
    await user.selectOptions(await letter().findByLabelText("Language of the letter"), "de");
    const sheet = await insertLetter();
    expect(reader.language).toBe("en");
    expect(rowOf(sheet, "Ihre Sozialbeiträge für 2026")).toBeGreaterThan(0);
    const first = rowOf(sheet, "Q1 2026");
    expect(at(sheet, `C${first}`).format).toBe("dd.mm.yyyy");
    expect(at(sheet, `F${rowOf(sheet, "Stufe 1")}`).content).toMatch(/^KE Nr\. 38/);
    const category = at(sheet, `C${rowOf(sheet, "Kategorie")}`).content;
    expect(category).toBe("Hauptberuf");
    expect(shows(sheet, `E${first}`)).toBe(2050);
  });

  it("takes a client of the list, whose cells it reads", async () => {
    await open();
    host.values["Cabinet!A1:D2"] = [
      ["Name", "Category", "Income", "Paid"],
      ["Claes", "hoofdberoep", 40_000, 8000],
    ];
    fireEvent.change(list().getByLabelText("Range of the list"), { target: { value: "Cabinet!A1:D2" } });
    await user.click(await list().findByRole("button", { name: "Letter for Claes" }));
    expect(letter().getByLabelText(/^Name/)).toHaveValue("Claes");
    expect(letter().getByLabelText(/^Income of the year/)).toHaveValue("40,000.00");
    const sheet = await insertLetter();
    expect(at(sheet, `C${rowOf(sheet, "Net income")}`).content).toBe("=Cabinet!C2");
    expect(at(sheet, `E${rowOf(sheet, "Paid")}`).content).toBe("=Cabinet!D2");
    expect(sheet.rows.flat().some(({ content }) => String(content).includes('Cabinet!B2="hoofdberoep"'))).toBe(true);
    fill(/^Income of the year/, "41,000");
    const typed = await insertLetter();
    expect(at(typed, `C${rowOf(typed, "Net income")}`).content).toBe(41_000);
  });

  it("says what no function answers, and is not inserted", async () => {
    await open();
    fill(/^Name/, "Claes");
    fill(/^Income of the year/, "40,000");
    fill(/^Start of the activity/, "2026-04-01");
    fill(/^Last day/, "2026-03-01");
    expect(letter().getByRole("button", { name: "Insert the letter" })).toBeDisabled();
    expect(letter().getByRole("group")).toBeVisible();
  });
});
