import { owed } from "./owed";

// Article 37 of the royal decree of 19/12/1967, with the ceilings of article 12 §2 of royal decree no. 38.
test("§1 a) and b): as complementary below the ceiling, as principal from it on", () => {
  expect(owed("article-37", "2026Q1", [0, 1_922_15, 1_922_16])).toEqual([0, 0, 98_51]);
  expect(owed("article-37", "2026Q1", [9_101_25, 9_101_26, 17_374_08])).toEqual([466_44, 890_42, 890_42]);
  expect(owed("article-37", "2015Q1", [6_742_05, 6_742_06])).toEqual([370_81, 707_87]);
});

test("§1 c): for a political mandate the ceiling is the threshold itself, so that no reduced contribution is left", () => {
  expect(owed("article-37-mandate", "2026Q1", [1_922_15, 1_922_16, 20_000_00])).toEqual([0, 890_42, 1_025_00]);
});
