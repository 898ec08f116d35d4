import { Cannot } from "../../src/formula/parser";
import type { TableContent } from "../../src/formula/tables";
import type { CellValue } from "../../src/formula/values";
import { type Book, filledBy, valueOf } from "./workbook";

const numbers: Book = {
  cells: {
    "E1:E3": [[1], [2], [3]],
    "E2:F3": [
      [2, 5],
      [3, 6],
    ],
    "A1:A3": [[1], [2], [3]],
    "A1:B2": [
      [1, 2],
      [3, 4],
    ],
    A1: [[1]],
    B1: [[null]],
  },
};

type Row = readonly [formula: string, value: CellValue];

describe("operators as Excel's", () => {
  test.each<Row>([
    ["=-2^2", 4],
    ["=2^3^2", 64],
    ["=50%", 0.5],
    ["=10+20%*5", 11],
    ["=1/0", "#DIV/0!"],
    ["=0^0", "#NUM!"],
    ["=0.1+0.2=0.3", true],
    ["=0.5-0.4-0.1", 0],
    ['=0.1+0.2&""', "0.3"],
    ['=1E+20&""', "1E+20"],
    ['=10^-7&""', "0.0000001"],
    ['="a"&1=  "A1"', true],
    ['="a"<"B"', true],
    ['=1<"a"', true],
    ['="z"<FALSE', true],
    ['="2"+1', 3],
    ['="5%"*2', 0.1],
    ['="2026-01-01"+0', 46_023],
    ['="x"+1', "#VALUE!"],
    ["=TRUE+1", 2],
    ['=B1&"x"', "x"],
    ["=B1=0", true],
    ['=B1=""', true],
    ["=B1=FALSE", true],
    ["=#REF!+1", "#REF!"],
    ['=+"x"', "x"],
    ["=B1", 0],
    ["=SUM({1,2;3,4})", 10],
    ["=SUM((A1:A3,A1),5)", 12],
    ["=SUM(E1:E3 E2:F3)", 5],
    ["=SUM(A1:A3*10)", 60],
    ["=SUM(A1:A3*{1,10})", 66],
    ["=SUM(--(A1:A3>1))", 2],
    [`=${"A1+".repeat(2_000)}A1`, 2_001],
  ])("%s is %p", (formula, value) => {
    expect(valueOf(formula, numbers)).toBe(value);
  });

  test("ranges that share no cell", () => {
    const book = { cells: { "A1:A3": [[1], [2], [3]], "C1:C3": [[1], [2], [3]] } };
    expect(valueOf("=SUM(A1:A3 C1:C3)", book)).toBe("#NULL!");
  });

  test("a shorter range ends in #N/A, a single row or column serves all", () => {
    expect(filledBy("={1;2;3}+{10,20;30,40}", 3, 2)).toEqual([
      [11, 21],
      [32, 42],
      ["#N/A", "#N/A"],
    ]);
  });

  test.each([
    ["=@A1:A9", "D2", 20],
    ["=@A1:A9", "D12", "#VALUE!"],
    ["=@A1:C1", "B7", 2],
    ["=@{5,6}", "D2", 5],
    ["=SUM(@A1:A9,1)", "D3", 31],
  ])("%s in %s", (formula, address, value) => {
    const cells = { "A1:A9": Array.from({ length: 9 }, (_, index) => [10 * (index + 1)]), "A1:C1": [[1, 2, 3]] };
    expect(valueOf(formula, { cells, address })).toBe(value);
  });
});

describe("choices, of which only what counts is worked out", () => {
  const unknown = "NOSUCHFUNCTION(1)";
  test.each<Row>([
    [`=IF(TRUE,1,${unknown})`, 1],
    [`=IF(FALSE,${unknown})`, false],
    ["=IF(TRUE,)", 0],
    ['=IF("x",1,2)', "#VALUE!"],
    ["=IF(#N/A,1,2)", "#N/A"],
    // Only #N/A is caught by the one, every error by the other.
    ["=IFNA(1/0,5)", "#DIV/0!"],
    ["=IFNA(#REF!,5)", "#REF!"],
    ["=IFNA(NA(),5)", 5],
    ["=IFNA(1,5)", 1],
    ["=IFERROR(1/0,5)", 5],
    ["=IFERROR(NA(),5)", 5],
    ["=IFERROR(#SPILL!,)", 0],
    [`=IFERROR(7,${unknown})`, 7],
    [`=IFS(FALSE,${unknown},TRUE,2,TRUE,${unknown})`, 2],
    ["=IFS(FALSE,1)", "#N/A"],
    [`=CHOOSE(2,${unknown},"b")`, "b"],
    ["=CHOOSE(3,1,2)", "#VALUE!"],
    [`=SWITCH("B","a",${unknown},"b",2,${unknown})`, 2],
    ["=SWITCH(9,1,2,3)", 3],
    ["=SWITCH(9,1,2)", "#N/A"],
    ["=SUM(IF(A1:A3>1,A1:A3,0))", 5],
    ["=SUM(IFERROR(1/(A1:A3-2),100))", 100],
    ["=SUM(IFNA(A1:A3,1))", 6],
  ])("%s is %p", (formula, value) => {
    expect(valueOf(formula, numbers)).toBe(value);
  });
});

