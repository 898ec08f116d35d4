import { describe as inWords } from "../../../src/i18n";
import { type FundId, feeRateOf } from "../../../src/rules/funds";
import { attempt, type Refusal } from "../../../src/rules/refusal";

describe("a fund without figure says why", () => {
  const reason = (fund: FundId, year: number) => inWords(attempt(() => feeRateOf({ fund, year })) as Refusal);

  test("the National Auxiliary Fund takes the highest rate admitted", () => {
    expect(reason("national-auxiliary", 2026)).toMatch(
      /^No published fee for National Auxiliary Fund.* highest .*4\.25%/,
    );
  });

  test.each([
    ["incozina", 2025, /Incozina.*cut off/],
    ["avixi", 2025, /Avixi.*No published figure/],
    ["ucm", 2020, /^No published fee for UCM in 2020 or before\. Enter your own in the pane \(Figures\)\.$/],
  ] as const)("%s in %d", (fund, year, words) => expect(reason(fund, year)).toMatch(words));
});
