import { amount, feeFraction, filledCells, fundOrRate, optionalDate, year as yearCell } from "../functions/cells";
import { switchOf } from "../functions/questions";
import { describe } from "../i18n";
import { day } from "../rules/calendar";
import {
  compareFunds,
  explainFee,
  type FundComparisonRow,
  type FundId,
  latestFeeFigure,
  Members,
  otherPrint,
} from "../rules/funds";
import { type Fraction, RATE_UNIT } from "../rules/money";
import { attempt, type Fact, Refusal } from "../rules/refusal";
import type { TraceLine } from "../rules/trace";
import { type Arguments, type At, type Explainer, rowsAt } from "./explainer";
import { exactly, type Figure, line, type Line, lineOf, traced } from "./lines";

const ARTICLE = "AR38 20 §4";

/** The figure that a fund's fee rests on, which may be of an earlier year. */
function feeFigures(fund: FundId | Fraction, year: number): readonly Figure[] {
  const figure = typeof fund === "object" ? undefined : latestFeeFigure(fund, year);
  return figure ? [figure] : [];
}

const centsOf = (of: TraceLine): number => (of.facts["amount"] as Extract<Fact, { cents: number }>).cents;

/** Whether another source prints something else for the year. */
const printLines = (fund: FundId | Fraction, year: number): Line[] =>
  typeof fund === "object" ? [] : otherPrint(fund, year).map((one) => traced(one, day(year, 1, 1)));

/** The rate and where it comes from, then the fee; FUND.RATE needs the rate alone, and no contribution. */
function feeLines(of: Arguments, contribution: number): { readonly rate: Line[]; readonly fee: Line } {
  const fund = fundOrRate("fund", of["fund"]);
  const year = typeof fund === "object" ? 0 : yearCell("year", of["year"]);
  const [rate, fee] = explainFee(contribution, fund, year);
  return {
    rate: [
      traced({ ...rate!, parameters: [] }, undefined, { figures: feeFigures(fund, year) }),
      ...printLines(fund, year),
    ],
    fee: traced(fee!, undefined, { amount: exactly(centsOf(fee!)) }),
  };
}

function feeOnly(of: Arguments, contribution: number): Line[] {
  const { rate, fee } = feeLines(of, contribution);
  return [...rate, fee];
}

function total(of: Arguments): Line[] {
  const contribution = amount("contribution", of["contribution"]);
  return [line("contribution-given", {}, "", { amount: exactly(contribution) }), ...feeOnly(of, contribution)];
}

function comparison(of: Arguments, at: At): readonly Line[] {
  const year = yearCell("year", of["year"]);
  const { rows } = compareFunds(amount("contribution", of["contribution"]), year);
  return rowsAt(rows, at).flatMap((row) => [comparedLine(row, year), ...printLines(row.fund, year)]);
}

const comparedLine = (row: FundComparisonRow, year: number): Line => {
  const { fund, name, rate, sourceYear, feePerQuarter, feePerYear, differencePerYear } = row;
  const facts = {
    fund: name,
    rate: { rate: rate / RATE_UNIT },
    sourceYear,
    feePerQuarter: { cents: feePerQuarter },
    feePerYear: { cents: feePerYear },
    difference: { cents: differencePerYear },
  };
  return line("fund-compared", facts, ARTICLE, { figures: feeFigures(fund, year) });
};

function scenario(of: Arguments, at: At): readonly Line[] {
  const cents = filledCells("contributions", of["contributions"]).map((cell) => amount("contributions", cell));
  const members = new Members(new Float64Array(cents));
  return rowsAt(filledCells("rates", of["rates"]), at).map((cell) => {
    const income = attempt(() => {
      const rate = feeFraction("rates", cell);
      return { rate: { rate: rate.units / rate.scale }, ...members.feeIncome(rate) };
    });
    if (income instanceof Refusal) return lineOf(describe(income), ARTICLE, {});
    const { rate, feeIncome, feePerMember } = income;
    const facts = { rate, count: cents.length, feeIncome: { cents: feeIncome }, feePerMember: { cents: feePerMember } };
    return line("fee-income", facts, ARTICLE);
  });
}

function switchLines(of: Arguments): Line[] {
  const { trace } = switchOf(
    of["since"],
    of["asOf"],
    of["kind"],
    of["upToDate"],
    of["pensionAgeYear"],
    of["earlyPensionYear"],
  );
  return trace.map((one) => traced(one, optionalDate("asOf", of["asOf"])));
}

export const fund: Readonly<Record<string, Explainer>> = {
  "FUND.RATE": { result: "rate", lines: (of) => feeLines(of, 0).rate },
  "FUND.FEE": {
    result: "euro",
    sum: "amount",
    lines: (of) => feeOnly(of, amount("contribution", of["contribution"])),
  },
  "FUND.TOTAL": { result: "euro", sum: "amount", lines: total },
  "FUND.COMPARE": { result: "plain", lines: comparison },
  "FUND.SCENARIO": { result: "plain", lines: scenario },
  "FUND.SWITCH": { result: "date", lines: switchLines },
  "FUND.SWITCHREQUEST": { result: "date", lines: switchLines },
};
