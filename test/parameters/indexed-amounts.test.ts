import Decimal from "decimal.js";
import { dated, type Day, type ParameterId } from "../../src/parameters";

function figure(id: ParameterId, day: Day): Decimal {
  const found = dated(id, day);
  if (found?.value == null) throw new Error(`${id}: no figure on ${day}`);
  return new Decimal(found.value).div(new Decimal(10).pow(found.decimals));
}

// Law of 30/12/1992, article 91, from 2023: base × index of November / 162.66, rounded to the cent.
test.each([2023, 2024, 2025])("company contribution of %i", (year) => {
  const day = (Date.UTC(year, 0, 1) - Date.UTC(1899, 11, 30)) / 86_400_000;
  const index = figure("company.formula.index", day).div(figure("company.formula.index-base", day));
  for (const [amount, base] of [
    ["company.contribution.small", "company.formula.small"],
    ["company.contribution.large", "company.formula.large"],
    ["company.threshold", "company.formula.threshold"],
  ] as const) {
    expect(figure(base, day).times(index).toFixed(2, Decimal.ROUND_HALF_UP)).toBe(figure(amount, day).toFixed(2));
  }
});
