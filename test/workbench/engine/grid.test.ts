import { gridOf } from "../../../src/workbench/engine/grid";

it.each([
  [
    "a block",
    "a\tb\r\nc\td\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["one cell", "45.000", [["45.000"]]],
  [
    "empty cells",
    "a\t\t\n\tb\t",
    [
      ["a", "", ""],
      ["", "b", ""],
    ],
  ],
  ["quotes, lines and tabs inside a cell", '"a ""b""\tc\nd"\te', [['a "b"\tc\nd', "e"]]],
  ["a quote that is none", '"a" b\tc', [['"a" b', "c"]]],
  [
    "a CSV",
    'Dupont;"45.000,50"\nPeeters;1',
    [
      ["Dupont", "45.000,50"],
      ["Peeters", "1"],
    ],
  ],
  ["a semicolon in a text", "a;b\nc", [["a;b"], ["c"]]],
  ["a formula", "=SUM(1;2)", [["=SUM(1;2)"]]],
  ["formulas one below the other", "=SUM(1;2)\n=SUM(3;4)", [["=SUM(1;2)"], ["=SUM(3;4)"]]],
])("reads %s", (_, text, grid) => {
  expect(gridOf(text)).toEqual(grid);
});
