import { absolute, gridAt, placeOf, referenceTo } from "../../../src/taskpane/formula/a1";

describe("gridAt", () => {
  it.each([
    ["A1", 0, 0, "A1"],
    ["B80", 3, 1, "C83"],
    ["Z9", 0, 1, "AA9"],
    ["AZ1", 10, 27, "CA11"],
  ])("counts from %s: %d down, %d across is %s", (corner, row, column, address) => {
    expect(gridAt(corner).cell(row, column)).toBe(address);
  });

  it("names ranges", () => {
    expect(gridAt("C5").range({ row: 1, column: 2, rows: 3, columns: 2 })).toBe("E6:F8");
  });

  it("fixes a cell where it is", () => {
    expect(absolute("AB12")).toBe("$AB$12");
  });

  it("takes an address and nothing else", () => {
    expect(() => gridAt("Sheet1!A1")).toThrow();
  });
});

describe("placeOf", () => {
  it.each([
    ["Members!A2:A10", "Members", "A2:A10"],
    [" =Members!$A$2:$A$10 ", "Members", "$A$2:$A$10"],
    ["'My sheet'!B3", "My sheet", "B3"],
    ["'Q1''s'!A:A", "Q1's", "A:A"],
  ])("reads %s", (text, sheet, address) => {
    expect(placeOf(text)).toEqual({ sheet, address });
  });

  it.each(["", "A2:A10", "Members!", "Members!nowhere", "'My sheet!A1", `${"x".repeat(32)}!A1`])(
    "is none in %p",
    (text) => {
      expect(placeOf(text)).toBeUndefined();
    },
  );
});

it("quotes the sheets that need it", () => {
  expect(referenceTo({ sheet: "Members", address: "A2:A10" })).toBe("Members!A2:A10");
  expect(referenceTo({ sheet: "Q1's", address: "A2" })).toBe("'Q1''s'!A2");
  expect(referenceTo({ sheet: "2026", address: "A2" })).toBe("'2026'!A2");
});
