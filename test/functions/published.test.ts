import { day } from "../../src/rules/calendar";
import { call } from "../golden/harness";
import { published } from "../parameters/published";
import { sourceFunctions } from "../setup/excel";

/** Amounts that sources print for a calculation, not for a parameter: each as we answer, and each misprint beside our figure. */
const functions = sourceFunctions();
const cents = (euros: unknown): number => Math.round(Number(euros) * 100);

/** A start whose flat quarter of `year` belongs to an activity year. */
const startOf = (year: number, activityYear: number): number => day(year - activityYear + 1, 1, 1);

const calculations = published.flatMap((one) => (one.calculation ? [{ ...one, ...one.calculation }] : []));

test.each(calculations.map((one) => [one.year, one.category, one.printed, one] as const))(
  "%d %s: %s",
  (year, category, printed, { income, flat, per, fee, calculated, misprint }) => {
    const quarter =
      flat === undefined
        ? call(functions, per === undefined ? "INASTI.QUARTERLY" : "INASTI.ANNUAL", { income, category, year })
        : call(functions, "INASTI.PROVISIONAL", { category, year, start: startOf(year, flat) });
    const ours = fee === undefined ? quarter : call(functions, "FUND.TOTAL", { contribution: quarter, fund: fee });
    if (misprint === undefined) {
      expect(cents(ours)).toBe(cents(printed));
      return;
    }
    expect(cents(ours)).not.toBe(cents(printed));
    // A source that rounds the year once can lie two cents beside our four rounded quarters.
    const tolerance = per === "year rounded once" ? 2 : 0;
    expect(Math.abs(cents(ours) - cents(calculated))).toBeLessThanOrEqual(tolerance);
  },
);

test("there are such amounts", () => {
  expect(calculations.length).toBe(9);
});
