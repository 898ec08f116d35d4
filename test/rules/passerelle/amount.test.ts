import { day } from "../../../src/rules/calendar";
import { monthlyBenefit } from "../../../src/rules/passerelle";
import { refusalOf } from "./refusal-of";

const amounts = (month: number, indexSteps?: number) =>
  [false, true].map((dependants) => monthlyBenefit(month, dependants, indexSteps).value / 100);

const confidences = (month: number, indexSteps?: number) =>
  monthlyBenefit(month, true, indexSteps)
    .way()
    .flatMap(({ figures }) => figures.map(({ confidence }) => confidence));

test("a step falls on the first of its month, and any day of the month will do", () => {
  expect(amounts(day(2024, 4, 30))).toEqual([1574.68, 1967.73]);
  expect(amounts(day(2024, 5, 1))).toEqual([1606.15, 2007.06]);
  expect(amounts(day(2024, 5, 31))).toEqual([1606.15, 2007.06]);
});

test.each([
  ["chain on the rounded amount", day(2022, 1, 1), [1370.75, 1712.9]],
  ["quotient of the pivots", day(2022, 11, 1), [1483.88, 1854.26]],
  ["new base", day(2023, 7, 1), [1543.84, 1929.19]],
  ["rank 29", day(2026, 8, 31), [1671.01, 2088.11]],
  ["last verified: 2,088.11 + 40.00 by the limit", day(2026, 11, 30), [1704.4, 2128.11]],
])("amounts without a publication, %s", (_, month, expected) => {
  expect(amounts(month)).toEqual(expected);
  expect(confidences(month)).toEqual(["derived"]);
});

describe("after the last verified amount", () => {
  const december = day(2026, 12, 1);

  test("the number of index steps is asked for", () => {
    expect(refusalOf(() => amounts(december))).toBe("amount-not-verified");
    expect(refusalOf(() => amounts(day(2027, 3, 1)))).toBe("amount-not-verified");
  });

  // 1,343.87 × pivot / 147.31, with the pivots 186.83, 190.57, 194.38; with dependants 2,128.11 × 1.02, rounded at each step.
  test.each([
    [0, [1704.4, 2128.11]],
    [1, [1738.52, 2170.67]],
    [2, [1773.28, 2214.08]],
  ])("%d steps: a projection", (steps, expected) => {
    expect(amounts(december, steps)).toEqual(expected);
    expect(confidences(december, steps)).toEqual(["projection"]);
  });

  test("steps change no verified month and fill no earlier gap", () => {
    expect(amounts(day(2026, 11, 1), 3)).toEqual([1704.4, 2128.11]);
    expect(refusalOf(() => amounts(day(2022, 6, 1), 3))).toBe("figure-unknown");
    expect(refusalOf(() => amounts(day(2017, 10, 1), 3))).toBe("figure-unknown");
  });
});

test.each([
  [day(2016, 12, 31), "parameter-not-in-force"],
  [day(2017, 5, 31), "figure-unknown"],
  [day(2017, 9, 1), "figure-unknown"],
  [day(2022, 7, 31), "figure-unknown"],
])("day %d: %s", (month, key) => {
  expect(refusalOf(() => amounts(month))).toBe(key);
});
