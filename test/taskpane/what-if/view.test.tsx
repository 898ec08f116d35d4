import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { excelHost } from "../../../src/host/excel";
import type { Host } from "../../../src/host/host";
import { WhatIfView } from "../../../src/taskpane/what-if/what-if-view";
import { calculating, callingOf } from "../../host/calculating";
import { FakeBook, fakeOffice } from "../../host/fake-excel";
import { callNamed, sourceFunctions } from "../../setup/excel";
import { FakeHost, workbookOf } from "../fake-host";
import { renderView } from "../setup";

const functions = sourceFunctions();
const ask = (id: string, asked: Record<string, unknown>): number => callNamed(functions, id, asked) as number;
const cents = (euros: number): number => Math.round(euros * 100) / 100;

const euros = (amount: number): string => `€${cents(amount).toLocaleString("en", { minimumFractionDigits: 2 })}`;

/** The cells are those of a workbook in memory behind Office.js. */
class CellsHost extends FakeHost {
  override state = workbookOf(2026);
  override selectedCell = () => excelHost.selectedCell();
  override outline = () => excelHost.outline();
  override readRanges = (...asked: Parameters<Host["readRanges"]>) => excelHost.readRanges(...asked);
  override formulaCells = (...asked: Parameters<Host["formulaCells"]>) => excelHost.formulaCells(...asked);
  override tryNumbers = (...asked: Parameters<Host["tryNumbers"]>) => excelHost.tryNumbers(...asked);
  override insertSheet = (...asked: Parameters<Host["insertSheet"]>) => excelHost.insertSheet(...asked);
}

let book: FakeBook;

beforeEach(() => {
  book = new FakeBook();
  Object.assign(globalThis, fakeOffice(book));
  calculating(book, callingOf(functions));
  book.name("PARAMETER_YEAR", "=2026");
  book.type({ A1: "Income", B1: 40_000, A2: "A quarter", B2: '=INASTI.QUARTERLY(B1,"principal",2026)' });
});

const section = (name: string) => within(screen.getByRole("region", { name }));
type Part = ReturnType<typeof section>;
const type = (part: Part, label: string | RegExp, value: string, at = 0): void => {
  fireEvent.change(part.getAllByLabelText(label)[at]!, { target: { value } });
};
const press = (part: Part, name: string | RegExp): void => void fireEvent.click(part.getByRole("button", { name }));
const GOAL = "Goal seek";
const TABLE = "Sensitivity table";
const PLCI = "PLCI/VAPZ: maximum and saving";

