import { scaleRows, askedRule } from "../../../src/rules/contributions";
import { STEP_UNIT } from "../../../src/rules/trace";

/** An exact annual amount, in the unit of a line's amount. */
const exact = (euros: number) => Math.round(euros * 100 * STEP_UNIT);

// law/contributions.md, sections 2 and 11: 1922.16 × 20.5 %, 75 024.54 × 20.5 %, and 35 537.88 × 14.16 % more.
test("a row for each rate, up to where the next begins", () => {
  expect(scaleRows(askedRule({ category: "complementary", year: 2026 })).value).toMatchObject([
    { from: 0, to: 1_922_16, annualAmount: 0, rate: 0 },
    { from: 1_922_16, to: 75_024_54, annualAmount: exact(394.0428), rate: 2050 },
    { from: 75_024_54, to: 110_562_42, annualAmount: exact(15_380.0307), rate: 1416 },
    { from: 110_562_42, annualAmount: exact(20_412.194508), rate: 0 },
  ]);
});

test("article 12 §1: the presumed minimum is one row, from an income of 0 on", () => {
  expect(scaleRows(askedRule({ category: "principal", year: 2026 })).value).toMatchObject([
    { from: 0, to: 17_374_08, annualAmount: exact(3561.6864), rate: 0 },
    { from: 17_374_08, to: 75_024_54, annualAmount: exact(3561.6864), rate: 2050 },
    { from: 75_024_54, to: 110_562_42, rate: 1416 },
    { from: 110_562_42, rate: 0 },
  ]);
});

test("the last row has no end", () => {
  expect(scaleRows(askedRule({ category: "principal", year: 2026 })).value.at(-1)).not.toHaveProperty("to");
});
