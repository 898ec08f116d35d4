import { evaluate, references } from "../../src/explain/evaluate";
import { Cannot } from "../../src/formula/parser";
import type { CellValue } from "../../src/formula/values";
import { registered } from "../../src/page/functions";
import { sourceFunctions } from "../setup/excel";

/** A workbook of one or two sheets, by addresses; every address that a formula names must be there. */
const workbook = (cells: Record<string, CellValue[][] | null>, names: Record<string, CellValue[][]> = {}) => {
  const at = (formula: string, row = 0, column = 0, sheet = "Sheet1") => {
    const asked = references(formula, sheet);
    return evaluate(
      formula,
      { sheet, row, column },
      {
        ranges: asked.ranges.map(({ sheet: of, address }) => {
          const key = of === "Sheet1" ? address : `${of}!${address}`;
          if (!(key in cells)) throw new RangeError(key);
          return cells[key]!;
        }),
        names: asked.names.map((name) => names[name] ?? null),
        tables: asked.tables.map(() => null),
      },
    );
  };
  return at;
};

const given = (formula: string, call = 0, cells = {}, row = 0) => {
  const { calls } = workbook(cells)(formula, row);
  return Object.fromEntries(calls[call]!.arguments.map(({ name, value }) => [name, value]));
};

beforeAll(() => sourceFunctions());

// The minimum of a principal activity in 2026, and the contribution on 40 000: law/contributions.md.
const QUARTER = 2050;

describe("what a formula refers to", () => {
  test("ranges of this and other sheets, and names", () => {
    expect(
      references(
        `=INASTI.QUARTERLY($A$2,"principal",PARAMETER_YEAR)+SUM('My ''sheet'!C3:B1)+Données!A1+été+tva`,
        "Now",
      ),
    ).toEqual({
      ranges: [
        { sheet: "Now", address: "A2" },
        { sheet: "My 'sheet", address: "B1:C3" },
        { sheet: "Données", address: "A1" },
      ],
      names: ["PARAMETER_YEAR", "été", "tva"],
      tables: [],
    });
  });

  test("nothing inside texts", () => {
    expect(references(`="A1 and "&"""B2"""`, "Now")).toEqual({ ranges: [], names: [], tables: [] });
  });

  test("each once, whole columns and rows, what a formula fills, and tables", () => {
    expect(references("=SUM(A1,$A$1,B:B,2:3,C1#,Data[Income],[@Income],data[#Totals])", "Now")).toEqual({
      ranges: ["A1", "B1:B1048576", "A2:XFD3", "C1#"].map((address) => ({ sheet: "Now", address })),
      names: [],
      tables: ["Data", ""],
    });
  });

  test("no names that LET and LAMBDA give", () => {
    expect(references("=LET(x,rate,f,LAMBDA(y,[z],y*x+other),f(x)+MAP(A1,LAMBDA(x,x))+x)", "Now").names).toEqual([
      "rate",
      "other",
    ]);
  });

  test.each(["=A1 ~ 2", "=A1+", "=SUM(1", "=1 2", '="open', "={1,2;3}", "=SUM(1))", "="])(
    "%s is no formula",
    (formula) => {
      expect(() => references(formula, "Now")).toThrow(new Cannot(""));
    },
  );
});

describe("what our functions are given", () => {
  test("values, references, names, what is left out and what is blank", () => {
    const at = workbook({ A1: [[40000]], B1: [[null]] }, { PARAMETER_YEAR: [[2026]] });
    const { calls, value } = at('=INASTI.QUARTERLY(A1,"principal",PARAMETER_YEAR,,B1)');
    expect(calls).toMatchObject([
      {
        id: "INASTI.QUARTERLY",
        arguments: [
          { name: "income", text: "A1", value: 40000 },
          { name: "category", text: '"principal"', value: "principal" },
          { name: "year", text: "PARAMETER_YEAR", value: 2026 },
          { name: "quarter", text: "", value: null },
          { name: "start", text: "B1", value: null },
          { name: "indexation", text: "", value: null },
          { name: "stop", text: "", value: null },
        ],
        result: QUARTER,
      },
    ]);
    expect(value).toBe(QUARTER);
  });

  test("an argument left out at the beginning", () => {
    expect(given('=INASTI.PROVISIONAL(,"principal",2026,,DATE(2026,1,1))')).toMatchObject({
      incomeN3: null,
      category: "principal",
      year: 2026,
      start: 46023,
    });
  });

  test("an error of a cell, as Excel hands it on", () => {
    const { calls, value } = workbook({ A1: [["#N/A"]] })('=INASTI.QUARTERLY(A1,"principal",2026)');
    expect(calls[0]!.arguments[0]!.value).toEqual({ type: "Error", basicValue: "#N/A" });
    expect(calls[0]!.result).toMatchObject({ code: "#N/A" });
    expect(value).toBe("#N/A");
  });

  test("a range for a matrix as a whole, a single value as one cell", () => {
    expect(given('=INASTI.PROJECT(2026,A1:A3,"principal",,0.02)', 0, { "A1:A3": [[1], [2], [3]] })).toMatchObject({
      incomes: [[1], [2], [3]],
    });
    expect(
      given('=INASTI.PROJECT(2026,IF(A1:A3="","",A1:A3),"principal",,0.02)', 0, { "A1:A3": [[1], [null], [3]] }),
    ).toMatchObject({ incomes: [[1], [""], [3]] });
    expect(given('=INASTI.BATCH(40000,"principal",2026)')).toMatchObject({
      incomes: [[40000]],
      categories: [["principal"]],
    });
  });

  test("calculated arguments, with the formula's own text", () => {
    const { calls } = workbook({ A1: [[20000]] })('=INASTI.QUARTERLY(A1*2,"princi"&"pal",2025+1)');
    expect(calls[0]!.arguments.slice(0, 3)).toEqual([
      { name: "income", text: "A1*2", value: 40000 },
      { name: "category", text: '"princi"&"pal"', value: "principal" },
      { name: "year", text: "2025+1", value: 2026 },
    ]);
  });
});

