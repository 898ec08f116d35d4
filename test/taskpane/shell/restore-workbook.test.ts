import { noteCalculation } from "../../../src/page/calculation";
import { countFrom1904, countsFrom1904 } from "../../../src/page/date-system";
import { heldList, holdList } from "../../../src/page/own-figures";
import { chooseYear, chosenYear } from "../../../src/page/parameter-year";
import { shared } from "../../../src/page/shared";
import { dataVersion } from "../../../src/parameters";
import { LAST_YEAR } from "../../../src/rules/contributions";
import { restoreWorkbook } from "../../../src/taskpane/shell/restore-workbook";
import { FakeHost, NEW_WORKBOOK } from "../fake-host";

let host: FakeHost;

const settled = () => new Promise((resolve) => setTimeout(resolve));
const OLD = "2020-01-01 abc";

beforeEach(() => {
  host = new FakeHost();
  chooseYear(null);
  holdList("");
  countFrom1904(false);
  Object.assign(shared("calculation", {}), { begun: false, listener: null });
});

describe("what the workbook keeps", () => {
  beforeEach(() => {
    host.state = {
      ...NEW_WORKBOOK,
      parameters: { year: 2022, indexation: null },
      namedYear: 2022,
      ownFigures: "a list",
      from1904: true,
      dataVersion,
    };
  });

  it("is taken at once, before the spreadsheet answers or while it never does", () => {
    host.readNamed = () => new Promise(() => undefined);
    const opened = restoreWorkbook(host);
    expect([chosenYear(), heldList(), countsFrom1904()]).toEqual([2022, "a list", true]);
    expect(opened).toMatchObject({ parameters: { year: 2022 }, namedYear: undefined });
    expect(opened).not.toHaveProperty("recalculation");
  });

  it("stands where the spreadsheet refuses to answer", async () => {
    host.readNamed = () => Promise.reject(new Error("a cell is being edited"));
    expect(await restoreWorkbook(host).seen).toEqual({});
    expect(chosenYear()).toBe(2022);
  });

  it("leaves values and data version alone, whatever Excel calculates at opening", async () => {
    host.state = { ...host.state, dataVersion: OLD };
    const { seen } = restoreWorkbook(host);
    noteCalculation();
    expect(await seen).toEqual({ namedYear: 2022, namedIndexation: null, namedFigures: null, from1904: true });
    await settled();
    expect(host.recalculations).toBe(0);
    expect(host.state.dataVersion).toBe(OLD);
  });

  it("that came too late for cells is told", () => {
    noteCalculation();
    expect(restoreWorkbook(host)).toMatchObject({ recalculation: { due: "year" } });
    expect(host.recalculations).toBe(0);
  });
});

