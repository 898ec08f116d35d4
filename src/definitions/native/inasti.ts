import {
  and,
  flag,
  is,
  isGiven,
  isPlaced,
  lookUp,
  minus,
  named,
  not,
  or,
  orElse,
  overQuarters,
  plus,
  quotient,
  ratio,
  refused,
  remainder,
  rounded,
  setting,
  sum,
  times,
  when,
} from "../../expression/build";
import type { Expression } from "../../expression";
import { QUARTER_UNIT } from "../../rules/scale";
import { PIECE } from "../../rules/tables";
import { inasti } from "../inasti";
import { nativeForm } from "./form";
import { rateOf, withFee } from "./fund";
import { Activity, quarterOn } from "./life";

const QUARTERS = [1, 2, 3, 4] as const;
/** Years from an income to the provisional contributions that rest on it. */
export const DELAY = 3;

export const NOT_PUBLISHED = refused("year-not-published");

interface Asked {
  readonly category: Expression;
  readonly year: Expression;
  readonly indexation: Expression;
}

/** A projected year answers to the growth that the workbook assumes, and to no other. */
export const inKnownYear = ({ year, indexation }: Omit<Asked, "category">, gives: Expression): Expression =>
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

const yearOn = (income: Expression, asked: Asked): Expression[] =>
  QUARTERS.map((quarter) => quarterOn(income, lawOf(asked, quarter), "scale"));

interface AskedQuarter extends Asked {
  readonly quarter: Expression;
}

/** A quarter of a year, or what its four share; 0 outside of the activity. */
function inActivity(
  activity: Activity,
  asked: AskedQuarter,
  of: (n: Expression) => Expression,
  pair = false,
): Expression {
  const { year, quarter } = asked;
  const isOne = or(isGiven(quarter), and(activity.isWholeYear(year), activity.isSame(asked, pair ? "pair" : "law")));
  const answer = when(isOne, of(orElse(quarter, 1)), refused("quarter-needed"));
  const outside = activity.isOutside(year, orElse(quarter, 1), orElse(quarter, QUARTERS.length));
  return activity.inOrder(when(outside, 0, inKnownYear(asked, answer)));
}

/** The sum of the quarters of a year, each taken further. */
function yearOfActivity(
  activity: Activity,
  income: Expression,
  asked: Asked,
  each: (quarter: Expression) => Expression,
) {
  const { year } = asked;
  const quarters = overQuarters("sum", (n) => {
    const of = { ...asked, n };
    return activity.inEach(of, each(activity.onIncome(activity.annualised(income, year), of)));
  });
  return activity.inOrder(activity.inYear(year, inKnownYear(asked, quarters)));
}

/** The income and what the growth adds to it, half away from zero: its hundred thousands, and the rest with what they leave. */
function revaluedInPieces(income: Expression, year: Expression, of: Expression): Expression {
  const part = (column: "excess" | "denominator") =>
    lookUp("fineRevaluation", [year, of], column, refused("income-year-not-held"));
  const [excess, denominator] = [part("excess"), part("denominator")];
  const high = times(quotient(income, PIECE), excess);
  const rest = plus(times(remainder(high, denominator), PIECE), times(remainder(income, PIECE), excess));
  const half = minus(quotient(denominator, 2), flag(is(income, "<", 0)));
  const added = plus(times(quotient(high, denominator), PIECE), quotient(plus(rest, half), denominator));
  return plus(income, added);
}

export const revalued = (income: Expression, year: Expression, incomeYear?: Expression): Expression => {
  const of = incomeYear === undefined ? minus(year, DELAY) : orElse(incomeYear, minus(year, DELAY));
  const part = (column: "numerator" | "denominator") =>
    lookUp("revaluation", [year, of], column, refused("income-year-not-held"));
  const inOne = rounded(times(income, part("numerator")), part("denominator"));
  const gives = when(is(setting("fine"), "=", 1), revaluedInPieces(income, year, of), inOne);
  if (incomeYear === undefined) return gives;
  return when(and(isGiven(incomeYear), is(of, ">", minus(year, DELAY))), refused("income-year-too-late"), gives);
};

export const inastiForms = {
  "INASTI.QUARTERLY": nativeForm(inasti["INASTI.QUARTERLY"], "euro", ({ income, start, stop, ...asked }) => {
    const activity = new Activity(start, stop);
    const of = (n: Expression) => activity.onIncome(activity.annualised(income, asked.year), { ...asked, n });
    return activity.orElse(
      inActivity(activity, asked, of),
      inKnownYear(asked, quarterOn(income, askedLaw(asked), "scale")),
    );
  }),
  "INASTI.ANNUAL": nativeForm(inasti["INASTI.ANNUAL"], "euro", ({ income, start, stop, ...asked }) => {
    const activity = new Activity(start, stop);
    return activity.orElse(
      yearOfActivity(activity, income, asked, (quarter) => quarter),
      inKnownYear(asked, sum(yearOn(income, asked))),
    );
  }),
  "INASTI.PROVISIONAL": nativeForm(
    inasti["INASTI.PROVISIONAL"],
    "euro",
    ({ incomeN3, incomeYear, start, stop, ...asked }) => {
      const activity = new Activity(start, stop);
      const { year } = asked;
      const reference = orElse(incomeYear, minus(year, DELAY));
      const spread = activity.annualisedSinceStart(incomeN3, reference);
      const of = (n: Expression) => activity.provisional(revalued(spread, year, incomeYear), { ...asked, n });
      const life = inActivity(activity, asked, of, true);
      const isEarly = and(and(isGiven(incomeYear), isGiven(start)), activity.isBeforeStart(reference));
      return activity.orElse(
        when(
          and(isPlaced(incomeYear), isPlaced(start)),
          when(isEarly, refused("income-year-before-start"), life),
          life,
        ),
        inKnownYear(
          asked,
          named("base", revalued(incomeN3, year, incomeYear), (base) => quarterOn(base, askedLaw(asked), "scale")),
        ),
      );
    },
    { estimate: "estimate" },
  ),
  "INASTI.REVALUE": nativeForm(inasti["INASTI.REVALUE"], "euro", ({ incomeN3, incomeYear, ...asked }) =>
    inKnownYear(asked, revalued(incomeN3, asked.year, incomeYear)),
  ),
  "INASTI.SETTLEMENT": nativeForm(
    inasti["INASTI.SETTLEMENT"],
    "euro",
    ({ income, paid, fund, start, stop, ...asked }) => {
      const activity = new Activity(start, stop);
      const rate = when(isGiven(fund), rateOf(fund, asked.year), 0);
      const quarters = yearOn(income, asked).map((quarter) => withFee(quarter, rate));
      return activity.orElse(
        minus(
          yearOfActivity(activity, income, asked, (quarter) => withFee(quarter, rate)),
          paid,
        ),
        inKnownYear(asked, minus(sum(quarters), paid)),
      );
    },
  ),
  "INASTI.MARGINALRATE": nativeForm(inasti["INASTI.MARGINALRATE"], "rate", ({ income, ...asked }) =>
    inKnownYear(asked, ofScale(askedLaw(asked), income, "rate")),
  ),
  "INASTI.EFFECTIVERATE": nativeForm(inasti["INASTI.EFFECTIVERATE"], "plain", ({ income, ...asked }) =>
    when(
      is(income, "<=", 0),
      refused("income-not-positive"),
      inKnownYear(asked, ratio(times(quarterOn(income, askedLaw(asked), "scale"), QUARTERS.length), income)),
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
