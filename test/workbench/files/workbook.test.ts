import type { Book, Cell } from "../../../src/package";
import { listsOf } from "../../../src/workbench/files/lists";
import { fileStyle, sheetStyle } from "../../../src/workbench/files/looks";
import { customOf, lostFigures, namesWithMark, settingsOf } from "../../../src/workbench/files/stored";
import { HOLDS, workbookOf } from "../../../src/workbench/files/workbook";
import { kept, readWork } from "../../../src/workbench/kept/snapshot";

const bookOf = (sheet: Partial<Book["sheets"][0]>): Book => ({ sheets: [{ name: "A", cells: [], ...sheet }] });

test("more cells or formulas than the workbench holds are refused", () => {
  const cells = (count: number, content: Partial<Cell>): Cell[] =>
    Array.from({ length: count }, (_, row) => ({ row, column: 0, ...content }));
  const refusal = (key: string, limit: number): unknown => expect.objectContaining({ key, facts: { limit } });
  expect(() => workbookOf(bookOf({ cells: cells(HOLDS.cells + 1, { value: 1 }) }), "a")).toThrow(
    refusal("too-many-cells", HOLDS.cells) as Error,
  );
  expect(() => workbookOf(bookOf({ cells: cells(HOLDS.formulas + 1, { formula: "=1" }) }), "a")).toThrow(
    refusal("too-many-formulas", HOLDS.formulas) as Error,
  );
});

test("what the workbench makes of a book can be kept, whatever a file says", () => {
  const book = bookOf({
    cells: [{ row: 1_048_575, column: 16_383, value: "<b>" }],
    merged: [
      { row: 0, column: 0, rows: 2, columns: 2 },
      { row: 1, column: 1, rows: 2, columns: 2 },
      { row: 5, column: 3, rows: 1, columns: 16_384 },
    ],
    columns: [{ from: 0, to: 16_383, width: 10 }],
    frozen: { rows: 3, columns: 0 },
    notes: [{ row: 0, column: 0, text: "x" }],
    charts: [
      {
        kind: "bar",
        title: "T",
        series: [{ name: "S", values: "A!$A$1:$A$2" }],
        place: { row: 0, column: 0, rows: 5, columns: 5 },
      },
    ],
  });
  const snapshot = workbookOf({ ...book, names: [{ name: "Rate", formula: "=0.02" }] }, "a");
  const [sheet] = Object.values(snapshot.sheets);
  // The second one lies over the first; the third ends where the sheet does.
  expect(sheet!.mergeData).toEqual([
    { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 },
    { startRow: 5, endRow: 5, startColumn: 3, endColumn: 16_383 },
  ]);
  expect(sheet).toMatchObject({ rowCount: 1_048_576, columnCount: 16_384 });
  expect(readWork(kept({ snapshot }, 1))).toMatchObject({ snapshot });
});

test.each([
  { bold: true, size: 12, colour: "#FF0000", fill: "#00FF00", format: "0.00", horizontal: "right" },
  { italic: true, underline: true, strike: true, vertical: "center", wrap: true },
  { borders: { left: { line: "thin", colour: "#0000FF" }, bottom: { line: "mediumDashDot", colour: "#000000" } } },
  { horizontal: "left", indent: 2, font: "Courier New" },
] as const)("a look comes back as it was: %j", (style) => {
  expect(fileStyle(sheetStyle(style))).toEqual(style);
});

test("lists come back with their cells, and refuse what they refused", () => {
  const lists = [
    { areas: [{ row: 1, column: 2, rows: 3, columns: 1 }], values: ["a", "b"], strict: true },
    { areas: [{ row: 9, column: 2, rows: 1, columns: 1 }], values: "=A!$A$1:$A$3", strict: false },
  ];
  expect(listsOf(workbookOf(bookOf({ lists }), "a").resources)).toEqual(new Map([["sheet-1", lists]]));
});

test("colours are what files know, and a font is one", () => {
  expect(fileStyle({ cl: { rgb: "rgb(1, 2,255)" }, bg: { rgb: "#abc" }, ff: "'Segoe UI', Arial" })).toEqual({
    colour: "#0102FF",
    fill: "#AABBCC",
    font: "Segoe UI",
  });
  expect(sheetStyle({ font: 'x";}<' }).ff).toBe("x, Arial, sans-serif");
});

test("year and own figures go into the file as the add-in reads them, and come from one", () => {
  const custom = { parameterYear: 2025, indexation: "0.02", dataVersion: "a", ownFigures: "list", asksTrust: true };
  const settings = settingsOf(custom);
  expect(new Map(settings)).toEqual(
    new Map<string, unknown>([
      ["parameterYear", 2025],
      ["parameterIndexation", "0.02"],
      ["dataVersion", "a"],
      ["ownFigures", "list"],
      ["Office.DisableTrustUX", false],
    ]),
  );
  expect(customOf(settings)).toEqual(custom);
  expect(settingsOf({})).toEqual([]);
  const names = namesWithMark([{ name: "OWN_FIGURES_MARK", formula: "=1" }], custom);
  expect(names).toEqual([
    { name: "OWN_FIGURES_MARK", formula: expect.stringMatching(/^=\d+$/) as string, hidden: true },
  ]);
  expect(lostFigures({ sheets: [], names, settings })).toBe(false);
  expect(lostFigures({ sheets: [], names })).toBe(true);
});
