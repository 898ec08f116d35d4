import fc from "fast-check";
import { applyFraction, divideHalfUp } from "../../../src/rules/money";

describe("half up to the cent (royal decree of 19/12/1967, article 53)", () => {
  test.each([
    [5, 2, 3],
    [4, 2, 2],
    [7, 4, 2],
    [6, 4, 2],
    [5, 4, 1],
    [0, 4, 0],
    [-5, 2, -3],
    [-4, 3, -1],
  ])("%d / %d = %d", (numerator, denominator, quotient) => {
    expect(divideHalfUp(numerator, denominator)).toBe(quotient);
  });

  test("equals the same division on big integers", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 52 }),
        fc.integer({ min: 1, max: 10 ** 9 }),
        (numerator, denominator) => {
          const [n, d] = [BigInt(numerator), BigInt(denominator)];
          expect(BigInt(divideHalfUp(numerator, denominator))).toBe((2n * n + d) / (2n * d));
        },
      ),
    );
  });

  test("equals it at the halves, and one beside them, up to the last safe integer", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 15 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (denominator, part) => {
          const most = Math.floor((Number.MAX_SAFE_INTEGER - denominator) / denominator);
          // From here on the quotient is one more.
          const half = BigInt(Math.floor(most * part)) * BigInt(denominator) + BigInt(Math.ceil(denominator / 2));
          for (const beside of [-1n, 0n, 1n]) {
            const [n, d] = [half + beside, BigInt(denominator)];
            expect(BigInt(divideHalfUp(Number(n), denominator))).toBe((2n * n + d) / (2n * d));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("prints that tell the order of rounding apart: the fee runs on the rounded quarter", () => {
    const rate = (units: number) => ({ units, scale: 10_000 });
    // Attentia 2015: 3988.67 + 4 %; Acerta and Xerius 2025: 871.71 + 3.05 %; Gentrepreneur 2015: 128.13 + 3.05 %.
    expect(398867 + applyFraction(398867, rate(400))).toBe(414822);
    expect(87171 + applyFraction(87171, rate(305))).toBe(89830);
    expect(12813 + applyFraction(12813, rate(305))).toBe(13204);
  });

  test("a fraction too fine for integers gives what big integers give", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 11), max: 10 ** 11 }),
        fc.integer({ min: 0, max: 10 ** 15 - 1 }),
        (amount, units) => {
          const product = BigInt(Math.abs(amount)) * BigInt(units);
          const expected = Number((2n * product + 10n ** 16n) / (2n * 10n ** 16n));
          expect(applyFraction(amount, { units, scale: 1e16 })).toBe(
            amount < 0 && expected !== 0 ? -expected : expected,
          );
        },
      ),
    );
  });
});
