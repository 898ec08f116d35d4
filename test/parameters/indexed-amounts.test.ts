import Decimal from "decimal.js";
import { dated, type DatedValue, type Day, parameterIds, type ParameterId, series } from "../../src/parameters";

/**
 * Amounts that no source prints were computed when they were entered. This test computes them again, from the bases and the index
 * in force, with the law's formulas: a slip of the hand in a figure, a date or a base shows here.
 */
const MAY_2021_TO_AUGUST_2021_PIVOT = "107.20";

/** First day from which the weeks of maternity have two rates, and so two bases. */
const TWO_MATERNITY_RATES = 44562;

function figure(id: ParameterId, day: Day): Decimal {
  const found = dated(id, day);
  if (found?.value == null) throw new Error(`${id}: no figure on ${day}`);
  return new Decimal(found.value).div(new Decimal(10).pow(found.decimals));
}

/** The parameter that holds the base of an amount. */
function baseOf({ id, from }: DatedValue): ParameterId {
  const maternity = /^benefits\.maternity\.(?:half\.)?(.*)$/.exec(id);
  if (maternity)
    return from < TWO_MATERNITY_RATES
      ? "benefits.base.maternity.flat"
      : (`benefits.base.maternity.${maternity[1]}` as ParameterId);
  if (id === "benefits.invalidity-assimilated.cohabitant") return "benefits.base.invalidity-assimilated.cohabitant";
  if (/^benefits\.(adoption|foster)$/.test(id)) return "benefits.base.adoption-foster";
  return id
    .replace(/^passerelle\.amount/, "passerelle.base-amount")
    .replace(/^benefits\.(invalidity|invalidity-assimilated)\./, "benefits.sickness.")
    .replace(/^benefits\.birth-leave\.day$/, "benefits.birth-leave")
    .replace(/^benefits\.caregiver\.full$/, "benefits.caregiver")
    .replace(/^benefits\./, "benefits.base.") as ParameterId;
}

/** Pivot in force over pivot of the base. */
function pivots({ id, from }: DatedValue): Decimal {
  if (!/birth-leave|bereavement/.test(id)) return figure("benefits.index.pivot-base-1996", from).div("147.31");
  const pivot = dated("benefits.index.pivot-base-2013", from)
    ? figure("benefits.index.pivot-base-2013", from)
    : new Decimal(MAY_2021_TO_AUGUST_2021_PIVOT);
  return pivot.div("109.34");
}

/** Notes that name a formula, and the formula. */
const FORMULAS: Record<string, (value: DatedValue) => Decimal> = {
  "base-by-coefficient": (value) =>
    figure(baseOf(value), value.from).times(figure("benefits.index.coefficient", value.from)),
  "half-base-by-coefficient": (value) =>
    figure(baseOf(value), value.from).times(figure("benefits.index.coefficient", value.from)).div(2),
  "base-by-pivots": (value) => figure(baseOf(value), value.from).times(pivots(value)),
  "half-of-rounded": (value) =>
    figure(value.id.replace(/half-day$/, "day").replace(/half$/, "full") as ParameterId, value.from).div(2),
};

const computed = parameterIds()
  .flatMap((id) => series(id))
  .filter(({ note }) => note !== undefined && note in FORMULAS);

test.each(computed.map((value) => [`${value.id} ${value.from}`, value] as const))("%s", (_, value) => {
  const formula = FORMULAS[value.note as string] as (value: DatedValue) => Decimal;
  expect(formula(value).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()).toBe(value.value);
});

// Law of 30/12/1992, article 91, from 2023: base × index of November / 162.66, rounded to the cent.
test.each([2023, 2024, 2025, 2026])("company contribution of %i", (year) => {
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

test("the index chain: coefficient and pivots of every rank", () => {
  const ranks = series("benefits.index.coefficient").filter(({ value }) => value !== null);
  ranks.forEach(({ value, decimals }, position) => {
    expect(new Decimal("1.02").pow(16 + position).toFixed(4, Decimal.ROUND_HALF_UP)).toBe(
      new Decimal(value as number).div(new Decimal(10).pow(decimals)).toFixed(4),
    );
  });
  for (const id of ["benefits.index.pivot-base-1996", "benefits.index.pivot-base-2013"] as const) {
    const values = series(id).flatMap(({ value }) => value ?? []);
    values.slice(1).forEach((pivot, position) => {
      expect(
        new Decimal(values[position] as number).times("1.02").toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(),
      ).toBe(pivot);
    });
  }
});
