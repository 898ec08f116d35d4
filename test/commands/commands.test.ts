import { startCommands } from "../../src/commands";
import { excelHost } from "../../src/host/excel";
import { previewHost } from "../../src/host/preview";
import { onRecalculationRequest } from "../../src/page/requests";
import { dataVersion } from "../../src/parameters";
import { FakeBook, fakeOffice } from "../host/fake-excel";

let book: FakeBook;
const press = (id: string): Promise<void> => new Promise((completed) => book.commands.get(id)!({ completed }));

beforeEach(() => {
  book = new FakeBook();
  Object.assign(globalThis, fakeOffice(book));
});

it("recalculates everything with the figures of today, and notes them, without the pane", async () => {
  startCommands(excelHost);
  await press("recalculateAll");
  expect(book.calculations).toBe(1);
  expect(excelHost.storedState()).toMatchObject({ dataVersion });
});

it("leaves it to the pane where there is one, which shows how it goes", async () => {
  const recalculate = jest.fn();
  const stop = onRecalculationRequest(recalculate);
  startCommands(excelHost);
  await press("recalculateAll");
  expect(recalculate).toHaveBeenCalledTimes(1);
  expect(book.calculations).toBe(0);
  stop();
});

it("there is no ribbon without Excel", () => {
  startCommands(previewHost);
  expect(book.commands.size).toBe(0);
});
