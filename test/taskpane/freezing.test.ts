import { readNote, writeNote } from "../../src/taskpane/workbook/frozen-note";
import { type Ending, freeze, planFreeze, type Scope, unfreeze } from "../../src/taskpane/workbook/freezing";
import { sourceFunctions } from "../setup/excel";
import { type MemoryCell, MemoryHost } from "./memory-host";

const QUARTER = '=INASTI.QUARTERLY(B1,"principal",2026)';
const DOUBLE = "=SUM(INASTI.ANNUAL(B1,B2))*2";
const TABLE = "=FUND.COMPARE(B1)";
const BROKEN = "=PASSERELLE.MONTHS(B9)";

const RESULTS = {
  [QUARTER]: 2050,
  [DOUBLE]: 16400,
  [TABLE]: [
    ["fund", "rate"],
    ["Acerta", 0.0305],
  ],
  [BROKEN]: "#VALUE!",
  "=A1*2": 4100,
  "=INASTI.VERSION()": "#BUSY!",
};

const CELLS: Record<string, MemoryCell> = {
  "One!A1": { formula: QUARTER },
  "One!A2": { formula: "=A1*2" },
  "One!A3": { formula: DOUBLE, note: "Mine,\nby hand" },
  "One!D1": { value: "=INASTI.QUARTERLY(1)" },
  "Two!C3": { formula: TABLE },
  "Two!A1": { formula: BROKEN },
};

const STAMP = { heading: "Frozen", date: "2026-11-25", dataVersion: "d1" };
const WHOLE: Scope = null;

const hostOf = (cells = CELLS): MemoryHost => new MemoryHost(cells, RESULTS);
const freezeAll = async (host: MemoryHost, scope: Scope = WHOLE): Promise<Ending> =>
  freeze(host, await planFreeze(host, scope, {}), STAMP, {});

beforeAll(() => void sourceFunctions());

it("puts values in the place of our formulas, whole tables too, and leaves every other formula", async () => {
  const host = hostOf();
  const { done, left, failure } = await freezeAll(host);
  expect({ done, left, failure }).toEqual({ done: 4, left: [], failure: null });
  const { content } = host;
  expect(Object.keys(content).filter((place) => content[place]!.formula)).toEqual(["One!A2"]);
  expect(content["One!A1"]!.value).toBe(2050);
  expect(["Two!C3", "Two!D3", "Two!C4", "Two!D4"].map((place) => content[place]!.value)).toEqual([
    "fund",
    "rate",
    "Acerta",
    0.0305,
  ]);
  expect(readNote(content["Two!C3"]!.note!)).toMatchObject({ formula: TABLE, rows: 2, columns: 2, dataVersion: "d1" });
});

it("gives the very workbook back when it is unfrozen", async () => {
  const host = hostOf();
  const before = host.content;
  await freezeAll(host);
  expect(await unfreeze(host, WHOLE, {})).toMatchObject({ done: 4, cleared: 0, left: [], failure: null });
  expect(host.content).toEqual(before);
});

it("keeps to one sheet where that is wanted", async () => {
  const host = hostOf();
  expect((await freezeAll(host, "Two")).done).toBe(2);
  expect(host.content["One!A1"]!.formula).toBe(QUARTER);
  expect((await unfreeze(host, "One", {})).done).toBe(0);
  expect((await unfreeze(host, "Two", {})).done).toBe(2);
});

it("leaves protected sheets and cells without a result alone, and says so", async () => {
  const host = hostOf({ ...CELLS, "Three!A1": { formula: "=INASTI.VERSION()" } });
  host.locked = ["Two"];
  const plan = await planFreeze(host, WHOLE, {});
  expect(plan.sheets).toEqual(["One"]);
  expect(plan.protectedSheets).toEqual(["Two"]);
  expect((await freezeAll(host)).left).toEqual([
    { sheet: "Two", address: "C3", reason: "protected" },
    { sheet: "Two", address: "A1", reason: "protected" },
    { sheet: "Three", address: "A1", reason: "no-value" },
  ]);
  expect(host.content["Two!C3"]!.formula).toBe(TABLE);
});

