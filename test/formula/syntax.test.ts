import fc from "fast-check";
import { fromSyntax, inSyntax, signsFrom } from "../../src/formula/syntax";
import { recordOf } from "../../src/i18n";

it.each([
  ["en", "=FUND.FEE(2050.5,0.0305,2026)", "=FUND.FEE(2050.5,0.0305,2026)"],
  ["fr", "=FUND.FEE(2050.5,0.0305,2026)", "=FUND.FEE(2050,5;0,0305;2026)"],
  ["nl", "=FUND.FEE(2050.5,0.0305,2026)", "=FUND.FEE(2050,5;0,0305;2026)"],
  ["de", "=FUND.FEE(2050.5,0.0305,2026)", "=FUND.FEE(2050,5;0,0305;2026)"],
  ["fr", '=A.B($A$2:B13,,DATE(2026,4,1),TRUE,"a,b ""1.5""")', '=A.B($A$2:B13;;DATE(2026;4;1);VRAI;"a,b ""1.5""")'],
  ["nl", '=A.B($A$2:B13,,DATE(2026,4,1),TRUE,"a,b ""1.5""")', '=A.B($A$2:B13;;DATUM(2026;4;1);WAAR;"a,b ""1.5""")'],
  ["de", '=A.B($A$2:B13,,DATE(2026,4,1),TRUE,"a,b ""1.5""")', '=A.B($A$2:B13;;DATUM(2026;4;1);WAHR;"a,b ""1.5""")'],
  ["fr", "=IF(A1>1.5,{1,2;3,4},T[[#All],[a]])", "=IF(A1>1,5;{1.2;3.4};T[[#All];[a]])"],
  ["nl", "={1,2.5}", "={1\\2,5}"],
  ["de", "='a,b'!A1,DATE(1,2,3)", "='a,b'!A1;DATUM(1;2;3)"],
  ["en", "={1,2}", "={1,2}"],
] as const)("%s: %s as people type it", (language, formula, typed) => {
  expect(inSyntax(formula, recordOf(language).excel)).toBe(typed);
});

it.each([
  ["fr", '=INASTI.QUARTERLY(40000,50;"a;b, 1,5";2026)', '=INASTI.QUARTERLY(40000.50,"a;b, 1,5",2026)'],
  ["nl", '=INASTI.QUARTERLY(40000.50,"principal",2026)', '=INASTI.QUARTERLY(40000.50,"principal",2026)'],
  ["fr", '=INASTI.QUARTERLY(1E+20,"principal",2026)', '=INASTI.QUARTERLY(1E+20,"principal",2026)'],
  ["de", "=SUMME(,5;-,25;DATUM(2026;1;1);wahr)", "=SUMME(.5,-.25,DATE(2026,1,1),TRUE)"],
  ["fr", "=ROUND(1,5)", "=ROUND(1.5)"],
  ["fr", "=ROUND(A1,2)", "=ROUND(A1,2)"],
  ["nl", "=1,5+2,25", "=1.5+2.25"],
  ["fr", "=SUM({1.2;3,5.4})", "=SUM({1,2;3.5,4})"],
  ["nl", "=SUM({1\\2;3,5\\4};T[[a];[b]])", "=SUM({1,2;3.5,4},T[[a],[b]])"],
  ["en", "=SUM(1,5,{1;2})", "=SUM(1,5,{1;2})"],
  ["en", "=SUM(1.5;2;{1,2;3,4})", "=SUM(1.5,2,{1,2;3,4})"],
] as const)("%s: %s is what people mean", (language, typed, formula) => {
  expect(fromSyntax(typed, recordOf(language).excel)).toBe(formula);
});

it.each([
  ["a comma of both kinds", '=INASTI.QUARTERLY(40000,50,"principal",2026)'],
  ["commas in a row", "=SUM(1,2,3)"],
  ["a comma beside semicolons", "=SUM(A1;B1,C1)"],
  ["a point before three digits", "=SUM(45.000;1)"],
])("%s can be read in two ways", (_, typed) => {
  expect(fromSyntax(typed, recordOf("fr").excel)).toBeNull();
});

it("in English a comma beside a semicolon may be of either kind", () => {
  expect(fromSyntax("=SUM(1,5;2)", recordOf("en").excel)).toBeNull();
});

it("reads signs while they are typed, one for one", () => {
  const typed = '=SUM(1,5;A1,B1;"a;b";{1.2;3};';
  expect(signsFrom(typed, recordOf("fr").excel)).toBe('=SUM(1.5,A1,B1,"a;b",{1,2;3},');
});

it.each(["fr", "nl", "de"] as const)("%s: what is shown is read back the same", (language) => {
  const { excel } = recordOf(language);
  const number = fc.oneof(
    fc.nat(99_999),
    fc.double({ min: 0, max: 99_999, noNaN: true }).map((one) => one.toFixed(2)),
  );
  const leaf = fc.oneof(
    number.map(String),
    fc.constantFrom('"a;b,c.d"', "A1", "$B$2:C3", "'a,b'!A1", "TRUE", "{1,2.5;3,4}", ""),
  );
  const call = fc.array(leaf, { minLength: 2, maxLength: 5 }).map((args) => `=A.B(${args.join(",")})`);
  fc.assert(
    fc.property(call, (formula) => {
      const shown = inSyntax(formula, excel);
      expect(fromSyntax(shown, excel)).toBe(formula);
    }),
  );
});