describe("LET and lambdas", () => {
  test.each<Row>([
    ["=LET(x,2,y,x*3,x+y)", 8],
    ["=LET(x,1,LET(x,x+1,x*10))", 20],
    ["=LET(X,2,x+1)", 3],
    ["=LET(unused,NOSUCHFUNCTION(1),5)", 5],
    ["=_xlfn.LET(_xlpm.a,2,_xlpm.a^2)", 4],
    ["=LAMBDA(x,y,x-y)(5,3)", 2],
    ["=LET(f,LAMBDA(x,x*2),f(f(3)))", 12],
    ["=LAMBDA(x,LAMBDA(y,x+y))(1)(2)", 3],
    ["=LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(1)", 1],
    ["=LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(1,2)", 3],
    ["=LAMBDA(x,x)()", "#VALUE!"],
    ["=LAMBDA(x,x)", "#CALC!"],
    ["=SUM(MAP(A1:A3,LAMBDA(x,x^2)))", 14],
    ["=SUM(MAP(A1:A3,{10;20;30},LAMBDA(a,b,a*b)))", 140],
    ["=SUM(BYROW(A1:B2,LAMBDA(r,MAX(r))))", 6],
    ["=SUM(BYCOL(A1:B2,MIN))", 3],
    ["=REDUCE(100,A1:A3,LAMBDA(a,x,a-x))", 94],
    ["=SUM(SCAN(0,A1:A3,LAMBDA(a,x,a+x)))", 10],
    ["=SUM(MAKEARRAY(2,3,LAMBDA(r,c,r*c)))", 18],
    ["=x+1", "#NAME?"],
  ])("%s is %p", (formula, value) => {
    expect(valueOf(formula, numbers)).toBe(value);
  });

  test("what a lambda fills, cell by cell", () => {
    expect(filledBy("=MAP({1,2;3,4},LAMBDA(x,x*10))", 2, 2)).toEqual([
      [10, 20],
      [30, 40],
    ]);
    expect(filledBy("=SCAN(0,A1:A3,LAMBDA(a,x,a+x))", 3, 1, numbers)).toEqual([[1], [3], [6]]);
    expect(filledBy("=BYROW(A1:B2,SUM)", 2, 1, numbers)).toEqual([[3], [7]]);
  });

  test("a name of the workbook gives way to one of LET", () => {
    const book = { names: { rate: [[0.5]] } };
    expect(valueOf("=rate+LET(rate,2,rate)", book)).toBe(2.5);
  });
});

describe("references into tables", () => {
  const table: TableContent = {
    sheet: "Sheet1",
    row: 0,
    column: 0,
    hasHeaders: true,
    hasTotals: true,
    columns: ["Name", "Income", "Paid [EUR]"],
    values: [
      ["Name", "Income", "Paid [EUR]"],
      ["An", 40_000, 10],
      ["Bo", 50_000, 20],
      ["Total", 90_000, 30],
    ],
  };
  const book: Book = { tables: { Data: table, "": table }, address: "D3" };
  test.each<Row>([
    ["=SUM(Data[Income])", 90_000],
    ["=SUM(Data[income],Data[Paid '[EUR']])", 90_030],
    ["=Data[@Income]", 50_000],
    ["=[@Income]*2", 100_000],
    ["=Data[[#This Row],[Paid '[EUR']]]", 20],
    ["=[@[Paid '[EUR']]]", 20],
    ["=SUM(Data[@[Income]:[Paid '[EUR']]])", 50_020],
    ["=Data[[#Headers],[Income]]", "Income"],
    ["=Data[[#Totals],[Income]]", 90_000],
    ["=ROWS(Data[#All])", 4],
    ["=ROWS(Data[#Data])", 2],
    ["=COLUMNS(Data[])", 3],
    ["=COUNTA(Data[[#Headers],[#Data],[Name]])", 3],
    ['=XLOOKUP("bo",Data[Name],Data[Income])', 50_000],
    ["=Data[Nowhere]", "#REF!"],
    ["=ROW(Data[Income])", 2],
  ])("%s is %p", (formula, value) => {
    expect(valueOf(formula, book)).toBe(value);
  });

  test("a row that is none of the table's, and a table without headers or totals", () => {
    expect(valueOf("=Data[@Income]", { ...book, address: "D9" })).toBe("#VALUE!");
    const bare = { ...table, hasHeaders: false, hasTotals: false };
    expect(valueOf("=Data[#Headers]", { tables: { Data: bare } })).toBe("#REF!");
    expect(valueOf("=ROWS(Data[Name])", { tables: { Data: bare } })).toBe(4);
  });

  test("a table that the workbook does not have is named", () => {
    expect(() => valueOf("=SUM(Other[x])", book)).toThrow(new Cannot("Other[x]"));
  });
});

describe("what a formula fills, whole columns and rows", () => {
  const book: Book = {
    cells: {
      "C1#": [[1], [2]],
      "D1#": null,
      "A1:A1048576": [["income"], [10], [20], [null]],
      "B1:B1048576": [["who"], ["x"], ["y"], ["x"]],
      "A3:XFD3": [[20, "y"]],
      "Other!A1": [[7]],
      A9: null,
    },
  };
  test.each<Row>([
    ["=SUM(C1#)", 3],
    ["=ROWS(C1#)", 2],
    ["=D1#", "#REF!"],
    ["=SUM(A:A)", 30],
    ["=SUM(3:3)", 20],
    ['=SUMIF(B:B,"X",A:A)', 10],
    ['=SUMIFS(A:A,B:B,"y")', 20],
    ["=MATCH(20,A:A,0)", 3],
    ["=INDEX(A:A,3)", 20],
    ["=INDEX(A:A,99)", 0],
    ["=ROWS(A:A)", 1_048_576],
    ["=COUNTBLANK(A:A)", 1_048_573],
    ['=XLOOKUP("y",B:B,A:A)', 20],
    ["=Other!A1", 7],
    ["=A9", "#REF!"],
  ])("%s is %p", (formula, value) => {
    expect(valueOf(formula, book)).toBe(value);
  });

  test("a cell beyond what is used is blank", () => {
    expect(filledBy('=A:A&"!"', 6, 1, book).at(-1)).toEqual(["!"]);
  });
});
