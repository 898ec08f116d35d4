import { noteCalculation } from "../../../src/page/calculation";
import { chooseYear, chosenYear } from "../../../src/page/parameter-year";
import { shared } from "../../../src/page/shared";
import { dataVersion } from "../../../src/parameters";
import { restoreWorkbook } from "../../../src/taskpane/shell/restore-workbook";
import { FakeHost, NEW_WORKBOOK } from "../fake-host";

let host: FakeHost;

const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  host = new FakeHost();
  chooseYear(null);
  Object.assign(shared("calculation", {}), { begun: false, listener: null });
});

describe("the year of the workbook", () => {
  beforeEach(() => {
    host.state = { ...NEW_WORKBOOK, parameters: { year: 2022, indexation: null }, namedYear: 2022, dataVersion };
  });

  it("is taken, and cells that keep their values are left alone", async () => {
    expect(await restoreWorkbook(host)).toEqual(host.state);
    expect(chosenYear()).toBe(2022);
    expect(host.recalculations).toBe(0);
  });

  it("has calculated again what was calculated before it was known", async () => {
    noteCalculation();
    expect(await restoreWorkbook(host)).toMatchObject({ recalculation: { from: dataVersion } });
    expect(host.recalculations).toBe(1);
  });

  it("has all calculated with the present data then, and says with which it was", async () => {
    noteCalculation();
    host.state = { ...host.state, dataVersion: "2020-01-01 abc" };
    expect(await restoreWorkbook(host)).toMatchObject({ dataVersion, recalculation: { from: "2020-01-01 abc" } });
    expect(host.state.dataVersion).toBe(dataVersion);
  });

  it("is taken where nothing can be recalculated, which is told", async () => {
    noteCalculation();
    jest.spyOn(host, "recalculate").mockRejectedValue(new Error("a cell is being edited"));
    expect(await restoreWorkbook(host)).toMatchObject({ recalculation: "failed" });
    expect(chosenYear()).toBe(2022);
  });
});

it("leaves the default and the cells alone where nobody chose a year", async () => {
  await restoreWorkbook(host);
  expect(chosenYear()).toBeNull();
  expect(host.recalculations).toBe(0);
});

describe("the data version of a workbook without one", () => {
  it("is noted with the first result, not by opening it", async () => {
    await restoreWorkbook(host);
    await settled();
    expect(host.state.dataVersion).toBeNull();
    noteCalculation();
    await settled();
    expect(host.state.dataVersion).toBe(dataVersion);
  });

  it("is noted at once where cells were calculated before the pane was there", async () => {
    noteCalculation();
    await restoreWorkbook(host);
    await settled();
    expect(host.state.dataVersion).toBe(dataVersion);
  });

  it("is left out, and cells stay, where the workbook cannot keep it", async () => {
    await restoreWorkbook(host);
    host.failure = new Error("read-only");
    noteCalculation();
    await settled();
    expect(host.state.dataVersion).toBeNull();
  });
});

it("never replaces the version that a workbook comes with", async () => {
  host.state = { ...NEW_WORKBOOK, dataVersion: "2020-01-01 abc" };
  noteCalculation();
  await restoreWorkbook(host);
  await settled();
  expect(host.state.dataVersion).toBe("2020-01-01 abc");
});
