import { classicOf, LawSheet, namedOf } from "../../src/native";
import { useOwnFigures } from "../../src/parameters";

afterEach(() => useOwnFigures([]));

const sheet = () => new LawSheet({ year: 2026 });

/** The formula, or the reason why there is none. */
function native(formula: string, of = sheet()): string {
  const found = classicOf(formula, of);
  if ("cells" in found) throw new Error(formula);
  return "formula" in found ? found.formula : [found.none.reason, found.none.function, found.none.argument].join(" ");
}

it("a formula without our functions stays as it is", () => {
  expect(native("=SUM(A1:A3)*2 + Clients[@Income]")).toBe("=SUM(A1:A3)*2 + Clients[@Income]");
});

it("what stands around a call stays: references, names, tables, sheets and texts", () => {
  const formula = native(`=IF('Client''s list'!$B$2="x ""y""",INASTI.REVALUE(Income,2026)+[@Paid], Rate%)`);
  expect(formula).toMatch(/^=IF\('Client''s list'!\$B\$2="x ""y""",\(IF\(ISNUMBER\(Income\).*\)\+\[@Paid\], Rate%\)$/);
  expect(formula).not.toContain("REVALUE");
});

it.each([
  ["=INASTI.CAREER(A1:B2,2026,C1:C3)", "function INASTI.CAREER "],
  ["=INASTI.PROVISIONAL(A1,B1,2026,,,,20000)", "estimate INASTI.PROVISIONAL estimate"],
  ["=INASTI.DUEDATE(2026,1,A1)", "respite INASTI.DUEDATE start"],
  ["=INASTI.QUARTERLY(A1:A9,B1,2026)", "range INASTI.QUARTERLY income"],
  ["=INASTI.QUARTERLY(A1#,B1,2026)", "range INASTI.QUARTERLY income"],
  ["=INASTI.QUARTERLY(Clients[Income],B1,2026)", "range INASTI.QUARTERLY income"],
  ["=INASTI.QUARTERLY(A1:A9*2,B1,2026)", "range INASTI.QUARTERLY income"],
  ["=INASTI.PROJECT(2026,A1:A3,B1,,0.02,,,C1:C3)", "estimate INASTI.PROJECT estimates"],
  ["=FUND.FEE(A1,0.03051234567)", "finer FUND.FEE fund"],
  ["=INASTI.QUARTERLY(A1,", "unread  "],
])("%s has no native form: %s", (formula, reason) => {
  expect(native(formula)).toBe(reason);
  const named = namedOf(formula);
  if (!reason.startsWith("finer")) expect("none" in named && named.none.reason).toBe(reason.split(" ")[0]);
});

const areaOf = (rows: number, columns: number) => ({ row: 9, column: 1, rows, columns });

it.each([
  ["=SUM(FUND.COMPARE(A1,2026))", areaOf(1, 1), "table FUND.COMPARE"],
  ["=INDEX(FUND.COMPARE(A1,2026),A2,2)", areaOf(1, 1), "table FUND.COMPARE"],
  ["=INASTI.PROJECT(2026,A1:B3,C1)", areaOf(4, 10), "block INASTI.PROJECT incomes"],
  ["=FUND.SCENARIO(A1:A9,B1:B4)", areaOf(3, 4), "blanks FUND.SCENARIO rates"],
  ["=FUND.SCENARIO(A1:A9,Rates[@Rate])", areaOf(2, 4), "place FUND.SCENARIO"],
  ["=INASTI.QUARTERLY(A1:A9,Clients[@Category],2026)", areaOf(9, 1), "place"],
  ["=1+INASTI.QUARTERLY(A1:A9,B1,2026)", areaOf(9, 1), "range INASTI.QUARTERLY income"],
] as const)("%s has no native form in its cells: %s", (formula, filled, reason) => {
  const found = classicOf(formula, sheet(), filled);
  expect("none" in found && Object.values(found.none).join(" ")).toBe(reason);
});

it("a formula that fills cells becomes one for each, with the cell of each range that is its own", () => {
  const found = classicOf("=INASTI.REVALUE('My clients'!$A$2:$A$4,C1:D1)", sheet(), areaOf(3, 2));
  if (!("cells" in found)) throw new Error("no cells");
  expect(found.cells.map((row) => row.map((one) => [...new Set(one.match(/'My clients'!\w+|\b[CD]1\b/g))]))).toEqual(
    [2, 3, 4].map((row) =>
      ["C1", "D1"].map((year) => expect.arrayContaining([`'My clients'!A${row}`, year]) as unknown),
    ),
  );
});

it("the named form leaves a formula as it is", () => {
  const formula = "=SUM(A1:A9)+INASTI.QUARTERLY(SUM(A1:A9),B1)";
  expect(namedOf(formula)).toEqual({ formula });
});

it("a constant is read as its cell reads it, and refused alike", () => {
  expect(native('=INASTI.QUARTERLY("1.234",A1,2026)')).toBe('=(0+"?")');
  expect(native('=INASTI.QUARTERLY(A1,"starter",2026)')).toBe('=(0+"?")');
  expect(native('=INASTI.REVALUE("40.000,00 €",2026)')).toContain("4000000");
});

it("a call in a call is not checked twice, and the longest ones stay within what Excel takes", () => {
  const inner = native("=INASTI.QUARTERLY(A1,B1,C1,D1)");
  const outer = native("=FUND.TOTAL(INASTI.QUARTERLY(A1,B1,C1,D1),E1,C1)");
  expect(outer.length).toBeLessThan(inner.length + 1_000);
  expect(
    native(
      "=INASTI.SETTLEMENT('Client list'!$A2,'Client list'!$B2,'Client list'!$C2,D2,,PARAMETER_INDEXATION,,'Client list'!$F2)",
    ).length,
  ).toBeLessThan(8_192);
  expect(native(`=${"INASTI.ANNUAL(A1,B1,C1)+".repeat(4)}1`)).toBe("too-long  ");
});

it("the law sheet has what its formulas look up, own figures and an assumed growth among it", () => {
  const none = sheet();
  expect(none.cells).toEqual([]);
  native("=INASTI.DUEDATE(2026,1)", none);
  expect(new Set(none.cells.map(({ column }) => column)).size).toBe(2);
  const cellsOf = (of: LawSheet) => {
    native("=INASTI.QUARTERLY(A1,B1)", of);
    return of.cells.length;
  };
  const known = cellsOf(sheet());
  expect(cellsOf(new LawSheet({ year: 2026, indexation: "0.02", until: 2029 }))).toBeGreaterThan(known);
  useOwnFigures([
    { id: "contributions.index.numerator", from: 46_388, to: 46_752, value: 700_000, source: "a letter of the fund" },
  ]);
  expect(cellsOf(sheet())).toBeGreaterThan(known);
});
