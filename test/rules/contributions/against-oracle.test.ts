import { FIRST_YEAR, LAST_YEAR, askedRule } from "../../../src/rules/contributions";
import { LAST_YEAR as LAST_OF_ORACLE } from "../../oracle";
import { firstDifference, thresholdsOf, wholeEuros } from "./against-oracle";

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);

describe.each(["principal", "complementary"] as const)("rules and oracle agree: %s", (category) => {
  for (const year of years.filter((one) => one > LAST_OF_ORACLE))
    test.skip(`${year}: the oracle has no figures yet`, () => undefined);

  test.each(years.filter((year) => year <= LAST_OF_ORACLE))(
    "%d: every whole euro from 0 to 120,000, and each threshold to the cent",
    (year) => {
      expect(firstDifference(category, year, wholeEuros(120_000))).toBeUndefined();
      const thresholds = thresholdsOf(askedRule({ category, year }));
      expect(thresholds.length).toBeGreaterThan(8);
      expect(firstDifference(category, year, thresholds)).toBeUndefined();
    },
  );
});
