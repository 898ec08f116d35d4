import { startCommands } from "../../src/commands";
import { excelHost } from "../../src/host/excel";
import { previewHost } from "../../src/host/preview";
import { onViewRequest } from "../../src/page/requests";
import { dataVersion } from "../../src/parameters";
import { VIEWS } from "../../src/taskpane/kit/surroundings";
import { FakeBook, fakeOffice } from "../host/fake-excel";

let book: FakeBook;
const press = (id: string): Promise<void> => new Promise((completed) => book.commands.get(id)!({ completed }));

beforeEach(() => {
  book = new FakeBook();
  Object.assign(globalThis, fakeOffice(book));
});

it.each([
  ["openCalculator", "calculator"],
  ["openFunds", "funds"],
  ["openProjection", "projection"],
  ["openBenefits", "benefits"],
  ["openExplain", "explain"],
  ["openWorkbook", "workbook"],
])("%s shows the pane with the view %s", async (id, view) => {
  expect(VIEWS).toContain(view);
  const shown = jest.fn();
  const stop = onViewRequest(shown);
  startCommands(excelHost);
  await press(id);
  expect(shown.mock.calls).toEqual([[view]]);
  expect(book.panesShown).toBe(1);
  stop();
});

it("recalculates everything with the figures of today, and notes them, without the pane", async () => {
  startCommands(excelHost);
  await press("recalculateAll");
  expect(book.calculations).toBe(1);
  expect(excelHost.storedState()).toMatchObject({ dataVersion });
  expect(book.panesShown).toBe(0);
});

it("there is no ribbon without Excel", () => {
  startCommands(previewHost);
  expect(book.commands.size).toBe(0);
});
