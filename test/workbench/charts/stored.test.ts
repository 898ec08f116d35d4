import type { IWorkbookData, IWorksheetData } from "@univerjs/core";
import type { ChartPlan } from "../../../src/host/host";
import { type Chart, read, write } from "../../../src/package";
import { chartsOf, readStored, withCharts } from "../../../src/workbench/charts/stored";

const sheet = (id: string, name: string): Partial<IWorksheetData> => ({
  id,
  name,
  rowData: { 4: { h: 40 } },
  columnData: {},
  defaultRowHeight: 20,
  defaultColumnWidth: 80,
});

const BOOK = {
  id: "book",
  sheetOrder: ["one", "two"],
  sheets: { one: sheet("one", "Jean's cash"), two: sheet("two", "Fees") },
  resources: [{ name: "SHEET_NOTE_PLUGIN", data: "{}" }],
} as unknown as IWorkbookData;

const CHART: Chart = {
  kind: "bar",
  title: "Fees",
  categories: "Fees!$A$2:$A$4",
  series: [{ name: "2026", values: "'Jean''s cash'!$B$2:$B$4" }],
  place: { row: 3, column: 1, rows: 12, columns: 5 },
  format: "0.00",
  stacked: true,
};

const PLAN: ChartPlan = {
  kind: "column",
  title: "Cash",
  categories: { row: 1, column: 0, rows: 3, columns: 1 },
  series: [{ name: "", values: { row: 1, column: 1, rows: 3, columns: 1 } }],
  place: { row: 0, column: 3, rows: 10, columns: 4 },
  format: "#,##0",
};

it("gives back the charts of a file", () => {
  const book = withCharts(BOOK, new Map([["two", [CHART]]]));
  expect(chartsOf(book)).toEqual(new Map([["two", [CHART]]]));
  expect(book.resources).toContainEqual(BOOK.resources![0]);
});

it("is a chart of the file that is written, and the same when that is opened", () => {
  const charts = chartsOf(withCharts(BOOK, new Map([["two", [PLAN, CHART]]])));
  const sheets = ["one", "two"].map((id) => ({
    name: BOOK.sheets[id]!.name!,
    cells: [{ row: 0, column: 0, value: 1 }],
    ...(charts.has(id) && { charts: charts.get(id)! }),
  }));
  const { book, left } = read(write({ sheets }, []), []);
  expect(left).toEqual([]);
  const opened = withCharts(BOOK, new Map([["two", book.sheets[1]!.charts!]]));
  expect(chartsOf(opened)).toEqual(charts);
});

it("names the cells of a planned chart by the sheet that it stands on, and adds to what is there", () => {
  const book = withCharts(withCharts(BOOK, new Map([["one", [PLAN]]])), new Map([["one", [CHART]]]));
  const [planned, second] = chartsOf(book).get("one")!;
  expect(planned).toEqual({
    kind: "column",
    title: "Cash",
    categories: "'Jean''s cash'!$A$2:$A$4",
    series: [{ name: "", values: "'Jean''s cash'!$B$2:$B$4" }],
    place: PLAN.place,
    format: "#,##0",
  });
  expect(second).toEqual(CHART);
});

it("follows a sheet that has another name by now", () => {
  const book = withCharts(BOOK, new Map([["two", [CHART]]]));
  const renamed = { ...book, sheets: { ...book.sheets, one: sheet("one", "Cash") } } as IWorkbookData;
  expect(chartsOf(renamed).get("two")![0]!.series).toEqual([{ name: "2026", values: "Cash!$B$2:$B$4" }]);
});

it("leaves out what was drawn from a sheet that is gone", () => {
  const book = { ...withCharts(BOOK, new Map([["two", [CHART, PLAN]]])), sheets: { two: BOOK.sheets["two"]! } };
  expect(
    chartsOf(book)
      .get("two")!
      .map(({ title }) => title),
  ).toEqual(["Cash"]);
});

it("names the next border of cells for a chart that somebody moved between them", () => {
  const book = withCharts(BOOK, new Map([["one", [PLAN]]]));
  const resource = book.resources!.find(({ name }) => name === "SHEET_DRAWING_PLUGIN")!;
  const drawings = JSON.parse(resource.data) as Record<string, { data: Record<string, { sheetTransform: object }> }>;
  const [drawing] = Object.values(drawings["one"]!.data);
  drawing!.sheetTransform = {
    from: { row: 2, rowOffset: 9, column: 1, columnOffset: 41 },
    to: { row: 4, rowOffset: 19, column: 6, columnOffset: 0 },
  };
  const moved = { ...book, resources: [{ ...resource, data: JSON.stringify(drawings) }] };
  expect(chartsOf(moved).get("one")![0]!.place).toEqual({ row: 2, column: 2, rows: 2, columns: 4 });
});

it.each([
  null,
  1,
  {},
  { kind: "pie", title: "", format: "", series: [] },
  { kind: "bar", title: 1, format: "", series: [] },
])("draws nothing of what is no chart: %j", (value) => expect(readStored(value)).toBeNull());

it("reads no cells that cannot be", () => {
  const area = { row: -1, column: 0, rows: 1, columns: 1 };
  const read = readStored({ kind: "bar", title: "", format: "", series: [{ values: area }, null], categories: "A1" });
  expect(read).toEqual({
    kind: "bar",
    title: "",
    format: "",
    categories: null,
    series: [
      { name: "", values: null },
      { name: "", values: null },
    ],
    stacked: false,
  });
});
