import type { FormulaCell, Place } from "../../../src/host/host";
import { Followed } from "../../../src/taskpane/what-if/live-formula";

const INPUT: Place = { sheet: "Model", address: "B1" };
const TARGET: Place = { sheet: "Model", address: "B9" };

/** Formulas of the sheet Model, or of others: "Other!A1". */
function cellsOf(formulas: Readonly<Record<string, string>>, fills: Readonly<Record<string, [number, number]>> = {}) {
  return Object.entries(formulas).map(([at, formula]): FormulaCell => {
    const [address = "", sheet = "Model"] = at.split("!").reverse();
    const [rows, columns] = fills[at] ?? [1, 1];
    return {
      sheet,
      address,
      formula,
      values: Array.from({ length: rows }, () => Array.from({ length: columns }, () => 1)),
      note: null,
    };
  });
}

interface Around {
  readonly names?: Readonly<Record<string, string>>;
  readonly fills?: Readonly<Record<string, [number, number]>>;
}

function followed(formulas: Readonly<Record<string, string>>, { names = {}, fills = {} }: Around = {}): Followed {
  const outline = { names: Object.entries(names).map(([name, formula]) => ({ name, formula })) };
  return new Followed(cellsOf(formulas, fills), outline, [INPUT]);
}

const live = (formulas: Readonly<Record<string, string>>, around?: Around): string | null =>
  followed(formulas, around).formulaOf(TARGET, [{ cell: INPUT, reference: "$B$6" }]);

it.each<[string, string, string]>([
  ["a call", '=INASTI.QUARTERLY(B1,"principal",2026)', '=INASTI.QUARTERLY($B$6,"principal",2026)'],
  ["a reference that stays", "=$B$1*2", "=$B$6*2"],
  ["other cells of its sheet", "=B1*C3+SUM(D1:D5)", "=$B$6*Model!$C$3+SUM(Model!$D$1:$D$5)"],
  ["cells of other sheets", "='The bill'!C1+model!b1", "='The bill'!$C$1+$B$6"],
  ["texts and names of functions", '=IF(B1>0,"B1",MAX(B1,0))', '=IF($B$6>0,"B1",MAX($B$6,0))'],
  ["names of values", "=B1*Rate", "=$B$6*Rate"],
  ["names of LET", "=LET(x,B1,x*2)", "=LET(x,$B$6,x*2)"],
])("puts a cell of the table in the place of the input: %s", (_, formula, expected) => {
  expect(live({ B9: formula }, { names: { Rate: "=0.0305" } })).toBe(expected);
});

it("puts the formulas between into each other, over sheets", () => {
  const formulas = { B2: "=B1+A1", "Other!A1": "=Model!B2*2+B3", B9: "=ROUND(Other!A1,2)-B2" };
  expect(live(formulas)).toBe("=ROUND((($B$6+Model!$A$1)*2+Other!$B$3),2)-($B$6+Model!$A$1)");
});

it.each<[string, Readonly<Record<string, string>>, Around]>([
  ["the input within a range", { B9: "=SUM(A1:B3)" }, {}],
  ["a formula within a range", { B2: "=B1*2", B9: "=SUM(B2:B4)" }, {}],
  ["a name of the input", { B9: "=Income*2" }, { names: { Income: "=Model!$B$1" } }],
  ["a name of a formula that leads to it", { B2: "=B1", B9: "=Twice" }, { names: { Twice: "=2*Model!B2" } }],
  ["a table", { B9: "=B1*Rates[Fee]" }, {}],
  ["what a formula fills", { B2: "=B1*{1;2}", B9: "=B3" }, { fills: { B2: [2, 1] } }],
  ["all that a formula fills", { B2: "=B1*{1;2}", B9: "=SUM(B2#)" }, { fills: { B2: [2, 1] } }],
  ["a target that fills cells", { B9: "=B1*{1;2}" }, { fills: { B9: [2, 1] } }],
  ["a place that is calculated", { B9: '=INDIRECT("B1")' }, {}],
  ["a function that looks at places", { B9: "=ROW(B1)" }, {}],
  ["a function that takes cells alone", { B2: "=B1", B9: '=SUMIF(B2,">0")' }, {}],
  ["another workbook", { B9: "=B1+[Book2.xlsx]Sheet1!A1" }, {}],
  ["a range between two cells", { B9: "=SUM(A1:INDEX(A1:A9,B1))" }, {}],
])("does not follow %s", (_, formulas, around) => {
  expect(live(formulas, around)).toBeNull();
  expect(followed(formulas, around).dependsOnInputs(TARGET)).toBe(true);
});

it("knows what does not depend on the input", () => {
  expect(followed({ B9: "=C1+SUM(D1:D9)" }).dependsOnInputs(TARGET)).toBe(false);
  expect(followed({ B9: "=Other!B1" }).dependsOnInputs(TARGET)).toBe(false);
  // Cells that refer to each other.
  expect(followed({ B8: "=B9", B9: "=B8" }).dependsOnInputs(TARGET)).toBe(false);
  expect(live({ B9: "=C1" })).toBeNull();
});

it("ends with chains that are too long, and with formulas that are", () => {
  const chain = Object.fromEntries(
    Array.from({ length: 3000 }, (_, row) => [`C${row + 1}`, row === 0 ? "=B1" : `=C${row}+1`]),
  );
  expect(live({ ...chain, B9: "=C3000" })).toBeNull();
  const doubled = Object.fromEntries(
    Array.from({ length: 20 }, (_, row) => [`C${row + 1}`, row === 0 ? "=B1" : `=C${row}+C${row}`]),
  );
  expect(live({ ...doubled, B9: "=C20" })).toBeNull();
});
