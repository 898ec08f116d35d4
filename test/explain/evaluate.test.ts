import { settings } from "../../src/settings";
import { type CellValue, evaluate, references } from "../../src/explain/evaluate";
import { Cannot } from "../../src/explain/formula-text";
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
    });
  });

  test("nothing inside texts", () => {
    expect(references(`="A1 and "&"""B2"""`, "Now")).toEqual({ ranges: [], names: [] });
  });

  test.each([
    ["=SUM(Table1[income])", "Table1[income]"],
    ["=SUM(A1#)", "A1#"],
    ['=INASTI.ANNUAL(@A1:A9,"principal")', "@A1:A9"],
    ["=SUM(A:A)", "A:A"],
    ["=SUM(2:3)", "2:3"],
    ["=SUM([Book]Sheet1!A1)", "[Book]"],
    ["=A1 ~ 2", ""],
  ])("%s cannot be read", (formula, part) => {
    expect(() => references(formula, "Now")).toThrow(new Cannot(part));
  });
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
    expect(calls).toMatchObject([{ arguments: [{ value: 40000 }, {}, {}, {}, {}, {}], result: QUARTER, lifted: 3 }]);
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

  test("arithmetic on ranges inside a sum is left to a cell of its own", () => {
    expect(() => workbook(incomes)("=SUM(A2:A4*2)")).toThrow(new Cannot("SUM(A2:A4*2)"));
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
    ["=LET(x,1,INASTI.DUEDATE(2026,x))", "LET"],
    ["=XLOOKUP(1,A1,A1)", "XLOOKUP"],
    ['=INASTI.DUEDATE(2026,INDIRECT("A1"))', "INDIRECT"],
    ["=STDEV.S(1,2)+INASTI.DUEDATE(2026,1)", "STDEV.S"],
    ["=INASTI.DUEDATE(2026,1", ""],
  ])("%s", (formula, part) => {
    const fetched = jest.fn();
    Object.assign(globalThis, { fetch: fetched });
    expect(() => workbook({ A1: [[1]] })(formula)).toThrow(new Cannot(part));
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
  const functions = new Map(settings.functions);
  settings.functions.clear();
  expect(() => workbook({})("=INASTI.VERSION()")).toThrow(new Cannot("INASTI.VERSION"));
  functions.forEach((one, id) => settings.functions.set(id, one));
});
