import { LAST_YEAR } from "../../../src/rules/contributions";
import { incomeLimit, patrimonialCeiling } from "../../../src/rules/passerelle/income-limit";
import { refusalOf } from "./refusal-of";

const limits = (year: number) => [false, true].map((spouse) => incomeLimit(year, spouse).value);

test("first year and a later one, main and spouse", () => {
  expect(limits(2016)).toEqual([13_010_66, 5_715_58]);
  expect(limits(2026)).toEqual([17_374_08, 7_632_44]);
});

test("a director's ceiling is twice the main limit", () => {
  expect(patrimonialCeiling(2022).value).toBe(29_316_88);
});

test.each([
  [2015, false, "passerelle-limit-year"],
  [LAST_YEAR + 1, true, "passerelle-limit-year"],
  [2021, true, "figure-unknown"],
])("%d, spouse %p: %s", (year, spouse, key) => {
  expect(refusalOf(() => incomeLimit(year, spouse))).toBe(key);
});
