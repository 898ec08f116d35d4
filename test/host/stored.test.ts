import fc from "fast-check";
import { growthFormula, namedIndexation, storedParameters } from "../../src/host/stored";

/** A number as Excel reads it: it keeps fifteen digits and takes the others for 0. */
const typed = (digits: string): number => {
  let count = 0;
  return Number(digits.replace(/\d/g, (digit) => (++count > 15 ? "0" : digit)));
};

const growths = fc
  .tuple(fc.constantFrom("", "-"), fc.bigInt(0n, 10n ** 15n - 1n), fc.integer({ min: 0, max: 20 }))
  .map(([sign, digits, places]) => {
    const padded = digits.toString().padStart(places + 1, "0");
    const [whole, decimals] = [padded.slice(0, padded.length - places), padded.slice(padded.length - places)];
    return `${sign}${whole}${decimals === "" ? "" : `.${decimals}`}`;
  })
  .filter((growth) => storedParameters(2027, growth).parameters?.indexation === growth);

it("a growth's name is a quotient of whole numbers without a decimal sign, and the same double", () => {
  fc.assert(
    fc.property(growths, (growth) => {
      const [, numerator, denominator = "1"] = /^=(-?\d+)(?:\/(\d+))?$/.exec(growthFormula(growth))!;
      expect(typed(numerator!) / typed(denominator)).toBe(Number(growth));
    }),
    { numRuns: 5000 },
  );
});

it.each([
  ["0.02", "=2/100"],
  ["-0.005", "=-5/1000"],
  ["0", "=0"],
  ["1", "=1"],
  ["1.0", "=10/10"],
  ["0.12345678901234500000", "=12345678901234500000/100000000000000000000"],
])("%s is %s", (growth, formula) => expect(growthFormula(growth)).toBe(formula));

it("reads from the cell of a name the growth that was stored", () => {
  fc.assert(
    fc.property(growths, (growth) => {
      const read = namedIndexation([[Number(growth)]]);
      expect(Number(read)).toBe(Number(growth));
      expect(storedParameters(2027, read).parameters).toEqual({ year: 2027, indexation: read });
    }),
  );
});