test.each([
  ['=INASTI.DUEDATE(2026,"1"&A1)', 46112],
  ["=INASTI.DUEDATE(2026,1+A1)", 46112],
  ["=INASTI.DUEDATE(2026,ROUND(A1,0)+1)", 46112],
  ['=IF(A1="",INASTI.DUEDATE(2026,1),0)', 46112],
  ['=IF("ABC"="abc",INASTI.DUEDATE(2026,1),0)', 46112],
  ["=MAX(A1,INASTI.DUEDATE(2026,1),3)", 46112],
])("as Excel reads a blank cell and capitals: %s", (formula, value) => {
  expect(workbook({ A1: [[null]] })(formula).value).toBe(value);
});

describe("calls inside calls and around them", () => {
  test("nested, from the outer one to the inner one", () => {
    const { calls, value } = workbook({})('=ROUND(FUND.TOTAL(INASTI.QUARTERLY(40000,"principal",2026),0.03)*4,0)');
    expect(calls.map(({ id }) => id)).toEqual(["FUND.TOTAL", "INASTI.QUARTERLY"]);
    expect(calls[0]!.arguments[0]).toEqual({
      name: "contribution",
      text: 'INASTI.QUARTERLY(40000,"principal",2026)',
      value: QUARTER,
    });
    expect(calls[0]!.result).toBe(2111.5);
    expect(value).toBe(8446);
  });

  test.each([
    ['=IF(A1="",0,INASTI.QUARTERLY(A1,"principal",2026))', []],
    ['=IF(A1<>"",0,INASTI.QUARTERLY(40000,"principal",2026))', ["INASTI.QUARTERLY"]],
    ['=IFERROR(INASTI.QUARTERLY(40000,"principal",2026),INASTI.ANNUAL(1,"principal",2026))', ["INASTI.QUARTERLY"]],
    [
      '=IFERROR(INASTI.QUARTERLY(A1,"principal",2026),INASTI.ANNUAL(1,"principal",2026))',
      ["INASTI.QUARTERLY", "INASTI.ANNUAL"],
    ],
    [
      '=IFNA(INASTI.QUARTERLY(1,"principal",2010),INASTI.ANNUAL(1,"principal",2026))',
      ["INASTI.QUARTERLY", "INASTI.ANNUAL"],
    ],
    ["=IFS(A1=1,INASTI.VERSION(),TRUE,INASTI.DUEDATE(2026,1))", ["INASTI.DUEDATE"]],
    ["=CHOOSE(2,INASTI.VERSION(),INASTI.DUEDATE(2026,1))", ["INASTI.DUEDATE"]],
    ['=SWITCH("b","a",INASTI.VERSION(),"b",INASTI.DUEDATE(2026,1))', ["INASTI.DUEDATE"]],
    ["=IF(TRUE,IF(FALSE,INASTI.VERSION(),INASTI.DUEDATE(2026,2)),INASTI.DUEDATE(2026,1))", ["INASTI.DUEDATE"]],
  ])("%s: only what counts", (formula, ids) => {
    expect(workbook({ A1: [[null]] })(formula).calls.map(({ id }) => id)).toEqual(ids);
  });
});

