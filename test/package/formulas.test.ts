import { ownNames, Reader, Shared, Writer } from "../../src/package/formulas";

const own = ownNames(["INASTI.QUARTERLY", "INASTI.BATCH", "FUND.TOTAL"]);
const writer = new Writer(own, new Set(["INCOMES"]));
const reader = new Reader(own);

/** As it is typed, and as [MS-XLSX] 2.2.3 and files of Excel have it. */
const BOTH: readonly (readonly [typed: string, stored: string])[] = [
  ['=INASTI.QUARTERLY(A1,"main",2026)', '_xldudf_INASTI_QUARTERLY(A1,"main",2026)'],
  ['=IF(A1="INASTI.QUARTERLY(",1,2)', 'IF(A1="INASTI.QUARTERLY(",1,2)'],
  ['="_xlfn."&"a""XLOOKUP("&CONCAT(A1)', '"_xlfn."&"a""XLOOKUP("&_xlfn.CONCAT(A1)'],
  ["=SUM('FUND.TOTAL(x)'!A1)", "SUM('FUND.TOTAL(x)'!A1)"],
  ["=XLOOKUP(1,A1:A3,FUND.TOTAL(B1))", "_xlfn.XLOOKUP(1,A1:A3,_xldudf_FUND_TOTAL(B1))"],
  ["=SORT(FILTER(A1:A3,B1:B3>0))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A3,B1:B3>0))"],
  ["=SUM(B2#)", "SUM(_xlfn.ANCHORARRAY(B2))"],
  ["=SUM('My sheet'!$B$2#)", "SUM(_xlfn.ANCHORARRAY('My sheet'!$B$2))"],
  ["=@INDEX(A1:A3,2)+@A1:A3", "_xlfn.SINGLE(INDEX(A1:A3,2))+_xlfn.SINGLE(A1:A3)"],
  ["=LET(x,A1,y,x*2,x+y+xx)", "_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x*2,_xlpm.x+_xlpm.y+xx)"],
  ["=MAP(A1:A3,LAMBDA(v,v+1))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v+1))"],
  ["=LET(f,LAMBDA(a,[b],a),f(1))", "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.a,_xlop.b,_xlpm.a),_xlpm.f(1))"],
  ["=IFERROR(SUMIFS(A:A,B:B,1),0)", "IFERROR(SUMIFS(A:A,B:B,1),0)"],
  ["=STDEV.S(1,2)+IFS(TRUE,1)", "_xlfn.STDEV.S(1,2)+_xlfn.IFS(TRUE,1)"],
];

test.each(BOTH)("%s is %s in a file, and back", (typed, stored) => {
  expect(writer.written(typed)).toBe(stored);
  expect(reader.read(stored)).toEqual({ formula: typed });
});

test.each([
  ["_xldudf_inasti_quarterly(a1)", "=INASTI.QUARTERLY(a1)"],
  ["[2]!_xldudf_INASTI_QUARTERLY(A1)", "=INASTI.QUARTERLY(A1)"],
  ["BloombergUI.xla!_xldudf_INASTI_QUARTERLY(A1)", "=INASTI.QUARTERLY(A1)"],
  ["'C:\\x\\[Other.xla]'!_xldudf_INASTI_QUARTERLY(A1)", "=INASTI.QUARTERLY(A1)"],
  ["_xll.INASTI.QUARTERLY(A1)", "=INASTI.QUARTERLY(A1)"],
  ["@INASTI.BATCH(A1:A3)", "=INASTI.BATCH(A1:A3)"],
  ["1+@[1]!_xldudf_FUND_TOTAL(A1)", "=1+FUND.TOTAL(A1)"],
  ["_xlfn.SINGLE(_xldudf_FUND_TOTAL(A1))", "=FUND.TOTAL(A1)"],
  ["fund.total(1)", "=FUND.TOTAL(1)"],
  ["_xldudf_SOMEBODY_ELSE(1)", "=_xldudf_SOMEBODY_ELSE(1)"],
  ["FUND_TOTAL(1)", "=FUND_TOTAL(1)"],
])("%s is read as %s", (stored, typed) => {
  expect(reader.read(stored)).toEqual({ formula: typed });
});

test.each([
  ["[1]Sheet1!A1+1", "other-book"],
  ["'[1]My sheet'!A1", "other-book"],
  ['_xlfn.WEBSERVICE("https://example.org/"&A1)', "outside"],
  ["cmd|'/c calc'!A1", "outside"],
  ["MAP(A1:A2,WEBSERVICE)", "outside"],
  ["SUM(Clients[Income])", "table"],
])("%s is not taken: %s", (stored, why) => {
  expect(reader.read(stored)).toEqual({ why });
});

test.each([
  ["=SUM(A1:A3)", false],
  ["=SUM(A1:A3*B1:B3)", true],
  ["=SUM(ROUND(A1:A3,2))", true],
  ["=SUMPRODUCT(A1:A3*B1:B3)", false],
  ["=INASTI.BATCH(A1:A3,2026)", false],
  ["=INASTI.QUARTERLY(A1)", false],
  ["=A1:A3", true],
  ["=SUM(Incomes)", false],
  ["=SUM(Incomes*2)", true],
  ["=SEQUENCE(3)", true],
  ["=SUM('a:b'!A1)", false],
  ["=SUM(B2#)", false],
  ["=IF(A1:A3>0,1)", true],
])("whether %s has to be an array: %s", (formula, needs) => {
  expect(writer.needsArray(formula)).toBe(needs);
});

test("a shared formula moves its references, and those with $ not", () => {
  const shared = new Shared('A1+$B$2+C$3+$D4+SUM(A:A)+SUM(1:1)+"A1"+Sheet2!E5');
  expect(shared.at(2, 1)).toBe('B3+$B$2+D$3+$D6+SUM(B:B)+SUM(3:3)+"A1"+Sheet2!F7');
  expect(new Shared("A1").at(-1, 0)).toBe("#REF!");
});
