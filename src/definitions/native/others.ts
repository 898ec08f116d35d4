import {
  is,
  key,
  least,
  lookUp,
  minus,
  most,
  named,
  orElse,
  refused,
  rounded,
  times,
  when,
} from "../../expression/build";
import { benefit } from "../benefit";
import { company } from "../company";
import { passerelle } from "../passerelle";
import { pension } from "../pension";
import { RATE_UNIT } from "../../rules/money";
import { DELAY } from "./inasti";
import { nativeForm } from "./form";

const NO_FIGURE = refused("parameter-not-in-force");
const NOT_PUBLISHED = refused("company-not-published");
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
  "BENEFIT.RATE": nativeForm(
    benefit["BENEFIT.RATE"],
    "euro",
    ({ benefit: of, date, variant, unit }) =>
      lookUp("benefit", [of, orElse(variant, key("")), orElse(unit, key(""))], "amount", NO_FIGURE, date),
    { indexSteps: "index-steps" },
  ),
};
