import { RATE_BENEFITS, VARIANTS } from "../../../src/rules/benefits";
import { day as serial } from "../../../src/rules/calendar";
import { callNamed, cellOf, sourceFunctions } from "../../setup/excel";
import { BRIDGING_RIGHT, RATES } from "../../oracle/indexed-benefits";

const YEARS = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const FIRSTS = YEARS.flatMap((year) => MONTHS.map((month) => [year, month] as const));

const functions = sourceFunctions();
const iso = (year: number, month: number) => `${year}-${String(month).padStart(2, "0")}-01`;
const euro = (amount: bigint | null) => (amount === null ? "#N/A" : Number(amount) / 100);

/** The answers of a function and of the oracle for each first of a month, by day. */
function both(rule: (day: string) => bigint | null, answer: (date: number) => unknown) {
  const asked = FIRSTS.map(([year, month]) => [iso(year, month), serial(year, month, 1)] as const);
  return {
    answers: asked.map(([day, date]) => [day, cellOf(() => answer(date))]),
    expected: asked.map(([day]) => [day, euro(rule(day))]),
  };
}

describe("each first of a month from 01/2017 to 12/2026", () => {
  test.each(RATES)("BENEFIT.RATE of %s, %s", (benefit, variant, rule) => {
    const { answers, expected } = both(rule, (date) =>
      callNamed(functions, "BENEFIT.RATE", { benefit, date, variant }),
    );
    expect(answers).toEqual(expected);
  });

  test.each(BRIDGING_RIGHT)("PASSERELLE.AMOUNT, dependants %s", (dependants, rule) => {
    const { answers, expected } = both(rule, (month) =>
      callNamed(functions, "PASSERELLE.AMOUNT", { month, dependants }),
    );
    expect(answers).toEqual(expected);
  });
});

test("no benefit and no variant is left out", () => {
  const asked = RATES.map(([benefit, variant]) => [benefit, variant ?? ""].join(" ").trim());
  const answered = RATE_BENEFITS.flatMap((benefit) =>
    [undefined, ...VARIANTS]
      .filter(
        (variant) =>
          typeof cellOf(() => callNamed(functions, "BENEFIT.RATE", { benefit, date: serial(2024, 6, 1), variant })) ===
          "number",
      )
      // A variant that is left out stands for the first of its benefit.
      .filter((variant) => variant !== undefined || !["birth-leave", "caregiver"].includes(benefit))
      .map((variant) => [benefit, variant ?? ""].join(" ").trim()),
  );
  expect([...asked].sort()).toEqual([...answered].sort());
});
