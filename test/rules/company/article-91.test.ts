import { tell } from "../../../src/i18n";
import { companyContribution } from "../../../src/rules/company";
import "../../setup/lines";

describe("article 91: the amount", () => {
  // Thresholds as published by the funds and news.belgium.be.
  test.each([
    [2019, 70_024_709, 34_750, 86_800],
    [2022, 74_641_017, 34_750, 86_800],
    [2025, 85_860_572, 39_973, 99_847],
    [2026, 87_916_344, 40_930, 102_238],
  ])("of %d: up to the threshold itself the small one", (year, threshold, small, large) => {
    const at = (balanceTotal: number) => {
      const { value, way } = companyContribution(balanceTotal, year);
      return { value, size: way()[0]!.step };
    };
    expect(at(0)).toEqual({ value: small, size: "company-small" });
    expect(at(threshold)).toEqual({ value: small, size: "company-small" });
    expect(at(threshold + 1)).toEqual({ value: large, size: "company-large" });
  });

  test("is not published for 2027 and not held before 2015", () => {
    expect(() => companyContribution(0, 2027)).toThrow("company-not-published");
    expect(() => companyContribution(0, 2014)).toThrow("parameter-not-in-force");
  });

  test("is explained", () => {
    expect(companyContribution(120_000_000, 2025).way().map(tell)).toEqual([
      "€1,200,000.00 exceeds €858,605.72",
      "Contribution of 2025: €998.47 (one source)",
    ]);
  });
});
