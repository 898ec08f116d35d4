import fc from "fast-check";
import { namesCells } from "../../../src/formula/tokens";
import { ownFunctions, plainFormula, usesOurFunctions } from "../../../src/taskpane/formula/own-formulas";
import { sourceFunctions } from "../../setup/excel";

beforeAll(() => void sourceFunctions());

it.each([
  ["=INASTI.QUARTERLY(A1)", ["INASTI.QUARTERLY"]],
  ["=inasti.quarterly(A1)", ["INASTI.QUARTERLY"]],
  ["=SUM(INASTI.ANNUAL(A1,B1),FUND.FEE(C1,D1))*2", ["INASTI.ANNUAL", "FUND.FEE"]],
  ["=INASTI.ANNUAL(A1)+INASTI.ANNUAL(A2)", ["INASTI.ANNUAL"]],
  ["=@INASTI.QUARTERLY(A1)", ["INASTI.QUARTERLY"]],
  ["=-INASTI.QUARTERLY (A1)", ["INASTI.QUARTERLY"]],
  ['=IF(A1="INASTI.QUARTERLY(",PASSERELLE.MONTHS(24),0)', ["PASSERELLE.MONTHS"]],
  // As the file stores it, and as Excel shows it where the add-in was missing.
  ["=_xldudf_INASTI_QUARTERLY(A1)", ["INASTI.QUARTERLY"]],
  // As another add-in leaves it.
  ["=[2]!_xldudf_INASTI_QUARTERLY(A1)+Name.xla!_xldudf_FUND_FEE(B1)", ["INASTI.QUARTERLY", "FUND.FEE"]],
  ["=Table1[a'[b]+INASTI.ANNUAL(Table1[[#This Row],[Income '('in']]])", ["INASTI.ANNUAL"]],
])("finds ours in %s", (formula, expected) => {
  expect(ownFunctions(formula)).toEqual(expected);
});

it.each([
  "=SUM(A1:A3)",
  '="INASTI.QUARTERLY(A1)"',
  '="say ""INASTI.QUARTERLY(1)"" aloud"',
  "='INASTI.QUARTERLY(1)'!A1",
  "='It''s INASTI.QUARTERLY(1)'!A1",
  "=INASTI.QUARTERLY",
  "=INASTI.QUARTERLY+1",
  "=MYINASTI.QUARTERLY(1)",
  "=X.INASTI.QUARTERLY(1)",
  "=INASTI.QUARTERLYX(1)",
  "=Book.xlsm!INASTI.QUARTERLY(1)",
  "=SUM(Table1[INASTI.QUARTERLY(x)])",
  "=INASTI.NOSUCH(1)",
  "=Name.xla!_xldudf_NOSUCH(1)",
  "",
])("finds none in %s", (formula) => {
  expect(usesOurFunctions(formula)).toBe(false);
});

it("finds none in any text that is quoted", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const quoted = `${text}INASTI.QUARTERLY(1)`.replaceAll('"', '""');
      expect(usesOurFunctions(`="${quoted}"&A1`)).toBe(false);
      expect(usesOurFunctions(`="${quoted}"&INASTI.QUARTERLY(1)`)).toBe(true);
    }),
  );
});

it.each([
  ["=INASTI.QUARTERLY(A1)", true],
  ["=INASTI.QUARTERLY($AB$12,'My sheet'!C3)", true],
  ["=SUM(INASTI.BATCH(A:A))+1", true],
  ["=INASTI.BATCH($2:$9)", true],
  ["=INASTI.QUARTERLY(Sheet1!B2#)", true],
  ['=INASTI.QUARTERLY(40000,"A1",PARAMETER_YEAR)', false],
  ["=INASTI.QUARTERLY('A1'!income,LOG10(100))", false],
  ["=INASTI.QUARTERLY([@Income])", false],
])("knows whether %s names cells: %p", (formula, expected) => {
  expect(namesCells(formula)).toBe(expected);
});

it.each([
  ['=_xldudf_INASTI_QUARTERLY(A1,"principal",2026)', '=INASTI.QUARTERLY(A1,"principal",2026)'],
  ["=Name.xla!_xldudf_INASTI_QUARTERLY(A1)*2", "=INASTI.QUARTERLY(A1)*2"],
  [
    "=[2]!_xldudf_INASTI_QUARTERLY(A1)-'C:\\My files\\[It''s.xla]Sheet'!_xldudf_fund_fee (A1)",
    "=INASTI.QUARTERLY(A1)-FUND.FEE (A1)",
  ],
  ["=@_xldudf_INASTI_BATCH(A1:A9)", "=@INASTI.BATCH(A1:A9)"],
  // What another add-in, workbook or text has is none of ours.
  ["=Name.xla!_xldudf_OTHER_FUNCTION(INASTI.QUARTERLY(A1))", "=Name.xla!_xldudf_OTHER_FUNCTION(INASTI.QUARTERLY(A1))"],
  [
    '=INASTI.QUARTERLY([Book.xlsx]S!A1)&"[2]!_xldudf_INASTI_QUARTERLY("',
    '=INASTI.QUARTERLY([Book.xlsx]S!A1)&"[2]!_xldudf_INASTI_QUARTERLY("',
  ],
  ["=Name.xla!INASTI_QUARTERLY(A1)", "=Name.xla!INASTI_QUARTERLY(A1)"],
  ["=_xldudf_INASTI_QUARTERLY", "=_xldudf_INASTI_QUARTERLY"],
])("writes %s plainly", (formula, plain) => {
  expect(plainFormula(formula)).toBe(plain);
});

it("writes plainly what any file before our function made of a formula", () => {
  const sheet = fc.string({ unit: "grapheme", minLength: 1 }).map((name) => `'${name.replaceAll("'", "''")}'!`);
  const book = fc.nat(99).map((number) => `[${number}]!`);
  const file = fc.string({ unit: fc.constantFrom(..."aZ0_é."), minLength: 1 }).map((name) => `${name}.xlam!`);
  const marks = fc.oneof(sheet, book, file, fc.constant(""));
  const ids = fc.constantFrom("INASTI.QUARTERLY", "FUND.FEE", "PASSERELLE.MONTHS");
  fc.assert(
    fc.property(fc.array(fc.tuple(marks, ids), { minLength: 1, maxLength: 4 }), (calls) => {
      const write = (of: (mark: string, id: string) => string): string =>
        `=${calls.map(([mark, id], index) => `${of(mark, id)}(A${index + 1},"a!b")`).join("+")}`;
      const plain = write((_, id) => id);
      expect(plainFormula(write((mark, id) => `${mark}_xldudf_${id.replaceAll(".", "_")}`))).toBe(plain);
      expect(plainFormula(plain)).toBe(plain);
    }),
  );
});
