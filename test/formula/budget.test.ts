import fc from "fast-check";
import { Budget, LONGEST_TEXT, Stopped } from "../../src/formula/budget";
import { EXCEL } from "../../src/formula/functions";
import { Cannot } from "../../src/formula/parser";
import type { CellValue } from "../../src/formula/values";
import { valueOf } from "./workbook";

/** What Explain allows a formula, and what a step that was begun may add to it. Of the processor's time: others may have the machine. */
const LIMIT = 200;
const SLACK = 800;

const spent = (): number => process.cpuUsage().user / 1_000;

const limited = (): Budget => {
  const end = spent() + LIMIT;
  return new Budget(() => (spent() > end ? "time" : null));
};

const outcome = (formula: string, budget = limited()): CellValue => {
  try {
    return valueOf(formula, {}, budget);
  } catch (error) {
    if (error instanceof Stopped) return error.reason;
    if (error instanceof Cannot) return "cannot";
    throw error;
  }
};

const nested = (depth: number, inside: string, around: (inside: string) => string): string =>
  depth === 0 ? inside : nested(depth - 1, around(inside), around);

describe("formulas that would hang or end the add-in come to an end", () => {
  test.each<readonly [formula: string, outcome: CellValue]>([
    ['=LEN(REPT("x",2000000000))', "#VALUE!"],
    ['=LEN(REPT("xx",20000))', "#VALUE!"],
    ["=WORKDAY(1,2000000000)", "#NUM!"],
    ["=WORKDAY(1,2958464)", "#NUM!"],
    // 422,637 weeks of five days, and five from a Sunday to a Friday.
    ["=NETWORKDAYS(1,2958465)", 2_113_190],
    ['=WORKDAY.INTL(1,1E300,"1111110")', "#NUM!"],
    ["=SUM(SEQUENCE(1E9))", "#NUM!"],
    ["=SUM(SEQUENCE(1E5,1E5))", "#NUM!"],
    ["=FACT(1E9)", "#NUM!"],
    ["=COMBIN(1E9,5E8)", "#NUM!"],
    ["=EDATE(1,1E300)", "#NUM!"],
    ["=DATE(2026,1E300,1)", "#NUM!"],
    ['=LEN(SUBSTITUTE(REPT("a",32767),"a","aaaaaaaaaa"))', "#VALUE!"],
    ['=LEN(REPLACE(REPT("a",32767),1,0,"b"))', "#VALUE!"],
    ['=LEN(TEXTJOIN(REPT(",",32767),FALSE,SEQUENCE(9999)))', "#VALUE!"],
    ['=LEN(REPT("a",20000)&REPT("b",20000))', "#VALUE!"],
    ['=TEXT(1,REPT("0",256))', "#VALUE!"],
    ['=SUM(COUNTIF(SEQUENCE(9),">1E400"))', 0],
    ["=ROUND(1,1E300)", 1],
  ])("%s is %p", (formula, value) => {
    const start = spent();
    expect(outcome(formula)).toBe(value);
    expect(spent() - start).toBeLessThan(LIMIT + SLACK);
  });

  const doubled = nested(22, "x", (inside) => `LET(x,${inside}&"a",x&x)`);
  test.each([
    // Stars that each could take all: a pattern that goes back to every one of them never ends.
    `=SEARCH("${"*a".repeat(13)}b",REPT("a",32767))`,
    `=SEARCH("?*${"a".repeat(200)}b",REPT("a",32767))`,
    "=SUM(MAKEARRAY(1E6,1E6,LAMBDA(r,c,r)))",
    "=SUM(SEQUENCE(1000)*TRANSPOSE(SEQUENCE(1000))*SEQUENCE(1000)*TRANSPOSE(SEQUENCE(1000))^SEQUENCE(1000))",
    "=SUM(MAP(SEQUENCE(100000),LAMBDA(x,SUM(SEQUENCE(1000)*x))))",
    "=REDUCE(0,SEQUENCE(1000000),LAMBDA(a,x,a+SUM(SEQUENCE(999))))",
    "=LET(f,LAMBDA(g,n,g(g,n+1)),f(f,1))",
    "=LET(f,LAMBDA(g,n,g(g,n+1)+g(g,n+1)),f(f,1))",
    "=SUM(COUNTIF(SEQUENCE(100000),SEQUENCE(100000)))",
    "=SUM(XMATCH(SEQUENCE(99999),SEQUENCE(99999)))",
    "=SUM(SUMPRODUCT(SEQUENCE(999999),SEQUENCE(999999)),SUM(SORT(SEQUENCE(999999)*-1)),SUM(UNIQUE(SEQUENCE(999999))))",
    "=ROWS(VSTACK(SEQUENCE(999999),SEQUENCE(999999),SEQUENCE(999999),SEQUENCE(999999),SEQUENCE(999999),SEQUENCE(999999)))",
    `=LEN(${doubled.replaceAll('&"a"', "")})`,
    `=${nested(120, "1", (inside) => `IF(TRUE,${inside},0)`)}`,
  ])(
    "%s is given up in time, or is soon done",
    (formula) => {
      const start = spent();
      outcome(formula);
      expect(spent() - start).toBeLessThan(LIMIT + SLACK);
    },
    60_000,
  );

  test("stars without end are given up", () => {
    expect(outcome(`=SEARCH("?*${"a".repeat(200)}b",REPT("a",32767))`)).toBe("time");
    expect(outcome("=LET(f,LAMBDA(g,n,g(g,n+1)),f(f,1))")).toBe("time");
  });
});

test("a text longer than a cell holds is no value, whatever makes it", () => {
  expect(outcome(`=REPT("x",${LONGEST_TEXT})&"y"`)).toBe("#VALUE!");
  expect(outcome(`=CONCAT(REPT("x",${LONGEST_TEXT}),"y")`)).toBe("#VALUE!");
});

test("who no longer waits is heard within the formula", () => {
  let isWanted = true;
  const budget = new Budget(() => (isWanted ? null : "stop"));
  isWanted = false;
  expect(outcome("=SUM(SEQUENCE(500000))", budget)).toBe("stop");
});

test("what is small is never stopped by a slow machine", () => {
  const never = new Budget(() => "time");
  expect(valueOf("=IF(SUM(1,2,3)>5,ROUND(PMT(0.01,12,100),2),0)", {}, never)).toBe(-8.88);
});

test("whatever functions are given, they come to a value, a name or an end", () => {
  const argument = fc.constantFrom(
    ...[
      "",
      "0",
      "1",
      "-1",
      "2.5",
      "1E9",
      "1E300",
      "-1E300",
      '""',
      '"x"',
      '"*a?~"',
      "TRUE",
      "#N/A",
      "A1",
      "{1,2;3,4}",
      '{"a";"b"}',
      "SEQUENCE(50)",
      "LAMBDA(x,x)",
      "2958465",
    ],
  );
  const calls = fc
    .tuple(
      fc.constantFrom(...EXCEL.keys(), "IF", "IFS", "SWITCH", "MAP", "REDUCE", "BYROW", "LET", "CHOOSE"),
      fc.array(argument, { maxLength: 5 }),
    )
    .map(([name, args]) => `=${name}(${args.join(",")})`);
  fc.assert(
    fc.property(calls, (formula) => {
      const start = spent();
      const value = outcome(formula);
      if (typeof value === "number") expect([formula, Number.isFinite(value)]).toEqual([formula, true]);
      expect(spent() - start).toBeLessThan(LIMIT + SLACK);
    }),
    { numRuns: 5_000 },
  );
});
