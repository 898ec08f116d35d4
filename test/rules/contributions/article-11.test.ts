import { owed } from "./owed";

// Article 11 §2 of the royal decree of 19/12/1967: 0.79 and 0.51 % on the income of the helped spouse.
describe("the mini statute", () => {
  test("has the minimum of a principal occupation, and both ceilings", () => {
    expect(owed("spouse-mini", "2026Q1", [0, 17_374_07, 17_374_08])).toEqual([34_31, 34_31, 34_31]);
    // 75,024.54 × 0.79 % and 24,975.46 × 0.51 %, a quarter.
    expect(owed("spouse-mini", "2026Q1", [30_000_00, 100_000_00])).toEqual([59_25, 180_02]);
    expect(owed("spouse-mini", "2026Q1", [110_562_42, 200_000_00])).toEqual([193_48, 193_48]);
  });

  test("has no rate of a starter", () => {
    expect(owed("spouse-mini", "2015Q1", [30_000_00], "2015Q1")).toEqual([59_25]);
  });
});