describe("ranges for a single value", () => {
  const incomes = { "A2:A4": [[0], [40000], [90000]] };
  const formula = '=INASTI.QUARTERLY(A2:A4,"principal",2026)';

  test("the call of the cell's own row", () => {
    const { calls, value } = workbook(incomes)(formula, 1);
    expect(calls).toMatchObject([
      { arguments: [{ value: 40000 }, {}, {}, {}, {}, {}, {}], result: QUARTER, lifted: 3 },
    ]);
    expect(value).toBe(QUARTER);
  });

  test.each([
    ['=ROUND(INASTI.QUARTERLY(A2:A4,"principal",2026),0)', 2050],
    ['=INASTI.QUARTERLY(A2:A4,"principal",2026)*2', 4100],
    ['=INASTI.QUARTERLY(A2:A4/2,"principal",2026)', 1025],
    ['=FUND.FEE(INASTI.QUARTERLY(A2:A4,"principal",2026),0.03)', 61.5],
  ])("%s", (nested, value) => {
    expect(workbook(incomes)(nested, 1).value).toBe(value);
  });

  test("their sum takes all of them", () => {
    const all = [0, 1, 2].map((row) => workbook(incomes)(formula, row).value as number);
    expect(workbook(incomes)(`=SUM(${formula.slice(1)})`).value).toBeCloseTo(all[0]! + all[1]! + all[2]!, 6);
  });

  test("arithmetic on ranges inside a sum takes all of them", () => {
    expect(workbook(incomes)("=SUM(A2:A4*2)").value).toBe(260_000);
    expect(workbook(incomes)('=SUM(INASTI.QUARTERLY(A2:A4*0+40000,"principal",2026))').value).toBe(3 * QUARTER);
  });

  test("a table tells in which of its cells the cell stands", () => {
    const { calls, value } = workbook({})('=INASTI.BREAKDOWN(40000,"principal",2026)', 1, 0);
    expect(calls[0]!.at).toEqual({ row: 1, column: 0 });
    expect(value).toBe("income");
    expect(workbook({})('=INDEX(INASTI.BREAKDOWN(40000,"principal",2026),2,1)').calls[0]!.at).toBeUndefined();
  });
});

describe("what cannot be evaluated is named, and nothing else happens", () => {
  test.each([
    ['=WEBSERVICE("https://example.org/"&INASTI.DUEDATE(2026,1))', "WEBSERVICE"],
    ["=_xlfn.WEBSERVICE(1)+INASTI.VERSION()", "WEBSERVICE"],
    ["=MAP(A1,WEBSERVICE)", "WEBSERVICE"],
    ['=HYPERLINK("https://example.org",INASTI.DUEDATE(2026,1))', "HYPERLINK"],
    ["=OFFSET(A1,1,0)+INASTI.DUEDATE(2026,1)", "OFFSET"],
    ["=RAND()*INASTI.DUEDATE(2026,1)", "RAND"],
    ["=INASTI.DUEDATE(2026,[Book]Sheet1!A1)", "[Book]Sheet1!A1"],
    ["=INASTI.DUEDATE(2026,'C:\\books\\[Book.xlsx]Sheet1'!A1)", "'C:\\books\\[Book.xlsx]Sheet1'!A1"],
    ["=SUM(Jan:Dec!A1)+INASTI.DUEDATE(2026,1)", "Jan:Dec!A1"],
    ["=INASTI.DUEDATE(Data!year,1)", "Data!year"],
    ["=INASTI.DUEDATE(Table1[@year],1)", "Table1[@year]"],
    ["=SUM(A:Z)+INASTI.DUEDATE(2026,1)", "A:Z"],
    ["=SUM(A1:Z999999)+INASTI.DUEDATE(2026,1)", "A1:Z999999"],
    ["=SUM(A1:INDEX(B:B,3))+INASTI.DUEDATE(2026,1)", "A1:INDEX(B:B,3)"],
    ['=INASTI.DUEDATE(2026,"1,5"+0)', '"1,5"'],
    ['=DATEVALUE("01/02/2026")+INASTI.DUEDATE(2026,1)', '"01/02/2026"'],
    ['=INASTI.DUEDATE(2026,1)&TEXT(1,"0")', "TEXT"],
    ["=SINE(1)+INASTI.DUEDATE(2026,1)", "SINE"],
    ['=INASTI.DUEDATE(2026,INDIRECT("A1"))', "INDIRECT"],
    ["=NORM.DIST(1,2,3,TRUE)+INASTI.DUEDATE(2026,1)", "NORM.DIST"],
    ["=INASTI.DUEDATE(2026,1", ""],
  ])("%s", (formula, part) => {
    const fetched = jest.fn();
    Object.assign(globalThis, { fetch: fetched });
    expect(() => workbook({ A1: [[1]], "B1:B1048576": [[1]] })(formula)).toThrow(new Cannot(part));
    expect(fetched).not.toHaveBeenCalled();
  });

  test("a name that the workbook does not have is #NAME?", () => {
    expect(workbook({})("=INASTI.DUEDATE(2026,1)+year_of_ours").value).toBe("#NAME?");
  });

  test("the names under which files store functions of an add-in", () => {
    const { calls } = workbook({})("=_xldudf_INASTI_DUEDATE(2026,1)");
    expect(calls).toMatchObject([{ id: "INASTI.DUEDATE", result: 46112 }]);
  });

  test("prefixes of files and needless @ are passed over", () => {
    expect(workbook({ A1: [[2]] })("=@INASTI.DUEDATE(2026,_xlfn.IFNA(@A1,1))").value).toBe(46203);
  });
});

test("without functions there is nothing to explain with", () => {
  const functions = new Map(registered);
  registered.clear();
  expect(() => workbook({})("=INASTI.VERSION()")).toThrow(new Cannot("INASTI.VERSION"));
  functions.forEach((one, id) => registered.set(id, one));
});