describe("a year that only the name tells", () => {
  beforeEach(() => {
    host.state = { ...NEW_WORKBOOK, dataVersion };
    host.told = { namedYear: 2022 };
  });

  it("is taken, and kept so that it is known at once next time", async () => {
    expect(await restoreWorkbook(host).seen).toMatchObject({ parameters: { year: 2022, indexation: null } });
    expect(chosenYear()).toBe(2022);
    expect(host.storedState().parameters).toEqual({ year: 2022, indexation: null });
    expect(host.recalculations).toBe(0);
  });

  it("comes with the growth that a name tells", async () => {
    host.told = { namedYear: 2028, namedIndexation: "0.025" };
    const parameters = { year: 2028, indexation: "0.025" };
    expect(await restoreWorkbook(host).seen).toMatchObject({ parameters });
  });

  it("has calculated again what took another year, where the data are the same", async () => {
    const { seen } = restoreWorkbook(host);
    noteCalculation();
    expect(await seen).not.toHaveProperty("recalculation");
    expect(host.recalculations).toBe(1);
    expect(host.state.dataVersion).toBe(dataVersion);
  });

  it("leaves values of other data alone until the user says so", async () => {
    host.state = { ...host.state, dataVersion: OLD };
    const { seen } = restoreWorkbook(host);
    noteCalculation();
    expect(await seen).toMatchObject({ recalculation: { due: "year" } });
    expect(host.recalculations).toBe(0);
    expect(host.state.dataVersion).toBe(OLD);
  });

  it("changes nothing where formulas without a year take it anyway", async () => {
    host.told = { namedYear: LAST_YEAR };
    const { seen } = restoreWorkbook(host);
    noteCalculation();
    await seen;
    expect(host.recalculations).toBe(0);
  });

  it("is told where nothing can be recalculated", async () => {
    jest.spyOn(host, "recalculate").mockRejectedValue(new Error("a cell is being edited"));
    const { seen } = restoreWorkbook(host);
    noteCalculation();
    expect(await seen).toMatchObject({ recalculation: { due: "year" } });
    expect(chosenYear()).toBe(2022);
  });

  it.each([NaN, 1999, 2026.5, undefined])("is not %p", async (namedYear) => {
    host.told = { namedYear };
    expect(await restoreWorkbook(host).seen).not.toHaveProperty("parameters");
    expect(chosenYear()).toBeNull();
  });

  it("does not stand against a year that the user chose meanwhile", async () => {
    const { seen } = restoreWorkbook(host);
    chooseYear(2024);
    expect(await seen).not.toHaveProperty("parameters");
    expect(chosenYear()).toBe(2024);
  });

  it("does not stand against what is kept and no year: that is told", async () => {
    host.state = { ...host.state, unfit: { year: "2026.5" } };
    expect(await restoreWorkbook(host).seen).not.toHaveProperty("parameters");
  });
});

describe("days that count from 1904", () => {
  it("are found when the spreadsheet answers, and known at once next time", async () => {
    host.told = { from1904: true };
    expect(await restoreWorkbook(host).seen).toMatchObject({ from1904: true });
    expect(countsFrom1904()).toBe(true);
    expect(host.storedState().from1904).toBe(true);
    expect(host.recalculations).toBe(0);
  });

  it("have calculated again what took them for others, also with other data, which is told", async () => {
    host.state = { ...NEW_WORKBOOK, dataVersion: OLD };
    host.told = { from1904: true };
    const { seen } = restoreWorkbook(host);
    noteCalculation();
    expect(await seen).toMatchObject({ dataVersion, recalculation: { from: OLD } });
    expect(host.recalculations).toBe(1);
    expect(host.state.dataVersion).toBe(dataVersion);
  });

  it("are no more when the option is switched off", async () => {
    host.state = { ...NEW_WORKBOOK, from1904: true };
    host.told = { from1904: false };
    await restoreWorkbook(host).seen;
    expect(countsFrom1904()).toBe(false);
    expect(host.storedState().from1904).toBe(false);
  });

  it("stay as they were known while the spreadsheet does not tell", async () => {
    host.state = { ...NEW_WORKBOOK, from1904: true };
    host.told = { from1904: undefined };
    await restoreWorkbook(host).seen;
    expect(countsFrom1904()).toBe(true);
  });
});

it("leaves the default and the cells alone where nobody chose a year", async () => {
  await restoreWorkbook(host).seen;
  expect(chosenYear()).toBeNull();
  expect(host.recalculations).toBe(0);
});

describe("the data version of a workbook without one", () => {
  it("is noted with the first result, not by opening it", async () => {
    restoreWorkbook(host);
    await settled();
    expect(host.state.dataVersion).toBeNull();
    noteCalculation();
    await settled();
    expect(host.state.dataVersion).toBe(dataVersion);
  });

  it("is noted at once where cells were calculated before the pane was there", async () => {
    noteCalculation();
    restoreWorkbook(host);
    await settled();
    expect(host.state.dataVersion).toBe(dataVersion);
  });

  it("is left out, and cells stay, where the workbook cannot keep it", async () => {
    await restoreWorkbook(host).seen;
    host.failure = new Error("read-only");
    noteCalculation();
    await settled();
    expect(host.state.dataVersion).toBeNull();
  });
});

it("never replaces the version that a workbook comes with", async () => {
  host.state = { ...NEW_WORKBOOK, dataVersion: OLD };
  noteCalculation();
  await restoreWorkbook(host).seen;
  await settled();
  expect(host.state.dataVersion).toBe(OLD);
});
