import { dataVersion } from "../../src/parameters";
import { settings } from "../../src/settings";
import { restoreWorkbook } from "../../src/taskpane/restore-workbook";
import { FakeHost, NEW_WORKBOOK } from "./fake-host";

let host: FakeHost;

const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  host = new FakeHost();
  Object.assign(settings, { parameterYear: null, calculated: false, onCalculation: null });
});

it("takes the workbook's year and has calculated again what came before it", async () => {
  host.state = { ...NEW_WORKBOOK, parameters: { year: 2022, indexation: null } };
  await restoreWorkbook(host);
  expect(settings.parameterYear).toBe(2022);
  expect(host.recalculations).toBe(1);
});

it("leaves the default and the cells alone where nobody chose a year", async () => {
  await restoreWorkbook(host);
  expect(settings.parameterYear).toBeNull();
  expect(host.recalculations).toBe(0);
});

describe("the data version of a workbook without one", () => {
  it("is noted with the first result, not by opening it", async () => {
    await restoreWorkbook(host);
    await settled();
    expect(host.state.dataVersion).toBeNull();
    settings.onCalculation?.();
    await settled();
    expect(host.state.dataVersion).toBe(dataVersion);
  });

  it("is noted at once where cells were calculated before the pane was there", async () => {
    settings.calculated = true;
    await restoreWorkbook(host);
    await settled();
    expect(host.state.dataVersion).toBe(dataVersion);
  });

  it("is left out, and cells stay, where the workbook cannot keep it", async () => {
    await restoreWorkbook(host);
    host.failure = new Error("read-only");
    settings.onCalculation?.();
    await settled();
    expect(host.state.dataVersion).toBeNull();
  });
});

it("never replaces the version that a workbook comes with", async () => {
  host.state = { ...NEW_WORKBOOK, dataVersion: "2020-01-01 abc" };
  settings.calculated = true;
  await restoreWorkbook(host);
  await settled();
  expect(host.state.dataVersion).toBe("2020-01-01 abc");
  expect(settings.onCalculation).toBeNull();
});
