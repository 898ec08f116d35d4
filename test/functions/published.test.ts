import { day } from "../../src/rules/calendar";
import { call } from "../golden/harness";
import { type Calculation, published } from "../parameters/published";
import { sourceFunctions } from "../setup/excel";

/** Amounts that sources print for a calculation, not for a parameter: each as we answer, and each misprint beside our figure. */
const functions = sourceFunctions();
const cents = (euros: unknown): number => Math.round(Number(euros) * 100);

/** A start whose flat quarter of `year` belongs to an activity year. */
const startOf = (year: number, activityYear: number): number => day(year - activityYear + 1, 1, 1);

const calculations = published.flatMap((one) => (one.calculation ? [{ ...one, ...one.calculation }] : []));

/** The calculation through the function that the print speaks of. */
function asked(year: number, { category, income, flat, quarter, per }: Calculation): unknown {
  if (flat !== undefined) return call(functions, "INASTI.PROVISIONAL", { category, year, start: startOf(year, flat) });
  if (per !== undefined) return call(functions, "INASTI.ANNUAL", { income, category, year });
  return call(functions, "INASTI.QUARTERLY", { income, category, year, quarter });
}

test.each(calculations.map((one) => [one.year, one.category, one.printed, one] as const))(
  "%d %s: %s",
  (year, _category, printed, { fee, calculated, misprint, ...calculation }) => {
    const amount = asked(year, calculation);
    const ours = fee === undefined ? amount : call(functions, "FUND.TOTAL", { contribution: amount, fund: fee });
    if (misprint === undefined) {
      expect(cents(ours)).toBe(cents(printed));
      return;
    }
    expect(cents(ours)).not.toBe(cents(printed));
    // A source that rounds the year once can lie two cents beside our four rounded quarters.
    const tolerance = calculation.per === "year rounded once" ? 2 : 0;
    expect(Math.abs(cents(ours) - cents(calculated))).toBeLessThanOrEqual(tolerance);
  },
);

test("there are such amounts", () => {
  expect(calculations.length).toBe(13);
});
