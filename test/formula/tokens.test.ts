import fc from "fast-check";
import { calledNames, namesCells, tokensOf } from "../../src/formula/tokens";

const kinds = (formula: string): string[] =>
  tokensOf(formula)
    .filter(({ kind }) => kind !== "operator" && kind !== "space")
    .map(({ kind, text }) => `${kind} ${text}`);

it.each([
  ['="a ""b"" A1"', ['text "a ""b"" A1"']],
  ["=$A$1:b2+A:C+$1:3", ["reference $A$1:b2", "reference A:C", "reference $1:3"]],
  ["='It''s A1'!B2+Données!C3", ["sheet 'It''s A1'!", "reference B2", "sheet Données!", "reference C3"]],
  ["=[Book.xlsx]S!A1+[1]!rate", ["sheet [Book.xlsx]S!", "reference A1", "sheet [1]!", "name rate"]],
  ["=Jan:Dec!A1", ["sheet Jan:Dec!", "reference A1"]],
  ["=Sales[[#This Row],[a'[b]]+[@x]", ["table Sales[[#This Row],[a'[b]]", "table [@x]"]],
  ["=LOG10(100)+A1B+AB12C3", ["name LOG10", "number 100", "name A1B", "name AB12C3"]],
  ["=1.5E-3+.5+2.", ["number 1.5E-3", "number .5", "number 2."]],
  ["=#N/A+#DIV/0!+#SPILL!", ["error #N/A", "error #DIV/0!", "error #SPILL!"]],
  ["=A1#+tva.2026", ["reference A1", "name tva.2026"]],
  ["=cmd|'/c calc'!A0", ["name cmd", "unknown |", "sheet '/c calc'!", "name A0"]],
])("reads the signs of %s", (formula, expected) => {
  expect(kinds(formula)).toEqual(expected);
});

it("loses no sign of any text", () => {
  const signs = fc.array(fc.constantFrom("'", '"', "[", "]", "#", "!", "A1", "é", "(", ",", " ", ":", "1", ".", "😀"));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        signs.map((list) => list.join("")),
      ),
      (text) => {
        expect(
          tokensOf(text)
            .map((token) => token.text)
            .join(""),
        ).toBe(text);
      },
    ),
  );
});

/** What would take seconds if a sign were looked at more often than a few times: 32,767 of them is what a cell holds. */
it.each(["'", '"', "[", "'a", "'a'", "a:", "[a", "a.", "1:", "((", "''a", "#", "a!", "[''", "9", "@a:"])(
  "reads a formula of nothing but %s at once",
  (sign) => {
    const formula = `=${sign.repeat(Math.floor(32_766 / sign.length))}`;
    const start = performance.now();
    tokensOf(formula);
    tokensOf(`${formula}!`);
    expect(performance.now() - start).toBeLessThan(1_000);
  },
  30_000,
);

it("knows calls with a space, with the prefixes of files, and none of other workbooks", () => {
  expect(calledNames("=Name.xla!_xldudf_A_B(1)+[2]!_xldudf_C('C:\\[d.xla]E'!_xldudf_F())+Name.xla!G(1)")).toEqual([
    "A_B",
    "C",
    "F",
  ]);
  expect(calledNames("=_xlfn.XLOOKUP(_xludf.x,_xldudf_INASTI_ANNUAL (1),Book.xlsm!F(2),_xlfn._xlws.SORT(A1))")).toEqual(
    ["XLOOKUP", "INASTI_ANNUAL", "SORT"],
  );
});

it.each([
  ["=SUM(Table1[A1])", false],
  ["=SUM(A:A)", true],
  ['="A1"', false],
])("knows whether %s names cells: %p", (formula, expected) => {
  expect(namesCells(formula)).toBe(expected);
});
