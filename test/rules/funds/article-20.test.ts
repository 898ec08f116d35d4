import { tell } from "../../../src/i18n";
import { contributionWithFee, type FundId, feeRateOf, managementFee } from "../../../src/rules/funds";
import { STEP_UNIT } from "../../../src/rules/trace";
import "../../setup/lines";

describe("a fee explained", () => {
  const rate = (fund: FundId, year: number) => feeRateOf({ fund, year }).way().map(tell);

  test("with the year of its figure", () => {
    expect(managementFee({ contribution: 87_171, fund: "acerta", year: 2025 }).way().map(tell)).toEqual([
      "Acerta: 3.05% in 2025 (two sources)",
      "Fee on €871.71, rounded to the cent: €26.59",
    ]);
    expect(rate("acerta", 2026)).toEqual(["Acerta: 3.05% in 2026 (one source)"]);
    expect(rate("acerta", 2027)).toEqual(["Acerta: 3.05%, rate of 2026, none published for 2027 (one source)"]);
  });

  test("with a print that is not used, where the last known rate stands", () => {
    expect(rate("securex", 2026)).toEqual([
      "Securex Integrity: 4.1%, rate of 2025, none published for 2026 (one source)",
      "Another rate published for 2026: 3.65%, not used",
    ]);
    expect(rate("group-s", 2026)[1]).toBe("Another rate published for 2026: 3.8%, not used");
    expect([rate("securex", 2025), rate("liantis", 2026)].map(({ length }) => length)).toEqual([1, 1]);
  });

  test("with a rate of one's own", () => {
    expect(
      feeRateOf({ fund: { units: 3125, scale: 100_000 }, year: 2026 })
        .way()
        .map(tell),
    ).toEqual(["Rate given: 3.125%"]);
  });

  test("as a part of what the quarter costs", () => {
    const { value, way } = contributionWithFee({ contribution: 87_171, fund: "acerta", year: 2025 });
    expect(value).toBe(89_830);
    expect(way().map(({ amount }) => amount && amount / STEP_UNIT)).toEqual([87_171, undefined, 2659]);
  });
});
