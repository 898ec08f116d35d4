import { settings } from "../../src/settings";
import { restoreYear } from "../../src/taskpane/restore-year";
import { FakeHost } from "./fake-host";

beforeEach(() => {
  settings.parameterYear = null;
});

it("takes the workbook's year and has calculated again what came before it", async () => {
  const host = new FakeHost();
  host.storedYear = 2022;
  await restoreYear(host);
  expect(settings.parameterYear).toBe(2022);
  expect(host.recalculations).toBe(1);
});

it("leaves the default and the cells alone where nobody chose a year", async () => {
  const host = new FakeHost();
  await restoreYear(host);
  expect(settings.parameterYear).toBeNull();
  expect(host.recalculations).toBe(0);
});
