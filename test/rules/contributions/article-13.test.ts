import { owed } from "./owed";

test("article 13 §1: a pensioner has a threshold, 14.7 % on the first bracket, and no minimum", () => {
  expect(owed("pensioner", "2026Q1", [0, 3_844_31, 3_844_32, 200_000_00])).toEqual([0, 0, 141_28, 4_015_19]);
  expect(owed("pensioner", "2025Q3", [3_763_51])).toEqual([138_31]);
  expect(owed("pensioner", "2025Q4", [3_763_51])).toEqual([138_31]);
});

// Programme law of 18/07/2025: the income of 3,000 lies below the threshold, 3,763.51 is the threshold of 2025.
describe("at the legal age without a pension", () => {
  test("to the third quarter of 2025 a threshold, from the fourth on the minimum of a principal occupation", () => {
    expect(owed("pension-age", "2025Q3", [0, 3_000_00, 3_763_50, 3_763_51])).toEqual([0, 0, 0, 192_88]);
    expect(owed("pension-age", "2025Q4", [0, 3_000_00, 3_763_51, 20_000_00])).toEqual([
      871_71, 871_71, 871_71, 1_025_00,
    ]);
  });

  test("as an assisting spouse that of the spouse", () => {
    expect(owed("pension-age-spouse", "2025Q3", [3_000_00, 3_763_51])).toEqual([0, 192_88]);
    expect(owed("pension-age-spouse", "2025Q4", [0, 3_763_51, 7_472_00])).toEqual([382_94, 382_94, 382_94]);
  });

  test("§4: on request the threshold in place of the minimum", () => {
    expect(owed("pension-age-opt-out", "2025Q4", [3_763_50, 3_763_51])).toEqual([0, 192_88]);
    expect(owed("pension-age-opt-out", "2025Q3", [3_763_51])).toEqual(["no-text-before"]);
  });
});
