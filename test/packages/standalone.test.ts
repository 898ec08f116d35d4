import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DEFINITIONS } from "../../src/definitions";
import { type Cell, read, write } from "../../src/package";
import { ranAll } from "./command";
import { installed, type Installed } from "./installed";

let cli: Installed;
beforeAll(() => {
  cli = installed("cli");
});
afterAll(() => cli.remove());

const functions = Object.keys(DEFINITIONS);
const CELLS: readonly Cell[] = [
  { row: 0, column: 0, value: 40_000 },
  { row: 0, column: 1, formula: '=INASTI.QUARTERLY(A1,"principal")', value: 2050 },
  { row: 1, column: 1, formula: "=SUM(INASTI.BATCH(A1:A2,2026))", value: 4100 },
];

const place = (name: string): string => path.join(cli.folder, name);
const put = (name: string, bytes: Uint8Array | string): void => writeFileSync(place(name), bytes);
const bookIn = (name: string) => read(new Uint8Array(readFileSync(place(name))), functions).book;

const ran = async (...lines: string[][]) =>
  ranAll(
    cli,
    lines.map((line) => ["standalone", ...line]),
  );

it("makes a copy in the year of the workbook, says what keeps its value, and goes back", async () => {
  put("in.xlsx", write({ settings: [["parameterYear", 2025]], sheets: [{ name: "S", cells: CELLS }] }, functions));
  const given = readFileSync(place("in.xlsx"));
  const [made, back, again] = await ran(
    ["in.xlsx", "-o", "copy.xlsx", "--lang", "nl"],
    ["copy.xlsx", "--output", "back.xlsx", "--back", "--json"],
    ["copy.xlsx", "-o", "twice.xlsx"],
  );
  expect(made).toEqual({
    code: 0,
    err: "",
    out: "copy.xlsx: 1 formules blijven rekenen, 1 behouden hun waarde.\n  S!B2: INASTI.BATCH heeft geen vorm in formules van Excel.\n",
  });
  expect(Buffer.compare(readFileSync(place("in.xlsx")), given)).toBe(0);
  const { sheets } = bookIn("copy.xlsx");
  expect(sheets.map(({ name }) => name)).toEqual(["Over deze kopie", "S", "INASTI", "Terugweg (niet wijzigen)"]);
  expect(sheets[2]!.cells).toContainEqual({ row: 1, column: expect.any(Number) as number, value: 2025 });
  expect(back!.code).toBe(0);
  expect(JSON.parse(back!.out)).toEqual({ output: "back.xlsx", restored: 2, left: [], keepsLaw: false });
  expect(bookIn("back.xlsx").sheets[0]!.cells).toEqual(CELLS);
  expect(bookIn("back.xlsx").settings).toEqual([["parameterYear", 2025]]);
  expect(again).toEqual({ code: 1, out: "", err: "This is a copy without the add-in already.\n" });
});

it("takes own figures and another year, and the form with names", async () => {
  const list = {
    format: "statut-social own figures 1",
    figures: [
      {
        ...{ parameter: "contributions.index.numerator", from: "2027-01-01", to: "2027-12-31" },
        ...{ value: "690", source: "print" },
      },
    ],
  };
  put("own.json", JSON.stringify(list));
  put("own.xlsx", write({ sheets: [{ name: "S", cells: CELLS.slice(0, 2) }] }, functions));
  const [made] = await ran([
    "own.xlsx",
    "-o",
    "named.xlsx",
    "--form",
    "named",
    "--figures",
    "own.json",
    "--parameter-year",
    "2027",
  ]);
  expect(made).toMatchObject({ code: 0, err: "" });
  const { sheets, names } = bookIn("named.xlsx");
  expect(names!.map(({ name }) => name)).toContain("INASTI.QUARTERLY");
  expect(sheets[0]!.cells.map(({ value }) => value)).toContain("Figures of your own among the law: 1");
});

it("says what is wrong with the line or the file, and writes nothing", async () => {
  put("wrong.xlsx", "no workbook");
  put("some.xlsx", write({ sheets: [{ name: "S", cells: CELLS }] }, functions));
  const ended = await ran(
    ["some.xlsx"],
    ["some.xlsx", "-o", "some.xlsx"],
    ["some.xlsx", "-o", "other.xlsm"],
    ["some.xlsx", "-o", "other.xlsx", "--form", "modern"],
    ["nowhere.xlsx", "-o", "other.xlsx"],
    ["wrong.xlsx", "-o", "other.xlsx"],
    ["some.xlsx", "-o", "other.xlsx", "--back"],
  );
  expect(ended.map(({ code, out }) => [code, out])).toEqual([2, 2, 2, 2, 2, 1, 1].map((code) => [code, ""]));
  expect(ended.map(({ err }) => err.trim())).toEqual([
    "--output needs a value.",
    "--output must be another file than the workbook.",
    "The workbook has no macros: the copy’s name must end in .xlsx.",
    "--form must be one of classic, named; “modern” was given.",
    expect.stringContaining("nowhere.xlsx"),
    "This file is no workbook (.xlsx).",
    "This is no copy made by Statut Social: nothing in it says which formulas stood where.",
  ]);
});
