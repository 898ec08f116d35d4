import { describe as inWords, tell } from "../../../src/i18n";
import { explainFee, type FundId, feeRate, otherPrint } from "../../../src/rules/funds";
import { attempt, type Refusal } from "../../../src/rules/refusal";

describe("a fund without figure says why", () => {
  const reason = (fund: FundId, year: number) => inWords(attempt(() => feeRate(fund, year)) as Refusal);

  test("the National Auxiliary Fund takes the highest rate admitted", () => {
    expect(reason("national-auxiliary", 2026)).toMatch(
      /^No published fee for National Auxiliary Fund.* highest .*4\.25 %/,
    );
  });

  test.each([
    ["incozina", 2025, /Incozina.*cut off/],
    ["avixi", 2025, /Avixi.*No published figure/],
    ["ucm", 2020, /^No published fee for UCM in 2020 or before\.$/],
  ] as const)("%s in %d", (fund, year, words) => expect(reason(fund, year)).toMatch(words));
});

describe("a fee explained", () => {
  test("with the year of its figure", () => {
    expect(explainFee(87_171, "acerta", 2025).map(tell)).toEqual([
      "Acerta: 3.05% in 2025 (two)",
      "fee on €871.71, rounded to the cent: €26.59",
      "contribution with fee: €898.30",
    ]);
    expect(tell(explainFee(87_171, "acerta", 2026)[0]!)).toBe("Acerta: 3.05% in 2026 (single)");
    expect(tell(explainFee(87_171, "acerta", 2027)[0]!)).toBe(
      "Acerta: 3.05%, figure of 2026, none published for 2027 (single)",
    );
  });

  test("with a print that is not used, where the last known rate stands", () => {
    expect(tell(explainFee(87_171, "securex", 2026)[0]!)).toBe(
      "Securex Integrity: 4.1%, figure of 2025, none published for 2026 (single)",
    );
    expect(otherPrint("securex", 2026).map(tell)).toEqual(["another figure printed for 2026: 3.65%, not used"]);
    expect(otherPrint("group-s", 2026).map(tell)).toEqual(["another figure printed for 2026: 3.8%, not used"]);
    expect([...otherPrint("securex", 2025), ...otherPrint("liantis", 2026)]).toEqual([]);
  });

  test("with a rate of one's own", () => {
    expect(tell(explainFee(100_000, { units: 3125, scale: 100_000 }, 2026)[0]!)).toBe("rate given: 3.125%");
  });
});