it("leaves a cell whose own note leaves no room for ours", async () => {
  const host = hostOf({ "One!A1": { formula: QUARTER, note: "x".repeat(32_700) } });
  expect(await freezeAll(host)).toMatchObject({
    done: 0,
    left: [{ sheet: "One", address: "A1", reason: "long-note" }],
  });
  expect(host.content["One!A1"]!.formula).toBe(QUARTER);
});

it("leaves frozen values that somebody typed over, with the formula in their note", async () => {
  const host = hostOf();
  await freezeAll(host);
  host.type("One!A1", { value: 2051 });
  host.type("Two!D4", { value: 0.04 });
  expect(await unfreeze(host, WHOLE, {})).toMatchObject({
    done: 2,
    left: [
      { sheet: "One", address: "A1", reason: "changed" },
      { sheet: "Two", address: "C3", reason: "changed" },
    ],
  });
  expect(host.content["One!A1"]).toMatchObject({ value: 2051, note: expect.stringContaining(QUARTER) as string });
  expect(host.content["Two!D4"]!.value).toBe(0.04);
});

it("only takes the note from a cell whose formula is back, and leaves one with another formula", async () => {
  const host = hostOf();
  await freezeAll(host);
  host.type("One!A1", { formula: QUARTER });
  host.type("One!A3", { formula: "=1+1" });
  host.type("Two!C3", { formula: TABLE });
  // Below the table that came back somebody has begun to type.
  host.type("Two!C5", { value: "mine" });
  expect(await unfreeze(host, WHOLE, {})).toMatchObject({
    done: 1,
    cleared: 2,
    left: [{ sheet: "One", address: "A3", reason: "other-formula" }],
  });
  expect(host.content["One!A1"]).toEqual({ formula: QUARTER, value: 2050 });
  expect(host.content["One!A3"]!.formula).toBe("=1+1");
  expect(host.content["Two!C3"]!.note).toBeUndefined();
  expect(host.content["Two!C5"]!.value).toBe("mine");
});

it("leaves frozen cells that moved, whose formulas would name other cells; without a cell in it a formula comes back", async () => {
  const version = "=INASTI.ANNUAL(40000)";
  const host = new MemoryHost(
    { "One!A1": { formula: QUARTER }, "One!A3": { formula: version } },
    { ...RESULTS, [version]: 8200 },
  );
  await freezeAll(host);
  // Somebody put a row above.
  const { "One!A1": quarter, "One!A3": other } = host.content;
  const moved = new MemoryHost({ "One!A2": quarter!, "One!A4": other! }, { ...RESULTS, [version]: 8200 });
  expect(await unfreeze(moved, WHOLE, {})).toMatchObject({
    done: 1,
    left: [{ sheet: "One", address: "A2", reason: "moved" }],
  });
  expect(moved.content).toEqual({ "One!A2": quarter, "One!A4": { formula: version, value: 8200 } });
});

it("names the cells that the spreadsheet does not let be changed, and counts the others", async () => {
  const host = hostOf();
  host.untouchable = "One!A1";
  const left = [{ sheet: "One", address: "A1", reason: "refused" }];
  expect(await freezeAll(host)).toMatchObject({ done: 3, left, isCancelled: false });
  host.untouchable = undefined;
  await freezeAll(host);
  host.untouchable = "One!A1";
  expect(await unfreeze(host, WHOLE, {})).toMatchObject({ done: 3, left, isCancelled: false });
});

it("leaves notes of protected sheets", async () => {
  const host = hostOf();
  await freezeAll(host);
  host.locked = ["Two"];
  expect(await unfreeze(host, WHOLE, {})).toMatchObject({
    done: 2,
    left: [
      { sheet: "Two", address: "C3", reason: "protected" },
      { sheet: "Two", address: "A1", reason: "protected" },
    ],
  });
});

