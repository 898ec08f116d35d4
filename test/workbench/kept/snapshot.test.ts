import type { IWorkbookData } from "@univerjs/core";
import fc from "fast-check";
import { kept, readWork } from "../../../src/workbench/kept/snapshot";

const sheet = (change: object = {}): object => ({
  id: "one",
  name: "Clients",
  rowCount: 10,
  columnCount: 5,
  cellData: { 0: { 0: { v: 40_000, s: "euro" }, 1: { f: '=INASTI.QUARTERLY(A1,"principal",2026)', v: 2050 } } },
  mergeData: [{ startRow: 1, endRow: 2, startColumn: 0, endColumn: 1 }],
  rowData: { 0: { h: 30 } },
  columnData: { 4: { w: 80 } },
  ...change,
});

const snapshot = (change: object = {}, one: object = sheet()): Partial<IWorkbookData> =>
  ({
    id: "book",
    styles: { euro: { n: { pattern: "0.00" } } },
    sheetOrder: ["one"],
    sheets: { one },
    resources: [{ name: "SHEET_DEFINED_NAME_PLUGIN", data: "{}" }],
    custom: { parameterYear: 2027, ownFigures: "" },
    ...change,
  }) as Partial<IWorkbookData>;

const stored = (change: object = {}, one?: object): unknown =>
  structuredClone(kept({ snapshot: snapshot(change, one), selected: { sheet: "Clients", cell: "B1" } }, 1000));

test("what was kept is read as it was", () => {
  expect(readWork(stored())).toEqual({
    snapshot: snapshot(),
    selected: { sheet: "Clients", cell: "B1" },
    at: 1000,
    isSaved: false,
  });
});

test("without a cell that is one, the first is selected", () => {
  const work = { ...(stored() as object), selected: { sheet: "Clients", cell: "=1" } };
  expect(readWork(work)?.selected).toEqual({ sheet: "Clients", cell: "A1" });
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["a text", "{}"],
  ["another format", { ...(stored() as object), format: "statut-social workbook 0" }],
  ["no workbook", kept({ snapshot: null as never }, 0)],
  ["no sheets", stored({ sheetOrder: [], sheets: {} })],
  ["a sheet that is not there", stored({ sheetOrder: ["one", "two"] })],
  ["a sheet twice", stored({ sheetOrder: ["one", "one"] })],
  ["a sheet that is not named", stored({ sheets: { one: sheet(), two: sheet({ id: "two" }) } })],
  ["a sheet by the name of a prototype", stored({ sheetOrder: ["constructor"], sheets: {} })],
  ["a sheet of another id", stored({}, sheet({ id: "two" }))],
  ["no name", stored({}, sheet({ name: "" }))],
  ["more rows than a sheet has", stored({}, sheet({ rowCount: 1e9 }))],
  ["rows without end", stored({}, sheet({ rowCount: Infinity }))],
  ["a cell beyond the sheet", stored({}, sheet({ cellData: { 10: { 0: { v: 1 } } } }))],
  ["a cell that has no number", stored({}, sheet({ cellData: { 0: { x: { v: 1 } } } }))],
  ["cells as a list", stored({}, sheet({ cellData: [[{ v: 1 }]] }))],
  ["a value that is none", stored({}, sheet({ cellData: { 0: { 0: { v: {} } } } }))],
  ["no number for a number", stored({}, sheet({ cellData: { 0: { 0: { v: NaN } } } }))],
  ["a formula that is no text", stored({}, sheet({ cellData: { 0: { 0: { f: ["=1"] } } } }))],
  [
    "cells joined beyond the sheet",
    stored({}, sheet({ mergeData: [{ startRow: 0, endRow: 99, startColumn: 0, endColumn: 1 }] })),
  ],
  ["a row of an endless height", stored({}, sheet({ rowData: { 0: { h: Infinity } } }))],
  ["styles as a list", stored({ styles: [] })],
  ["names that cannot be read", stored({ resources: [{ name: "SHEET_DEFINED_NAME_PLUGIN", data: "{" }] })],
  ["settings as a list", stored({ custom: [] })],
])("%s is not opened", (_, value) => expect(readWork(value)).toBeUndefined());

test("whatever is put somewhere into it, it is read whole or not at all", () => {
  const junk = fc.oneof(
    fc.constantFrom<unknown>(undefined, null, NaN, Infinity, -1, 1e308, "", "__proto__", "constructor", [], {}, [null]),
    fc.anything({ maxDepth: 2 }),
  );
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }), junk, (path, value) => {
      const work = stored() as Record<string, unknown>;
      let place = work;
      path.forEach((step, depth) => {
        const keys = Object.keys(place);
        const key = keys[step % Math.max(1, keys.length)];
        if (key === undefined) return;
        const next = place[key];
        if (depth === path.length - 1 || typeof next !== "object" || next === null) place[key] = value;
        else place = next as Record<string, unknown>;
      });
      const read = readWork(work);
      if (read === undefined) return;
      for (const id of read.snapshot.sheetOrder) {
        const { name, cellData, rowCount } = read.snapshot.sheets[id]!;
        expect(name).toEqual(expect.any(String));
        expect(Object.keys(cellData!).every((row) => Number(row) < rowCount!)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});
