import { TextDecoder, TextEncoder } from "node:util";
import { screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { DEFINITIONS } from "../../src/definitions";
import { read, write } from "../../src/package";
import { WorkbookView } from "../../src/taskpane/workbook/workbook-view";
import { MARK } from "../../src/copies/mark";
import { type MemoryCell, MemoryHost } from "./memory-host";
import { renderView } from "./setup";

// jsdom has none of them.
globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder as typeof globalThis.TextDecoder;
Object.assign(Element.prototype, { scrollIntoView: () => undefined });

const functions = Object.keys(DEFINITIONS);
const QUARTER = '=INASTI.QUARTERLY(B1,"principal",2026)';
const SUM = "=SUM(INASTI.BATCH(B1:B2,2026))";

const CELLS: Record<string, MemoryCell> = {
  "Client!A1": { formula: QUARTER },
  "Client!A2": { formula: SUM },
};

const bookOf = (cells: Parameters<typeof write>[0]["sheets"][number]["cells"]) =>
  write({ sheets: [{ name: "Client", cells }] }, functions);

const FILE = bookOf([
  { row: 0, column: 1, value: 40_000 },
  { row: 0, column: 0, formula: QUARTER, value: 2050 },
  { row: 1, column: 0, formula: SUM, value: 4100 },
]);

let user: UserEvent;
beforeEach(() => {
  user = userEvent.setup();
});

const click = async (name: string | RegExp): Promise<void> => user.click(await screen.findByRole("button", { name }));

async function open(file: Uint8Array | undefined, language?: string): Promise<MemoryHost> {
  const host = new MemoryHost(CELLS, { [QUARTER]: 2050, [SUM]: 4100 }, language);
  host.file = file;
  await renderView(<WorkbookView active />, host);
  return host;
}

it("shows what will calculate and what will not, and opens the copy as a new workbook", async () => {
  const host = await open(FILE);
  await click("Make a copy…");
  const question = await screen.findByRole("group", { name: "Make a copy of this workbook?" });
  expect(within(question).getByText("Goes on calculating: 1 cell.")).toBeVisible();
  expect(within(question).getByText("INASTI.BATCH has no form in Excel’s own formulas.")).toBeVisible();
  await user.click(await within(question).findByRole("button", { name: /^1 cell: INASTI\.BATCH has no form/ }));
  expect(await within(question).findByRole("button", { name: "Select Client!A2" })).toBeVisible();
  expect(host.files).toEqual([]);
  await click("Make the copy");
  expect(await screen.findByText(/^The copy is open as a new workbook/)).toBeVisible();
  const { book } = read(host.files[0]!, functions);
  expect(book.sheets.map(({ name }) => name)).toEqual([
    "About this copy",
    "Client",
    "INASTI",
    "Way back (do not edit)",
  ]);
  expect(book.sheets[1]!.cells.map(({ formula, value }) => [formula === undefined, value])).toEqual([
    [false, 2050],
    [true, 40_000],
    [true, 4100],
  ]);
  expect(host.content).toEqual(new MemoryHost(CELLS, { [QUARTER]: 2050, [SUM]: 4100 }).content);
});

it("makes the named form where it is chosen", async () => {
  const host = await open(FILE, "nl-BE");
  await user.selectOptions(
    await screen.findByRole("combobox", { name: "Vorm van de formules" }),
    "Voor Microsoft 365 en Excel 2024",
  );
  await click("Kopie maken…");
  await click("Kopie maken");
  expect(await screen.findByText(/^De kopie is geopend als nieuwe werkmap/)).toBeVisible();
  const { book } = read(host.files[0]!, functions);
  expect(book.sheets[0]!.name).toBe("Over deze kopie");
  expect(book.names!.find(({ name }) => name === "INASTI.QUARTERLY")!.formula).toMatch(/^=LAMBDA\(/);
});

it("can be left: nothing was made", async () => {
  const host = await open(FILE);
  await click("Make a copy…");
  await click("Cancel");
  expect(await screen.findByRole("button", { name: "Make a copy…" })).toHaveFocus();
  expect(host.files).toEqual([]);
});

it.each<[string, Uint8Array | undefined, RegExp]>([
  ["a spreadsheet that hands over no file", undefined, /does not hand its file to add-ins/],
  ["a workbook without a formula of ours", bookOf([{ row: 0, column: 0, value: 1 }]), /no formula of ours/],
  ["what is no workbook", new TextEncoder().encode("PK") as Uint8Array, /no workbook/],
])("says why there is no copy of %s", async (_, file, sentence) => {
  const host = await open(file);
  await click("Make a copy…");
  expect(await screen.findByText(sentence)).toBeVisible();
  expect(host.files).toEqual([]);
});

it("offers the way back in a copy", async () => {
  const there = await open(FILE);
  await click("Make a copy…");
  await click("Make the copy");
  await screen.findByText(/^The copy is open/);
  document.body.replaceChildren();

  const host = new MemoryHost({}, {});
  host.names = [{ name: MARK, formula: "='Way back'!$A$1" }];
  host.file = there.files[0];
  await renderView(<WorkbookView active />, host);
  expect(await screen.findByText("This is a copy without the add-in")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Make a copy…" })).not.toBeInTheDocument();
  await click("Bring our formulas back…");
  await click("Bring them back");
  expect(await screen.findByText(/^Our formulas are back in 2 cells\./)).toBeVisible();
  expect(read(host.files[0]!, functions).book.sheets[0]!.cells).toEqual(read(FILE, functions).book.sheets[0]!.cells);
});
