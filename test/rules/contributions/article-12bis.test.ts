import { owed } from "./owed";

describe("article 12bis: student", () => {
  test("nothing up to half of the minimum, 20.5 % of what exceeds it below the minimum, then the whole", () => {
    expect(owed("student", "2026Q1", [0, 8_687_04, 10_000_00])).toEqual([0, 0, 67_29]);
    expect(owed("student", "2026Q1", [17_374_07, 17_374_08])).toEqual([445_21, 890_42]);
  });

  test("half of the minimum is half of the rounded one", () => {
    // 13,296.25 / 2 = 6,648.125: 6,648.13, and not the 6,648.12 of the base amounts. 40 cents above are 2.05 cents.
    expect(owed("student", "2017Q1", [6_648_13, 6_648_53, 13_296_24])).toEqual([0, 2, 349_03]);
  });

  test("exists from 2017", () => {
    expect(owed("student", "2016Q4", [20_000_00])).toEqual(["no-text-before"]);
  });
});
