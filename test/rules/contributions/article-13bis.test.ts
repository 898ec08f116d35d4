import { owed } from "./owed";

const at = (start: string, ...quarters: string[]) =>
  quarters.flatMap((of) => owed("principal", of, [40_000_00], start));

describe("article 13bis §2: the rate of a starter, on 40,000", () => {
  test("20.5, 21 and 21.5 % in the activity years, until 22 % is reached", () => {
    expect(at("2014Q1", "2015Q1")).toEqual([2_100_00]);
    expect(at("2013Q1", "2015Q1")).toEqual([2_150_00]);
    expect(at("2012Q1", "2015Q1")).toEqual([2_200_00]);
  });

  test("the first year lasts to the end of the first whole calendar year", () => {
    expect(at("2015Q1", "2015Q4", "2016Q1")).toEqual([2_050_00, 2_100_00]);
    expect(at("2014Q2", "2015Q1", "2015Q4", "2016Q1")).toEqual([2_050_00, 2_050_00, 2_100_00]);
  });

  test("a year of activity three years before ends the third one", () => {
    // Begun in the last quarter of 2012: 2013 is the first whole year, and 2012 itself the reference year of 2015.
    expect(at("2012Q4", "2015Q1")).toEqual([2_200_00]);
  });

  // As Belfius (2016) and Acerta (2017) print them.
  test.each([
    ["2015", 659_61, 675_70, 691_79],
    ["2016", 666_80, 683_06, 699_32],
    ["2017", 681_43, 698_05, 698_05],
  ])("%s: the minimum of a principal occupation in the first, second and third year", (year, ...minimums) => {
    const starts = [0, 1, 2].map((before) => `${Number(year) - before}Q1`);
    expect(starts.flatMap((start) => owed("principal", `${year}Q1`, [0], start))).toEqual(minimums);
  });

  test("from 2018 on the rate is the same for all", () => {
    expect(at("2017Q1", "2017Q1", "2018Q1")).toEqual([2_050_00, 2_050_00]);
    expect(at("2026Q1", "2026Q1")).toEqual([2_050_00]);
  });
});
