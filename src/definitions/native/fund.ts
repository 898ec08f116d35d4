import type { Expression } from "../../expression";
import {
  and,
  each,
  is,
  isBeside,
  isNumeric,
  isPlaced,
  item,
  lengthOf,
  lookUp,
  minus,
  own,
  plus,
  present,
  quotient,
  ratio,
  refused,
  rounded,
  ROW,
  tally,
  text,
  times,
  when,
} from "../../expression/build";
import { RATE_UNIT } from "../../rules/money";
import { COMPARED } from "../../rules/tables";
import { fund } from "../fund";
import { asRate, entering, nativeForm, nativeTable } from "./form";

const MILLION = 1e6;
const CENTS = 100;

const tableRate = (of: Expression, year: Expression): Expression =>
  lookUp("fee", [of], "rate", refused("fund-without-fee"), year);

/** A fund's rate in millionths, by its name or as a rate of one's own. */
export const rateOf = (of: Expression, year: Expression): Expression =>
  when(isNumeric(of), asRate(of), times(tableRate(of, year), MILLION / RATE_UNIT));

const feeOn = (contribution: Expression, of: Expression, year: Expression): Expression =>
  rounded(times(contribution, rateOf(of, year)), MILLION);

/** A contribution with the fee on it: it is whole, so that both are rounded as one. */
export const withFee = (contribution: Expression, rate: Expression): Expression =>
  rounded(times(contribution, plus(MILLION, rate)), MILLION);

export const fundForms = {
  "FUND.RATE": nativeForm(fund["FUND.RATE"], "plain", ({ fund: of, year }) => ratio(rateOf(of, year), MILLION)),
  "FUND.FEE": nativeForm(fund["FUND.FEE"], "euro", ({ contribution, fund: of, year }) => feeOn(contribution, of, year)),
  "FUND.TOTAL": nativeForm(fund["FUND.TOTAL"], "euro", ({ contribution, fund: of, year }) =>
    withFee(contribution, rateOf(of, year)),
  ),
};

const QUARTERS = 4;
const NOTHING = text("");

/** The funds as they stand in the law, by their place. */
const comparison = nativeTable(fund["FUND.COMPARE"], ({ contribution, year }) => {
  const of = (column: string, rank: Expression | number = ROW) =>
    lookUp("compared", [rank], column, refused("no-fund-with-fee"), year);
  const is1 = (gives: Expression) => when(is(of("kind"), "=", COMPARED.fund), gives, NOTHING);
  const feeAt = (rank: Expression | number) => rounded(times(contribution, of("rate", rank)), RATE_UNIT);
  const yearly = (rank: Expression | number) => times(feeAt(rank), QUARTERS);
  return {
    rows: of("rows", 1),
    columns: {
      fund: ["plain", when(is(of("kind"), "=", COMPARED.withoutFigure), of("without"), is1(of("fund")))],
      rate: ["plain", is1(ratio(of("rate"), RATE_UNIT))],
      sourceYear: ["plain", is1(of("sourceYear"))],
      feePerQuarter: ["plain", is1(ratio(feeAt(ROW), CENTS))],
      totalPerQuarter: ["plain", is1(ratio(plus(contribution, feeAt(ROW)), CENTS))],
      feePerYear: ["plain", is1(ratio(yearly(ROW), CENTS))],
      totalPerYear: ["plain", is1(ratio(times(plus(contribution, feeAt(ROW)), QUARTERS), CENTS))],
      differencePerYear: ["plain", is1(ratio(minus(yearly(ROW), yearly(1)), CENTS))],
      source: ["plain", is1(of("source"))],
      confidence: ["plain", is1(of("confidence"))],
    },
  };
});

/** Contributions and fee income whose products with millionths are whole numbers of every program. */
const MOST_CONTRIBUTION = 9e10;
const MOST_INCOME = 9e9;

const MISSING = refused("missing");

const scenario = nativeTable(
  fund["FUND.SCENARIO"],
  ({ contributions, rates, members, leave }) => {
    const contribution = each(
      entering(contributions, { unit: "cents", least: -MOST_CONTRIBUTION, most: MOST_CONTRIBUTION }),
    );
    const heads = each(entering(members, { unit: "whole", least: 0, most: 1e9 }));
    const share = entering(leave, { unit: "millionths", least: 0, most: MILLION });
    const stays = minus(MILLION, item(share, when(is(lengthOf(leave), "=", 1), 1, ROW), MISSING));
    const count = tally(times(heads, present(contributions)));
    const isAnyone = and(isBeside(members, contributions), is(tally(present(contributions)), ">", 0));
    const all = own("all", ROW);
    const left = (sum: Expression) => quotient(plus(times(sum, stays), MILLION / 2), MILLION);
    const isSmall = and(is(all, "<=", MOST_INCOME), is(all, ">=", -MOST_INCOME));
    const some = when(is(all, "<", 0), minus(0, left(minus(0, all))), left(all));
    const first = own("feeIncome", { kind: "integer", value: 1 });
    return {
      rows: lengthOf(rates, true),
      columns: {
        perMillion: ["plain", item(asRate(rates), ROW, MISSING)],
        all: [
          "plain",
          when(isAnyone, tally(times(heads, rounded(times(contribution, own("perMillion", ROW)), MILLION))), MISSING),
        ],
        rate: ["plain", ratio(own("perMillion", ROW), MILLION)],
        feeIncome: ["euro", when(isPlaced(leave), when(isSmall, some, refused("too-large")), all)],
        feePerMember: ["plain", when(is(count, "=", 0), NOTHING, ratio(rounded(all, count), CENTS))],
        difference: ["euro", minus(own("feeIncome", ROW), first)],
        leave: ["plain", ratio(minus(MILLION, stays), MILLION)],
        breakEvenLeave: ["plain", when(is(all, "=", 0), NOTHING, ratio(minus(all, first), all))],
      },
    };
  },
  {
    also: { leave: "leave", breakEvenLeave: "leave" },
    skips: "rates",
    omitted: { members: 1, leave: 0 },
  },
);

export const fundTables = { "FUND.COMPARE": comparison, "FUND.SCENARIO": scenario };
