import { owed } from "./owed";

// Thresholds by article 14 and quarters as printed; the rest by hand: 20.5 % up to the first ceiling, 14.16 % up to the second, a quarter.
const LARGE = 200_000_00;

describe("article 12 §1: principal", () => {
  test("an income below the minimum counts as the minimum, a loss too", () => {
    expect(owed("principal", "2026Q1", [-5_000_00, 0, 17_374_07, 17_374_08])).toEqual([890_42, 890_42, 890_42, 890_42]);
    expect(owed("principal", "2026Q1", [17_375_00, 20_000_00])).toEqual([890_47, 1_025_00]);
  });

  test("two brackets, and nothing above the second ceiling", () => {
    // 75,024.54 × 20.5 % / 4 = 3,845.007675, and 35,537.88 × 14.16 % / 4 = 1,258.040952.
    expect(owed("principal", "2026Q1", [75_024_54, 100_000_00])).toEqual([3_845_01, 4_729_14]);
    expect(owed("principal", "2026Q1", [110_562_42, 110_562_43, LARGE])).toEqual([5_103_05, 5_103_05, 5_103_05]);
  });

  // Law of 26/12/2015.
  test.each([
    ["2015Q1", 2_200_00, 707_87, 3_988_67],
    ["2016Q1", 2_150_00, 699_32, 3_961_90],
    ["2017Q1", 2_100_00, 698_05, 3_977_09],
    ["2018Q1", 2_050_00, 694_46, 3_980_00],
    ["2025Q4", 2_050_00, 871_71, 4_995_78],
  ])("%s: rate, minimum and maximum of the year", (of, on40000, minimum, maximum) => {
    expect(owed("principal", of, [40_000_00, 0, LARGE])).toEqual([on40000, minimum, maximum]);
  });
});

describe("article 12 §1bis: primostarter", () => {
  test("a lower minimum, the rate on the whole income", () => {
    expect(owed("primostarter", "2026Q1", [0, 8_972_06, 8_972_07, 12_500_00])).toEqual([
      459_82, 459_82, 459_82, 640_63,
    ]);
  });

  test("for four quarters of which those before the second of 2018 count, but have no lower minimum", () => {
    const quarters = ["2017Q3", "2018Q1", "2018Q2", "2018Q3"];
    expect(quarters.flatMap((of) => owed("primostarter", of, [0], "2017Q3"))).toEqual([
      // 20.5 % of the minimum is the starter's rate of 2017.
      681_43, 694_46, 358_62, 694_46,
    ]);
    expect(owed("primostarter", "2018Q1", [0])).toEqual(["no-text-before"]);
  });

  test("the first of them is reduced once, from the second quarter of 2022", () => {
    expect(owed("primostarter", "2026Q1", [0, 20_000_00], "2026Q1")).toEqual([341_30, 906_48]);
    expect(owed("primostarter", "2026Q2", [0], "2026Q1")).toEqual([459_82]);
    expect(owed("primostarter", "2022Q1", [0], "2022Q1")).toEqual([387_95]);
    expect(owed("primostarter", "2022Q2", [0], "2022Q2")).toEqual([287_95]);
  });

  test("eight quarters for artists, from the last quarter of 2022", () => {
    const of = (start: string, ...quarters: string[]) =>
      quarters.flatMap((each) => owed("primostarter-artist", each, [0], start));
    expect(of("2021Q4", "2022Q3", "2022Q4", "2023Q3", "2023Q4")).toEqual([387_95, 387_95, 434_28, 840_97]);
    expect(of("2021Q3", "2022Q3", "2022Q4")).toEqual([751_25, 387_95]);
    expect(owed("primostarter-artist", "2022Q3", [0])).toEqual(["no-text-before"]);
  });

  test("four quarters again after sickness, from 2023 and without reduction", () => {
    const of = (start: string, ...quarters: string[]) =>
      quarters.flatMap((each) => owed("primostarter-after-sickness", each, [0], start));
    expect(of("2025Q1", "2025Q1", "2025Q4", "2026Q1")).toEqual([450_15, 450_15, 890_42]);
    // Resumed before the text: the principal scale first, then what is left of the four.
    expect(of("2022Q3", "2022Q3", "2022Q4", "2023Q1", "2023Q2", "2023Q3")).toEqual([
      751_25, 751_25, 434_28, 434_28, 840_97,
    ]);
    expect(owed("primostarter-after-sickness", "2022Q4", [0])).toEqual(["no-text-before"]);
    expect(owed("primostarter-after-sickness", "2023Q1", [0, 20_000_00])).toEqual([434_28, 1_025_00]);
  });
});

test("article 12 §1ter: an assisting spouse has half of the amount of the article as minimum", () => {
  expect(owed("spouse-maxi", "2026Q1", [-1, 0, 7_632_43, 7_632_44, 20_000_00])).toEqual([
    391_16, 391_16, 391_16, 391_16, 1_025_00,
  ]);
});

describe("article 12 §2: complementary", () => {
  test("nothing below the threshold, the whole from it on", () => {
    expect(owed("complementary", "2026Q1", [-1_000_00, 0, 1_922_15, 1_922_16])).toEqual([0, 0, 0, 98_51]);
    expect(owed("complementary", "2015Q1", [1_423_89, 1_423_90])).toEqual([0, 78_31]);
  });

  test("an exact half cent goes up", () => {
    // 12,500 × 20.5 % / 4 = 640.625.
    expect(owed("complementary", "2026Q1", [12_500_00])).toEqual([640_63]);
  });
});