it("loses nothing to an undo in between", async () => {
  const host = hostOf();
  const before = host.content;
  await freezeAll(host);
  const frozen = host.content;
  host.undo();
  expect(host.content).toEqual(before);
  await freezeAll(host);
  await unfreeze(host, WHOLE, {});
  // An undo of the last sheet that came back.
  host.undo();
  await unfreeze(host, WHOLE, {});
  expect(host.content).toEqual(before);
  expect(frozen).not.toEqual(before);
});

describe("when the host fails half-way", () => {
  // Four notes and four values are written.
  it.each([0, 1, 3, 4, 5, 6, 7])(
    "after %p actions: the ending counts, a second run goes on, unfreeze takes all back",
    async (count) => {
      const host = hostOf();
      const before = host.content;
      host.failAfter = count;
      const { done, failure } = await freezeAll(host);
      expect(done).toBe(Math.max(0, count - 4));
      expect(failure).toEqual(new Error("The host gave up."));

      host.failAfter = undefined;
      const halfway = host.content;
      await unfreeze(host, WHOLE, {});
      expect(host.content).toEqual(before);

      const again = hostOf(halfway);
      expect((await freezeAll(again)).done).toBe(4 - done);
      await unfreeze(again, WHOLE, {});
      expect(again.content).toEqual(before);
    },
  );

  it.each([0, 1, 2, 3])("unfreezing stops after %p cells, and goes on the next time", async (count) => {
    const host = hostOf();
    const before = host.content;
    await freezeAll(host);
    host.failAfter = count;
    expect(await unfreeze(host, WHOLE, {})).toMatchObject({ done: count, failure: new Error("The host gave up.") });
    host.failAfter = undefined;
    expect((await unfreeze(host, WHOLE, {})).done).toBe(4 - count);
    expect(host.content).toEqual(before);
  });
});

describe("when it is cancelled", () => {
  /** Cancels when so many cells are done. */
  const cancelAt = (count: number) => {
    const controller = new AbortController();
    return {
      signal: controller.signal,
      onProgress: (done: number): void => {
        if (done === count) controller.abort();
      },
    };
  };

  it("freezing stops between two cells and says how far it came", async () => {
    const host = hostOf();
    const before = host.content;
    const ending = await freeze(host, await planFreeze(host, WHOLE, {}), STAMP, cancelAt(2));
    expect(ending).toMatchObject({ done: 2, isCancelled: true, failure: null });
    await unfreeze(host, WHOLE, {});
    expect(host.content).toEqual(before);
  });

  it("unfreezing too, and does not begin another sheet", async () => {
    const host = hostOf();
    const before = host.content;
    await freezeAll(host);
    expect(await unfreeze(host, WHOLE, cancelAt(2))).toMatchObject({ done: 2, isCancelled: true });
    expect(host.content["Two!C3"]!.formula).toBeUndefined();
    await unfreeze(host, WHOLE, {});
    expect(host.content).toEqual(before);
  });

  it("is no cancellation where all was done", async () => {
    const host = hostOf();
    expect(await freeze(host, await planFreeze(host, WHOLE, {}), STAMP, cancelAt(4))).toMatchObject({
      done: 4,
      isCancelled: false,
    });
  });
});

it("reads a note that a person in another language wrote", async () => {
  const note = writeNote("Gefroren", {
    ...STAMP,
    address: "A1",
    formula: QUARTER,
    rows: 1,
    columns: 1,
    checksum: "00000000",
    userNote: null,
  });
  const host = hostOf({ "One!A1": { value: 1, note } });
  expect((await unfreeze(host, WHOLE, {})).left).toEqual([{ sheet: "One", address: "A1", reason: "changed" }]);
});
