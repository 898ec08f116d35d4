import {
  and,
  is,
  isGiven,
  key,
  least,
  lookUp,
  minus,
  most,
  named,
  not,
  orElse,
  plus,
  quotient,
  ratio,
  refused,
  remainder,
  rounded,
  setting,
  text,
  times,
  when,
} from "../../expression/build";
import { benefit } from "../benefit";
import { company } from "../company";
import { passerelle } from "../passerelle";
import { pension } from "../pension";
import { RATE_UNIT } from "../../rules/money";
import { DELAY } from "./inasti";
import { entering, nativeForm } from "./form";

const NO_FIGURE = refused("parameter-not-in-force");
const NOT_PUBLISHED = refused("company-not-published");
const CENTS = 100;
const THOUSAND = 1_000;
const MILLION = 1e6;
const QUARTERS = 4;
/** Ten times, in millionths: no coefficient of a pension comes near it. */
const MOST_REVALUATION = 10 * MILLION;

const FACT = { ground: "fact", date: "fact" } as const;

export const otherForms = {
  "COMPANY.CONTRIBUTION": nativeForm(company["COMPANY.CONTRIBUTION"], "euro", ({ balanceTotal, year }) =>
    lookUp("company", [year], "amount", NOT_PUBLISHED, balanceTotal),
  ),
  "COMPANY.DUEDATE": nativeForm(
    company["COMPANY.DUEDATE"],
    "plain",
    ({ year }) => lookUp("companyDue", [year], "due", NO_FIGURE),
    { created: "fact" },
  ),
  "PASSERELLE.AMOUNT": nativeForm(
    passerelle["PASSERELLE.AMOUNT"],
    "euro",
    ({ month, dependants }) => lookUp("bridging", [orElse(dependants, key("false"))], "amount", NO_FIGURE, month),
    { indexSteps: "index-steps" },
  ),
  "PASSERELLE.MONTHS": nativeForm(
    passerelle["PASSERELLE.MONTHS"],
    "plain",
    ({ quarters }) => lookUp("career", [], "months", NO_FIGURE, quarters),
    { ...FACT, monthsUsed: "fact" },
  ),
  "PASSERELLE.QUARTERS": nativeForm(
    passerelle["PASSERELLE.QUARTERS"],
    "plain",
    ({ quarters }) => lookUp("career", [], "quarters", NO_FIGURE, quarters),
    { ...FACT, quartersUsed: "fact" },
  ),
  "PENSION.PLCI": nativeForm(
    pension["PENSION.PLCI"],
    "euro",
    ({ incomeN3, year, kind, basis }) => {
      const of = (column: string) =>
        lookUp("premium", [year, orElse(kind, key("ordinary"))], column, refused("premium-not-published"));
      const part = (column: string) =>
        lookUp("revaluation", [year, minus(year, DELAY)], column, refused("premium-not-published"));
      const revalued = rounded(times(incomeN3, part("numerator")), part("denominator"));
      const isKnown = is(orElse(basis, key("n-3")), "=", key("contribution"));
      return named("counted", when(isKnown, incomeN3, revalued), (counted) =>
        most(
          rounded(times(least(times(counted, of("divisor")), of("cap")), of("rate")), times(of("divisor"), RATE_UNIT)),
          of("minimum"),
        ),
      );
    },
    { category: "category" },
  ),
  "PENSION.CEILING": nativeForm(pension["PENSION.CEILING"], "plain", ({ year, situation, children }) => {
    const of = (column: string) => lookUp("pensioner", [situation, year], column, NO_FIGURE);
    const heads = orElse(children, 0);
    const withChildren = plus(of("withChild"), times(minus(heads, 1), of("further")));
    return when(
      is(situation, "=", key("unlimited")),
      text("unlimited"),
      ratio(when(is(heads, "=", 0), of("amount"), when(is(heads, "=", 1), of("withChild"), withChildren)), CENTS),
    );
  }),
  "PENSION.ACCRUAL": nativeForm(
    pension["PENSION.ACCRUAL"],
    "euro",
    ({ income, year, household, quarters, revaluation, indexation }) => {
      const of = (column: string) =>
        lookUp("accrual", [year, orElse(household, key("false"))], column, refused("accrual-ceiling-not-published"));
      const isOther = not(and(isGiven(indexation), is(indexation, "=", setting("growth"))));
      const [numerator, denominator] = [of("numerator"), of("denominator")];
      const weight = times(times(least(income, of("ceiling")), orElse(quarters, QUARTERS)), numerator);
      const unrevalued = quotient(plus(weight, quotient(denominator, 2)), denominator);
      // Coefficients in two pieces, so that no product leaves the whole numbers of a spreadsheet.
      const units = entering(revaluation, { unit: "millionths", least: 1, most: MOST_REVALUATION });
      const rest = remainder(weight, denominator);
      const [high, low] = [quotient(units, THOUSAND), remainder(units, THOUSAND)];
      const parts = plus(
        times(quotient(times(rest, high), denominator), THOUSAND),
        quotient(plus(times(remainder(times(rest, high), denominator), THOUSAND), times(rest, low)), denominator),
      );
      const revalued = quotient(plus(plus(times(quotient(weight, denominator), units), parts), MILLION / 2), MILLION);
      return when(
        and(is(of("projected"), "=", 1), isOther),
        refused("accrual-ceiling-not-published"),
        when(
          is(income, ">", of("sure")),
          refused("accrual-not-settled"),
          when(isGiven(revaluation), revalued, unrevalued),
        ),
      );
    },
  ),
  "BENEFIT.RATE": nativeForm(
    benefit["BENEFIT.RATE"],
    "euro",
    ({ benefit: of, date, variant, unit }) =>
      lookUp("benefit", [of, orElse(variant, key("")), orElse(unit, key(""))], "amount", NO_FIGURE, date),
    { indexSteps: "index-steps" },
  ),
};
