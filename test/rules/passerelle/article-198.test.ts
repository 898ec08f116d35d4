import { day } from "../../../src/rules/calendar";
import { payment } from "../../../src/rules/passerelle";

const FACT = day(2025, 3, 15);

/** Shares of the month in percent, from the first month after the first period on: May 2025. */
const shares = (until: number) =>
  payment({ fact: FACT, until, months: 12, dependants: false, otherIncome: () => 0 })
    .value.slice(2)
    .map(({ share }) => Number(share) / 100);

// Programme law of 26/12/2022, article 198 §§1 to 4: 75, 50 and 25 % in the first, second and third month with activity, each after as
// many months with the full amount; the last month of right, March 2026, is one of article 196 §4.
describe("months with activity", () => {
  test.each([
    ["after three full months all three have a share", day(2025, 7, 31), [100, 100, 100, 75, 50, 25, 0, 0, 0, 0, 0]],
    ["after two the third has none", day(2025, 6, 30), [100, 100, 75, 50, 0, 0, 0, 0, 0, 0, 0]],
    ["after one the second has none", day(2025, 5, 31), [100, 75, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ["a month that is not whole is no full one", day(2025, 5, 30), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ])("%s", (_, until, expected) => {
    expect(shares(until)).toEqual(expected);
  });

  test("the fourth has none, however many full months were before", () => {
    expect(shares(day(2025, 9, 30)).slice(4)).toEqual([100, 75, 50, 25, 0, 0, 0]);
  });
});
