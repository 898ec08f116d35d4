import { TextEncoder } from "node:util";
import { screen, waitFor } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { excelHost } from "../../src/host/excel";
import { WorkbookView } from "../../src/taskpane/workbook/workbook-view";
import { callingOf, calculating } from "../host/calculating";
import { FakeBook, fakeOffice } from "../host/fake-excel";
import { sourceFunctions } from "../setup/excel";
import { FakeHost } from "./fake-host";
import { renderView } from "./setup";

// jsdom has none.
globalThis.TextEncoder ??= TextEncoder;

let user: UserEvent;
let book: FakeBook;

beforeEach(() => {
  user = userEvent.setup();
  book = new FakeBook();
  book.notation = { separator: ",", decimal: "." };
  Object.assign(globalThis, fakeOffice(book), { fetch: () => Promise.reject(new Error("no server")) });
  calculating(book, callingOf(sourceFunctions()));
});

/** Excel in memory, in English. */
const host = (): FakeHost =>
  Object.assign(new FakeHost(), {
    ...excelHost,
    displayLanguage: () => "en-GB",
    contentLanguage: () => "en-GB",
    isDarkTheme: () => false,
    onThemeChange: () => () => undefined,
  });

const click = async (name: string): Promise<void> => user.click(await screen.findByRole("button", { name }));

async function open(): Promise<void> {
  await renderView(<WorkbookView active />, host());
  await waitFor(() => expect(screen.queryByText("Counting the formulas…")).not.toBeInTheDocument());
}

test("one click tries everything, row by row; what failed says what it means, and the report can be taken along", async () => {
  await open();
  await click("Run the self-test");
  expect(await screen.findByRole("progressbar", { name: /^Testing…/ })).toBeVisible();
  expect(await screen.findByRole("button", { name: "Copy the report" })).toBeVisible();
  const rows = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(rows.filter((row) => row.startsWith("failed"))).toHaveLength(1);
  expect(screen.getByText(/^1 of 27 tests failed\. Send the report along/)).toBeVisible();
  expect(rows[0]).toMatch(/^okA sheet behind the others\d+ ms/);
  expect(rows.find((row) => row.includes("List of functions"))).toMatch(/^failed.*Seen: Error.*out of reach/);
  expect(rows.at(-1)).toMatch(/^okNothing is left/);
  expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);

  await click("Copy the report");
  expect(await screen.findByText("The report is on the clipboard.")).toBeVisible();
  expect(await navigator.clipboard.readText()).toContain("[ok] First formula");
});

test("where nothing may be copied the report stands there, to be selected", async () => {
  await open();
  await click("Run the self-test");
  const copy = await screen.findByRole("button", { name: "Copy the report" });
  jest.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("not allowed"));
  await user.click(copy);
  expect(await screen.findByText(/^The report could not be copied/)).toBeVisible();
  const field = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Report" });
  expect(field.value).toContain("[ok] First formula");
  expect(field.selectionEnd).toBe(field.value.length);
});

test("Stop ends it, and nothing is left", async () => {
  book.isBusy = (formula) => formula.startsWith("=INASTI.QUARTERLY(40000,");
  await open();
  await click("Run the self-test");
  await user.click(await screen.findByRole("button", { name: "Stop" }));
  expect(await screen.findByText(/^Stopped after \d+ tests?; what was made is removed\.$/)).toBeVisible();
  expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
});

test("without a spreadsheet there is nothing to test", async () => {
  const preview = host();
  preview.hasWorkbook = false;
  await renderView(<WorkbookView active />, preview);
  expect(screen.getByRole("button", { name: "Run the self-test" })).toBeDisabled();
});
