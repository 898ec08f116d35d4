import { type Definition, DEFINITIONS } from "../../../src/definitions";
import { callWith, Piece } from "../../../src/taskpane/formula/call";

it("asks the rule once, of however many rows of its table the way is looked at", () => {
  const asks = jest.spyOn(DEFINITIONS["INASTI.CAREER"] as Definition, "asks");
  const call = callWith("INASTI.CAREER", {
    career: new Piece("", [["2021-03-15", "complementary"]]),
    firstYear: new Piece("2023", 2023),
    incomes: new Piece("20000", 20_000),
  });
  const ways = [0, 1, 2, 3].map((row) => call.way({ row, column: 0 }));
  expect(asks).toHaveBeenCalledTimes(1);
  // Each row has a way of its own: its quarter stands in the first line.
  expect(new Set(ways.map(([first]) => JSON.stringify(first!.facts))).size).toBe(4);
  asks.mockRestore();
});
