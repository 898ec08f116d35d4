import {
  and,
  is,
  isGiven,
  lookUp,
  minus,
  named,
  not,
  orElse,
  plus,
  quotient,
  ratio,
  refused,
  rounded,
  roundedUp,
  setting,
  sum,
  times,
  when,
} from "../../expression/build";
import type { Expression } from "../../expression";
import { QUARTER_UNIT } from "../../rules/scale";
import { inasti } from "../inasti";
import { nativeForm } from "./form";
import { rateOf, withFee } from "./fund";

const LIFE = { start: "life", stop: "life" } as const;
const QUARTERS = [1, 2, 3, 4] as const;
/** Years from an income to the provisional contributions that rest on it. */
export const DELAY = 3;

const NOT_PUBLISHED = refused("year-not-published");

interface Asked {
  readonly category: Expression;
  readonly year: Expression;
  readonly indexation: Expression;
}

/** A projected year answers to the growth that the workbook assumes, and to no other. */
const inKnownYear = ({ year, indexation }: Omit<Asked, "category">, gives: Expression): Expression =>
  when(
    and(is(year, ">", setting("last-year")), not(and(isGiven(indexation), is(indexation, "=", setting("growth"))))),
    NOT_PUBLISHED,
    gives,
  );

const lawOf = ({ category, year }: Asked, quarter: Expression | number): Expression =>
  lookUp("law", [category, year, quarter], "law", NOT_PUBLISHED);

/** Quarter 0 is the law that the four share. */
const askedLaw = (asked: Asked & { readonly quarter: Expression }): Expression =>
  lawOf(asked, orElse(asked.quarter, 0));

const ofScale = (law: Expression, income: Expression, column: "constant" | "rate"): Expression =>
  lookUp("scale", [law], column, NOT_PUBLISHED, income);

/** The quarter of the annual contribution on an income. */
const quarterOn = (income: Expression, law: Expression): Expression =>
  named("law", law, (of) =>
    roundedUp(plus(ofScale(of, income, "constant"), times(ofScale(of, income, "rate"), income)), QUARTER_UNIT),
  );

const yearOn = (income: Expression, asked: Asked): Expression[] =>
  QUARTERS.map((quarter) => quarterOn(income, lawOf(asked, quarter)));

const revalued = (income: Expression, year: Expression, incomeYear: Expression): Expression => {
  const of = orElse(incomeYear, minus(year, DELAY));
  const part = (column: "numerator" | "denominator") =>
    lookUp("revaluation", [year, of], column, refused("income-year-not-held"));
  return when(
    and(isGiven(incomeYear), is(of, ">", minus(year, DELAY))),
    refused("income-year-too-late"),
    rounded(times(income, part("numerator")), part("denominator")),
  );
};

export const inastiForms = {
  "INASTI.QUARTERLY": nativeForm(
    inasti["INASTI.QUARTERLY"],
    "euro",
    ({ income, ...asked }) => inKnownYear(asked, quarterOn(income, askedLaw(asked))),
    LIFE,
  ),
  "INASTI.ANNUAL": nativeForm(
    inasti["INASTI.ANNUAL"],
    "euro",
    ({ income, ...asked }) => inKnownYear(asked, sum(yearOn(income, asked))),
    LIFE,
  ),
  "INASTI.PROVISIONAL": nativeForm(
    inasti["INASTI.PROVISIONAL"],
    "euro",
    ({ incomeN3, incomeYear, ...asked }) =>
      inKnownYear(
        asked,
        named("base", revalued(incomeN3, asked.year, incomeYear), (base) => quarterOn(base, askedLaw(asked))),
      ),
    { ...LIFE, estimate: "estimate" },
  ),
  "INASTI.REVALUE": nativeForm(inasti["INASTI.REVALUE"], "euro", ({ incomeN3, incomeYear, ...asked }) =>
    inKnownYear(asked, revalued(incomeN3, asked.year, incomeYear)),
  ),
  "INASTI.SETTLEMENT": nativeForm(
    inasti["INASTI.SETTLEMENT"],
    "euro",
    ({ income, paid, fund, ...asked }) => {
      const rate = when(isGiven(fund), rateOf(fund, asked.year), 0);
      const quarters = yearOn(income, asked).map((quarter) => withFee(quarter, rate));
      return inKnownYear(asked, minus(sum(quarters), paid));
    },
    LIFE,
  ),
  "INASTI.MARGINALRATE": nativeForm(inasti["INASTI.MARGINALRATE"], "rate", ({ income, ...asked }) =>
    inKnownYear(asked, ofScale(askedLaw(asked), income, "rate")),
  ),
  "INASTI.EFFECTIVERATE": nativeForm(inasti["INASTI.EFFECTIVERATE"], "plain", ({ income, ...asked }) =>
    when(
      is(income, "<=", 0),
      refused("income-not-positive"),
      inKnownYear(asked, ratio(times(quarterOn(income, askedLaw(asked)), QUARTERS.length), income)),
    ),
  ),
  "INASTI.INCOMEFOR": nativeForm(inasti["INASTI.INCOMEFOR"], "euro", ({ quarterly, ...asked }) => {
    const of = (law: Expression, column: string) => lookUp("inverse", [law], column, NOT_PUBLISHED, quarterly);
    return inKnownYear(
      asked,
      named("lawNumber", askedLaw(asked), (law) =>
        quotient(plus(times(quarterly, QUARTER_UNIT), of(law, "constant")), of(law, "rate")),
      ),
    );
  }),
  "INASTI.PARAMETER": nativeForm(inasti["INASTI.PARAMETER"], "plain", ({ name, date }) =>
    lookUp("stated", [name], "value", refused("parameter-not-in-force"), date),
  ),
  "INASTI.DUEDATE": nativeForm(
    inasti["INASTI.DUEDATE"],
    "plain",
    ({ year, quarter }) => lookUp("quarter", [year, quarter], "due", refused("year-before-system")),
    { start: "respite", noticeSent: "respite", affiliated: "respite" },
  ),
};
