import { OfficeMockObject } from "office-addin-mock";
import { excelHost } from "../../src/host/excel";
import { calculateWorkbook } from "../../src/host/excel/calculation";
import { FakeBook, fakeOffice } from "./fake-excel";

/** The mock has no collections of sheets. */
jest.mock("../../src/host/excel/calculation", () => ({ calculateWorkbook: jest.fn() }));

/** The office-addin-mock answers nothing that was not loaded: an opinion on that beside the one of our own fake. */
function install(workbook: object, synced: readonly OfficeMockObject[] = []) {
  const context = new OfficeMockObject({ workbook });
  const sync = jest.spyOn(context, "sync").mockImplementation(async () => {
    for (const object of synced) await object.sync();
  });
  const { Office, Excel } = fakeOffice(new FakeBook());
  type Batch = (context: OfficeMockObject) => Promise<unknown>;
  const run = (...parameters: [...options: object[], batch: Batch]): Promise<unknown> =>
    (parameters.at(-1) as Batch)(context);
  Object.assign(globalThis, { Office, Excel: { ...Excel, run } });
  return { sync };
}

const named = async (formula: string): Promise<OfficeMockObject> => {
  const name = new OfficeMockObject({ isNullObject: false, formula });
  name.load("isNullObject");
  await name.sync();
  return name;
};

it("writes the parameters into names that are there, and adds the others", async () => {
  const year = await named("=2024");
  const add = jest.fn();
  const getItemOrNullObject = (name: string) => (name === "PARAMETER_YEAR" ? year : { isNullObject: true });
  install({ names: { add, getItemOrNullObject } });
  await excelHost.writeParameters({ year: 2028, indexation: "0.02" });
  expect(year["formula"]).toBe("=2028");
  expect(add.mock.calls).toEqual([["PARAMETER_INDEXATION", "=2/100"]]);
  expect(calculateWorkbook).toHaveBeenCalledTimes(1);
});

it("loads what it tells of the selected cell", async () => {
  const parent = new OfficeMockObject({
    isNullObject: false,
    address: "'My sheet'!A3",
    rowIndex: 2,
    columnIndex: 0,
    formulas: [["=FUND.COMPARE(B1)"]],
  });
  parent.load("isNullObject");
  const cell = new OfficeMockObject({
    address: "'My sheet'!B4",
    rowIndex: 3,
    columnIndex: 1,
    formulas: [["=FUND.COMPARE(B1)"]],
    values: [[0.0305]],
    valueTypes: [["Double"]],
    text: [["3,05 %"]],
    worksheet: { name: "My sheet" },
    getSpillParentOrNullObject: () => parent,
  });
  install({ getActiveCell: () => cell }, [cell, parent]);
  await expect(excelHost.selectedCell()).resolves.toEqual({
    sheet: "My sheet",
    address: "B4",
    formula: null,
    value: 0.0305,
    text: "3,05 %",
    spilledFrom: { address: "A3", formula: "=FUND.COMPARE(B1)", row: 1, column: 1 },
  });
});

it("loads what it tells of the selected range", async () => {
  const range = new OfficeMockObject({ address: "'My sheet'!B4:B9", worksheet: { name: "My sheet" } });
  install({ getSelectedRange: () => range }, [range]);
  await expect(excelHost.selectedRange()).resolves.toBe("'My sheet'!B4:B9");
});
