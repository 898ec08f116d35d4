import { FIRST_YEAR, LAST_YEAR, yearRule } from "../../../src/rules/contributions";
import { firstDifference, thresholdsOf, wholeEuros } from "./against-oracle";

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);

describe.each(["principal", "complementary"] as const)("rules and oracle agree: %s", (category) => {
  test.each(years)("%d: every whole euro from 0 to 120,000, and each threshold to the cent", (year) => {
    expect(firstDifference(category, year, wholeEuros(120_000))).toBeUndefined();
    const thresholds = thresholdsOf(yearRule({ category, year }));
    expect(thresholds.length).toBeGreaterThan(8);
    expect(firstDifference(category, year, thresholds)).toBeUndefined();
  });
});
