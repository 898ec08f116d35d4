import { inSyntax } from "../../src/formula/syntax";
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
