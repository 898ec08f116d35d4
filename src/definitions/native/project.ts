import type { Expression } from "../../expression";
import {
  is,
  isGiven,
  isPlaced,
  item,
  key,
  lengthOf,
  lookUp,
  minus,
  N,
  named,
  overQuarters,
  own,
  plus,
  refused,
  rounded,
  ROW,
  text,
  times,
  when,
} from "../../expression/build";
import { inasti } from "../inasti";
import { EACH, nativeTable } from "./form";
import { rateOf } from "./fund";
import { DELAY, inKnownYear, NOT_PUBLISHED, revalued } from "./inasti";
import { Activity } from "./life";

const MILLION = 1e6;

/** Years from a contribution to its settlement. */
const SETTLEMENT_DELAY = 2;

const project = nativeTable(
  inasti["INASTI.PROJECT"],
  ({ firstYear, incomes, category, start, indexation, fund, earlierIncomes, basis }) => {
    const yearAt = (row: Expression) => plus(firstYear, minus(row, 1));
    const activity = new Activity(start);
    const askedIn = (row: Expression, n: Expression) => ({ category, year: yearAt(row), n });

    const provisionalIn = (n: Expression): Expression => {
      const asked = askedIn(ROW, n);
      const reference = minus(ROW, DELAY);
      const spread = activity.annualisedSinceStart(own("income", reference), yearAt(reference));
      return activity.inEach(asked, activity.provisional(revalued(spread, asked.year), asked));
    };
    const finalIn = (n: Expression): Expression => {
      const asked = askedIn(ROW, n);
      return activity.inEach(asked, activity.onIncome(activity.annualised(own("income", ROW), asked.year), asked));
    };
    const inYear = (row: Expression, of: (n: Expression) => Expression): Expression => {
      const year = yearAt(row);
      return activity.inYear(year, inKnownYear({ year, indexation }, overQuarters("sum", of)));
    };
    const rate = (row: Expression) => when(isGiven(fund), rateOf(fund, yearAt(row)), 0);
    const feesOn = (row: Expression, column: string): Expression =>
      named("feeRate", rate(row), (feeRate) => inYear(row, () => rounded(times(own(column, row), feeRate), MILLION)));
    const settled = minus(ROW, SETTLEMENT_DELAY);

    const given = item(incomes, ROW, refused("income-missing"));
    const place = plus(lengthOf(earlierIncomes), ROW);
    const earlier = when(
      is(place, ">=", 1),
      item(earlierIncomes, place, refused("reference-income-not-given")),
      refused("reference-income-not-given"),
    );
    const isProfit = is(basis, "=", key("profit"));
    const income = when(isPlaced(basis), when(isProfit, minus(given, own("cashOut", ROW)), given), given);
    const sure = overQuarters("most", (n) => activity.inEach(askedIn(ROW, n), activity.lawIn(askedIn(ROW, n), "sure")));
    return {
      rows: lengthOf(incomes, true),
      columns: {
        year: ["plain", yearAt(ROW)],
        income: ["euro", when(is(ROW, ">=", 1), income, earlier)],
        provisionals: [EACH, provisionalIn(N)],
        finals: [EACH, finalIn(N)],
        provisional: ["euro", inYear(ROW, () => own("provisionals", ROW))],
        final: ["euro", inYear(ROW, () => own("finals", ROW))],
        settlement: ["euro", minus(own("final", ROW), own("provisional", ROW))],
        settledIn: ["plain", plus(yearAt(ROW), SETTLEMENT_DELAY)],
        fee: [
          "euro",
          when(
            isPlaced(fund),
            minus(plus(feesOn(ROW, "provisionals"), feesOn(settled, "finals")), feesOn(settled, "provisionals")),
            times(plus(own("provisional", ROW), own("settlement", settled)), 0),
          ),
        ],
        cashOut: ["euro", plus(plus(own("provisional", ROW), own("settlement", settled)), own("fee", ROW))],
        deductible: ["euro", own("cashOut", ROW)],
        confidence: [
          "plain",
          inKnownYear(
            { year: yearAt(ROW), indexation },
            named("sure", sure, (one) =>
              when(is(one, "=", 0), text(""), lookUp("sureness", [one], "confidence", NOT_PUBLISHED)),
            ),
          ),
        ],
        profit: ["euro", given],
      },
    };
  },
  {
    also: { profit: "basis" },
    without: { estimates: "estimate" },
    withoutInNames: { basis: { reason: "profit", but: "income" } },
  },
);

export const projectTables = { "INASTI.PROJECT": project };
