import fc from "fast-check";
import { namesCells } from "../../../src/formula/tokens";
import { ownFunctions, usesOurFunctions } from "../../../src/taskpane/formula/own-formulas";
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
