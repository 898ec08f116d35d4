import { addressOf, areaOf, inSheet } from "../../src/formula/addresses";

it.each([
  ["A1", { row: 0, column: 0, rows: 1, columns: 1 }],
  ["$b$2", { row: 1, column: 1, rows: 1, columns: 1 }],
  ["C10:A1", { row: 0, column: 0, rows: 10, columns: 3 }],
  ["XFD1048576", { row: 1_048_575, column: 16_383, rows: 1, columns: 1 }],
  ["A:A", { row: 0, column: 0, rows: 1_048_576, columns: 1 }],
  ["$AA:AB", { row: 0, column: 26, rows: 1_048_576, columns: 2 }],
  ["3:4", { row: 2, column: 0, rows: 2, columns: 16_384 }],
])("%s", (address, area) => {
  expect(areaOf(address)).toEqual(area);
});

it.each(["", ":", "A", "1", "A0", "XFE1", "A1048577", "A1:", "A1:B", "A:1", "A1:B2:C3", "Sheet1!A1", "A1#", "1A"])(
  "%j is no address",
  (text) => {
    expect(areaOf(text)).toBeNull();
  },
);

it.each(["A1", "Z9", "AA1:AZ20", "XFD1048576", "ZZ1:AAA2"])("%s is written as it is read", (address) => {
  expect(addressOf(areaOf(address)!)).toBe(address);
});

it.each([
  ["Sheet1", "Sheet1!A1"],
  ["Année", "'Année'!A1"],
  ["My sheet", "'My sheet'!A1"],
  ["it's", "'it''s'!A1"],
  ["AB12", "'AB12'!A1"],
  ["RC", "'RC'!A1"],
  ["Rates", "Rates!A1"],
])("a cell of the sheet %s is %s", (sheet, named) => {
  expect(inSheet(sheet, "A1")).toBe(named);
});
