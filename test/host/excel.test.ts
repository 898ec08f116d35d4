import { OfficeMockObject } from "office-addin-mock";
import { excelHost } from "../../src/host/excel";
import { InsertRefused, type Table } from "../../src/host/host";

const TABLE: Table = {
  title: "Fees",
  header: ["fund", "rate"],
  rows: [
    ["Acerta", 0.0305],
    ["UCM", 0.0405],
  ],
  formats: ["@", "0.00%"],
};
const EMPTY = Array.from({ length: 4 }, () => ["", ""]);
const EMPTY_TYPES = Array.from({ length: 4 }, () => ["Empty", "Empty"]);

/** A range of Excel that takes writes and keeps the number formats of its columns. */
function rangeMock(contents: Partial<Record<"formulas" | "valueTypes", unknown[][]>> = {}) {
  const formats: unknown[] = [];
  const range = new OfficeMockObject({
    address: "Sheet1!B2:C5",
    formulas: EMPTY,
    valueTypes: EMPTY_TYPES,
    values: [],
    ...contents,
    format: { autofitColumns: jest.fn(), font: {} },
    getRow: () => ({ format: { font: {} } }),
    getOffsetRange: () => range,
    getResizedRange: () => range,
    getColumn: (index: number) => ({
      set numberFormat(format: unknown) {
        formats[index] = format;
      },
    }),
  });
  return { range, formats };
}

function install(range: OfficeMockObject, year?: OfficeMockObject) {
  const settings = new Map<string, unknown>();
  const calculate = jest.fn();
  const add = jest.fn();
  const resized = jest.fn(() => range);
  const context = new OfficeMockObject({
    workbook: {
      application: { calculate },
      names: { add, getItemOrNullObject: () => year ?? { isNullObject: true } },
      getActiveCell: () => ({ getResizedRange: resized }),
    },
  });
  const sync = jest.spyOn(context, "sync").mockImplementation(() => range.sync());
  const saveAsync = jest.fn((done: (result: object) => void) => done({ status: "succeeded" }));
  Object.assign(globalThis, {
    Office: {
      AsyncResultStatus: { Succeeded: "succeeded" },
      context: {
        displayLanguage: "fr-BE",
        contentLanguage: "nl-BE",
        document: {
          settings: {
            get: (key: string) => settings.get(key) ?? null,
            set: (key: string, value: unknown) => settings.set(key, value),
            saveAsync,
          },
        },
      },
    },
    Excel: {
      CalculationType: { full: "Full" },
      RangeValueType: { empty: "Empty" },
      run: (batch: (context: OfficeMockObject) => Promise<unknown>) => batch(context),
    },
  });
  return { calculate, add, resized, saveAsync, sync };
}

describe("the parameter year", () => {
  it("is null in a workbook where nobody chose one", async () => {
    install(rangeMock().range);
    await expect(excelHost.readParameterYear()).resolves.toBeNull();
  });

  it("is stored in the workbook, shown as PARAMETER_YEAR, and recalculates every formula", async () => {
    const { add, calculate, saveAsync } = install(rangeMock().range);
    await excelHost.writeParameterYear(2024);
    await expect(excelHost.readParameterYear()).resolves.toBe(2024);
    expect(saveAsync).toHaveBeenCalledTimes(1);
    expect(add).toHaveBeenCalledWith("PARAMETER_YEAR", "=2024");
    expect(calculate).toHaveBeenCalledWith("Full");
  });

  it("changes a name that is there", async () => {
    const name = new OfficeMockObject({ isNullObject: false, formula: "=2024" });
    name.load("isNullObject");
    await name.sync();
    const { add } = install(rangeMock().range, name);
    await excelHost.writeParameterYear(2025);
    expect(add).not.toHaveBeenCalled();
    expect(name["formula"]).toBe("=2025");
  });

  it("is not stored when Excel refuses the calculation", async () => {
    const { saveAsync, sync } = install(rangeMock().range);
    sync.mockRejectedValueOnce(new Error("a cell is being edited"));
    await expect(excelHost.writeParameterYear(2024)).rejects.toThrow("a cell is being edited");
    await expect(excelHost.readParameterYear()).resolves.toBeNull();
    expect(saveAsync).not.toHaveBeenCalled();
  });

  it("fails with Office's words when the workbook cannot keep it", async () => {
    const { saveAsync } = install(rangeMock().range);
    saveAsync.mockImplementation((done) => done({ status: "failed", error: { message: "read-only" } }));
    await expect(excelHost.writeParameterYear(2024)).rejects.toThrow("read-only");
  });
});

describe("a table", () => {
  it("is written at the selected cell, with its title, header and formats", async () => {
    const { range, formats } = rangeMock();
    const { resized } = install(range);
    await expect(excelHost.insertTable(TABLE)).resolves.toBe("Sheet1!B2:C5");
    expect(resized).toHaveBeenCalledWith(3, 1);
    expect(range["values"]).toEqual([
      ["Fees", ""],
      ["fund", "rate"],
      ["Acerta", 0.0305],
      ["UCM", 0.0405],
    ]);
    expect(formats).toEqual([
      [["@"], ["@"]],
      [["0.00%"], ["0.00%"]],
    ]);
  });

  it.each([
    ["a value", { valueTypes: [...EMPTY_TYPES.slice(1), ["Empty", "Double"]] }],
    ["a formula with an empty result", { formulas: [...EMPTY.slice(1), ['=""', ""]] }],
  ])("does not overwrite %s", async (_, contents) => {
    const { range } = rangeMock(contents);
    install(range);
    const before: unknown = range["values"];
    await expect(excelHost.insertTable(TABLE)).rejects.toEqual(new InsertRefused("occupied", "Sheet1!B2:C5"));
    expect(range["values"]).toBe(before);
  });

  it.each([
    ["InvalidArgument", "edge"],
    ["AccessDenied", "locked"],
  ] as const)("is refused in words where Excel answers %s", async (code, reason) => {
    const { range } = rangeMock();
    const { sync } = install(range);
    // Excel finds the edge when it looks at the place, and the lock when it writes.
    if (reason === "locked") sync.mockImplementationOnce(() => range.sync());
    sync.mockRejectedValueOnce(Object.assign(new Error(code), { code }));
    await expect(excelHost.insertTable(TABLE)).rejects.toMatchObject({ reason });
  });
});

describe("languages and theme", () => {
  it("are Office's", () => {
    install(rangeMock().range);
    expect(excelHost.displayLanguage()).toBe("fr-BE");
    expect(excelHost.contentLanguage()).toBe("nl-BE");
  });

  it.each([
    ["#212121", true],
    ["#FFFFFF", false],
    ["#e6e6e6", false],
    [undefined, false],
  ])("a background of %s is dark: %s", (bodyBackgroundColor, dark) => {
    install(rangeMock().range);
    Object.assign(Office.context, { officeTheme: bodyBackgroundColor && { bodyBackgroundColor } });
    expect(excelHost.isDarkTheme()).toBe(dark);
  });
});