describe("goal seek", () => {
  const fill = (wanted: string, target = "Sheet1!B2", changing = "Sheet1!B1"): Part => {
    const goal = section(GOAL);
    type(goal, /^Target cell/, target);
    type(goal, /^Wanted value/, wanted);
    type(goal, /^Changing cell/, changing);
    return goal;
  };

  it("puts the income of a contribution into its cell, and back", async () => {
    await renderView(<WhatIfView />, new CellsHost());
    const goal = fill("2,500.00");
    press(goal, "Seek the value");
    const income = ask("INASTI.INCOMEFOR", { quarterly: 2500, category: "principal", year: 2026 });
    await goal.findByText(`Sheet1!B1 now holds ${euros(income)}, and Sheet1!B2 shows €2,500.00.`);
    expect(book.values()).toMatchObject({ B1: income, B2: 2500 });
    press(goal, "Put Sheet1!B1 back");
    await goal.findByText("Sheet1!B1 holds its former value again.");
    expect(book.values()).toMatchObject({ B1: 40_000 });
    expect(goal.queryByRole("button", { name: "Put Sheet1!B1 back" })).toBeNull();
  });

  it("takes the selected cell", async () => {
    await renderView(<WhatIfView />, new CellsHost());
    const goal = section(GOAL);
    book.selected = { sheet: "Sheet1", address: "B2" };
    press(goal, "Target cell: use the selected cell");
    await waitFor(() => expect(goal.getByRole("textbox", { name: /^Target cell/ })).toHaveValue("Sheet1!B2"));
  });

  it("says what is wrong beside the field", async () => {
    await renderView(<WhatIfView />, new CellsHost());
    const goal = fill("a lot", "B2", "Sheet1!A1:B2");
    expect(goal.getAllByText("Enter one cell with its sheet, such as Sheet1!B5.")).toHaveLength(2);
    goal.getByText("Enter an amount, such as 2,500.00.");
    fill("1", "Sheet1!B2", "sheet1!$B$2");
    goal.getByText("Choose another cell than the target cell.");
    type(goal, "From", "10");
    type(goal, "To", "9");
    goal.getByText("The last value is below the first.");
    expect(goal.getByRole("button", { name: "Seek the value" })).toBeDisabled();
  });

  it.each<[string, string, string, RegExp]>([
    [
      "a jump",
      "50",
      "Sheet1!C2",
      /^No value gives €50\.00: Sheet1!C2 jumps from €0\.00 \(with €1,\d{3}\.\d\d\) to €\d\d\.\d\d/,
    ],
    [
      "what is out of reach",
      "100000",
      "Sheet1!B2",
      /^Nothing was found from €0\.00 to €250,000\.00 that gives €100,000\.00/,
    ],
    ["what does not depend on it", "5", "Sheet1!C3", /^Sheet1!C3 shows €7\.00 whatever Sheet1!B1 holds/],
    ["an error", "5", "Sheet1!C4", /^Sheet1!C4 shows no number between these bounds: #VALUE!/],
    ["a cell that is not there", "5", "Gone!C4", /^The workbook has no cell Gone!C4\.$/],
  ])("names %s", async (_, wanted, target, said) => {
    book.type({
      C2: '=INASTI.QUARTERLY(B1,"complementary",2026)',
      C3: "=3+4",
      C4: '=INASTI.QUARTERLY(B1,"unheard of",2026)',
    });
    await renderView(<WhatIfView />, new CellsHost());
    const goal = fill(wanted, target);
    press(goal, "Seek the value");
    await goal.findByText(said);
    expect(book.values()).toMatchObject({ B1: 40_000 });
  });

  it("refuses a formula as the changing cell", async () => {
    await renderView(<WhatIfView />, new CellsHost());
    const goal = fill("5", "Sheet1!B1", "Sheet1!B2");
    press(goal, "Seek the value");
    await goal.findByText(/^Sheet1!B2 holds a formula/);
  });

  it("shows how far it is, and stops", async () => {
    await renderView(<WhatIfView />, new CellsHost());
    book.isBusy = () => true;
    const goal = fill("2500");
    press(goal, "Seek the value");
    await goal.findByText(/^Seeking: step 0 of 42$/);
    press(goal, "Stop");
    await goal.findByText("Stopped: Sheet1!B1 is as it was before.");
    book.isBusy = () => false;
    expect(book.values()).toMatchObject({ B1: 40_000 });
  });

  it("seeks a percentage", async () => {
    book.type({ B3: "=B2/B1" });
    await renderView(<WhatIfView />, new CellsHost());
    const goal = fill("4.75%", "Sheet1!B3");
    type(goal, "From", "75,000");
    press(goal, "Seek the value");
    await goal.findByText(/and Sheet1!B3 shows 4\.75%\.$/);
    const { B1, B2 } = book.values() as { B1: number; B2: number };
    expect(Math.round((B2 / B1) * 10_000)).toBe(475);
  });
});

describe("the table", () => {
  const fill = (target: string, row: string, column = ""): Part => {
    const table = section(TABLE);
    type(table, /^Target cell/, target);
    type(table, /^Cell/, row, 0);
    if (column !== "") type(table, /^Cell/, column, 1);
    return table;
  };
  const incomes = [20_000, 30_000, 40_000, 50_000, 60_000, 70_000, 80_000, 90_000, 100_000];

  it("of one cell consists of live formulas, and of the difference from now", async () => {
    await renderView(<WhatIfView />, new CellsHost());
    const table = fill("Sheet1!B2", "Sheet1!B1");
    table.getByText("Results in the table: 9");
    press(table, "Insert the table as a sheet");
    await table.findByText(/^Inserted as the sheet “Sensitivity”\. Its results are live formulas/);
    const cells = book.values("Sensitivity");
    const quarterly = incomes.map((income) => ask("INASTI.QUARTERLY", { income, category: "principal", year: 2026 }));
    expect(incomes.map((_, index) => cells[`B${index + 6}`])).toEqual(incomes);
    expect(incomes.map((_, index) => cells[`C${index + 6}`])).toEqual(quarterly);
    expect(incomes.map((_, index) => cents(cells[`D${index + 6}`] as number))).toEqual(
      quarterly.map((amount) => cents(amount - quarterly[2]!)),
    );
    expect(cells).toMatchObject({ B5: "Income (Sheet1!B1)", C5: "A quarter (Sheet1!B2)" });
    expect(book.formulasOf("Sensitivity")).toMatchObject({ C6: '=INASTI.QUARTERLY($B$6,"principal",2026)' });
    book.type({ B6: 25_000 }, "Sensitivity");
    expect(book.values("Sensitivity")["C6"]).toBe(
      ask("INASTI.QUARTERLY", { income: 25_000, category: "principal", year: 2026 }),
    );
    expect(book.values()).toMatchObject({ B1: 40_000 });
  });

  it("of two cells follows formulas from cell to cell and sheet to sheet", async () => {
    book.addSheet("The bill");
    book.type({ B3: 0.0305, B4: "=10+'The bill'!A1" });
    book.type({ A1: "=ROUND(Sheet1!B2*(1+Sheet1!$B$3),2)" }, "The bill");
    await renderView(<WhatIfView />, new CellsHost());
    const table = fill("Sheet1!B4", "Sheet1!B1", "Sheet1!B3");
    fireEvent.change(table.getAllByLabelText("Kind of value")[1]!, { target: { value: "percent" } });
    fireEvent.change(table.getAllByLabelText("Values to try")[1]!, { target: { value: "list" } });
    type(table, /^Values$/, "3.05; 4.25 ;5");
    press(table, "Insert the table as a sheet");
    await table.findByText(/Its results are live formulas/);
    const cells = book.values("Sensitivity");
    expect(["C5", "D5", "E5"].map((cell) => cells[cell])).toEqual([0.0305, 0.0425, 0.05]);
    for (const [row, income] of incomes.entries())
      for (const [column, rate] of [0.0305, 0.0425, 0.05].entries()) {
        const quarter = ask("INASTI.QUARTERLY", { income, category: "principal", year: 2026 });
        expect(cells[`${"CDE"[column]}${row + 6}`]).toBe(cents(Math.round(quarter * (1 + rate) * 100) / 100 + 10));
      }
    expect(book.formulasOf("Sensitivity")["D7"]).toBe(
      '=10+(ROUND((INASTI.QUARTERLY($B$7,"principal",2026))*(1+$D$5),2))',
    );
  });

  it("consists of values that were tried where a range is on the way", async () => {
    book.type({ C1: 30_000, C2: '=INASTI.QUARTERLY(C1,"principal",2026)', D2: "=SUM(B2:C2)" });
    await renderView(<WhatIfView />, new CellsHost());
    const table = fill("Sheet1!D2", "Sheet1!B1", "Sheet1!C1");
    for (const [label, text] of [
      ["From", "10000"],
      ["To", "20000"],
      ["Step", "5000"],
    ] as const)
      type(table, label, text, 1);
    press(table, "Insert the table as a sheet");
    await table.findByText(/Its results are values that were tried/);
    expect(book.formulasOf("Sensitivity")).toEqual({});
    const cells = book.values("Sensitivity");
    for (const [row, income] of incomes.entries())
      for (const [column, other] of [10_000, 15_000, 20_000].entries()) {
        const both = [income, other].map((one) =>
          ask("INASTI.QUARTERLY", { income: one, category: "principal", year: 2026 }),
        );
        expect(cells[`${"CDE"[column]}${row + 6}`]).toBe(both[0]! + both[1]!);
      }
    expect(cells["B2"]).toMatch(/^Values of .*, data .*: each was tried in Sheet1!B1, Sheet1!C1 of this workbook/);
    expect(book.values()).toMatchObject({ B1: 40_000, C1: 30_000 });
  });

  it("that is stopped inserts nothing, and leaves the cells as they were", async () => {
    book.type({ D2: "=SUM(B1:B2)" });
    await renderView(<WhatIfView />, new CellsHost());
    let tried = 0;
    book.between = () => {
      if (++tried === 20) press(section(TABLE), "Stop");
    };
    const table = fill("Sheet1!D2", "Sheet1!B1");
    press(table, "Insert the table as a sheet");
    await table.findByText("Stopped: nothing was inserted, and the cells are as they were before.");
    expect(book.sheets).toHaveLength(1);
    expect(book.values()).toMatchObject({ B1: 40_000 });
  });

  it.each([
    ["Sheet1!B1", "Sheet1!B2", /^Sheet1!B1 holds no formula/],
    ["Sheet1!B2", "Sheet1!C9", /^Sheet1!B2 does not depend on Sheet1!C9/],
  ])("is not made of %s by %s", async (target, row, said) => {
    await renderView(<WhatIfView />, new CellsHost());
    const table = fill(target, row);
    press(table, "Insert the table as a sheet");
    await table.findByText(said);
    expect(book.sheets).toHaveLength(1);
  });
});

describe("PLCI", () => {
  const profit = 60_000;
  const asked = { category: "principal", year: 2026 };
  const maximum = ask("PENSION.PLCI", { incomeN3: 35_000, ...asked });
  const without = ask("INASTI.FROMPROFIT", { profit, ...asked });
  const withIt = ask("INASTI.FROMPROFIT", { profit: cents(profit - maximum), ...asked });

  it("tells the maximum and what it saves, with the formulas and the assumption", async () => {
    await renderView(<WhatIfView />, new CellsHost());
    const plci = section(PLCI);
    plci.getByText("Fill in the fields to see the answer; those marked * are required.");
    type(plci, /^Income of year N-3/, "35000");
    type(plci, /^Profit before contributions and premium/, String(profit));
    for (const [label, amount] of [
      ["Maximum premium", maximum],
      ["Contributions without a premium", without],
      ["Contributions with the premium", withIt],
      ["Saving in contributions", without - withIt],
      ["Premium less this saving", maximum - without + withIt],
    ] as const)
      expect(plci.getByText(label, { selector: "dt" }).nextSibling).toHaveTextContent(euros(amount));
    plci.getByText("Assumption");
    plci.getByText('=PENSION.PLCI(35000,PARAMETER_YEAR,"ordinary",,"principal")');
    press(plci, "Insert as sheet");
    await plci.findByText("Inserted as the sheet “PLCI”.");
    const cells = book.values("PLCI");
    expect(["C15", "C16", "C17", "C18"].map((cell) => cells[cell])).toEqual([maximum, maximum, without, withIt]);
    expect([cents(cells["C19"] as number), cents(cells["C20"] as number)]).toEqual([
      cents(without - withIt),
      cents(maximum - without + withIt),
    ]);
    book.type({ C12: 1000 }, "PLCI");
    expect(book.values("PLCI")).toMatchObject({ C16: 1000 });
  });

  it("starts from an income too: the profit is that income with its contributions", async () => {
    await renderView(<WhatIfView />, new CellsHost());
    const plci = section(PLCI);
    type(plci, /^Income of year N-3/, "35000");
    fireEvent.change(plci.getByLabelText("Starting from"), { target: { value: "income" } });
    type(plci, /^Income of the year without a premium/, "48000");
    const annual = ask("INASTI.ANNUAL", { income: 48_000, ...asked });
    const reduced = ask("INASTI.FROMPROFIT", { profit: cents(48_000 + annual - maximum), ...asked });
    expect(plci.getByText("Contributions without a premium", { selector: "dt" }).nextSibling).toHaveTextContent(
      euros(annual),
    );
    expect(plci.getByText("Contributions with the premium", { selector: "dt" }).nextSibling).toHaveTextContent(
      euros(reduced),
    );
    press(plci, "Insert as sheet");
    await plci.findByText("Inserted as the sheet “PLCI”.");
    expect(book.values("PLCI")).toMatchObject({ C17: annual, C18: reduced });
  });

  it("refuses a premium above the maximum, and a year that has none", async () => {
    await renderView(<WhatIfView />, new CellsHost());
    const plci = section(PLCI);
    type(plci, /^Income of year N-3/, "35000");
    type(plci, /^Profit before contributions and premium/, String(profit));
    type(plci, /^Premium paid/, "9999");
    plci.getByText(`The premium exceeds the maximum of ${euros(maximum)}.`);
    expect(plci.queryByText("Saving in contributions")).toBeNull();
    expect(plci.getByRole("button", { name: "Insert as sheet" })).toBeDisabled();
    type(plci, /^Year of the premium/, "1999");
    plci.getByText(/^Enter a whole number from 2016 to 20\d\d\.$/);
  });
});
